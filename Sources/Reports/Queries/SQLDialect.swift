import Warehouse

/// A dialect of SQL, as far as our queries differ between them.
package enum SQLDialect: String, CaseIterable, Sendable {
  case spark, duckdb, postgresql, sqlite

  /// A name in the dialect's quotes.
  func quoted(_ name: String) -> String {
    self == .spark ? "`" + name + "`" : "\"" + name + "\""
  }

  /// A text.
  func text(_ text: String) -> String {
    let doubled = text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: self == .spark ? "\\'" : "''")
    return "'" + doubled + "'"
  }

  /// A day.
  func day(_ day: Day) -> String { self == .sqlite ? "'\(day)'" : "DATE '\(day)'" }

  /// A text as a day.
  func day(ofText text: String) -> String { self == .sqlite ? text : "CAST(\(text) AS DATE)" }

  /// A value as text.
  func text(of value: String) -> String {
    switch self {
    case .spark: "CAST(\(value) AS STRING)"
    case .duckdb: "CAST(\(value) AS VARCHAR)"
    case .postgresql, .sqlite: "CAST(\(value) AS TEXT)"
    }
  }

  /// A whole number as one with a fraction.
  func real(_ number: String) -> String {
    switch self {
    case .spark, .duckdb: "CAST(\(number) AS DOUBLE)"
    case .postgresql: "CAST(\(number) AS DOUBLE PRECISION)"
    case .sqlite: "CAST(\(number) AS REAL)"
    }
  }

  /// The earlier or smaller of two.
  func least(_ first: String, _ second: String) -> String {
    "\(self == .sqlite ? "min" : "LEAST")(\(first), \(second))"
  }

  /// The later or greater of two.
  func greatest(_ first: String, _ second: String) -> String {
    "\(self == .sqlite ? "max" : "GREATEST")(\(first), \(second))"
  }

  /// The same day of the month so many months later, or that month's last day (status.md, "Time").
  func adding(months: String, to day: String) -> String {
    switch self {
    case .spark: "add_months(\(day), \(months))"
    case .duckdb: "CAST(\(day) + to_months(CAST(\(months) AS INTEGER)) AS DATE)"
    case .postgresql: "CAST(\(day) + (\(months)) * INTERVAL '1 month' AS DATE)"
    // SQLite counts 31 February on into March.
    case .sqlite:
      "min(date(\(day), '+' || (\(months)) || ' months'),"
        + " date(\(day), 'start of month', '+' || (\(months) + 1) || ' months', '-1 day'))"
    }
  }

  /// A day so many days later.
  func adding(days: Int, to day: String) -> String {
    switch self {
    case .spark: "date_add(\(day), \(days))"
    case .duckdb, .postgresql: "(\(day) \(days < 0 ? "-" : "+") \(abs(days)))"
    case .sqlite: "date(\(day), '\(days < 0 ? "" : "+")\(days) days')"
    }
  }

  /// How many days from one day to another.
  func days(from first: String, to second: String) -> String {
    switch self {
    case .spark: "datediff(\(second), \(first))"
    case .duckdb: "datediff('day', \(first), \(second))"
    case .postgresql: "(\(second) - \(first))"
    case .sqlite: "CAST(julianday(\(second)) - julianday(\(first)) AS INTEGER)"
    }
  }

  /// The year of a day.
  func year(_ day: String) -> String {
    switch self {
    case .sqlite: "CAST(strftime('%Y', \(day)) AS INTEGER)"
    default: "CAST(EXTRACT(YEAR FROM \(day)) AS INTEGER)"
    }
  }

  /// The quarter of a day, 1 to 4.
  func quarter(_ day: String) -> String {
    switch self {
    case .sqlite: "((CAST(strftime('%m', \(day)) AS INTEGER) + 2) / 3)"
    default: "CAST(EXTRACT(QUARTER FROM \(day)) AS INTEGER)"
    }
  }

  /// Text in the order of its bytes.
  func inByteOrder(_ text: String) -> String {
    self == .postgresql ? "\(text) COLLATE \"C\"" : text
  }

  /// The median's two middle places, rounded down as whole numbers.
  func half(_ number: String) -> String {
    self == .spark || self == .duckdb ? "CAST(FLOOR((\(number)) / 2) AS BIGINT)" : "(\(number)) / 2"
  }
}
