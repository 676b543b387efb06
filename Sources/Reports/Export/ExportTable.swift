import Warehouse

/// The declaration of an exported table: CSV header, data package, SQLite and warehouse schemas and
/// the guide are all made from it.
package struct ExportTable: Sendable {
  /// A reference to another table.
  package struct Reference: Sendable {
    /// The columns here.
    package let fields: [String]
    /// The table referred to.
    package let table: String
    /// Its columns.
    package let targets: [String]

    init(_ fields: [String], _ table: String, _ targets: [String]? = nil) {
      self.fields = fields
      self.table = table
      self.targets = targets ?? fields
    }
  }

  /// The table's name, and its file's without `.csv`.
  package let name: String
  /// What a row is: a phrase without a full stop.
  package let summary: String
  /// The columns, left to right.
  package let fields: [ExportField]
  /// The columns that tell rows apart.
  package let key: [String]
  /// References to other tables.
  package let references: [Reference]
  /// Columns that SQLite has an index on, besides the key.
  package let indexes: [[String]]

  init(
    _ name: String, _ summary: String, key: [String], references: [Reference] = [],
    indexes: [[String]] = [], _ fields: [ExportField]
  ) {
    self.name = name
    self.summary = summary
    self.key = key
    self.references = references
    self.indexes = indexes
    self.fields = fields
  }

  /// The file.
  package var fileName: String { name + ".csv" }
}

/// The rows of an exported table.
struct ExportRows: Sendable {
  /// Whose rows they are.
  let table: ExportTable
  /// How many there are.
  let count: Int
  /// Appends the cells of a row, as many as the table has columns.
  let fill: @Sendable (_ row: Int, _ cells: inout [ResultTable.Cell]) -> Void

  init(
    _ table: ExportTable, count: Int,
    _ fill: @escaping @Sendable (_ row: Int, _ cells: inout [ResultTable.Cell]) -> Void
  ) {
    self.table = table
    self.count = count
    self.fill = fill
  }

  /// Rows that are made already.
  init(_ table: ExportTable, _ rows: [[ResultTable.Cell]]) {
    self.init(table, count: rows.count) { row, cells in cells += rows[row] }
  }
}
