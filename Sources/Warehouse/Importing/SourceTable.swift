/// A published CSV file as records of text, with the place of every cell.
///
/// Small files only (an edition of a published database): everything is kept as strings, which
/// the reader of datasets never does.
package struct SourceTable {
  /// One cell and where it begins.
  package struct Cell {
    /// What stands in it.
    package let text: String
    /// The line and the character, as a person counts.
    let line: Int
    let column: Int
  }

  let fileName: String
  /// The records, the header first.
  package let records: [[Cell]]

  /// Cuts a file into records.
  ///
  /// Lines with nothing on them are no records. A byte-order mark is dropped; the separator is the
  /// one of `,` `;` TAB that stands most often in the first line outside quotes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: The name that diagnostics give.
  /// - Throws: ``ImportError`` for text that is not UTF-8 and a quote that is never closed.
  package init(_ bytes: [UInt8], fileName: String) throws(ImportError) {
    self.fileName = fileName
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ImportError(
        fileName, line: 0, column: 0, "not-utf8",
        "the file is not UTF-8; convert it: iconv -f WINDOWS-1252 -t UTF-8")
    }
    var reader = Reader(Array(text.unicodeScalars))
    guard let records = reader.read() else {
      throw ImportError(
        fileName, line: reader.quoteLine, column: reader.quoteColumn, "unclosed-quote",
        "a quote opens here and is never closed")
    }
    self.records = records
  }

  private struct Reader {
    private let scalars: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var position = 0
    private var line = 1
    private var column = 1
    private(set) var quoteLine = 0
    private(set) var quoteColumn = 0

    init(_ scalars: [Unicode.Scalar]) {
      self.scalars = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
      separator = Self.separator(of: self.scalars)
    }

    private static func separator(of scalars: [Unicode.Scalar]) -> Unicode.Scalar {
      let candidates: [Unicode.Scalar] = [",", ";", "\t"]
      var counts = [0, 0, 0]
      var isQuoted = false
      for scalar in scalars {
        if scalar == "\"" { isQuoted.toggle() }
        if isQuoted { continue }
        if scalar == "\n" { break }
        if let index = candidates.firstIndex(of: scalar) { counts[index] += 1 }
      }
      let most = counts.max() ?? 0
      return candidates[counts.firstIndex(of: most) ?? 0]
    }

    private mutating func step() {
      let scalar = scalars[position]
      position += 1
      column += 1
      let isLoneReturn =
        scalar == "\r" && (position == scalars.count || scalars[position] != "\n")
      if scalar == "\n" || isLoneReturn {
        line += 1
        column = 1
      }
    }

    mutating func read() -> [[Cell]]? {
      var records: [[Cell]] = []
      while position < scalars.count {
        var record: [Cell] = []
        var isOver = false
        while !isOver {
          guard let (cell, ended) = readCell() else { return nil }
          record.append(cell)
          isOver = ended
        }
        if record.contains(where: { !$0.text.isEmpty }) { records.append(record) }
      }
      return records
    }

    /// A cell, and whether it is its record's last; nothing where a quote is never closed.
    private mutating func readCell() -> (Cell, Bool)? {
      let start = (line: line, column: column)
      var text = String.UnicodeScalarView()
      if position < scalars.count, scalars[position] == "\"" {
        quoteLine = line
        quoteColumn = column
        step()
        while true {
          guard position < scalars.count else { return nil }
          let scalar = scalars[position]
          step()
          if scalar != "\"" {
            text.append(scalar)
          } else if position < scalars.count, scalars[position] == "\"" {
            step()
            text.append("\"")
          } else {
            break
          }
        }
      }
      while position < scalars.count {
        let scalar = scalars[position]
        if scalar == separator || scalar == "\n" || scalar == "\r" { break }
        text.append(scalar)
        step()
      }
      let cell = Cell(text: String(text), line: start.line, column: start.column)
      guard position < scalars.count else { return (cell, true) }
      if scalars[position] == separator {
        step()
        return (cell, false)
      }
      if scalars[position] == "\r" { step() }
      if position < scalars.count, scalars[position] == "\n", column > 1 { step() }
      return (cell, true)
    }
  }
}

/// An import that is refused: every fault that was found.
public struct ImportError: Error, Sendable, CustomStringConvertible {
  /// The faults in the order of the file; the first fifty.
  public internal(set) var diagnostics: [Diagnostic]
  /// How many there are in all.
  public internal(set) var count: Int

  init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = Array(diagnostics.prefix(50))
    count = diagnostics.count
  }

  init(_ file: String, line: Int, column: Int, _ code: String, _ message: String) {
    self.init([
      Diagnostic(
        code: Diagnostic.Code(rawValue: code), severity: .error,
        place: Diagnostic.Place(file: file, line: line, column: column), message: message)
    ])
  }

  /// One line a fault, and how many more there are.
  public var description: String {
    var lines = diagnostics.map(\.description)
    if count > diagnostics.count { lines.append("… and \(count - diagnostics.count) more") }
    return lines.joined(separator: "\n")
  }
}
