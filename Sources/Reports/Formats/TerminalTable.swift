import Warehouse

/// A table for a terminal: columns padded to their widest cell, numbers flush right.
struct TerminalTable {
  private let headers: [String]
  private let cells: [[String]]
  private let isRight: [Bool]

  init(_ table: ResultTable, language: Language) {
    var readable = ReadableTable(table, language: language)
    headers = table.columns.indices.map { readable.header($0) }
    isRight = table.columns.indices.map { readable.isNumeric($0) }
    cells = table.rows.map { row in
      row.indices.map { column in readable.text(row[column], column: column).inert }
    }
  }

  /// Header, a line under it, the rows; no blanks at the ends of lines.
  var bytes: [UInt8] {
    let widths = headers.indices.map { column in
      cells.reduce(DisplayWidth.of(headers[column])) { widest, row in
        max(widest, DisplayWidth.of(row[column]))
      }
    }
    var text = ByteText()
    write(headers, widths, into: &text)
    for (column, width) in widths.enumerated() {
      if column > 0 { text.append("  ") }
      for _ in 0..<width { text.append("─") }
    }
    text.append("\n")
    for row in cells { write(row, widths, into: &text) }
    return text.bytes
  }

  private func write(_ row: [String], _ widths: [Int], into text: inout ByteText) {
    // Blanks are owed until something follows them, so that no line ends in any.
    var owed = 0
    for (column, cell) in row.enumerated() {
      if column > 0 { owed += 2 }
      let blanks = widths[column] - DisplayWidth.of(cell)
      if isRight[column] { owed += blanks }
      if !cell.isEmpty {
        text.append(repeating: UInt8(ascii: " "), count: owed)
        text.append(cell)
        owed = 0
      }
      if !isRight[column] { owed += blanks }
    }
    text.append("\n")
  }
}
