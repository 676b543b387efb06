internal import Storage

/// The records of any CSV file as text, cut by the scanner that reads datasets.
///
/// For small files that are no dataset: tests and fuzzing hold the scanner to the answers of other
/// readers with it. Everything is kept as strings, which the reader of datasets never does.
package struct CSVRecords: Sendable {
  /// The records in their order; a line with nothing on it is none.
  package private(set) var records: [[String]] = []
  /// The line on which each record begins.
  package private(set) var lines: [Int] = []
  /// What is wrong with the file's form, in the order of lines and columns.
  package private(set) var faults: [Diagnostic] = []

  /// Cuts a file into records.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: The name that diagnostics give.
  ///   - blockRows: How many records are cut at a time.
  ///   - limits: Sizes beyond which the file is refused.
  package init(
    _ bytes: [UInt8], fileName: String, blockRows: Int = 64, limits: CSVLimits = .standard
  ) {
    let text = bytes.rawBytes
    if let name = FileMagic.name(text, fileName: fileName) {
      faults = [
        Diagnostic(
          code: Fault.notCSV.code, severity: .error,
          place: Diagnostic.Place(file: fileName, line: 1, column: 1),
          message: "the file is \(name)")
      ]
      return
    }
    let dialect = CSVDialect.sniff(text)
    var scanner = CSVScanner(
      separator: dialect.separator, position: dialect.textStart, limits: limits)
    var block = CellBlock(width: limits.columns, capacity: max(1, blockRows))
    while scanner.position < text.byteCount, !scanner.isBroken {
      scanner.fill(&block, from: text, until: text.byteCount)
      append(block, of: bytes)
    }
    var form = FormSummary()
    form.add(scanner, of: text)
    faults = form.diagnostics(of: text, fileName: fileName, limits: limits).sorted { left, right in
      (left.place.line, left.place.column) < (right.place.line, right.place.column)
    }
  }

  private mutating func append(_ block: borrowing CellBlock, of bytes: [UInt8]) {
    var counts: [Int: Int] = [:]
    for (row, count) in block.ragged { counts[row] = count }
    for row in 0..<block.rowCount {
      var record: [String] = []
      // Cells beyond the most columns are not kept.
      for column in 0..<min(counts[row] ?? block.width, block.width) {
        let cell = block.cell(row, column)
        let range = Int(cell.start)..<Int(cell.end)
        record.append(
          block.hasOwnText
            ? String(decoding: block.ownText[range], as: UTF8.self)
            : String(
              decoding: bytes[range.lowerBound + block.base..<range.upperBound + block.base],
              as: UTF8.self))
      }
      records.append(record)
      lines.append(Int(block.lines[row]) + 1)
    }
  }
}
