internal import Storage
internal import Synchronization

extension CSVTableReader {
  /// A piece of the file as it was read.
  struct Piece: Sendable {
    var values: TablePiece
    let begin: Int
    let end: Int
    let lines: Int
    let form: FormSummary
    let isBroken: Bool
  }

  /// Reads the rows behind the header, several pieces at a time.
  func readPieces(
    _ plan: TablePlan, _ dialect: CSVDialect, into assembly: inout TableAssembly
  ) {
    let start = assembly.expected
    let end = file.byteCount
    // A small table in several pieces too, so that no thread waits for another for long.
    let share = options.threads > 1 ? max((end - start) / (options.threads * 4), 1 << 16) : Int.max
    let size = max(min(options.pieceBytes, share), 1)
    let count = max(1, (end - start + size - 1) / size)
    // Pieces that stand in the table lend their memory to later ones.
    let emptied = Mutex<[TablePiece]>([])
    @Sendable func read(_ index: Int, from begin: Int) -> Piece {
      readPiece(
        plan, dialect, from: begin, until: index + 1 >= count ? end : start + (index + 1) * size,
        into: emptied.withLock { $0.popLast() })
    }
    Parallel.fold(count, threads: options.threads, into: &assembly) { index in
      var begin = start
      if index > 0 {
        let bytes = file.bytes
        let lineEnd = bytes.first(UInt8(ascii: "\n"), in: start + index * size - 1..<end)
        begin = min(lineEnd + 1, end)
      }
      return (index, read(index, from: begin))
    } _: { assembly, result in
      var (index, piece) = result
      if piece.begin != assembly.expected { piece = read(index, from: assembly.expected) }
      if count == 1 {
        assembly.take(whole: piece)
      } else {
        assembly.append(piece)
        piece.values.clear()
        let values = piece.values
        emptied.withLock { $0.append(values) }
      }
    }
  }

  private func readPiece(
    _ plan: TablePlan, _ dialect: CSVDialect, from begin: Int, until limit: Int,
    into emptied: consuming TablePiece?
  ) -> Piece {
    let bytes = file.bytes
    var scanner = CSVScanner(
      separator: dialect.separator, position: begin, limits: options.limits)
    var parser = PieceParser(plan, known: known, into: emptied)
    // A block's cells and text stay in the cache while its columns are read.
    var block = CellBlock(width: plan.width, capacity: min(1024, max(1, limit - begin)))
    while scanner.position < limit, !scanner.isBroken {
      scanner.fill(&block, from: bytes, until: limit)
      parser.read(block, of: bytes)
    }
    let end = max(begin, scanner.position)
    var form = FormSummary()
    form.add(scanner, from: begin, of: bytes)
    // What is read stands in columns; only the places of faults look at it again.
    file.release(begin..<end)
    return Piece(
      values: parser.finish(), begin: begin, end: end, lines: scanner.line, form: form,
      isBroken: scanner.isBroken)
  }
}

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
