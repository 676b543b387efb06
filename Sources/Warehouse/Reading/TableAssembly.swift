/// A table that is put together from pieces of its file, in their order.
struct TableAssembly: Sendable {
  private var table: ReadTable
  /// What is wrong with the form of the file so far.
  private(set) var form: FormSummary
  /// Where the next piece should begin.
  private(set) var expected: Int
  private let begin: Int
  private let end: Int
  private var rowBase = 0
  private var lineBase: Int
  private var jumpRows: [Int32] = []
  private var jumpLines: [Int32] = []

  /// A table without rows.
  ///
  /// - Parameters:
  ///   - table: What is known from the header.
  ///   - form: What is wrong with the header's form.
  ///   - begin: Where the rows begin.
  ///   - end: Where they end.
  ///   - lines: The lines of the header.
  init(_ table: ReadTable, _ form: FormSummary, begin: Int, end: Int, lines: Int) {
    self.table = table
    self.form = form
    self.begin = begin
    self.end = end
    expected = begin
    lineBase = lines
  }

  /// Takes the only piece.
  mutating func take(whole piece: CSVTableReader.Piece) {
    note(piece)
    table.columns = piece.values.columns
  }

  /// Appends the next piece.
  mutating func append(_ piece: CSVTableReader.Piece) {
    let rows = rowBase
    note(piece)
    let growth = Double(end - begin) / Double(max(1, expected - begin))
    for number in table.columns.indices {
      // A little more than expected, lest the last piece moves all that stand before it.
      table.columns[number].append(
        piece.values.columns[number], after: rows, growth: growth > 1 ? growth * 1.03 : 1)
    }
  }

  /// Notes where the piece's rows stand and what is wrong with them.
  private mutating func note(_ piece: CSVTableReader.Piece) {
    let values = piece.values
    table.starts.append((rowBase, piece.begin, lineBase))
    for (row, line) in zip(values.jumpRows, values.jumpLines) {
      let line = Int(line) + lineBase + 1
      let row = Int(row) + rowBase
      if let last = jumpRows.indices.last,
        Int(jumpLines[last]) + row - Int(jumpRows[last]) == line
      {
        continue
      }
      jumpRows.append(Int32(truncatingIfNeeded: row))
      jumpLines.append(Int32(truncatingIfNeeded: line))
    }
    for (fault, count) in values.findings.counts { table.counts[fault, default: 0] += count }
    for row in values.findings.badRows { table.badRows.insert(row + rowBase) }
    for finding in values.findings.kept {
      table.keep(
        finding.fault, row: finding.row < 0 ? -1 : finding.row + rowBase,
        line: finding.line + lineBase + 1, column: finding.column, finding.message,
        missing: finding.missing)
    }
    form.add(piece.form, lineBase: lineBase)
    if piece.isBroken { table.isComplete = false }
    rowBase += values.rowCount
    lineBase += piece.lines
    expected = max(expected, piece.end)
  }

  /// The table.
  consuming func finish() -> ReadTable {
    table.rowCount = rowBase
    table.places = RowPlaces(fileName: table.fileName, rows: jumpRows, lines: jumpLines)
    return table
  }
}
