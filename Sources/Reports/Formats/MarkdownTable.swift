import Warehouse

/// A table in GitHub's Markdown, padded so that its source is a table too.
struct MarkdownTable {
  private let headers: [String]
  private let cells: [[String]]
  private let isRight: [Bool]

  init(_ table: ResultTable, language: Language) {
    var readable = ReadableTable(table, language: language)
    headers = table.columns.indices.map { Self.escaped(readable.header($0)) }
    isRight = table.columns.indices.map { readable.isNumeric($0) }
    cells = table.rows.map { row in
      row.indices.map { column in Self.escaped(readable.text(row[column], column: column)) }
    }
  }

  var bytes: [UInt8] {
    let widths = headers.indices.map { column in
      cells.reduce(max(3, DisplayWidth.of(headers[column]))) { widest, row in
        max(widest, DisplayWidth.of(row[column]))
      }
    }
    var text = ByteText()
    write(headers, widths, into: &text)
    for (column, width) in widths.enumerated() {
      text.append(column == 0 ? "| " : " | ")
      text.append(repeating: UInt8(ascii: "-"), count: isRight[column] ? width - 1 : width)
      if isRight[column] { text.append(":") }
    }
    text.append(" |\n")
    for row in cells { write(row, widths, into: &text) }
    return text.bytes
  }

  private func write(_ row: [String], _ widths: [Int], into text: inout ByteText) {
    for (column, cell) in row.enumerated() {
      text.append(column == 0 ? "| " : " | ")
      let blanks = widths[column] - DisplayWidth.of(cell)
      if isRight[column] { text.append(repeating: UInt8(ascii: " "), count: blanks) }
      text.append(cell)
      if !isRight[column] { text.append(repeating: UInt8(ascii: " "), count: blanks) }
    }
    text.append(" |\n")
  }

  /// Text with nothing in it that Markdown or HTML obeys.
  private static func escaped(_ text: String) -> String {
    let text = text.inert
    guard text.utf8.contains(where: isObeyed) else { return text }
    var result = ByteText()
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): result.append("&lt;")
      case UInt8(ascii: "&"): result.append("&amp;")
      case _ where isObeyed(byte):
        result.append(UInt8(ascii: "\\"))
        result.append(byte)
      default: result.append(byte)
      }
    }
    return result.text
  }

  private static func isObeyed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
      UInt8(ascii: "&"), UInt8(ascii: "~"):
      true
    default: false
    }
  }
}
