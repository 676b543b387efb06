import Membership
import Metrics
import Warehouse

/// `ogpstats diff`: what changed between two editions of a dataset, and what that did to figures.
enum DiffCommand {
  static let records = Option(
    "records", "every changed record: for a restated one the cells, before and after")
  static let metrics = Option(
    "metrics", "NAME[,NAME]", .words { Metric.allCases.map(\.name) },
    "what changed in each count of these metrics, and because of what")

  static let declaration = Command(
    name: "diff", summary: "two editions of a dataset: records added, gone, assessed, restated",
    examples: [
      Command.Example("diff demo-2024 demo", "how many rows of each table changed, and how"),
      Command.Example("diff --records demo-2024 demo", "every changed record"),
      Command.Example(
        "diff --metrics completion,early_results demo-2024 demo",
        "which figures changed because of what"),
    ],
    details: [
      "Records with ids are the same where the ids are; assessments, reports, meetings and events"
        + " where they are about the same thing and of the same day. newly_assessed: of something"
        + " that had no such assessment; reported: a report, meeting, event or status; restated:"
        + " says something else than it did, or assesses anew.",
      "--records: table, key, change, column, before, after, place. --metrics: metric, group,"
        + " level, cell, old, new, then the causes, which add up to new minus old; 'other' is what"
        + " follows from something else, such as a later day or a member's status from its"
        + " reports.",
      "Each edition is taken as at its own latest day, unless --as-of names one for both.",
    ],
    operands: [
      Operand("OLD", .dataset, "the old edition"), Operand("NEW", .dataset, "the new edition"),
    ],
    options: [records, metrics, MetricsCommand.biennium, MetricsCommand.from, MetricsCommand.to]
      + Option.ofData.filter { $0.name != Option.skipBadRows.name }
      + Option.ofTables,
    exclusive: [
      [records, metrics], [MetricsCommand.biennium, MetricsCommand.from],
      [MetricsCommand.biennium, MetricsCommand.to],
    ], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let output = ResultOutput(invocation)
    let requests = try MetricsCommand.requests(
      invocation.value(metrics).map { Invocation.words($0) } ?? [], invocation)
    let old = try cohort(invocation.operands[0], invocation, &console)
    let new = try cohort(invocation.operands[1], invocation, &console)
    let comparison = EditionComparison(from: old, to: new)
    let table =
      if invocation.has(records) {
        comparison.recordsTable()
      } else if invocation.has(metrics) {
        try UsageError.asked { () throws(MetricError) in try comparison.metricsTable(requests) }
      } else {
        comparison.summaryTable()
      }
    try output.write(table, to: &console)
  }

  private static func cohort(
    _ path: String, _ invocation: Invocation, _ console: inout Console
  ) throws -> Cohort {
    let input = try Input(invocation, &console, path: path)
    return Cohort(
      of: input.dataset, asOf: input.day, under: RuleSchedule(input.rules),
      threads: input.threads)
  }
}
