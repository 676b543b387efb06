internal import Storage

/// Turns blocks of cells into the values of a piece of a table, column by column.
struct PieceParser {
  let plan: TablePlan
  let known: KnownRows
  private(set) var piece: TablePiece
  /// For each column of the file whether the references of the block before had to be looked up
  /// more often than not.
  var looksUpMuch: [Bool]
  /// For each column of the file the rows that its references named lately.
  var recentRows: [RecentRows]

  /// - Parameters:
  ///   - plan: How cells are read.
  ///   - known: What is known of other tables.
  ///   - emptied: A piece of the same table whose memory is used again.
  init(_ plan: TablePlan, known: KnownRows, into emptied: consuming TablePiece? = nil) {
    self.plan = plan
    self.known = known
    piece = emptied ?? TablePiece(plan)
    looksUpMuch = [Bool](repeating: false, count: plan.width)
    recentRows = [RecentRows](repeating: RecentRows(), count: plan.width)
  }

  /// The piece and everything found.
  consuming func finish() -> TablePiece { piece }

  /// Reads a block's rows.
  ///
  /// - Parameters:
  ///   - block: The cells.
  ///   - file: The file that they stand in; empty for a database.
  mutating func read(_ block: borrowing CellBlock, of file: RawSpan) {
    let own = block.ownText
    if block.hasOwnText {
      read(block, text: own.rawBytes, file)
    } else {
      let text = file.extracting(block.base..<file.byteCount)
      read(block, text: text, file)
    }
  }

  private mutating func read(_ block: borrowing CellBlock, text: RawSpan, _ file: RawSpan) {
    guard block.rowCount > 0 else { return }
    piece.place(block)
    let context = BlockContext(row: piece.rowCount, broken: reportRagged(block, file))
    for (number, column) in plan.schema.columns.enumerated() {
      let fileColumn = plan.fileColumns[number]
      // Taken out while it grows, so that it grows in place.
      var values = ColumnValues()
      swap(&values, &piece.columns[number])
      if fileColumn < 0 {
        for _ in 0..<block.rowCount { values.appendMissing(column.type) }
        values.missing += block.rowCount
      } else {
        read(column, fileColumn, into: &values, block, text, file, context)
      }
      swap(&values, &piece.columns[number])
    }
    checkRows(block, text, file, context)
    piece.rowCount += block.rowCount
  }

  /// What a column's reader knows of the block.
  struct BlockContext {
    /// The piece's row that the block's first row is.
    let row: Int
    /// Rows with a wrong number of cells: nothing more is said of them.
    let broken: Set<Int>
  }

  private mutating func reportRagged(_ block: borrowing CellBlock, _ file: RawSpan) -> Set<Int> {
    if block.ragged.isEmpty { return [] }
    var rows: Set<Int> = []
    let width = plan.width
    for (row, count) in block.ragged {
      rows.insert(row)
      let fault = count < plan.width ? Fault.tooFewCells : .tooManyCells
      report(
        fault, block, row, 0, file,
        "a row of \(count) \(count == 1 ? "cell" : "cells"); expected \(width), as in the"
          + " header", whole: true)
    }
    return rows
  }

  // MARK: - Findings

  /// Reports a fault of a cell, or of a row.
  ///
  /// - Parameters:
  ///   - fault: The fault.
  ///   - block: The block.
  ///   - row: The row in the block.
  ///   - fileColumn: The cell's column in the file.
  ///   - file: The file.
  ///   - message: What was found and expected.
  ///   - missing: An id that is not there.
  ///   - whole: Whether the row as a whole is meant.
  mutating func report(
    _ fault: Fault, _ block: borrowing CellBlock, _ row: Int, _ fileColumn: Int, _ file: RawSpan,
    _ message: @autoclosure () -> String, missing: (TableName, String)? = nil, whole: Bool = false
  ) {
    guard piece.findings.counts(fault, row: piece.rowCount + row, column: fileColumn) else {
      return
    }
    var line = Int(block.lines[row])
    var column = fileColumn + 1
    if !plan.isDatabase {
      let recordStart = TextPlaces.lineStart(of: block.origin(row, 0), file)
      let first = block.origin(row, 0)
      var offset = whole ? recordStart : block.origin(row, max(fileColumn, 0))
      if !whole, offset > recordStart, offset <= file.byteCount,
        file.byte(offset - 1) == UInt8(ascii: "\"")
      {
        offset -= 1
      }
      if offset > first { line += file.count(UInt8(ascii: "\n"), in: first..<offset) }
      column = TextPlaces.column(of: offset, file)
    } else if whole {
      column = 0
    }
    piece.findings.keep(
      Finding(
        fault: fault, row: piece.rowCount + row, line: line, column: column, message: message(),
        missing: missing))
  }

