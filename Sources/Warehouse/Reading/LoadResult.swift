/// What came of reading a dataset.
public struct LoadResult: Sendable {
  /// The dataset; nothing where errors forbid to compute anything from it.
  public let dataset: Dataset?
  /// Everything that was found.
  public let log: DiagnosticLog
  /// The rows left out at the user's wish, in the order of the tables and their rows.
  public let rejects: [RejectedRow]
  /// Each table that the data has, in the order of data.md.
  public let summaries: [TableSummary]
}

/// A row that was left out because it, or a row that it refers to, is wrong.
public struct RejectedRow: Hashable, Sendable {
  /// The table.
  public let table: TableName
  /// Where the row, or the cell that is wrong, stands.
  public let place: Diagnostic.Place
  /// What kind of fault it is.
  public let code: Diagnostic.Code
  /// The reason.
  public let message: String
  /// The row as it stands in the data, without its line end; a database's as a line of CSV.
  public internal(set) var record = ""
  /// The row in the table as it was read.
  let row: Int
}

/// What a table holds, for `check`.
public struct TableSummary: Hashable, Sendable {
  /// The table.
  public let table: TableName
  /// The file, or file and table, that it was read from.
  public let fileName: String
  /// How many rows it has, those left out not counted.
  public let rowCount: Int
  /// How many rows were left out.
  public let rejectedCount: Int
  /// The columns of data.md in its order, with the number of rows that have no value.
  public let columns: [Column]
  /// The earliest and latest day on which a row is placed: `joined_on`, `submitted_on`,
  /// `reported_on`, `held_on`, `on`, `from_on`, else the first `starts_on` and the last `ends_on`;
  /// nothing without one.
  public let period: ClosedRange<Day>?

  /// A column and what it lacks.
  public struct Column: Hashable, Sendable {
    /// The column's name in data.md.
    public let name: String
    /// Whether the data has the column.
    public let isPresent: Bool
    /// Rows without a value; all of them where the data has no such column.
    public let missing: Int
  }
}

/// Why a dataset could not be looked at at all.
public struct LoadError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, on what, why it failed, and what to do.
  public let description: String

  package init(_ description: String) { self.description = description }
}
