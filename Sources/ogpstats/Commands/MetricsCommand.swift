import Membership
import Metrics
import Reports
import Storage
import Warehouse

/// `ogpstats metrics`: cohort metrics as tables.
enum MetricsCommand {
  static let by = Option(
    "by", "DIM[,DIM]", .words { Dimension.allCases.map(\.name) },
    "group by up to three dimensions")
  static let filter = Option(
    "where", "DIM=CODE[,CODE]", .assignment { Dimension.allCases.map(\.name) }, repeatable: true,
    "keep what belongs to one of these groups; a value with a comma in it is quoted as in CSV")
  static let biennium = Option(
    "biennium", "Y", .number(Day.first.year...Day.last.year - 1),
    "the window: 1 January of Y to 31 December of the next year; default: everything")
  static let from = Option("from", "DATE", .day, "the window's first day")
  static let to = Option("to", "DATE", .day, "the window's last day")
  static let compare = Option(
    "compare", "FROM..TO|previous", .text,
    "compare with another window, or with the one just before of the same length")
  static let minCell = Option(
    "min-cell", "N", .number(0...Int.max),
    "print no share of a total under N; a column 'note' says small")
  static let denominator = Option(
    "denominator", "WHICH", .word { MetricRequest.Denominator.allCases.map(\.rawValue) },
    "assessed (default), or codable: no_evidence is left out of total and levels")
  static let trace = Option(
    "trace", "FILE", .file,
    "also write, as CSV, the records behind every count: table, id, day, weight, place")

  static let declaration = Command(
    name: "metrics", summary: "cohort metrics: completion, co-creation, timeliness and 22 more",
    examples: [
      Command.Example("metrics completion --by region demo", "completion of commitments by region"),
      Command.Example("metrics list", "all metrics and their dimensions"),
      Command.Example(
        "metrics completion --biennium 2023 --compare previous demo",
        "a biennium against the one before, with the interval of the difference"),
      Command.Example(
        "metrics co_creation --where region=europe,americas --by kind demo",
        "the members of two regions only"),
      Command.Example(
        "metrics completion,early_results,timeliness --format csv --out figures demo",
        "several metrics, a file each"),
      Command.Example(
        "metrics completion --trace records.csv demo", "the records behind every count"),
    ],
    details: [
      "Columns: the groups of --by, level, count, total, share, low, high (95 % interval), and with"
        + " --compare previous_count, previous_total, previous_share, difference, difference_low,"
        + " difference_high. Some metrics have columns of their own; 'metrics list' tells.",
      "An item can belong to several groups (a commitment to each of its policy areas): it counts"
        + " once in each. A dimension that a metric's items have not is refused with those they"
        + " have.",
      "Several metrics as csv need --out DIR and become a file each; table, json and markdown may"
        + " stand one after the other.",
    ],
    operands: [
      Operand(
        "NAME[,NAME]", .words { Metric.allCases.map(\.name) + ["list"] },
        "one or more metrics, or list"),
      Operand(
        "DATA", .dataset, optional: true, "the dataset: a folder of CSV files, or a SQLite file"),
    ],
    options: [by, filter, biennium, from, to, compare, minCell, denominator, trace]
      + Option.ofData + Option.ofTables + [.receipt],
    exclusive: [[biennium, from], [biennium, to]], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let names = Invocation.words(invocation.operands.first ?? "")
    let output = ResultOutput(invocation)
    if names == ["list"] {
      guard invocation.operands.count == 1 else {
        throw UsageError("'metrics list' reads no data; leave '\(invocation.dataPath)' out")
      }
      let isForPeople = output.format == .table || output.format == .markdown
      return try output.write(
        isForPeople ? MetricList.tables : [MetricList.table], to: &console)
    }
    guard !names.contains("list") else {
      throw UsageError("'list' stands alone: ogpstats metrics list")
    }
    guard invocation.operands.count == 2 else { throw UsageError.missingData }
    let requests = try requests(names, invocation)
    if requests.count > 1 {
      if output.format == .csv, output.path == nil {
        throw UsageError(
          "several metrics in csv need --out DIR, for a file each; or choose another --format")
      }
      if invocation.has(trace) {
        throw UsageError("\(trace.flag) is for one metric; \(requests.count) are named")
      }
    }
    let input = try Input(invocation, &console)
    let cohort = Cohort(
      of: input.dataset, asOf: input.day, under: RuleSchedule(input.rules),
      threads: input.threads)
    var tables: [ResultTable] = []
    for request in requests {
      let table = try UsageError.asked { () throws(MetricError) in try cohort.table(for: request) }
      tables.append(input.asOf == nil ? table.withoutRows : table)
    }
    if let path = invocation.value(trace) {
      let records = try UsageError.asked { () throws(MetricError) in
        try cohort.trace(of: requests[0])
      }
      try OutputFile.write(records.bytes(.csv, language: .en), to: path, inputs: input.inputs)
    }
    try output.write(tables, to: &console)
  }
}
