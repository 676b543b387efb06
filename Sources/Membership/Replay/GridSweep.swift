import Warehouse

/// Replays for every combination of a grid of thresholds, as few as there are different histories.
///
/// A replay of the lowest corner of a box tells how far each threshold could rise without any
/// change. What lies above is cut off, in the order in which it was found, as boxes to be replayed
/// in their turn; the rest has this replay's outcome. The boxes found are a partition of the grid,
/// so the result is that of replaying every combination, and the work depends on how many different
/// histories a member can have, not on how fine the grid is.
package struct GridSweep: Sendable {
  private let histories: MemberHistories
  private var machine: StatusMachine
  private let base: RuleTerms
  private var sink: GridSink

  /// - Parameters:
  ///   - histories: What to replay.
  ///   - schedule: The rules over time; the grid's thresholds replace those of the reform, or of
  ///     the only rules.
  ///   - grid: The values.
  package init(of histories: MemberHistories, under schedule: RuleSchedule, grid: ThresholdGrid) {
    self.histories = histories
    let compiled = CompiledSchedule(varied: schedule)
    base = compiled.reform
    machine = StatusMachine(compiled)
    sink = GridSink(grid)
  }

  /// The parts of the grid on which a member's history is one and the same, with the status that it
  /// ends in: together the whole grid, no combination twice.
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - leaves: Replaced by the parts; none if the member joined after the as-of day.
  package mutating func leaves(of member: Int, into leaves: inout [GridLeaf]) {
    leaves.removeAll(keepingCapacity: true)
    guard histories.hasJoined(member) else { return }
    sink.waiting.append(sink.grid.whole)
    while let box = sink.waiting.popLast() {
      machine.schedule.reform = base.lowest(of: box, in: sink.grid)
      sink.box = box
      _ = machine.play(member, of: histories, into: &sink)
      leaves.append(
        GridLeaf(box: sink.box, status: sink.status, since: Day(number: sink.from)))
    }
  }
}

extension RuleTerms {
  /// The same rules with the lowest values of a part of a grid.
  fileprivate func lowest(of box: ThresholdBox, in grid: ThresholdGrid) -> RuleTerms {
    var terms = self
    for threshold in Threshold.allCases {
      terms.set(threshold, to: grid.value(threshold, box.low[threshold.rawValue]))
    }
    return terms
  }
}

extension CompiledSchedule {
  /// A schedule whose reform is what varies; without one the only rules are, throughout.
  init(varied schedule: RuleSchedule) {
    self.init(schedule)
    if schedule.reform == nil { effective = Int32.min }
  }

  /// A schedule with the lowest values of a part of a grid in place of the reform's.
  package init(_ schedule: RuleSchedule, lowestOf box: ThresholdBox, in grid: ThresholdGrid) {
    self.init(varied: schedule)
    reform = reform.lowest(of: box, in: grid)
  }
}

/// Keeps the last status, and how far up the box is that this run stands for.
private struct GridSink: ReplaySink {
  let grid: ThresholdGrid
  var box = ThresholdBox()
  var waiting: [ThresholdBox] = []
  var status = Status.active
  var from: Int32 = 0

  init(_ grid: ThresholdGrid) { self.grid = grid }

  static var boundUnit: BoundUnit { .values }

  mutating func changed(to status: Status, on day: Int32, reasons: Reasons) {
    self.status = status
    from = day
  }

  func wouldNarrow(_ threshold: Threshold, at value: Int32) -> Bool {
    let high = box.high[threshold.rawValue]
    return high != box.low[threshold.rawValue] && grid.value(threshold, high) > value
  }

  mutating func bounded(_ threshold: Threshold, at value: Int32) {
    guard wouldNarrow(threshold, at: value) else { return }
    let place = threshold.rawValue
    var high = box.low[place]
    while grid.value(threshold, high + 1) <= value { high += 1 }
    var rest = box
    rest.low[place] = high + 1
    waiting.append(rest)
    box.high[place] = high
  }
}
