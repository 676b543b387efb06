/// Rows of CSV text: quotes only where they are needed, LF at the end of a line.
struct CSVRows {
  private(set) var bytes: [UInt8]
  private(set) var count = 0

  /// No rows under a header.
  ///
  /// - Parameter header: The column names joined by commas.
  init(header: String) { bytes = Array((header + "\n").utf8) }

  /// Adds a row.
  ///
  /// - Parameter cells: Its cells; an empty one is a missing value.
  mutating func append(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes.append(UInt8(ascii: "\n"))
    count += 1
  }

  /// Cells as one row, without a line break at its end.
  ///
  /// - Parameter cells: Its cells.
  /// - Returns: The row.
  static func line(_ cells: [String]) -> String {
    var rows = CSVRows(bytes: [], count: 0)
    rows.append(cells)
    return String(decoding: rows.bytes.dropLast(), as: UTF8.self)
  }

  private init(bytes: [UInt8], count: Int) {
    self.bytes = bytes
    self.count = count
  }

  private mutating func append(_ cell: String) {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
