package import Warehouse

/// Replays for the last status only: what sweeps over thousands of rule sets need.
///
/// One of these a thread; after the first members it allocates nothing.
package struct StatusSweep: Sendable {
  private let histories: MemberHistories
  private var machine: StatusMachine
  private var sink = SpellSink()

  /// - Parameter histories: What to replay.
  package init(of histories: MemberHistories) {
    self.histories = histories
    machine = StatusMachine(CompiledSchedule(.handbook))
  }

  /// The status of one member on the as-of day and the first day of its spell.
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - schedule: The rules over time.
  /// - Returns: Nothing if the member joined later.
  package mutating func last(
    of member: Int, under schedule: CompiledSchedule
  ) -> (status: Status, since: Day)? {
    machine.schedule = schedule
    var sink = LastStatusSink()
    guard machine.play(member, of: histories, into: &sink) else { return nil }
    return (sink.status, Day(number: sink.from))
  }

  /// The spells of one member of some history, such as one extended with drawn facts.
  ///
  /// - Parameters:
  ///   - member: Its row.
  ///   - histories: The history.
  ///   - schedule: The rules over time.
  ///   - spells: Replaced by the spells; none if the member joined later.
  package mutating func replay(
    _ member: Int, of histories: MemberHistories, under schedule: CompiledSchedule,
    into spells: inout [Spell]
  ) {
    machine.schedule = schedule
    swap(&sink.spells, &spells)
    sink.spells.removeAll(keepingCapacity: true)
    sink.verdicts.removeAll(keepingCapacity: true)
    _ = machine.play(member, of: histories, into: &sink)
    swap(&sink.spells, &spells)
  }

  /// How many members have each status on the as-of day, by status in code order.
  ///
  /// - Parameter schedule: The rules over time.
  /// - Returns: Six counts.
  package mutating func counts(under schedule: CompiledSchedule) -> [6 of Int] {
    var counts: [6 of Int] = [6 of Int](repeating: 0)
    machine.schedule = schedule
    for member in 0..<histories.memberCount {
      var sink = LastStatusSink()
      guard machine.play(member, of: histories, into: &sink) else { continue }
      counts[sink.status.number] += 1
    }
    return counts
  }
}
