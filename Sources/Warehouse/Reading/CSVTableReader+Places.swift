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
}
