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
        + " each parameter alone, with the others as they are.",
    ],
    operands: [.data],
    options: ReformOptions.all + [sweep, members, margins, outcome] + Option.ofParts
      + Option.ofData + Option.ofTables,
    exclusive: [
      [margins, sweep], [margins, members], [margins, outcome], [margins, .emit],
      [members, .emit], [outcome, .emit],
    ], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let output = ResultOutput(invocation)
    let scenarios = try scenarios(invocation)
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
    let asksMembers = invocation.has(members)
    let isKnown = input.asOf != nil
    if invocation.value(outcome) == "stars" {
      let table = run.stars(asCommitments: asksMembers)
      return try output.write(isKnown ? table : table.withoutRows, to: &console)
    }
    if asksMembers {
      let table = run.members()
      run.progress.end()
      return try output.write(isKnown ? table : table.withoutRows, to: &console)
    }
    let simulation = try run.statuses()
    run.progress.end()
    try output.write(pieces: isKnown ? scenarios.count : 0, to: &console) {
      simulation.table(scenarios: $0)
    }
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
