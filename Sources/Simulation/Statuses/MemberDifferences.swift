public import Membership
public import Warehouse

/// The members whose history would be another one, under other rules: `simulate --members`.
///
/// A history is another one where the status of some day is; reasons alone do not count
/// (readings.md 46).
public struct MemberDifferences: Sendable {
  /// A member's history in some scenarios.
  struct Difference: Hashable, Sendable {
    let member: Int32
    let status: Status
    let since: Day
    /// The first day whose status is another one than the baseline's.
    let first: Day
  }

  /// The rules compared.
  public let scenarios: ScenarioGrid
  private let axes: ThresholdAxes
  /// Differences by member; a scenario refers to them.
  private let differences: [Difference]
  /// Where each cell's references begin.
  private let starts: [Int]
  private let references: [Int32]
  /// Each member's last spell under the baseline.
  private let before: [Spell?]

  /// Replays all members under every scenario.
  ///
  /// - Parameters:
  ///   - histories: What the rules can see.
  ///   - baseline: The rules compared with, throughout.
  ///   - scenarios: The reform, or the swept combinations on top of it.
  ///   - effective: The reform's first day; `nil`: it holds throughout.
  ///   - members: Rows of the members table, ascending; `nil`: all.
  ///   - threads: On how many threads; the result does not depend on it.
  ///   - control: How the run is followed and stopped.
  /// - Throws: ``RunCancelled``.
  public init(
    of histories: MemberHistories, baseline: RuleSet, scenarios: ScenarioGrid,
    effective: Day? = nil, members: [Int]? = nil, threads: Int = 1, control: RunControl = .silent
  ) throws(RunCancelled) {
    let axes = ThresholdAxes(scenarios)
    let replay = Replay(of: histories, under: RuleSchedule(baseline), threads: threads)
    let parts = try WorkQueue.run(
      members ?? Array(0..<histories.memberCount), threads: threads, control: control
    ) { queue in
      var finder = DifferenceFinder(
        replay: replay, scenarios: scenarios, effective: effective, axes: axes)
      while let taken = queue.next() {
        for member in taken { finder.look(at: member) }
        queue.finished(taken)
      }
      return finder.found
    }
    let found = parts.joined().sorted {
      ($0.difference.member, $0.lowest) < ($1.difference.member, $1.lowest)
    }
    var sizes = [Int](repeating: 0, count: axes.cellCount + 1)
    for item in found { axes.forEachCell(of: item.box) { sizes[$0 + 1] += 1 } }
    for cell in 0..<axes.cellCount { sizes[cell + 1] += sizes[cell] }
    var next = sizes
    var references = [Int32](repeating: 0, count: sizes[axes.cellCount])
    for (index, item) in found.enumerated() {
      axes.forEachCell(of: item.box) { cell in
        references[next[cell]] = Int32(index)
        next[cell] += 1
      }
    }
    self.scenarios = scenarios
    self.axes = axes
    differences = found.map(\.difference)
    starts = sizes
    self.references = references
    before = (0..<histories.memberCount).map { replay.current(of: $0) }
  }

  /// How many members have another history in a scenario.
  ///
  /// - Parameter scenario: 0 to `scenarios.count` − 1.
  /// - Returns: The count.
  public func count(of scenario: Int) -> Int {
    let cell = axes.cell(of: scenario)
    return starts[cell + 1] - starts[cell]
  }

  /// One row a scenario and member whose history differs, by scenario, then in the data's order.
  ///
  /// - Parameters:
  ///   - dataset: The dataset simulated.
  ///   - range: Which scenarios; `nil`: all.
  /// - Returns: `scenario,member_id,baseline_status,baseline_since,status,since,
  ///   first_difference_on`.
  public func table(of dataset: Dataset, scenarios range: Range<Int>? = nil) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for scenario in range ?? 0..<scenarios.count {
      let name = ResultTable.Cell.word(scenarios.name(of: scenario))
      let cell = axes.cell(of: scenario)
      for reference in references[starts[cell]..<starts[cell + 1]] {
        let difference = differences[Int(reference)]
        guard let before = before[Int(difference.member)] else { continue }
        rows.append([
          name, .text(dataset.members.ids[Int(difference.member)]),
          .code(before.status.code, list: Status.list), .day(before.from),
          .code(difference.status.code, list: Status.list), .day(difference.since),
          .day(difference.first),
        ])
      }
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
}

/// Looks for the parts of a grid on which a member's history is another one than the baseline's.
private struct DifferenceFinder {
  struct Found {
    let difference: MemberDifferences.Difference
    let box: ThresholdBox
    /// The first cell of the box, which puts a member's parts in order.
    let lowest: Int
  }

  private(set) var found: [Found] = []
  private let replay: Replay
  private let scenarios: ScenarioGrid
  private let schedule: RuleSchedule
  private let axes: ThresholdAxes
  private var sweep: GridSweep
  private var plain: StatusSweep
  private var leaves: [GridLeaf] = []
  private var spells: [Spell] = []

  init(replay: Replay, scenarios: ScenarioGrid, effective: Day?, axes: ThresholdAxes) {
    self.replay = replay
    self.scenarios = scenarios
    self.axes = axes
    schedule = RuleSchedule(
      baseline: replay.schedule.baseline, reform: scenarios.reform, effective: effective)
    sweep = GridSweep(of: replay.histories, under: schedule, grid: axes.grid)
    plain = StatusSweep(of: replay.histories)
  }

  mutating func look(at member: Int) {
    sweep.leaves(of: member, into: &leaves)
    for leaf in leaves {
      plain.replay(
        member, of: replay.histories,
        under: CompiledSchedule(schedule, lowestOf: leaf.box, in: axes.grid), into: &spells)
      guard
        let first = Spell.firstDifference(of: spells[...], from: replay.spells(of: member))
      else { continue }
      found.append(
        Found(
          difference: MemberDifferences.Difference(
            member: Int32(member), status: leaf.status, since: leaf.since, first: first),
          box: leaf.box, lowest: axes.lowest(of: leaf.box)))
    }
  }
}
