import Storage
import Warehouse

/// `ogpstats.sqlite`: the tables of an export with keys, references, indexes and views.
enum ExportDatabase {
  /// Writes all tables.
  ///
  /// - Parameters:
  ///   - path: Where nothing is yet.
  ///   - shown: The name that messages give.
  ///   - tables: The rows.
  /// - Throws: ``StorageError``.
  static func write(to path: String, shown: String, _ tables: [ExportRows]) throws(StorageError) {
    let writer = try SQLiteWriter(at: path, shown: shown)
    for rows in tables {
      try writer.run(definition(of: rows.table))
      try insert(rows, into: writer)
    }
    for rows in tables {
      for (number, columns) in rows.table.indexes.enumerated() {
        let name = "\(rows.table.name)_\(number + 1)"
        try writer.run(
          "CREATE INDEX \(quoted(name)) ON \(quoted(rows.table.name)) (\(list(columns)))")
      }
    }
    for view in views { try writer.run(view) }
    try writer.finish()
  }

  private static func insert(
    _ rows: ExportRows, into writer: borrowing SQLiteWriter
  ) throws(StorageError) {
    let fields = rows.table.fields
    var next = 0
    var cells: [ResultTable.Cell] = []
    try writer.insert(into: rows.table.name, columnCount: fields.count) { values in
      guard next < rows.count else { return false }
      cells.removeAll(keepingCapacity: true)
      rows.fill(next, &cells)
      for (cell, field) in zip(cells, fields) { values.append(value(cell, field)) }
      next += 1
      return true
    }
  }

  private static func value(
    _ cell: ResultTable.Cell, _ field: ExportField
  ) -> SQLiteWriter.Value {
    switch cell {
    case .empty: .missing
    case .word(let word) where field.kind == .flag: .integer(word == "true" ? 1 : 0)
    case .code(let text, _), .word(let text), .text(let text): .text(text)
    case .count(let number): field.kind == .number ? .real(Double(number)) : .integer(number)
    case .number(let value), .share(let value): .real(sixDecimals(value))
    case .day(let day): .text(day.description)
    case .words(let words): .text(words.joined(separator: ";"))
    }
  }

  /// The number that the CSV file says, so that both files hold the same.
  private static func sixDecimals(_ value: Double) -> Double {
    var text = ByteText()
    text.append(sixDecimals: value)
    return Double(text.text) ?? value
  }

  // MARK: - Statements

  static func quoted(_ name: String) -> String { "\"" + name + "\"" }

  private static func list(_ names: [String]) -> String {
    names.map(quoted).joined(separator: ", ")
  }

  /// The statement that makes a table.
  static func definition(of table: ExportTable) -> String {
    var lines = table.fields.map { field in
      let name = quoted(field.name)
      var line = "\(name) \(type(field.kind))"
      if field.missing == nil { line += " NOT NULL" }
      if field.kind == .flag { line += " CHECK (\(name) IN (0, 1))" }
      return line
    }
    lines.append("PRIMARY KEY (\(list(table.key)))")
    lines += table.references.map { reference in
      "FOREIGN KEY (\(list(reference.fields))) REFERENCES \(quoted(reference.table))"
        + " (\(list(reference.targets)))"
    }
    return "CREATE TABLE \(quoted(table.name)) (\n  \(lines.joined(separator: ",\n  "))\n) STRICT"
  }

  private static func type(_ kind: ExportField.Kind) -> String {
    switch kind {
    case .id, .text, .code, .codes, .word, .words, .day: "TEXT"
    case .flag, .count: "INTEGER"
    case .number: "REAL"
    }
  }

  /// Views for those who only want to look.
  private static let views = [
    """
    CREATE VIEW "member_overview" AS
    SELECT m."member_id", m."name", m."country", m."region", m."status", m."since", m."reasons",
      m."next_status", m."next_on",
      (SELECT count(*) FROM "plan_members" p WHERE p."member_id" = m."member_id") AS "plans",
      (SELECT count(*) FROM "commitment_members" c WHERE c."member_id" = m."member_id")
        AS "commitments"
    FROM "members" m WHERE m."known"
    """,
    """
    CREATE VIEW "commitment_overview" AS
    SELECT c."commitment_id", c."title", c."plan_id", p."member_ids", p."plan_type",
      c."submitted_on", c."starts_on", c."ends_on", c."withdrawn_on", c."finished_on",
      c."completion", c."relevant", c."potential_impact", c."star"
    FROM "commitments" c JOIN "plans" p ON p."plan_id" = c."plan_id" WHERE c."known"
    """,
    """
    CREATE VIEW "open_obligations" AS
    SELECT o."obligation", o."due_on", o."outcome", o."plan_id", o."commitment_id",
      COALESCE(o."member_id", p."member_ids") AS "member_ids"
    FROM "obligations" o LEFT JOIN "plans" p ON p."plan_id" = o."plan_id"
    WHERE o."done_on" IS NULL ORDER BY o."due_on", o."obligation_no"
    """,
    """
    CREATE VIEW "metric_labels" AS
    SELECT m.*, n."en" AS "metric_en", l."en" AS "level_en"
    FROM "metrics" m
    LEFT JOIN "labels" n ON n."list" = 'metric' AND n."code" = m."metric"
    LEFT JOIN "labels" l ON l."list" = m."metric" || '.level' AND l."code" = m."level"
    """,
  ]
}