  /// A cell's text as it stands.
  static func cellText(_ text: RawSpan, _ cell: Cell) -> String {
    String(decoding: text.copy(Int(cell.start)..<Int(cell.end)), as: UTF8.self)
  }

  /// Whether all bytes of a cell are UTF-8 without NUL; where they are not, that is reported of the
  /// file and nothing else of the cell.
  static func isText(_ text: RawSpan, _ cell: Cell) -> Bool {
    let range = Int(cell.start)..<Int(cell.end)
    return UTF8Check.firstFault(in: text, range) == nil
      && text.first(0, in: range) == range.upperBound
  }

  /// Reports an empty cell of a required column.
  mutating func reportEmpty(
    _ column: ColumnSchema, _ fileColumn: Int, _ block: borrowing CellBlock, _ row: Int,
    _ file: RawSpan, _ context: BlockContext
  ) {
    if context.broken.contains(row) || block.isWrong(row, fileColumn) { return }
    report(
      .emptyCell, block, row, fileColumn, file,
      "\(column.name) is empty; expected \(Self.expectation(of: column.type))")
  }

  /// What a cell of a type holds, for messages.
  static func expectation(of type: CellType) -> String {
    switch type {
    case .id: "an id"
    case .reference(let table): "an id of \(table.rawValue)"
    case .members: "one to four ids of members"
    case .text: "text"
    case .date: "a day as YYYY-MM-DD"
    case .month: "a day as YYYY-MM-DD, or a month as YYYY-MM or MM/YYYY"
    case .yesNo: "yes or no"
    case .code(let list): "one of " + Shown.choices(list.codes.codes)
    case .codes(let list): "codes of \(list.codes.name) separated by ;"
    case .country: "three letters of ISO 3166-1"
    case .number, .count: "a whole number"
    }
  }
}

/// Lines and characters of offsets in a file.
enum TextPlaces {
  /// Where the line of an offset begins.
  static func lineStart(of offset: Int, _ file: RawSpan) -> Int {
    var start = min(offset, file.byteCount)
    while start > 0, file.byte(start - 1) != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// The character of an offset in its line, from 1, in Unicode scalars; a byte-order mark is none.
  static func column(of offset: Int, _ file: RawSpan) -> Int {
    let start = lineStart(of: offset, file)
    var column = 1
    for index in start..<max(start, min(offset, file.byteCount))
    where file.byte(index) & 0xC0 != 0x80 {
      column += 1
    }
    let hasMark =
      start == 0 && offset >= 3 && file.byte(0) == 0xEF && file.byte(1) == 0xBB
      && file.byte(2) == 0xBF
    return hasMark ? column - 1 : column
  }
}

/// Whether bytes are UTF-8 (no surrogates, no overlong forms, up to U+10FFFF).
enum UTF8Check {
  /// The first stretch of a range that is not UTF-8.
  ///
  /// - Returns: Its bytes: the longest beginning of a character, or one byte.
  static func firstFault(in text: RawSpan, _ range: Range<Int>) -> Range<Int>? {
    var offset = range.lowerBound
    while true {
      offset = text.firstNonASCII(in: offset..<range.upperBound)
      guard offset < range.upperBound else { return nil }
      let lead = text.byte(offset)
      let length: Int
      var lowest: UInt8 = 0x80
      var highest: UInt8 = 0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, lowest) = (3, 0xA0)
      case 0xED: (length, highest) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, lowest) = (4, 0x90)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, highest) = (4, 0x8F)
      default: return offset..<offset + 1
      }
      var index = 1
      while index < length {
        guard offset + index < range.upperBound else { return offset..<offset + index }
        let byte = text.byte(offset + index)
        guard byte >= lowest, byte <= highest else { return offset..<offset + index }
        (lowest, highest) = (0x80, 0xBF)
        index += 1
      }
      offset += length
    }
  }
}
