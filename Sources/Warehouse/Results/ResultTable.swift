/// A result ready for any format: named columns, rows of typed cells.
///
/// Formats decide how a cell looks: CSV and JSON carry codes, six decimals and ISO days; tables
/// for people carry labels and the number style of their language.
public struct ResultTable: Hashable, Sendable {
  /// One cell.
  public enum Cell: Hashable, Sendable {
    /// Nothing: empty in CSV, null in JSON.
    case empty
    /// A code of a list; people read its label.
    case code(String, list: CodeList)
    /// A word of the program's own vocabulary (a level, a requirement, a scenario, a note), which
    /// formats for people look up in their words and print as it is where they have none.
    case word(String)
    /// Text of the data: ids, names, cohorts.
    case text(String)
    /// A whole number: counts, days of one item.
    case count(Int)
    /// A measured number: six decimals in CSV.
    case number(Double)
    /// A share of one, six decimals in CSV, per cent for people.
    case share(Double)
    /// A day.
    case day(Day)
    /// Several words joined by `;` in CSV.
    case words([String])
  }

  /// What a column holds, for formats that align, sort or draw.
  public enum ColumnKind: String, Hashable, Sendable {
    /// A group, level, code, id or text.
    case label
    /// A whole number.
    case count
    /// A measured number.
    case number
    /// A share of one.
    case share
    /// A day.
    case day
  }

  /// A column.
  public struct Column: Hashable, Sendable {
    /// The column's name: the header in CSV, the key in JSON.
    public let name: String
    /// What it holds.
    public let kind: ColumnKind

    /// A column.
    ///
    /// - Parameters:
    ///   - name: The header.
    ///   - kind: What it holds.
    public init(_ name: String, _ kind: ColumnKind) {
      self.name = name
      self.kind = kind
    }
  }

  /// What the table is of: a metric's or a command's name.
  public let name: String
  /// The columns, left to right.
  public let columns: [Column]
  /// The rows; each as long as ``columns``.
  public private(set) var rows: [[Cell]]

  /// A table.
  ///
  /// - Parameters:
  ///   - name: What the table is of.
  ///   - columns: The columns, left to right.
  ///   - rows: Rows as long as the columns.
  public init(name: String, columns: [Column], rows: [[Cell]] = []) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// Adds a row.
  ///
  /// - Parameter row: As many cells as there are columns.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "\(row.count) cells in \(columns.count) columns")
    rows.append(row)
  }

  /// The position of a column.
  ///
  /// - Parameter name: A column's name.
  /// - Returns: Its position, or nothing.
  public func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}
