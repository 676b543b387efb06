import Membership
import Reports
import Simulation
import Warehouse

/// `ogpstats project`: the cohort's future, with its uncertainty.
enum ProjectCommand {
  static let quarters = Option(
    "quarters", "H", .number(Projection.Plan.quarterRange), "how many quarters; default: 12")
  static let replicates = Option(
    "replicates", "N", .number(Projection.Plan.replicateRange),
    "how many futures are drawn; default: 1000")
  static let seed = Option("seed", "S", .seed, "what the draws start from; default: 1")
  static let fix = Option(
    "fix", "DECISION=CHANCE", .assignment { ProjectionDecision.allCases.map(\.name) },
    repeatable: true, "a chance from 0 to 1 that is set instead of estimated")
  static let backtest = Option(
    "backtest", "DATE", .day,
    "fit on what was known on that day, project, and score against what happened since")
  static let table = Option(
    "table", "TABLE",
    .word { Projected.allCases.map(\.rawValue) + Scored.allCases.map(\.rawValue) + ["all"] },
    "which table; default: bands, and with --backtest scores; all: every one of them")

  /// The tables of a projection.
  enum Projected: String, CaseIterable {
    case bands, members, differences, estimates
    case memberEstimates = "member_estimates"
  }

  /// The tables of a backtest.
  enum Scored: String, CaseIterable {
    case scores, comparison, prevalence
  }

  static let declaration = Command(
    name: "project", summary: "the future: members by status and quarter, with their bands",
    examples: [
      Command.Example(
        "project --replicates 200 demo", "members by status at the end of the next twelve quarters"),
      Command.Example(
        "project --replicates 200 --quarters 4 --table members demo",
        "for each member the chance of every status a year from now"),
      Command.Example(
        "project --replicates 200 --change silent_quarters=3 --table differences demo",
        "what a reform would change, on the same draws"),
      Command.Example(
        "project --replicates 200 --table all --format csv --out future demo",
        "every table, with the chances that the draws are made from"),
      Command.Example(
        "project --replicates 200 --backtest 2024-06-30 demo",
        "how good the projection would have been two years ago"),
    ],
    details: [
      "What members will do is drawn for each member and quarter, with chances estimated from the"
        + " recorded history and shrunk towards the member's cohort; the rules are then replayed on"
        + " it. The same seed gives the same output whatever the threads, and baseline and reform"
        + " meet the same draws.",
      "bands: scenario, at, status, members (mean), p05, p50, p95, monte_carlo_error. members:"
        + " scenario, member_id, at, and the chance of each status. differences: with a reform, per"
        + " quarter and status. estimates and member_estimates: the chances with what they are"
        + " estimated from. With --backtest: scores, comparison (with two simple forecasts),"
        + " prevalence (expected and observed).",
    ],
    operands: [.data],
    options: [quarters, replicates, seed] + ReformOptions.all + [fix, backtest, table]
      + Option.ofParts + Option.ofData + Option.ofTables,
    exclusive: [
      [backtest, .emit],
      [backtest, ReformOptions.reform], [backtest, ReformOptions.change],
      [backtest, ReformOptions.effective],
    ], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let output = ResultOutput(invocation)
    let names = try tableNames(invocation)
    if names.count > 1, output.format == .csv, output.path == nil {
      throw UsageError(
        "\(table.flag) all in csv needs --out DIR, for a file each; or choose another --format")
    }
    let fixed = try chances(invocation)
    let schedule = try ReformOptions.schedule(
      invocation, from: try RuleReading.baseline(invocation))
    let part = try invocation.askedPart()
    let input = try Input(invocation, &console, hashing: part != nil)
    let progress = Progress(of: "members", on: console)
    let watch = Projection.Watch(advanced: { progress.advance($0, $1) })
    let plan = try plan(invocation, input, schedule, fixed)
    if let part {
      return try emit(part, of: plan, invocation, input, watch, output, &console)
    }
    let tables: [ResultTable]
    do throws(ProjectionError) {
      tables =
        if let day = invocation.day(backtest) {
          try score(plan, input, from: day, watch, console, names)
        } else {
          try project(plan, input, watch, names)
        }
    } catch {
      progress.end()
      if case .nothingToScore = error { throw UsageError(backtest, error.description) }
      throw RunError(error.description)
    }
    progress.end()
    try output.write(
      input.asOf == nil ? tables.map(\.withoutRows) : tables, to: &console)
  }

  /// The tables asked for, in order; not those that only a reform gives.
  private static func tableNames(_ invocation: Invocation) throws(UsageError) -> [String] {
    let isScored = invocation.has(backtest)
    let hasReform = ReformOptions.isGiven(invocation)
    let known =
      isScored
      ? Scored.allCases.map(\.rawValue)
      : Projected.allCases.filter { $0 != .differences || hasReform }.map(\.rawValue)
    guard let name = invocation.value(table) else { return [known[0]] }
    if name == "all" { return known }
    guard known.contains(name) else {
      let why =
        name == Projected.differences.rawValue && !isScored
        ? "goes with a reform: --reform or --change"
        : isScored ? "is not of a backtest" : "is of a backtest: --backtest DATE"
      throw UsageError(table, "'\(name)' \(why); here there are \(known.joined(separator: ", "))")
    }
    return [name]
  }

