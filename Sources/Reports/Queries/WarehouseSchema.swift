import Warehouse

/// The exported tables as statements that make and fill them in a database.
package struct WarehouseSchema: Sendable {
  /// The dialect.
  package let dialect: SQLDialect

  /// The statements of a dialect.
  package init(_ dialect: SQLDialect) { self.dialect = dialect }

  /// The statements; file names are relative to the exported folder.
  package var text: String {
    let statements = ExportSchema.tables.map(statement)
    return "-- The tables of 'ogpstats export'; run it in that folder\n"
      + statements.joined(separator: "\n") + "\n"
  }

  private func statement(_ table: ExportTable) -> String {
    let columns = table.fields.map { field in
      let column = "  \(dialect.quoted(field.name)) \(type(field.kind))"
      return field.missing == nil && dialect != .spark ? column + " NOT NULL" : column
    }
    let name = dialect.quoted(table.name)
    let body = columns.joined(separator: ",\n")
    let key = table.key.map(dialect.quoted).joined(separator: ", ")
    let keyed = "CREATE TABLE \(name) (\n\(body),\n  PRIMARY KEY (\(key))\n);\n"
    return switch dialect {
    case .spark:
      "CREATE OR REPLACE TEMPORARY VIEW \(name) (\n\(body)\n) USING csv\n"
        + "OPTIONS (path '\(table.fileName)', header 'true', escape '\"', multiLine 'true');\n"
    case .duckdb: keyed + "COPY \(name) FROM '\(table.fileName)' (HEADER);\n"
    case .postgresql:
      keyed + "\\copy \(name) FROM '\(table.fileName)' WITH (FORMAT csv, HEADER)\n"
    // Empty cells come in as empty texts, so that they are taken out again.
    case .sqlite: sqlite(table)
    }
  }

  /// A table that the sqlite3 shell fills: empty cells are NULL.
  private func sqlite(_ table: ExportTable) -> String {
    let raw = dialect.quoted("csv_" + table.name)
    let values = table.fields.map { field in
      let cell = "NULLIF(\(dialect.quoted(field.name)), '')"
      return switch field.kind {
      case .flag: "CASE \(cell) WHEN 'true' THEN 1 WHEN 'false' THEN 0 END"
      case .count: "CAST(\(cell) AS INTEGER)"
      case .number: "CAST(\(cell) AS REAL)"
      default: cell
      }
    }
    return ExportDatabase.definition(of: table) + ";\n"
      + ".import --csv '\(table.fileName)' \(raw)\n"
      + "INSERT INTO \(dialect.quoted(table.name))\nSELECT \(values.joined(separator: ",\n  "))\n"
      + "FROM \(raw) ORDER BY rowid;\nDROP TABLE \(raw);\n"
  }

  private func type(_ kind: ExportField.Kind) -> String {
    switch (kind, dialect) {
    case (.day, .sqlite): "TEXT"
    case (.day, _): "DATE"
    case (.flag, .sqlite): "INTEGER"
    case (.flag, _): "BOOLEAN"
    case (.count, _): "BIGINT"
    case (.number, .postgresql): "DOUBLE PRECISION"
    case (.number, _): "DOUBLE"
    case (_, .spark): "STRING"
    case (_, .duckdb): "VARCHAR"
    default: "TEXT"
    }
  }
}
