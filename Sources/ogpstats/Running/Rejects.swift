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

  /// How many rows were left out: `3 rows left out (plans 1, commitments 2)`.
  ///
  /// - Parameter result: What came of reading.
  /// - Returns: A phrase without a full stop.
  static func account(_ result: LoadResult) -> String {
    let tables = result.summaries.filter { $0.rejectedCount > 0 }
    let total = tables.reduce(0) { $0 + $1.rejectedCount }
    let parts = tables.map { "\($0.table.rawValue) \($0.rejectedCount)" }
    return "\(Count.of(total, "row")) left out (\(parts.joined(separator: ", ")))"
  }
}
