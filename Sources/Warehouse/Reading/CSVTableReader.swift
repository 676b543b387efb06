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
    var faults: [FormFault]
    var faultCounts: [FormFault.Kind: Int]
    var isBroken: Bool
    var blankLines: Int
    var firstBlank: Int?
    var lineFeeds: Int
    var returns: Int
    var encoding: [EncodingFault]
    var encodingCount: Int
  }

  /// Bytes that are not UTF-8.
  private struct EncodingFault: Sendable {
    let range: Range<Int>
  }

  private var keptOfKind: Int {
    options.skipsBadRows ? Int.max : DiagnosticLog.shownOfKind
  }

  /// Reads the table.
  func read() -> ReadTable {
    var table = ReadTable(schema, fileName: fileName)
    if let name = FileMagic.name(file.bytes) {
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
    guard let plan = self.plan(header, scanner, into: &table) else {
      table.isComplete = false
      return table
    }
    let pieces = readPieces(plan, dialect, from: headerEnd, broken: scanner.isBroken)
    merge(pieces, plan, dialect, firstLine: headerLines, into: &table)
    reportForm(scanner, into: &table)
    return table
  }

  // MARK: - Header

  private func plan(
    _ block: borrowing CellBlock, _ scanner: borrowing CSVScanner, into table: inout ReadTable
  ) -> TablePlan? {
    guard block.rowCount == 1 else {
      reportForm(scanner, into: &table)
      if !scanner.isBroken {
        table.add(
          .missingHeader, line: 1, column: 1,
          "the file is empty; expected a header: "
            + schema.columns.map(\.name).joined(separator: ","))
      }
      return nil
    }
    let count = block.ragged.first?.count ?? block.width
    if count > block.width {
      table.add(
        .tooManyColumns, line: 1, column: 1,
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
    let headerLine = Int(block.lines[0]) + 1
    for finding in header.findings {
      var line = headerLine
      var column = 1
      if finding.fileColumn >= 0 {
        (line, column) = place(of: block, 0, finding.fileColumn, line: headerLine)
      }
      table.add(finding.fault, line: line, column: column, finding.message)
    }
    if header.fileColumns.allSatisfy({ $0 < 0 }),
      file.bytes.count(UInt8(ascii: "\r"), in: 0..<min(file.byteCount, 1 << 16)) > 0,
      file.bytes.count(UInt8(ascii: "\n"), in: 0..<min(file.byteCount, 1 << 16)) == 0
    {
      table.findings.removeAll()
      table.counts.removeAll()
      table.add(
        .loneReturn, line: 1, column: 1,
        "the lines end with a carriage return alone; expected LF or CR LF: tr '\\r' '\\n'")
      return nil
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
    _ plan: TablePlan, _ dialect: CSVDialect, from start: Int, broken: Bool
  ) -> [Piece] {
    let end = broken ? start : file.byteCount
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
    var encoding: [EncodingFault] = []
    var encodingCount = 0
    var offset = begin
    while let fault = UTF8Check.firstFault(in: bytes, offset..<end) {
      encodingCount += 1
      if encoding.count < DiagnosticLog.shownOfKind { encoding.append(EncodingFault(range: fault)) }
      offset = fault.upperBound
    }
    return Piece(
      values: parser.finish(), begin: begin, end: end, lines: scanner.line,
      faults: scanner.faults, faultCounts: scanner.faultCounts, isBroken: scanner.isBroken,
      blankLines: scanner.blankLines, firstBlank: scanner.firstBlank,
      lineFeeds: scanner.endings.lineFeed, returns: scanner.endings.returned,
      encoding: encoding, encodingCount: encodingCount)
  }

  // MARK: - Putting together

  private func merge(
    _ pieces: [Piece], _ plan: TablePlan, _ dialect: CSVDialect, firstLine: Int,
    into table: inout ReadTable
  ) {
    var rows: [Int32] = []
    var lines: [Int32] = []
    var nextLine = -1
    var rowBase = 0
    var lineBase = firstLine
    var form = FormSummary()
    var starts: [(row: Int, begin: Int, line: Int)] = []
    for piece in pieces {
      let values = piece.values
      starts.append((rowBase, piece.begin, lineBase))
      for (row, line) in zip(values.jumpRows, values.jumpLines) {
        let line = Int(line) + lineBase + 1
        let row = Int(row) + rowBase
        let expected =
          rows.isEmpty ? nextLine : Int(lines[lines.count - 1]) + row - Int(rows[rows.count - 1])
        if line != expected || rows.isEmpty {
          rows.append(Int32(truncatingIfNeeded: row))
          lines.append(Int32(truncatingIfNeeded: line))
        }
        nextLine = line
      }
      for (fault, count) in values.findings.counts { table.counts[fault, default: 0] += count }
      for row in values.findings.badRows { table.badRows.insert(row + rowBase) }
      for finding in values.findings.kept {
        var message = finding.message
        if let missing = finding.missing, table.findings.count < 200,
          let nearest = known.ids(of: missing.table)?.nearest(to: missing.id)
        {
          message += "; did you mean \(Shown.text(nearest))?"
        }
        table.findings.append(
          (
            finding.row < 0 ? -1 : finding.row + rowBase,
            table.diagnostic(
              finding.fault, finding.line + lineBase + 1, finding.column, message)
          ))
      }
      form.add(piece, lineBase: lineBase)
      if piece.isBroken { table.isComplete = false }
      rowBase += values.rowCount
      lineBase += piece.lines
    }
    table.rowCount = rowBase
    table.places = RowPlaces(fileName: fileName, rows: rows, lines: lines)
    table.columns = Self.joined(pieces, plan, threads: options.threads)
    table.starts = starts
    report(form, into: &table)
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

  // MARK: - Faults of form

  /// What is wrong with the form of the file, over all pieces.
  private struct FormSummary {
    var faults: [(fault: FormFault, lineBase: Int)] = []
    var counts: [FormFault.Kind: Int] = [:]
    var blankLines = 0
    var firstBlank: Int?
    var lineFeeds = 0
    var returns = 0
    var encoding: [Range<Int>] = []
    var encodingCount = 0

    mutating func add(_ piece: Piece, lineBase: Int) {
      faults += piece.faults.map { ($0, lineBase) }
      counts.merge(piece.faultCounts) { $0 + $1 }
      blankLines += piece.blankLines
      if firstBlank == nil, let line = piece.firstBlank { firstBlank = line + lineBase + 1 }
      lineFeeds += piece.lineFeeds
      returns += piece.returns
      encoding += piece.encoding.map(\.range)
      encodingCount += piece.encodingCount
    }
  }

  private func reportForm(_ scanner: borrowing CSVScanner, into table: inout ReadTable) {
    var form = FormSummary()
    form.faults = scanner.faults.map { ($0, 0) }
    form.counts = scanner.faultCounts
    var offset = 0
    let end = scanner.isBroken ? file.byteCount : scanner.position
    while let fault = UTF8Check.firstFault(in: file.bytes, offset..<end) {
      form.encodingCount += 1
      if form.encoding.count < DiagnosticLog.shownOfKind { form.encoding.append(fault) }
      offset = fault.upperBound
    }
    report(form, into: &table)
  }

  private func report(_ form: FormSummary, into table: inout ReadTable) {
    let bytes = file.bytes
    for (fault, lineBase) in form.faults {
      let (kind, message) = describe(fault)
      table.findings.append(
        (
          -1,
          table.diagnostic(
            kind, fault.line + lineBase + 1, TextPlaces.column(of: fault.offset, bytes), message)
        ))
    }
    for (kind, count) in form.counts { table.counts[kind.fault, default: 0] += count }
    for range in form.encoding {
      let hex = bytes.copy(range).map { byte in
        let text = String(byte, radix: 16, uppercase: true)
        return text.utf8.count == 1 ? "0" + text : text
      }
      let line = bytes.count(UInt8(ascii: "\n"), in: 0..<range.lowerBound) + 1
      table.findings.append(
        (
          -1,
          table.diagnostic(
            .notUTF8, line, TextPlaces.column(of: range.lowerBound, bytes),
            "byte \(range.lowerBound) is \(hex.joined(separator: " ")), which is not UTF-8;"
              + " if the file is Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 \(fileName)")
        ))
    }
    if form.encodingCount > 0 { table.counts[.notUTF8, default: 0] += form.encodingCount }
    if form.blankLines > 0, let line = form.firstBlank {
      table.add(
        .blankLines, line: line, column: 1,
        form.blankLines == 1
          ? "a line with nothing on it is not a row"
          : "\(form.blankLines) lines with nothing on them are not rows; the first is this")
    }
    if form.lineFeeds > 0, form.returns > 0 {
      table.add(
        .mixedLineEnds, line: 1, column: 1,
        "\(form.lineFeeds) lines end with LF and \(form.returns) with CR LF")
    }
  }

  private func describe(_ fault: FormFault) -> (Fault, String) {
    switch fault.kind {
    case .unclosedQuote: (.unclosedQuote, "a quote is opened here and never closed")
    case .textAfterQuote:
      (
        .textAfterQuote,
        "text stands behind a closing quote; expected the end of the cell: a quote inside quotes is"
          + " written twice"
      )
    case .strayQuote:
      (.strayQuote, "a quote inside a cell that is not quoted is taken as it stands")
    case .loneReturn:
      (.loneReturn, "a carriage return without a line feed; expected LF or CR LF, or quotes")
    case .nul: (.nul, "NUL; expected text")
    case .longCell:
      (
        .longCell,
        "a cell begins here that is longer than \(options.limits.cellBytes) bytes; is a quote"
          + " missing?"
      )
    case .longRecord:
      (
        .longRecord,
        "a row begins here that is longer than \(options.limits.recordBytes) bytes; is a quote"
          + " missing?"
      )
    }
  }
}

extension FormFault.Kind {
  /// The fault that diagnostics name.
  var fault: Fault {
    switch self {
    case .unclosedQuote: .unclosedQuote
    case .textAfterQuote: .textAfterQuote
    case .strayQuote: .strayQuote
    case .loneReturn: .loneReturn
    case .nul: .nul
    case .longCell: .longCell
    case .longRecord: .longRecord
    }
  }
}
