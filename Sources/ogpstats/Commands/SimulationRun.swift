import Membership
import Simulation
import Warehouse

/// One simulation: the data, the scenarios, and the tables that can be asked of them.
struct SimulationRun {
  let input: Input
  let scenarios: ScenarioGrid
  let effective: Day?
  let progress: Progress

  /// The baseline, and the reform without the swept values.
  private var schedule: RuleSchedule {
    RuleSchedule(baseline: input.rules, reform: scenarios.reform, effective: effective)
  }

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

  /// The members whose history differs.
  func members() throws(RunCancelled) -> MemberDifferences {
    try MemberDifferences(
      of: histories, baseline: input.rules, scenarios: scenarios, effective: effective,
      threads: input.threads, control: control)
  }

  /// How near each member is to another status, by one parameter at a time.
  func margins() throws(RunCancelled) -> ResultTable {
    try Margins(of: histories, under: schedule, threads: input.threads, control: control)
      .table(of: input.dataset)
  }

  /// The effect of the reform, split among its parts.
  func split(ofStars: Bool) throws(RunCancelled) -> ResultTable {
    let split =
      ofStars
      ? ReformSplit(
        starsOf: input.dataset, asOf: input.day, baseline: input.rules, reform: scenarios.reform,
        effective: effective)
      : try ReformSplit(
        of: histories, baseline: input.rules, reform: scenarios.reform, effective: effective,
        threads: input.threads, control: control)
    return split.table()
  }

  /// What one part of the members adds to the counts.
  func parts(_ part: Shard) throws(RunCancelled) -> SimulationParts {
    let simulation = try statuses(of: part)
    let all = 0..<scenarios.count
    return SimulationParts(
      baseline: simulation.baseline.map { Int32($0) }, names: all.map(scenarios.name),
      counts: all.map { simulation.counts(of: $0).map { Int32($0) } })
  }

  /// The star rule's outcome.
  func stars() -> StarSimulation {
    StarSimulation(
      of: input.dataset, asOf: input.day, baseline: input.rules, scenarios: scenarios,
      effective: effective)
  }
}
