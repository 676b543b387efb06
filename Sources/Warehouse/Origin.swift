/// Where a dataset came from, where its rows stand, and what it says of itself.
public struct Origin: Sendable {
  /// A file that was read.
  public struct File: Hashable, Sendable {
    /// The file's name without its folder.
    public let name: String
    /// Its size.
    public let byteCount: Int
    /// Its SHA-256 in lower-case hexadecimal; empty where the caller asked for none.
    public let sha256: String

    package init(name: String, byteCount: Int, sha256: String) {
      self.name = name
      self.byteCount = byteCount
      self.sha256 = sha256
    }
  }

  /// The files, by name in byte order.
  public let files: [File]
  /// For each table in the data: the name that diagnostics use, and the line of each row.
  public let places: [TableName: RowPlaces]
  /// Title, source and licence, and whether the data is synthetic: from `dataset.json`, or the
  /// table `dataset` of a SQLite file.
  public let about: About
  /// Rows left out at the user's wish, by table.
  public let rejectedRows: [TableName: Int]

  /// What a dataset says of itself.
  public struct About: Hashable, Sendable {
    /// A title for people; empty: none.
    public var title = ""
    /// Who published the data.
    public var source = ""
    /// Under which licence.
    public var licence = ""
    /// Whether the data was made up by a generator.
    public var isSynthetic = false

    /// What a dataset says that says nothing.
    public init() {}
  }

  package init(
    files: [File], places: [TableName: RowPlaces], about: About, rejectedRows: [TableName: Int]
  ) {
    self.files = files
    self.places = places
    self.about = about
    self.rejectedRows = rejectedRows
  }

  /// The origin of a dataset made in memory.
  package static let memory = Origin(files: [], places: [:], about: About(), rejectedRows: [:])

  /// Where a row stands: `plans.csv:17`, or `data.sqlite/plans:16`.
  ///
  /// - Parameters:
  ///   - row: A row of the table.
  ///   - table: The table.
  /// - Returns: File and line as text.
  public func place(of row: Int, in table: TableName) -> String {
    guard let places = places[table] else { return "\(table.rawValue):\(row + 1)" }
    return "\(places.fileName):\(places.line(of: row))"
  }
}

/// The lines on which a table's rows begin, kept only where they jump.
///
/// A plain file of one line a row needs one entry whatever its length; each blank line, line break
/// inside quotes or rejected row adds one.
public struct RowPlaces: Hashable, Sendable {
  /// The file (or file and table) that diagnostics name.
  public let fileName: String
  private let rows: [Int32]
  private let lines: [Int32]

  /// Places of rows that follow each other line by line but for jumps.
  ///
  /// - Parameters:
  ///   - fileName: The file that diagnostics name.
  ///   - rows: The rows at which a run begins, ascending, the first 0.
  ///   - lines: The lines on which these rows begin.
  package init(fileName: String, rows: [Int32], lines: [Int32]) {
    self.fileName = fileName
    self.rows = rows
    self.lines = lines
  }

  /// The line on which a row begins, as a person counts.
  ///
  /// - Parameter row: A row of the table.
  /// - Returns: The line, from 1.
  /// - Complexity: O(log jumps).
  public func line(of row: Int) -> Int {
    var low = 0
    var high = rows.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) <= row { low = middle } else { high = middle }
    }
    guard !rows.isEmpty else { return row + 2 }
    return Int(lines[low]) + row - Int(rows[low])
  }
}
