public import Warehouse

extension EditionComparison {
  /// How many rows of each table changed, and how: `ogpstats diff OLD NEW`.
  ///
  /// - Returns: `table,added,gone,newly_assessed,reported,restated,unchanged`, a row for each table
  ///   that either edition has rows of.
  public func summaryTable() -> ResultTable {
    var counts: [TableName: [EditionChange.Kind: Int]] = [:]
    for change in changes { counts[change.table, default: [:]][change.kind, default: 0] += 1 }
    let kinds = EditionChange.Kind.allCases
    var rows: [[ResultTable.Cell]] = []
    for table in TableName.allCases {
      let same = unchanged[table, default: 0]
      guard counts[table] != nil || same > 0 else { continue }
      rows.append(
        [.word(table.rawValue)] + kinds.map { .count(counts[table]?[$0] ?? 0) } + [.count(same)])
    }
    return ResultTable(
      name: "diff",
      columns: [ResultTable.Column("table", .label)]
        + kinds.map { ResultTable.Column($0.rawValue, .count) }
        + [ResultTable.Column("unchanged", .count)], rows: rows)
  }

  /// Every changed record: `ogpstats diff --records OLD NEW`.
  ///
  /// - Returns: `table,key,change,column,before,after,place`; a row a cell of a restated record.
  public func recordsTable() -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for change in changes {
      let start: [ResultTable.Cell] = [
        .word(change.table.rawValue), .text(change.key), .word(change.kind.rawValue),
      ]
      if change.cells.isEmpty {
        rows.append(start + [.empty, .empty, .empty, .text(change.place)])
      }
      for cell in change.cells {
        rows.append(
          start + [
            .word(cell.column), .optional(cell.before), .optional(cell.after),
            .text(change.place),
          ])
      }
    }
    return ResultTable(
      name: "diff_records",
      columns: ["table", "key", "change", "column", "before", "after", "place"].map {
        ResultTable.Column($0, .label)
      }, rows: rows)
  }

  /// What changed in each figure of some metrics, and because of what: `ogpstats diff --metrics`.
  ///
  /// The causes add up to the difference: records added and gone, assessed for the first time,
  /// reported on, restated; `other` is what no change of the record itself explains, such as a
  /// later as-of day.
  ///
  /// - Parameter requests: The metrics, each with its window and groups.
  /// - Returns: `metric,group,level,cell,old,new,added,gone,newly_assessed,reported,restated,other`,
  ///   a row for each count that differs or that records left and others joined.
  /// - Throws: ``MetricError`` where a metric cannot be asked for like that.
  public func metricsTable(_ requests: [MetricRequest]) throws(MetricError) -> ResultTable {
    let causes = Causes(self)
    var rows: [[ResultTable.Cell]] = []
    for request in requests {
      rows += causes.rows(
        request.metric, before: try old.trace(of: request), after: try new.trace(of: request))
    }
    let kinds = EditionChange.Kind.allCases.map(\.rawValue)
    return ResultTable(
      name: "diff_metrics",
      columns: ["metric", "group", "level", "cell"].map { ResultTable.Column($0, .label) }
        + (["old", "new"] + kinds + ["other"]).map { ResultTable.Column($0, .count) },
      rows: rows)
  }
}

extension ResultTable.Cell {
  /// A text, empty where it has no letters.
  static func optional(_ text: String) -> ResultTable.Cell { text.isEmpty ? .empty : .text(text) }

  /// The cell as CSV carries it, for those that name a row.
  var name: String {
    switch self {
    case .code(let text, _), .word(let text), .text(let text): text
    case .count(let count): String(count)
    case .day(let day): day.description
    case .words(let words): words.joined(separator: ";")
    case .empty, .number, .share: ""
    }
  }
}
