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
    var assembly = TableAssembly(
      table, form, begin: headerEnd, end: file.byteCount, lines: headerLines)
    readPieces(plan, dialect, into: &assembly)
    table = assembly.finish()
    report(assembly.form, into: &table)
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
}
