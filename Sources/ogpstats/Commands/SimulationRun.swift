import Membership
import Simulation
import Warehouse

/// One simulation: the data, the scenarios, and the tables that can be asked of them.
struct SimulationRun {
  let input: Input
  let scenarios: ScenarioGrid
  let effective: Day?
  let progress: Progress

  private var histories: MemberHistories {
    MemberHistories(of: input.dataset, asOf: input.day, threads: input.threads)
  }

  private var control: RunControl {
    let progress = progress
    return RunControl(progress: { progress.advance($0, $1) })
  }

  /// Members by status for each scenario.
  func statuses(of part: Shard = .whole) throws(RunCancelled) -> StatusSimulation {
    try StatusSimulation(
      of: histories, baseline: input.rules, scenarios: scenarios, effective: effective,
      members: part.members(of: input.dataset), threads: input.threads, control: control)
  }

  /// The members whose history differs, by scenario and then in the data's order.
  func members() -> ResultTable {
    let histories = histories
    let base = Replay(of: histories, under: RuleSchedule(input.rules), threads: input.threads)
    var rows: [[ResultTable.Cell]] = []
    for scenario in 0..<scenarios.count {
      let reform = Replay(
        of: histories,
        under: RuleSchedule(
          baseline: input.rules, reform: scenarios.rules(of: scenario), effective: effective),
        threads: input.threads)
      for member in 0..<base.memberCount {
        guard let first = reform.firstDifference(of: member, from: base),
          let before = base.current(of: member), let after = reform.current(of: member)
        else { continue }
        rows.append([
          .word(scenarios.name(of: scenario)), .text(input.dataset.members.ids[member]),
          .code(before.status.code, list: Status.list), .day(before.from),
          .code(after.status.code, list: Status.list), .day(after.from), .day(first),
        ])
      }
      progress.advance(scenario + 1, scenarios.count)
    }
    return ResultTable(
      name: "simulate_members",
      columns: [
        ResultTable.Column("scenario", .label), ResultTable.Column("member_id", .label),
        ResultTable.Column("baseline_status", .label), ResultTable.Column("baseline_since", .day),
        ResultTable.Column("status", .label), ResultTable.Column("since", .day),
        ResultTable.Column("first_difference_on", .day),
      ], rows: rows)
  }

  /// What one part of the members adds to the counts.
  func parts(_ part: Shard) throws(RunCancelled) -> SimulationParts {
    let simulation = try statuses(of: part)
    let all = 0..<scenarios.count
    return SimulationParts(
      baseline: simulation.baseline.map { Int32($0) }, names: all.map(scenarios.name),
      counts: all.map { simulation.counts(of: $0).map { Int32($0) } })
  }

  /// The star rule's outcome: counts, or the commitments whose outcome differs.
  func stars(asCommitments: Bool) -> ResultTable {
    let simulation = StarSimulation(
      of: input.dataset, asOf: input.day, baseline: input.rules, scenarios: scenarios,
      effective: effective)
    return asCommitments
      ? simulation.commitmentsTable(of: input.dataset) : simulation.table()
  }
}
