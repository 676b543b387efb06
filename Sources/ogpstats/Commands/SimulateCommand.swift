import Membership
import Reports
import Simulation
import Warehouse

/// `ogpstats simulate`: whom other rules would hit.
enum SimulateCommand {
  static let sweep = Option(
    "sweep", "NAME=RANGE", .assignment { Parameter.allCases.map(\.name) }, repeatable: true,
    "every value of a range (1..6; 2,3,never); several sweeps: every combination")
  static let members = Option(
    "members", "a row for each member whose history differs, instead of counts")
  static let margins = Option(
    "margins", "for each member and parameter the nearest value that makes another status")
  static let sensitivity = Option(
    "sensitivity", "with --sweep: the share of each parameter and pair in what the sweep changes")
  static let shapley = Option(
    "shapley", "the reform's effect, split among the changes that it is made of")
  static let outcome = Option(
    "outcome", "WHAT", .word { ["status", "stars"] },
    "status (default), or stars: the star rule instead of membership")

  static let declaration = Command(
    name: "simulate", summary: "what if: whom other rules would hit, and who is near the edge",
    examples: [
      Command.Example(
        "simulate --change silent_quarters=3 --change stalled_quarters=3 demo",
        "members by status under the handbook and under a reform"),
      Command.Example(
        "simulate --change silent_quarters=1 --effective 2024-01-01 --members demo",
        "whose history a reform from that day on would change, and when"),
      Command.Example(
        "simulate --sweep silent_quarters=1..4 --sweep probation_months=2,4,never demo",
        "every combination of two parameters"),
      Command.Example("simulate --margins demo", "how near each member is to another status"),
      Command.Example(
        "simulate --sensitivity --sweep silent_quarters=1..4 --sweep inactive_months=3..9 demo",
        "which of the two parameters matters, and how much they do together"),
      Command.Example(
        "simulate --shapley --change silent_quarters=3 --change inactive_months=9 demo",
        "how much of a reform's effect each of its changes makes"),
      Command.Example(
        "simulate --outcome stars --change star_min_impact=moderate demo",
        "how many commitments another star rule would give a star"),
    ],
    details: [
      "The baseline is the handbook, or --rules and --set. The reform is a second rule file and"
        + " changes on top of it, from --effective on or throughout; before that day the baseline"
        + " holds. Without a sweep the scenario is called 'reform', with one NAME=VALUE NAME=VALUE"
        + " in the order given, the first varying slowest.",
      "Columns: scenario, status, members, baseline_members, difference. --members: scenario,"
        + " member_id, baseline_status, baseline_since, status, since, first_difference_on."
        + " --outcome stars: scenario, starred, commitments, baseline_commitments, difference, and"
        + " with --members scenario, commitment_id, baseline_starred, starred.",
      "--margins: member_id, parameter, value, nearest_value, status, status_then, missed_by, unit;"
        + " each parameter alone, with the others as they are. --sensitivity: status (or starred),"
        + " parameter, with, numerator, denominator, share, total_numerator, total_share: the exact"
        + " variance over the grid, every combination counting alike. --shapley: part,"
        + " baseline_value, value, status (or starred), numerator, denominator, effect, in_turn:"
        + " the mean over every order of bringing the changes in.",
    ],
    operands: [.data],
    options: ReformOptions.all + [sweep, members, margins, sensitivity, shapley, outcome]
      + Option.ofParts
      + Option.ofData + Option.ofTables,
    exclusive: [
      [members, margins, sensitivity, shapley, .emit], [margins, sweep], [margins, outcome],
      [shapley, sweep], [outcome, .emit],
    ], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let output = ResultOutput(invocation)
    let scenarios = try scenarios(invocation)
    if invocation.has(sensitivity), !invocation.has(sweep) {
      throw UsageError("\(sensitivity.flag) goes with \(sweep.flag); give at least one")
    }
    let part = try invocation.askedPart()
    let input = try Input(invocation, &console, hashing: part != nil)
    let run = SimulationRun(
      input: input, scenarios: scenarios, effective: invocation.day(ReformOptions.effective),
      progress: Progress(of: "members", on: console))
    defer { run.progress.end() }
    if let part {
      let parts = try run.parts(part)
      run.progress.end()
      let text = PartialText(
        command: invocation.command.name, shard: part,
        receipt: PartialReceipt.json(
          invocation, input, more: [JSON.Member("reform", scenarios.reform.json)]),
        lines: parts.lines, memberCount: parts.memberCount)
      return try output.write(text.bytes, to: &console)
    }
    let make = try tables(invocation, run)
    run.progress.end()
    try output.write(pieces: input.asOf == nil ? 0 : make.count, to: &console, make.table)
  }

  /// A table that can be made piece by piece.
  private struct Pieces {
    /// How many parts it has.
    let count: Int
    /// The rows of some of its parts.
    let table: (Range<Int>) -> ResultTable

    /// A table made part by part.
    init(_ count: Int, _ table: @escaping (Range<Int>) -> ResultTable) {
      self.count = count
      self.table = table
    }

    /// A table made at once.
    init(_ table: ResultTable) {
      self.init(1) { $0.isEmpty ? table.withoutRows : table }
    }
  }

  private static func tables(_ invocation: Invocation, _ run: SimulationRun) throws -> Pieces {
    let ofStars = invocation.value(outcome) == "stars"
    let dataset = run.input.dataset
    if invocation.has(margins) { return Pieces(try run.margins()) }
    if invocation.has(shapley) { return Pieces(try run.split(ofStars: ofStars)) }
    if invocation.has(sensitivity) {
      let sensitivity = try ofStars ? run.stars().sensitivity : run.statuses().sensitivity
      return Pieces(sensitivity.table())
    }
    if ofStars {
      let simulation = run.stars()
      return Pieces(
        invocation.has(members) ? simulation.commitmentsTable(of: dataset) : simulation.table())
    }
    if invocation.has(members) {
      let differences = try run.members()
      return Pieces(run.scenarios.count) { differences.table(of: dataset, scenarios: $0) }
    }
    let simulation = try run.statuses()
    return Pieces(run.scenarios.count) { simulation.table(scenarios: $0) }
  }

  /// The reform that a command line asks for, or every combination of its sweeps.
  ///
  /// - Throws: ``UsageError`` for rules that cannot be, ``RunError`` for a file that cannot be read.
  static func scenarios(_ invocation: Invocation) throws -> ScenarioGrid {
    let baseline = try RuleReading.baseline(invocation)
    if invocation.has(ReformOptions.effective), !ReformOptions.isGiven(invocation),
      !invocation.has(sweep)
    {
      throw UsageError(
        "\(ReformOptions.effective.flag) goes with \(ReformOptions.reform.flag),"
          + " \(ReformOptions.change.flag) or \(sweep.flag); there is no reform")
    }
    // Whether min_met agrees with required shows only when the sweeps are set too.
    let reform = try RuleReading.rules(
      invocation, file: ReformOptions.reform, settings: ReformOptions.change, onto: baseline,
      areFinal: !invocation.has(sweep))
    do throws(SweepError) {
      var sweeps: [SweptParameter] = []
      for text in invocation.values(sweep) { sweeps.append(try SweptParameter(text)) }
      return try ScenarioGrid(reform: reform, sweeps: sweeps)
    } catch {
      throw UsageError(sweep, error.description)
    }
  }
}
