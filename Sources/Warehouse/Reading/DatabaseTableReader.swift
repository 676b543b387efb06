internal import Storage

/// Reads one table of a SQLite file: the same cells go to the same parsers as those of a file.
///
/// Places are rows from 1 and columns from 1, in the order of the table.
enum DatabaseTableReader {
  /// Reads a table.
  ///
  /// - Parameters:
  ///   - schema: The table.
  ///   - source: The database.
  ///   - known: The tables read before it.
  ///   - options: How to read.
  /// - Returns: The table; one that is not present where the database has none of this name.
  static func read(
    _ schema: TableSchema, from source: borrowing SQLiteReader, known: KnownRows,
    options: LoadOptions
  ) -> ReadTable {
    let fileName = source.place(of: schema.table.rawValue)
    var table = ReadTable(schema, fileName: fileName)
    table.isDatabase = true
    do throws(Diagnostic) {
      guard let names = try source.columns(of: schema.table.rawValue) else {
        return ReadTable(absent: schema.table, fileName: fileName)
      }
      let header = TableHeader(names, for: schema)
      for finding in header.findings {
        table.add(finding.fault, line: 0, column: finding.fileColumn + 1, finding.message)
      }
      table.fileColumns = header.fileColumns
      for (number, column) in schema.columns.enumerated()
      where column.type == .id && header.fileColumns[number] < 0 {
        table.isComplete = false
      }
      let plan = TablePlan(
        schema: schema, fileColumns: header.fileColumns, width: names.count, isDatabase: true,
        keptOfKind: options.skipsBadRows ? Int.max : DiagnosticLog.shownOfKind)
      var parser = PieceParser(plan, known: known)
      try source.read(schema.table.rawValue) { block in
        let cells = CellBlock(block)
        parser.reportWrong(cells, names)
        parser.read(cells, of: RawSpan())
      }
      take(parser.finish(), into: &table)
      table.settle(known)
    } catch {
      table.findings.append(TableFinding(row: -1, diagnostic: error))
      table.isRefused = true
      table.isComplete = false
    }
    return table
  }

  private static func take(_ piece: consuming TablePiece, into table: inout ReadTable) {
    table.rowCount = piece.rowCount
    table.columns = piece.columns
    table.counts.merge(piece.findings.counts) { $0 + $1 }
    table.badRows = piece.findings.badRows
    table.places = RowPlaces(fileName: table.fileName, rows: [0], lines: [1])
    for finding in piece.findings.kept {
      table.keep(
        finding.fault, row: finding.row, line: finding.row + 1, column: finding.column,
        finding.message, missing: finding.missing)
    }
  }
}

extension PieceParser {
  /// Reports the cells of a block, of columns that are read, that hold what no file could.
  fileprivate mutating func reportWrong(_ block: borrowing CellBlock, _ names: [String]) {
    if block.wrong.isEmpty { return }
    for (index, wrong) in block.wrong.sorted(by: { $0.key < $1.key }) {
      let column = index % block.width
      guard plan.fileColumns.contains(column) else { continue }
      report(
        wrong.fault, block, index / block.width, column, RawSpan(),
        Shown.name(names[column]) + " " + wrong.message)
    }
  }
}

extension CellBlock {
  /// A block of a database's cells.
  init(_ block: SQLiteReader.Block) {
    self.init(width: block.columnCount, capacity: block.rowCount)
    var start = 0
    for (index, end) in block.ends.enumerated() {
      cells[index] = Cell(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end))
      start = end
    }
    for row in 0..<block.rowCount { lines[row] = Int32(truncatingIfNeeded: block.firstRow + row) }
    rowCount = block.rowCount
    wrong = block.wrong
    ownText = block.bytes
    hasOwnText = true
  }
}
