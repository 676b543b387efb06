import Membership
import Metrics
import Reports
import Warehouse

/// What `check` found, ready for any format.
struct CheckReport {
  private let result: LoadResult
  private let log: DiagnosticLog
  private let asOf: Day?
  /// The handbook's limits overstepped, as in the metric of that name; nothing where the data
  /// cannot be used.
  private let limits: ResultTable?

  /// Puts together what is to be told.
  ///
  /// - Parameters:
  ///   - result: What came of reading.
  ///   - asOf: The as-of day that was asked for.
  ///   - rules: The rules whose limits are held against the data.
  ///   - threads: On how many threads to compute.
  /// - Throws: ``MetricError``, which this question cannot cause.
  init(_ result: LoadResult, asOf: Day?, rules: RuleSet, threads: Int) throws(MetricError) {
    self.result = result
    let day = asOf ?? result.dataset?.defaultAsOf
    self.asOf = day
    var log = result.log
    var limits: ResultTable?
    if let dataset = result.dataset, let day {
      log.append(LateRows(of: dataset, after: day, isDefault: asOf == nil).log)
      let cohort = Cohort(of: dataset, asOf: day, under: RuleSchedule(rules), threads: threads)
      let request = MetricRequest(.handbookChecks)
      limits = try cohort.table(for: request)
      log.append(LimitWarnings(rules).log(of: try cohort.trace(of: request)))
    }
    self.log = log
    self.limits = limits
  }

  /// The faults shown in full: `file,line,column,severity,code,message`.
  var diagnostics: ResultTable {
    ResultTable(
      name: "diagnostics",
      columns: [
        ResultTable.Column("file", .label), ResultTable.Column("line", .count),
        ResultTable.Column("column", .count), ResultTable.Column("severity", .label),
        ResultTable.Column("code", .label), ResultTable.Column("message", .label),
      ],
      rows: log.shown.map { found in
        [
          .text(found.place.file), .count(found.place.line), .count(found.place.column),
          .word(found.severity.rawValue), .text(found.code.rawValue), .text(found.message),
        ]
      })
  }

  /// The tables: `table,file,rows,left_out,from,to`.
  private var tables: ResultTable {
    ResultTable(
      name: "tables",
      columns: [
        ResultTable.Column("table", .label), ResultTable.Column("file", .label),
        ResultTable.Column("rows", .count), ResultTable.Column("left_out", .count),
        ResultTable.Column("from", .day), ResultTable.Column("to", .day),
      ],
      rows: result.summaries.map { table in
        [
          .text(table.table.rawValue), .text(table.fileName), .count(table.rowCount),
          .count(table.rejectedCount), table.period.map { .day($0.lowerBound) } ?? .empty,
          table.period.map { .day($0.upperBound) } ?? .empty,
        ]
      })
  }

  /// The columns that lack values: `table,column,missing,rows`.
  private var missing: ResultTable {
    ResultTable(
      name: "missing",
      columns: [
        ResultTable.Column("table", .label), ResultTable.Column("column", .label),
        ResultTable.Column("missing", .count), ResultTable.Column("rows", .count),
      ],
      rows: result.summaries.flatMap { table in
        table.columns.filter { $0.missing > 0 }.map { column in
          [
            .text(table.table.rawValue), .text(column.name), .count(column.missing),
            .count(table.rowCount),
          ]
        }
      })
  }

  private var verdict: String {
    let errors = Count.of(log.errorCount, "error")
    let warnings = Count.of(log.warningCount, "warning")
    let parts = ["\(errors), \(warnings)"] + Footnote.all(of: result).map { $0.text(.en) }
    let end = result.dataset == nil ? ["nothing is computed from such data"] : []
    return (parts + end).joined(separator: "; ")
  }

  /// As text for people: a line a fault, then the overview.
  func text(_ language: Language) -> String {
    var text = (log.shown.map(\.description) + log.remainders)
      .map { Visible.text($0) + "\n" }.joined()
    for (title, table) in sections where !table.rows.isEmpty {
      text += "\n\(title)\n" + table.formatted(.table, language: language)
    }
    return text + "\n\(verdict)\n"
  }

  /// As Markdown.
  func markdown(_ language: Language) -> String {
    var text = ""
    for (title, table) in [("Faults", diagnostics)] + sections where !table.rows.isEmpty {
      text += "## \(title)\n\n" + table.formatted(.markdown, language: language) + "\n"
    }
    return text + verdict + "\n"
  }

  private var sections: [(title: String, table: ResultTable)] {
    var sections = [("Rows and period of each table", tables), ("Values missing", missing)]
    if let limits { sections.append(("The handbook’s limits overstepped", limits)) }
    return sections
  }

  /// As one JSON object.
  var json: JSON {
    .object([
      JSON.Member("usable", .bool(result.dataset != nil)),
      JSON.Member("synthetic", .bool(result.dataset?.origin.about.isSynthetic == true)),
      JSON.Member("as_of", asOf.map { .string($0.description) } ?? .null),
      JSON.Member("errors", .count(log.errorCount)),
      JSON.Member("warnings", .count(log.warningCount)),
      JSON.Member("kinds", .array(log.kinds.map(Self.json))),
      JSON.Member("diagnostics", .array(log.shown.map(Self.json))),
      JSON.Member("tables", .array(result.summaries.map(Self.json))),
      JSON.Member("limits", .array(limits?.rows.map(Self.json) ?? [])),
    ])
  }

  /// A row of the metric `handbook_checks`: `level,count,total,…`.
  private static func json(_ row: [ResultTable.Cell]) -> JSON {
    func number(_ cell: ResultTable.Cell) -> JSON {
      if case .count(let count) = cell { .count(count) } else { .null }
    }
    var name = JSON.null
    if case .word(let level) = row[0] { name = .string(level) }
    return .object([
      JSON.Member("check", name), JSON.Member("overstepped", number(row[1])),
      JSON.Member("of", number(row[2])),
    ])
  }

  private static func json(_ kind: DiagnosticLog.Kind) -> JSON {
    .object([
      JSON.Member("code", .string(kind.code.rawValue)),
      JSON.Member("severity", .string(kind.severity.rawValue)),
      JSON.Member("count", .count(kind.count)),
    ])
  }

  private static func json(_ found: Diagnostic) -> JSON {
    .object([
      JSON.Member("file", .string(found.place.file)),
      JSON.Member("line", .count(found.place.line)),
      JSON.Member("column", .count(found.place.column)),
      JSON.Member("severity", .string(found.severity.rawValue)),
      JSON.Member("code", .string(found.code.rawValue)),
      JSON.Member("message", .string(found.message)),
    ])
  }

  private static func json(_ table: TableSummary) -> JSON {
    .object([
      JSON.Member("table", .string(table.table.rawValue)),
      JSON.Member("file", .string(table.fileName)),
      JSON.Member("rows", .count(table.rowCount)),
      JSON.Member("left_out", .count(table.rejectedCount)),
      JSON.Member("from", table.period.map { .string($0.lowerBound.description) } ?? .null),
      JSON.Member("to", table.period.map { .string($0.upperBound.description) } ?? .null),
      JSON.Member(
        "columns",
        .array(
          table.columns.map { column in
            .object([
              JSON.Member("column", .string(column.name)),
              JSON.Member("present", .bool(column.isPresent)),
              JSON.Member("missing", .count(column.missing)),
            ])
          })),
    ])
  }
}
