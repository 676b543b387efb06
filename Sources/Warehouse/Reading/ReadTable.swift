/// A table as it was read: its values by column, where its rows stand, what is wrong with it.
struct ReadTable: Sendable {
  let schema: TableSchema
  /// The name that diagnostics use.
  let fileName: String
  /// The values, a column of the schema each.
  var columns: [ColumnValues]
  var rowCount = 0
  var places: RowPlaces
  /// For each column of the schema the file's column, −1 where it has none.
  var fileColumns: [Int]
  /// What was found, in the order of lines and columns, with the row it concerns (−1: none).
  var findings: [(row: Int, diagnostic: Diagnostic)] = []
  /// How many of each fault were found, kept or not.
  var counts: [Fault: Int] = [:]
  /// Rows that are to be left out where the user asks for it.
  var badRows: Set<Int> = []
  /// Where each piece of the file began: its first row, its offset, the lines before it.
  var starts: [(row: Int, begin: Int, line: Int)] = []
  /// Whether all ids of the table are known.
  var isComplete = true
  /// Whether the data has the table.
  var isPresent = true

  /// A table that the data does not have.
  init(absent table: TableName) {
    schema = .of(table)
    fileName = table.rawValue + ".csv"
    columns = Array(repeating: ColumnValues(), count: schema.columns.count)
    for index in columns.indices where schema.columns[index].type == .members {
      columns[index].listEnds = []
    }
    places = RowPlaces(fileName: fileName, rows: [], lines: [])
    fileColumns = Array(repeating: -1, count: schema.columns.count)
    isPresent = false
  }

  init(_ schema: TableSchema, fileName: String) {
    self.schema = schema
    self.fileName = fileName
    columns = Array(repeating: ColumnValues(), count: schema.columns.count)
    places = RowPlaces(fileName: fileName, rows: [], lines: [])
    fileColumns = Array(repeating: -1, count: schema.columns.count)
  }

  /// Whether something is wrong that leaving out rows does not mend.
  var hasFaultOfForm: Bool {
    counts.contains { $0.value > 0 && $0.key.severity == .error && !$0.key.isOfRow }
  }

  /// Adds a finding.
  mutating func add(_ fault: Fault, row: Int = -1, line: Int, column: Int, _ message: String) {
    counts[fault, default: 0] += 1
    if fault.isOfRow, row >= 0 { badRows.insert(row) }
    findings.append((row, diagnostic(fault, line, column, message)))
  }

  func diagnostic(_ fault: Fault, _ line: Int, _ column: Int, _ message: String) -> Diagnostic {
    Diagnostic(
      code: fault.code, severity: fault.severity,
      place: Diagnostic.Place(file: fileName, line: line, column: column), message: message)
  }

  /// A column's values by name.
  subscript(name: String) -> ColumnValues {
    schema.number(of: name).map { columns[$0] } ?? ColumnValues()
  }
}
