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
  /// What was found.
  var findings: [TableFinding] = []
  /// How many of each fault were found, kept or not.
  var counts: [Fault: Int] = [:]
  /// Rows that are to be left out where the user asks for it.
  var badRows: Set<Int> = []
  /// Where each piece of the file began: its first row, its offset, the lines before it.
  var starts: [(row: Int, begin: Int, line: Int)] = []
  /// Whether all ids of the table are known.
  var isComplete = true
  /// Whether places are rows and columns of a database.
  var isDatabase = false
  /// Whether a database's table could not be read; its own finding says why.
  var isRefused = false
  /// Whether the data has the table.
  var isPresent = true

  /// A table that the data does not have.
  init(absent table: TableName, fileName: String? = nil) {
    schema = .of(table)
    self.fileName = fileName ?? table.rawValue + ".csv"
    columns = Array(repeating: ColumnValues(), count: schema.columns.count)
    for index in columns.indices where schema.columns[index].type == .members {
      columns[index].listEnds = []
    }
    places = RowPlaces(fileName: self.fileName, rows: [], lines: [])
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
    isRefused
      || counts.contains { $0.value > 0 && $0.key.severity == .error && !$0.key.isOfRow }
  }

  /// Whether anything is wrong.
  var hasErrors: Bool {
    isRefused || counts.contains { $0.value > 0 && $0.key.severity == .error }
  }

  /// Adds a finding.
  mutating func add(_ fault: Fault, row: Int = -1, line: Int, column: Int, _ message: String) {
    count(fault, row: row)
    keep(fault, row: row, line: line, column: column, message)
  }

  /// Counts a finding.
  mutating func count(_ fault: Fault, row: Int = -1) {
    counts[fault, default: 0] += 1
    if fault.isOfRow, row >= 0 { badRows.insert(row) }
  }

  /// Keeps a finding that is counted elsewhere.
  mutating func keep(
    _ fault: Fault, row: Int = -1, line: Int, column: Int, _ message: String,
    missing: (table: TableName, id: String)? = nil
  ) {
    findings.append(
      TableFinding(
        row: row, diagnostic: diagnostic(fault, line, column, message), missing: missing))
  }

  /// Brings the findings in the order of lines and columns, and gives those of missing rows that
  /// will be shown the nearest id that is there.
  mutating func settle(_ known: KnownRows) {
    sortFindings()
    var shown = 0
    for index in findings.indices {
      guard let missing = findings[index].missing else { continue }
      shown += 1
      if shown > DiagnosticLog.shownOfKind { break }
      guard let nearest = known.ids(of: missing.table)?.nearest(to: missing.id) else { continue }
      findings[index].diagnostic = findings[index].diagnostic
        .adding("; did you mean \(Shown.text(nearest))?")
    }
  }

  /// Brings the findings in the order of lines and columns.
  mutating func sortFindings() {
    findings = findings.enumerated().sorted { left, right in
      let first = left.element.diagnostic.place
      let second = right.element.diagnostic.place
      return (first.line, first.column, left.offset)
        < (second.line, second.column, right.offset)
    }.map(\.element)
  }

  func diagnostic(_ fault: Fault, _ line: Int, _ column: Int, _ message: String) -> Diagnostic {
    Diagnostic(
      code: fault.code, severity: fault.severity,
      place: Diagnostic.Place(file: fileName, line: line, column: column), message: message)
  }

  /// Where a row stands, for messages: `on line 3`, or of a database `in row 2`.
  func spot(of row: Int) -> String {
    (isDatabase ? "in row " : "on line ") + String(places.line(of: row))
  }

  /// A column's values by name.
  subscript(name: String) -> ColumnValues {
    schema.number(of: name).map { columns[$0] } ?? ColumnValues()
  }
}

/// Something found in a table.
struct TableFinding: Sendable {
  /// The row it concerns; −1: none.
  let row: Int
  var diagnostic: Diagnostic
  /// An id that is not there, and the table that it should be in.
  var missing: (table: TableName, id: String)?
}

extension Diagnostic {
  /// The same with more to say.
  func adding(_ words: String) -> Diagnostic {
    Diagnostic(code: code, severity: severity, place: place, message: message + words)
  }
}
