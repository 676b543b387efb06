import Warehouse

/// The rows that were left out at the user's wish.
enum Rejects {
  /// The rejects file.
  ///
  /// - Parameter rows: The rows.
  /// - Returns: `table,file,line,column,code,message`.
  static func table(_ rows: [RejectedRow]) -> ResultTable {
    ResultTable(
      name: "rejects",
      columns: [
        ResultTable.Column("table", .label), ResultTable.Column("file", .label),
        ResultTable.Column("line", .count), ResultTable.Column("column", .count),
        ResultTable.Column("code", .label), ResultTable.Column("message", .label),
      ],
      rows: rows.map { row in
        [
          .text(row.table.rawValue), .text(row.place.file), .count(row.place.line),
          .count(row.place.column), .text(row.code.rawValue), .text(row.message),
        ]
      })
  }
}
