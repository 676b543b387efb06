public import Membership
public import Warehouse

/// How many members would have each status on the as-of day, under other rules.
///
/// Baseline and scenarios are immutable values that share nothing but the histories, so a reform
/// that changes nothing has no effect. Every scenario's counts are those of a replay of its own;
/// see `GridSweep` for how they come without one.
public struct StatusSimulation: Sendable {
  /// The rules compared.
  public let scenarios: ScenarioGrid
  /// How many members there are of each status under the baseline, in code order.
  public let baseline: [Int]
  private let axes: ThresholdAxes
  private let counts: [Int32]

  /// Replays all members under every scenario.
  ///
  /// - Parameters:
  ///   - histories: What the rules can see.
  ///   - baseline: The rules compared with, throughout; before the reform's first day they hold in
  ///     every scenario.
  ///   - scenarios: The reform, or the swept combinations on top of it.
  ///   - effective: The reform's first day; `nil`: it holds throughout.
  ///   - members: Rows of the members table to count; `nil`: all.
  ///   - threads: On how many threads; the result does not depend on it.
  ///   - control: How the run is followed and stopped.
  /// - Throws: ``RunCancelled``.
  /// - Complexity: Replays as many as members have different histories under the scenarios, and
  ///   O(scenarios).
  public init(
    of histories: MemberHistories, baseline: RuleSet, scenarios: ScenarioGrid,
    effective: Day? = nil, members: [Int]? = nil, threads: Int = 1, control: RunControl = .silent
  ) throws(RunCancelled) {
    let axes = ThresholdAxes(scenarios)
    let schedule = RuleSchedule(
      baseline: baseline, reform: scenarios.reform, effective: effective)
    let parts = try WorkQueue.run(
      members ?? Array(0..<histories.memberCount), threads: threads, control: control
    ) { queue in
      var sweep = GridSweep(of: histories, under: schedule, grid: axes.grid)
      var plain = StatusSweep(of: histories)
      let rules = CompiledSchedule(RuleSchedule(baseline))
      var counts = CellCounts(axes)
      var before = [Int](repeating: 0, count: Status.allCases.count)
      var leaves: [GridLeaf] = []
      while let taken = queue.next() {
        for member in taken {
          guard let last = plain.last(of: member, under: rules) else { continue }
          before[last.status.number] += 1
          sweep.leaves(of: member, into: &leaves)
          for leaf in leaves { counts.enter(leaf) }
        }
        queue.finished(taken)
      }
      return (counts: counts, baseline: before)
    }
    var counts = CellCounts(axes)
    var before = [Int](repeating: 0, count: Status.allCases.count)
    for part in parts {
      counts.add(part.counts)
      for status in before.indices { before[status] += part.baseline[status] }
    }
    self.scenarios = scenarios
    self.axes = axes
    self.baseline = before
    self.counts = counts.summedUp()
  }

  /// How many members there are of each status in a scenario, in code order.
  ///
  /// - Parameter scenario: 0 to `scenarios.count` − 1.
  /// - Returns: Six counts.
  public func counts(of scenario: Int) -> [Int] {
    let statuses = Status.allCases.count
    let start = axes.cell(of: scenario) * statuses
    return counts[start..<start + statuses].map { Int($0) }
  }

  /// One row a scenario and status: `ogpstats simulate`.
  ///
  /// - Parameter range: Which scenarios; `nil`: all. A long table can be made piece by piece.
  /// - Returns: `scenario,status,members,baseline_members,difference`.
  public func table(scenarios range: Range<Int>? = nil) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    let range = range ?? 0..<scenarios.count
    rows.reserveCapacity(range.count * Status.allCases.count)
    for scenario in range {
      let name = ResultTable.Cell.word(scenarios.name(of: scenario))
      let counts = counts(of: scenario)
      for status in Status.allCases {
        let members = counts[status.number]
        let before = baseline[status.number]
        rows.append([
          name, .code(status.code, list: Status.list), .count(members), .count(before),
          .count(members - before),
        ])
      }
    }
    return ResultTable(name: "simulate", columns: Self.columns, rows: rows)
  }

  private static let columns = [
    ResultTable.Column("scenario", .label), ResultTable.Column("status", .label),
    ResultTable.Column("members", .count), ResultTable.Column("baseline_members", .count),
    ResultTable.Column("difference", .count),
  ]
}
