internal import Storage

extension CSVTableReader {
  /// The line and character of a cell of a table that was read, for checks made afterwards.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - number: The column of the schema; where the file has none, the row's first cell.
  ///   - table: The table.
  /// - Returns: Both from 1; the row's first character where the cell cannot be found.
  /// - Complexity: O(a piece of the file).
  func place(row: Int, column number: Int, in table: ReadTable) -> (line: Int, column: Int) {
    let fallback = (table.places.line(of: row), 1)
    guard let start = table.starts.last(where: { $0.row <= row }) else { return fallback }
    let dialect = CSVDialect.sniff(file.bytes)
    var scanner = CSVScanner(
      separator: dialect.separator, position: start.begin, limits: options.limits)
    let width = max(1, (table.fileColumns.max() ?? 0) + 1)
    var block = CellBlock(width: width, capacity: 256)
    var first = start.row
    while scanner.position < file.byteCount, !scanner.isBroken {
      scanner.fill(&block, from: file.bytes, until: file.byteCount)
      if row < first + block.rowCount {
        let index = row - first
        return place(
          of: block, index, max(0, table.fileColumns[number]),
          line: Int(block.lines[index]) + start.line + 1)
      }
      if block.rowCount == 0 { break }
      first += block.rowCount
    }
    return fallback
  }

  /// The text of some rows of a table that was read.
  ///
  /// - Parameters:
  ///   - rows: The rows, ascending.
  ///   - table: The table.
  /// - Returns: Each row without its line end.
  /// - Complexity: O(the file).
  func records(of rows: [Int], in table: ReadTable) -> [String] {
    guard let start = table.starts.first else { return [] }
    let bytes = file.bytes
    let separator = CSVDialect.sniff(bytes).separator
    var scanner = CSVScanner(
      separator: separator, position: start.begin, limits: options.limits)
    var block = CellBlock(width: 1, capacity: 1024)
    var texts: [String] = []
    var first = 0
    while texts.count < rows.count, scanner.position < bytes.byteCount, !scanner.isBroken {
      scanner.fill(&block, from: bytes, until: bytes.byteCount)
      while texts.count < rows.count, rows[texts.count] < first + block.rowCount {
        let begin = TextPlaces.lineStart(of: block.origin(rows[texts.count] - first, 0), bytes)
        let end = recordEnd(from: begin, separator)
        texts.append(String(decoding: bytes.copy(begin..<end), as: UTF8.self))
      }
      first += block.rowCount
    }
    return texts
  }

  /// Where a record of a file without faults of form ends, before its line end.
  private func recordEnd(from begin: Int, _ separator: UInt8) -> Int {
    let bytes = file.bytes
    var offset = begin
    var isCellStart = true
    var isQuoted = false
    while offset < bytes.byteCount {
      let byte = bytes.byte(offset)
      if byte == UInt8(ascii: "\""), isQuoted || isCellStart {
        isQuoted.toggle()
        // A doubled quote closes and opens at once.
        isCellStart = !isQuoted
      } else if !isQuoted {
        if byte == UInt8(ascii: "\n") { break }
        isCellStart = byte == separator
      }
      offset += 1
    }
    if offset > begin, bytes.byte(offset - 1) == UInt8(ascii: "\r") { offset -= 1 }
    return offset
  }
}
