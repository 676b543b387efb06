/// The rows of the IRM commitments database by column name, with the faults found on the way.
struct IRMSource {
  let fileName: String
  /// The columns that have a name, by position.
  private let names: [String: Int]
  /// One row a commitment.
  let rows: [[SourceTable.Cell]]
  let rowsPassedOver: Int
  private(set) var faults: [Diagnostic] = []

  /// Finds the header and the rows of commitments.
  ///
  /// - Parameter table: The published file.
  /// - Throws: ``ImportError`` where a column is missing that nothing can do without, or a column
  ///   that is read stands twice.
  init(_ table: SourceTable) throws(ImportError) {
    fileName = table.fileName
    var records = table.records[...]
    var passedOver = 0
    if let first = records.first, Self.isColumnNumbers(first) {
      records = records.dropFirst()
      passedOver += 1
    }
    guard let header = records.first else {
      throw ImportError(fileName, line: 0, column: 0, "empty-file", "the file has no header")
    }
    records = records.dropFirst()
    let headerNames = header.map { IRMVocabulary.columnName($0.text) }
    var names: [String: Int] = [:]
    for (index, name) in headerNames.enumerated() where !name.isEmpty {
      if names[name] != nil, Self.isRead(name) {
        throw ImportError(
          fileName, line: header[index].line, column: header[index].column, "duplicate-column",
          "the column \(name) stands twice")
      }
      if names[name] == nil { names[name] = index }
    }
    for required in ["country", "action_plan_number", "year_of_submission"]
    where names[required] == nil {
      throw ImportError(
        fileName, line: header[0].line, column: 1, "missing-column",
        "there is no column \(required); is this the IRM commitments database?")
    }
    var rows: [[SourceTable.Cell]] = []
    for record in records {
      let cells = record.map { IRMVocabulary.columnName($0.text) }
      if cells == headerNames {
        passedOver += 1
        continue
      }
      if record.count != header.count,
        record.count < header.count
          || record[header.count...].contains(where: { !$0.text.isEmpty })
      {
        faults.append(
          Diagnostic(
            code: Diagnostic.Code(rawValue: "wrong-field-count"), severity: .error,
            place: Diagnostic.Place(file: fileName, line: record[0].line, column: 1),
            message: "\(record.count) fields; expected \(header.count) as in the header"))
        continue
      }
      if record.allSatisfy({ IRMVocabulary.trimmed($0.text).isEmpty }) { continue }
      rows.append(record)
    }
    self.names = names
    self.rows = rows
    rowsPassedOver = passedOver
  }

  private static func isColumnNumbers(_ record: [SourceTable.Cell]) -> Bool {
    let filled = record.map { IRMVocabulary.trimmed($0.text) }.filter { !$0.isEmpty }
    return !filled.isEmpty
      && filled.allSatisfy { text in
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }

  private static func isRead(_ name: String) -> Bool {
    let tags = (IRMVocabulary.policyAreas + IRMVocabulary.sectors).map(\.column)
    let labels = IRMVocabulary.codings.map(\.label)
    let others = [
      "row_id", "country", "action_plan_number", "comm_no", "year_of_submission", "relevant",
      "code_relevant", "report_publication_year_progress_report",
      "report_publication_year_end_of_term",
    ]
    return (tags + labels + others + IRMVocabulary.values.map(\.column)).contains(name)
  }

  /// Whether the edition has a column.
  func has(_ column: String) -> Bool { names[column] != nil }

  /// A row's cell, or nothing where the edition has no such column.
  func cell(_ row: Int, _ column: String) -> SourceTable.Cell? {
    guard let index = names[column] else { return nil }
    return rows[row][index]
  }

  /// A row's text without space around it; empty where the edition has no such column.
  func text(_ row: Int, _ column: String) -> String {
    cell(row, column).map { IRMVocabulary.trimmed($0.text) } ?? ""
  }

  /// Notes a fault of a cell.
  mutating func fault(
    _ row: Int, _ column: String, _ code: String, _ message: String
  ) {
    let cell = cell(row, column) ?? rows[row][0]
    faults.append(
      Diagnostic(
        code: Diagnostic.Code(rawValue: code), severity: .error,
        place: Diagnostic.Place(file: fileName, line: cell.line, column: cell.column),
        message: message))
  }
}
