internal import Storage

/// The tables of a SQLite dataset as cells of text, ready for the parser that CSV cells go to.
///
/// A cell is the text that a CSV file of the same data would hold: whole numbers as digits, NULL as
/// nothing. What CSV cannot hold is a fault of the cell: a BLOB, a number with a fraction, text with
/// NUL in it or text that is not UTF-8. Tables and columns are found as in files: a table by its
/// exact name, a column by its name in any case (that is the parser's part).
package struct SQLiteReader: ~Copyable {
  private let database: SQLiteDatabase
  /// The file's name without its folder.
  package let fileName: String
  /// What a person should know about the file as a whole.
  package let warnings: [Diagnostic]

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The SQLite file.
  ///   - limit: More bytes than this are refused.
  /// - Throws: A ``Diagnostic`` for the file as a whole, its code that of the refusal.
  package init(path: String, limit: Int = 1 << 31) throws(Diagnostic) {
    let fileName = Paths.name(of: path)
    do throws(SQLiteRefusal) {
      database = try SQLiteDatabase(path, limit: limit)
    } catch {
      throw Self.fault(fileName, error)
    }
    self.fileName = fileName
    warnings = database.notes.map { note in
      Diagnostic(
        code: Fault.databaseNote.code, severity: Fault.databaseNote.severity,
        place: Diagnostic.Place(file: fileName, line: 0, column: 0), message: note)
    }
  }

  /// The name that diagnostics give a table: `data.sqlite/plans`.
  ///
  /// - Parameter table: The table's name.
  /// - Returns: File and table.
  package func place(of table: String) -> String { fileName + "/" + table }

  /// The names of all tables and views.
  package var tableNames: [String] { database.tables.map(\.name) }

  /// A table's columns in order, as they are written.
  ///
  /// - Parameter table: The table's name.
  /// - Returns: Nothing where the file has no such table.
  /// - Throws: A ``Diagnostic`` where a view or a virtual table stands under the name.
  package func columns(of table: String) throws(Diagnostic) -> [String]? {
    do throws(SQLiteRefusal) { return try database.table(table)?.columns } catch {
      throw Self.fault(place(of: table), error)
    }
  }

  /// Rows of a table, their cells one after another in one array of bytes.
  package struct Block: Sendable {
    /// The first row, from 0.
    package let firstRow: Int
    /// How many cells a row has.
    package let columnCount: Int
    /// The text of all cells, row by row.
    package fileprivate(set) var bytes: [UInt8] = []
    /// Where each cell ends in `bytes`; each begins where the one before ends.
    package fileprivate(set) var ends: [Int] = []
    /// The cells that hold what no CSV cell could, by their index among the cells; their text is
    /// empty.
    package fileprivate(set) var wrong: [Int: WrongCell] = [:]

    /// A cell's text, by its index among the cells.
    package func text(_ index: Int) -> String {
      String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }

    /// How many rows there are.
    package var rowCount: Int { ends.count / max(columnCount, 1) }
  }

  /// Reads a table block by block.
  ///
  /// - Parameters:
  ///   - table: The table's name.
  ///   - rowsPerBlock: The most rows of a block.
  ///   - body: Takes each block, in order; the last one may be empty.
  /// - Throws: A ``Diagnostic`` where the file turns out damaged; the blocks taken before it count
  ///   for nothing.
  package func read(
    _ table: String, rowsPerBlock: Int = 1 << 16, _ body: (consuming Block) -> Void
  ) throws(Diagnostic) {
    let name = place(of: table)
    do throws(SQLiteRefusal) {
      guard let source = try database.table(table) else { return }
      let count = source.columns.count
      var block = Block(firstRow: 0, columnCount: count)
      try database.forEachRow(of: source, columns: Array(0..<count)) { row in
        if block.rowCount == rowsPerBlock {
          let next = Block(firstRow: block.firstRow + block.rowCount, columnCount: count)
          body(block)
          block = next
        }
        for column in 0..<count {
          if let wrong = Self.append(row, column, to: &block.bytes) {
            block.wrong[block.ends.count] = wrong
          }
          block.ends.append(block.bytes.count)
        }
      }
      body(block)
    } catch {
      throw Self.fault(name, error)
    }
  }

  /// Appends a cell's text; where CSV could not hold it, appends nothing and says what stands there.
  private static func append(
    _ row: borrowing SQLiteRow, _ column: Int, to bytes: inout [UInt8]
  ) -> WrongCell? {
    switch row.kind(column) {
    case .missing: return nil
    case .integer:
      bytes.append(contentsOf: String(row.integer(column)).utf8)
      return nil
    case .text:
      let start = bytes.count
      row.appendText(column, to: &bytes)
      let wrong = wrong(bytes, from: start)
      if wrong != nil { bytes.removeSubrange(start...) }
      return wrong
    case .real:
      let number = row.real(column)
      // A column declared REAL or NUMERIC keeps whole numbers as 5.0.
      guard let whole = Int64(exactly: number), whole.magnitude < 1 << 53 else {
        return .real(number)
      }
      bytes.append(contentsOf: String(whole).utf8)
      return nil
    case .blob: return .blob
    }
  }

  private static func wrong(_ bytes: [UInt8], from start: Int) -> WrongCell? {
    let text = bytes.span.extracting(start...)
    var all: UInt8 = 0
    for index in text.indices {
      if text[index] == 0 { return .nul }
      all |= text[index]
    }
    guard all >= 0x80, (try? UTF8Span(validating: text)) == nil else { return nil }
    return .notUTF8
  }

  private static func fault(_ file: String, _ refusal: SQLiteRefusal) -> Diagnostic {
    Diagnostic(
      code: Diagnostic.Code(rawValue: refusal.code.rawValue), severity: .error,
      place: Diagnostic.Place(file: file, line: 0, column: 0), message: refusal.message)
  }
}

/// What stands in a database's cell that no CSV cell could hold.
package enum WrongCell: Hashable, Sendable {
  case blob, nul, notUTF8
  case real(Double)

  /// The fault that diagnostics name.
  var fault: Fault {
    switch self {
    case .blob, .real: .badCell
    case .nul: .nul
    case .notUTF8: .notUTF8
    }
  }

  /// What was found and what was expected.
  var message: String {
    switch self {
    case .blob: "holds a BLOB; expected text or a whole number"
    case .real(let number): "holds the number \(number); expected text or a whole number"
    case .nul: "holds text with NUL in it; expected text without"
    case .notUTF8: "holds text that is not UTF-8; expected UTF-8"
    }
  }
}
