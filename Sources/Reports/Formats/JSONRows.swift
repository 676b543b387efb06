package import Warehouse

extension ResultTable {
  /// The table as a JSON list of one object a row, a row a line.
  ///
  /// Codes in every language; numbers as numbers, with six decimals where they are measured; days
  /// as text; several words as a list; `null` where a cell is empty. `<` is written as `\u003c`,
  /// so that the text may stand inside a page's script element.
  ///
  /// - Complexity: O(cells).
  package var jsonBytes: [UInt8] {
    var text = ByteText()
    write(jsonInto: &text)
    text.append("\n")
    return text.bytes
  }

  /// Several tables as one JSON object: a list of rows under each table's name.
  ///
  /// - Parameter tables: Tables of different names.
  /// - Returns: UTF-8 bytes.
  package static func jsonBytes(of tables: [ResultTable]) -> [UInt8] {
    var text = ByteText()
    text.append("{")
    for (place, table) in tables.enumerated() {
      text.append(place == 0 ? "\n" : ",\n")
      text.append(json: table.name)
      text.append(": ")
      table.write(jsonInto: &text)
    }
    text.append("\n}\n")
    return text.bytes
  }

  private func write(jsonInto text: inout ByteText) {
    let keys = columns.map { column in
      var key = ByteText()
      key.append(json: column.name)
      key.append(": ")
      return key
    }
    text.append("[")
    for (line, row) in rows.enumerated() {
      text.append(line == 0 ? "\n  {" : ",\n  {")
      for (place, cell) in row.enumerated() {
        if place > 0 { text.append(", ") }
        text.append(keys[place])
        text.append(json: cell)
      }
      text.append("}")
    }
    text.append(rows.isEmpty ? "]" : "\n]")
  }
}

extension ByteText {
  fileprivate mutating func append(json cell: ResultTable.Cell) {
    switch cell {
    case .empty: append("null")
    case .code(let code, _): append(json: code)
    case .word(let word): append(json: word)
    case .text(let value): append(json: value)
    case .count(let number): append(number)
    case .number(let value), .share(let value):
      let start = count
      append(sixDecimals: value)
      if count == start { append("null") }
    case .day(let day):
      append(UInt8(ascii: "\""))
      append(day)
      append(UInt8(ascii: "\""))
    case .words(let words):
      append("[")
      for (place, word) in words.enumerated() {
        if place > 0 { append(", ") }
        append(json: word)
      }
      append("]")
    }
  }

  /// Text in quotes, escaped.
  mutating func append(json value: String) {
    append(UInt8(ascii: "\""))
    let needsEscapes = value.utf8.contains { byte in
      byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x3C || byte == 0x7F || byte == 0xE2
    }
    if needsEscapes {
      for scalar in value.unicodeScalars { append(jsonEscaped: scalar) }
    } else {
      append(value)
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func append(jsonEscaped scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case "<", "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}", "\u{7F}":
      let digits = String(scalar.value, radix: 16)
      append("\\u")
      append(repeating: UInt8(ascii: "0"), count: 4 - digits.utf8.count)
      append(digits)
    default: append(scalar)
    }
  }
}
