internal import Storage

/// Reads one CSV file as a table: cut into pieces that several threads read at once, put together
/// in the order of the file.
///
/// A piece begins after the first line feed behind its nominal start, as if that line feed stood
/// outside quotes. The piece before says where its last record really ended; where that is not
/// where the next piece began, the next piece is read again from there. So the result is that of
/// one scanner going through the whole file, whatever the pieces.
struct CSVTableReader {
  let file: MappedFile
  let fileName: String
  let schema: TableSchema
  let known: KnownRows
  let options: LoadOptions

  /// A piece of the file as it was read.
  private struct Piece: Sendable {
    var values: TablePiece
    var begin: Int
    var end: Int
    var lines: Int
    var form: FormSummary
    var isBroken: Bool
  }

  private var keptOfKind: Int {
    options.skipsBadRows ? Int.max : DiagnosticLog.shownOfKind
  }

  /// Reads the table.
  func read() -> ReadTable {
    var table = ReadTable(schema, fileName: fileName)
    if let name = FileMagic.name(file.bytes, fileName: fileName) {
      table.add(.notCSV, line: 1, column: 1, "the file is \(name)")
      table.isComplete = false
      return table
    }
    let dialect = CSVDialect.sniff(file.bytes)
    var scanner = CSVScanner(
      separator: dialect.separator, position: dialect.textStart, limits: options.limits)
    var header = CellBlock(width: options.limits.columns, capacity: 1)
    scanner.fill(&header, from: file.bytes, until: file.byteCount)
    let headerEnd = scanner.position
    let headerLines = scanner.line
    var form = FormSummary()
    form.add(scanner, of: file.bytes)
    if form.endsLinesWithReturns(file.bytes) {
      table.add(
        .loneReturn, line: 1, column: 1,
        "the lines end with a carriage return alone; expected LF or CR LF:"
          + " tr '\\r' '\\n' < \(fileName)")
      table.isComplete = false
      return table
    }
    guard let plan = self.plan(header, scanner, into: &table) else {
      report(form, into: &table)
      table.isComplete = false
      table.settle(known)
      return table
    }
    let pieces = readPieces(plan, dialect, from: headerEnd)
    merge(pieces, plan, firstLine: headerLines, &form, into: &table)
    report(form, into: &table)
    table.settle(known)
    return table
  }

  // MARK: - Header

  private func plan(
    _ block: borrowing CellBlock, _ scanner: borrowing CSVScanner, into table: inout ReadTable
  ) -> TablePlan? {
    guard block.rowCount == 1 else {
      if !scanner.isBroken {
        table.add(
          .missingHeader, line: 1, column: 1,
          "the file is empty; expected a header: "
            + schema.columns.map(\.name).joined(separator: ","))
      }
      return nil
    }
    let headerLine = Int(block.lines[0]) + 1
    let count = block.ragged.first?.count ?? block.width
    if count > block.width {
      table.add(
        .tooManyColumns, line: headerLine, column: 1,
        "the header has \(count) columns; expected at most \(block.width)")
      return nil
    }
    let own = block.ownText
    var names: [String] = []
    for column in 0..<count {
      let cell = block.cell(0, column)
      let range = Int(cell.start)..<Int(cell.end)
      let bytes =
        block.hasOwnText
        ? own.rawBytes.copy(range)
        : file.bytes.copy(range.lowerBound + block.base..<range.upperBound + block.base)
      names.append(String(decoding: bytes, as: UTF8.self))
    }
    let header = TableHeader(names, for: schema)
    for finding in header.findings {
      var line = headerLine
      var column = 1
      if finding.fileColumn >= 0 {
        (line, column) = place(of: block, 0, finding.fileColumn, line: headerLine)
      }
      table.add(finding.fault, line: line, column: column, finding.message)
    }
    table.fileColumns = header.fileColumns
    for (number, fileColumn) in header.fileColumns.enumerated() {
      if schema.columns[number].type == .id, fileColumn < 0 { table.isComplete = false }
    }
    return TablePlan(
      schema: schema, fileColumns: header.fileColumns, width: count, isDatabase: false,
      keptOfKind: keptOfKind)
  }

