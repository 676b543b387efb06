/// How a table's cells are to be read: its schema, where its columns stand in the file, and how
/// faults are placed.
struct TablePlan: Sendable {
  let schema: TableSchema
  /// For each column of the schema the file's column, −1 where the file has none.
  let fileColumns: [Int]
  /// How many columns the file has.
  let width: Int
  /// Whether places are rows and columns of a database instead of lines and characters.
  let isDatabase: Bool
  /// How many findings of a kind are kept.
  let keptOfKind: Int
}

/// A piece of a table, read: values by column, where its rows stand, what is wrong with them.
struct TablePiece: Sendable {
  var columns: [ColumnValues]
  var rowCount = 0
  /// Rows that do not stand on the line after the row before, and their lines from the piece's
  /// start.
  var jumpRows: [Int32] = []
  var jumpLines: [Int32] = []
  private var nextLine: Int32 = -1
  var findings: Findings

  init(_ plan: TablePlan) {
    columns = Array(repeating: ColumnValues(), count: plan.schema.columns.count)
    findings = Findings(keptOfKind: plan.keptOfKind)
  }

  /// Notes where the rows of a block stand.
  mutating func place(_ block: borrowing CellBlock) {
    for row in 0..<block.rowCount {
      let line = block.lines[row]
      if line != nextLine {
        jumpRows.append(Int32(truncatingIfNeeded: rowCount &+ row))
        jumpLines.append(line)
      }
      nextLine = line &+ 1
    }
  }

  /// Forgets all rows and findings and keeps the memory.
  mutating func clear() {
    for index in columns.indices { columns[index].clear() }
    rowCount = 0
    jumpRows.removeAll(keepingCapacity: true)
    jumpLines.removeAll(keepingCapacity: true)
    nextLine = -1
    findings = Findings(keptOfKind: findings.keptOfKind)
  }
}