  private static func chances(
    _ invocation: Invocation
  ) throws(UsageError) -> [ProjectionDecision: Double] {
    var chances: [ProjectionDecision: Double] = [:]
    for text in invocation.values(fix) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts[0].trimmedSpace
      guard let decision = ProjectionDecision(name: name) else {
        let names = ProjectionDecision.allCases.map(\.name)
        let hint = Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        throw UsageError(
          fix,
          "unknown decision '\(name)'; "
            + (hint ?? "there are \(names.joined(separator: ", "))"))
      }
      guard parts.count == 2, let chance = Double(parts[1].trimmedSpace), (0...1).contains(chance)
      else { throw UsageError(fix, "'\(text)' sets no chance from 0 to 1, such as \(name)=0.5") }
      guard chances.updateValue(chance, forKey: decision) == nil else {
        throw UsageError(fix, "'\(name)' is set twice; set it once")
      }
    }
    return chances
  }

  private static func plan(
    _ invocation: Invocation, _ input: Input, _ schedule: RuleSchedule,
    _ fixed: [ProjectionDecision: Double]
  ) throws -> Projection.Plan {
    do throws(ProjectionError) {
      return try Projection.Plan(
        asOf: input.day, quarters: invocation.number(quarters) ?? 12,
        replicates: invocation.number(replicates) ?? 1000,
        seed: invocation.value(seed).flatMap { UInt64($0) } ?? 1,
        baseline: RuleSchedule(input.rules), reform: schedule.reform == nil ? nil : schedule,
        fixed: fixed)
    } catch {
      throw UsageError(error.description)
    }
  }

  private static func project(
    _ plan: Projection.Plan, _ input: Input, _ watch: Projection.Watch, _ names: [String]
  ) throws(ProjectionError) -> [ResultTable] {
    tables(
      of: try Projection(plan, of: input.dataset, threads: input.threads, watch: watch), names)
  }

  /// Prints what one part of the members adds to a projection.
  private static func emit(
    _ shard: Shard, of plan: Projection.Plan, _ invocation: Invocation, _ input: Input,
    _ watch: Projection.Watch, _ output: ResultOutput, _ console: inout Console
  ) throws {
    let partial = try Projection.partial(
      plan, of: input.dataset, shard: shard, threads: input.threads, watch: watch)
    let text = PartialText(
      command: invocation.command.name, shard: shard,
      receipt: PartialReceipt.json(
        invocation, input, more: ProjectionParts.members(of: plan)),
      lines: ProjectionParts.lines(partial), memberCount: partial.members.count)
    try output.write(text.bytes, to: &console)
  }

  /// The tables that `merge` is asked for.
  static func tables(
    of projection: Projection, _ invocation: Invocation
  ) throws(UsageError) -> [ResultTable] {
    let hasReform = projection.partial.plan.reform != nil
    let known = Projected.allCases.filter { $0 != .differences || hasReform }.map(\.rawValue)
    let name = invocation.value(table) ?? known[0]
    guard name == "all" || known.contains(name) else {
      throw UsageError(table, "'\(name)' is not here; there are \(known.joined(separator: ", "))")
    }
    return tables(of: projection, name == "all" ? known : [name])
  }

  private static func tables(of projection: Projection, _ names: [String]) -> [ResultTable] {
    names.compactMap(Projected.init).map { table in
      switch table {
      case .bands: projection.bandTable
      case .members: projection.memberTable
      case .differences: projection.differenceTable
      case .estimates: projection.estimateTable
      case .memberEstimates: projection.memberEstimateTable
      }
    }
  }

  /// Scores a projection from an earlier day, and says so where it is no better than a simple one.
  private static func score(
    _ plan: Projection.Plan, _ input: Input, from day: Day, _ watch: Projection.Watch,
    _ console: borrowing Console, _ names: [String]
  ) throws(ProjectionError) -> [ResultTable] {
    let backtest = try Backtest(
      plan, of: input.dataset, from: day, threads: input.threads, watch: watch)
    for comparison in backtest.comparisons where !comparison.isBetter {
      console.complain(
        "ogpstats: by its \(comparison.score) the projection is no better than the simple forecast"
          + " '\(comparison.forecast.rawValue)' on this data: do not rely on it")
    }
    return names.compactMap(Scored.init).map { table in
      switch table {
      case .scores: backtest.scoreTable
      case .comparison: backtest.comparisonTable
      case .prevalence: backtest.prevalenceTable
      }
    }
  }
}