  /// The line and character of a cell, at its opening quote if it has one.
  func place(
    of block: borrowing CellBlock, _ row: Int, _ column: Int, line: Int
  ) -> (line: Int, column: Int) {
    let bytes = file.bytes
    let first = block.origin(row, 0)
    var offset = block.origin(row, column)
    let breaks = bytes.count(UInt8(ascii: "\n"), in: first..<max(first, offset))
    if offset > 0, bytes.byte(offset - 1) == UInt8(ascii: "\"") { offset -= 1 }
    return (line + breaks, TextPlaces.column(of: offset, bytes))
  }

  // MARK: - Pieces

  private func readPieces(
    _ plan: TablePlan, _ dialect: CSVDialect, from start: Int
  ) -> [Piece] {
    let end = file.byteCount
    let size = max(options.pieceBytes, 1)
    let count = max(1, (end - start + size - 1) / size)
    @Sendable func limit(_ index: Int) -> Int {
      index + 1 >= count ? end : start + (index + 1) * size
    }
    var pieces = Parallel.map(count, threads: options.threads) { index in
      var begin = start
      if index > 0 {
        let nominal = start + index * size
        let bytes = file.bytes
        let lineEnd = bytes.first(UInt8(ascii: "\n"), in: nominal - 1..<end)
        begin = min(lineEnd + 1, end)
      }
      return readPiece(plan, dialect, from: begin, until: limit(index))
    }
    var expected = start
    for index in pieces.indices {
      if pieces[index].begin != expected {
        pieces[index] = readPiece(plan, dialect, from: expected, until: limit(index))
      }
      expected = max(expected, pieces[index].end)
    }
    return pieces
  }

  private func readPiece(
    _ plan: TablePlan, _ dialect: CSVDialect, from begin: Int, until limit: Int
  ) -> Piece {
    let bytes = file.bytes
    var scanner = CSVScanner(
      separator: dialect.separator, position: begin, limits: options.limits)
    var parser = PieceParser(plan, known: known)
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

  // MARK: - Putting together

  private func merge(
    _ pieces: [Piece], _ plan: TablePlan, firstLine: Int, _ form: inout FormSummary,
    into table: inout ReadTable
  ) {
    var rows: [Int32] = []
    var lines: [Int32] = []
    var rowBase = 0
    var lineBase = firstLine
    for piece in pieces {
      let values = piece.values
      table.starts.append((rowBase, piece.begin, lineBase))
      for (row, line) in zip(values.jumpRows, values.jumpLines) {
        let line = Int(line) + lineBase + 1
        let row = Int(row) + rowBase
        if let last = rows.indices.last, Int(lines[last]) + row - Int(rows[last]) == line {
          continue
        }
        rows.append(Int32(truncatingIfNeeded: row))
        lines.append(Int32(truncatingIfNeeded: line))
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
    }
    table.rowCount = rowBase
    table.places = RowPlaces(fileName: fileName, rows: rows, lines: lines)
    table.columns = Self.joined(pieces, plan, threads: options.threads)
  }

  /// The columns of all pieces end to end.
  private static func joined(
    _ pieces: [Piece], _ plan: TablePlan, threads: Int
  ) -> [ColumnValues] {
    if pieces.count == 1 { return pieces[0].values.columns }
    let parts = pieces
    let rows = parts.reduce(0) { $0 + $1.values.rowCount }
    return Parallel.map(plan.schema.columns.count, threads: rows > 10_000 ? threads : 1) { column in
      var values = ColumnValues()
      values.reserve(rows, plan.schema.columns[column].type)
      var done = 0
      for part in parts {
        var other = part.values.columns[column]
        values.append(&other, after: done)
        done += part.values.rowCount
      }
      return values
    }
  }
}
