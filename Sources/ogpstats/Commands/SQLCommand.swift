import Membership
import Metrics
import Reports
import Storage
import Warehouse

/// `ogpstats sql`: a metric as a query over the tables of an export.
enum SQLCommand {
  static let schema = "schema"
  static let metric = Operand(
    "METRIC", .word { [schema] + Metric.allCases.map(\.name) },
    "a metric that can be said in SQL, or schema: statements that make and fill the tables")
  static let dialect = Option(
    "dialect", "DIALECT", .word { SQLDialect.allCases.map(\.rawValue) }, required: true,
    "spark, duckdb, postgresql or sqlite")
  static let declaration = Command(
    name: "sql", summary: "a metric as a query over the tables of an export",
    examples: [
      Command.Example("sql completion --dialect duckdb", "the query for all days"),
      Command.Example(
        "sql timeliness --by region --biennium 2021 --dialect sqlite", "by region, in two years"),
      Command.Example(
        "sql schema --dialect postgresql", "statements that make and fill the exported tables"),
    ],
    details: [
      "The queries read the tables of 'ogpstats export', whose replay decides on status, quarters"
        + " and due days: export under the rules that you want. Columns, levels and order are those"
        + " of 'ogpstats metrics'; shares are not rounded.",
      "transitions has no interval in SQL. dwell and time_to_finish cannot be said in SQL: their"
        + " medians compare products of fractions exactly. 'ogpstats export' writes them to"
        + " measures.csv.",
    ],
    operands: [metric],
    options: [
      dialect, MetricsCommand.by, MetricsCommand.biennium, MetricsCommand.from, MetricsCommand.to,
      .rules, .set, .out, .quiet,
    ],
    exclusive: [
      [MetricsCommand.biennium, MetricsCommand.from], [MetricsCommand.biennium, MetricsCommand.to],
    ], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let dialect = invocation.value(dialect).flatMap { SQLDialect(rawValue: $0) } ?? .duckdb
    let name = invocation.operands.first ?? ""
    let text =
      try name == schema
      ? schemaText(invocation, dialect) : query(Metric(named: name), dialect, invocation).text
    guard let path = invocation.value(.out) else { return try console.print(text) }
    try OutputFile.write(Array(text.utf8), to: path, inputs: Input.inputs(invocation))
  }

  private static func schemaText(
    _ invocation: Invocation, _ dialect: SQLDialect
  ) throws(UsageError) -> String {
    for option in [
      MetricsCommand.by, MetricsCommand.biennium, MetricsCommand.from, MetricsCommand.to,
    ] where invocation.has(option) {
      throw UsageError("\(option.flag) is for metrics; leave it out for \(schema)")
    }
    return WarehouseSchema(dialect).text
  }

  private static func query(
    _ metric: Metric, _ dialect: SQLDialect, _ invocation: Invocation
  ) throws -> MetricQuery {
    guard MetricQuery.canSay(metric) else {
      throw UsageError(
        "\(metric.name) cannot be said in SQL: its medians compare products of fractions exactly;"
          + " 'ogpstats export' writes them to measures.csv")
    }
    let rules = try RuleReading.baseline(invocation)
    return try UsageError.asked { () throws(MetricError) in
      var dimensions: [Dimension] = []
      for name in invocation.value(MetricsCommand.by).map(Invocation.words) ?? [] {
        dimensions.append(try Dimension(named: name))
      }
      let years = invocation.number(MetricsCommand.biennium).flatMap { Window(biennium: $0) }
      let days = try Window(
        from: invocation.day(MetricsCommand.from), to: invocation.day(MetricsCommand.to))
      return try MetricQuery(
        metric, by: dimensions, window: years ?? days, rules: rules, dialect: dialect)
    }
  }
}
