package import Warehouse

extension ResultTable {
  /// The table as CSV for programs: UTF-8, commas, LF, quotes only where needed, a header line.
  ///
  /// Codes in every language; six decimals; ISO days; several words joined by `;`; text as it is,
  /// whatever it may do to a spreadsheet (see ``spreadsheetBytes(_:)``). A table of one column
  /// writes an empty cell as `""`, since an empty line is no row.
  ///
  /// - Complexity: O(cells).
  package var csvBytes: [UInt8] {
    var csv = CSVWriter(separator: UInt8(ascii: ","), lineEnd: "\n")
    csv.write(self)
    return csv.text.bytes
  }
}

/// Writes records of one dialect.
struct CSVWriter {
  let separator: UInt8
  let lineEnd: String
  /// The mark between whole and decimals.
  var decimalMark = UInt8(ascii: ".")
  /// Whether text cells that a spreadsheet would take for a formula get an apostrophe in front.
  var guardsFormulas = false
  /// How many cells got one.
  private(set) var guardedCount = 0
  var text = ByteText()

  init(separator: UInt8, lineEnd: String) {
    self.separator = separator
    self.lineEnd = lineEnd
  }

  mutating func write(_ table: ResultTable) {
    text.reserve(text.count + (table.rows.count + 1) * table.columns.count * 12)
    write(header: table.columns.map(\.name))
    for row in table.rows { write(row) }
  }

  mutating func write(header names: [String]) {
    for (place, name) in names.enumerated() {
      if place > 0 { text.append(separator) }
      write(name)
    }
    text.append(lineEnd)
  }

  mutating func write(_ row: [ResultTable.Cell]) {
    for (place, cell) in row.enumerated() {
      if place > 0 { text.append(separator) }
      let start = text.count
      write(cell)
      if row.count == 1, text.count == start { text.append("\"\"") }
    }
    text.append(lineEnd)
  }

  private mutating func write(_ cell: ResultTable.Cell) {
    switch cell {
    case .empty: break
    // A dataset may bring codes of its own.
    case .code(let word, _), .word(let word): writeGuarded(word)
    case .text(let value): writeGuarded(value)
    case .count(let number): text.append(number)
    case .number(let value), .share(let value): write(value)
    case .day(let day): text.append(day)
    case .words(let words): writeGuarded(words.joined(separator: ";"))
    }
  }

  private mutating func write(_ value: Double) {
    guard decimalMark != UInt8(ascii: ".") else { return text.append(sixDecimals: value) }
    var number = ByteText()
    number.append(sixDecimals: value)
    let digits = number.bytes.map { $0 == UInt8(ascii: ".") ? decimalMark : $0 }
    // A comma as decimal mark needs quotes where commas separate.
    let isQuoted = decimalMark == separator
    if isQuoted { text.append(UInt8(ascii: "\"")) }
    for digit in digits { text.append(digit) }
    if isQuoted { text.append(UInt8(ascii: "\"")) }
  }

  private mutating func writeGuarded(_ value: String) {
    guard guardsFormulas, FormulaGuard.guards(value) else { return write(value) }
    guardedCount += 1
    write("'" + value)
  }

  private mutating func write(_ value: String) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = value.utf8.contains { byte in
      byte == separator || byte == quote || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else { return text.append(value) }
    text.append(quote)
    for byte in value.utf8 {
      if byte == quote { text.append(quote) }
      text.append(byte)
    }
    text.append(quote)
  }
}
