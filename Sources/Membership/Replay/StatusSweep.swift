package import Warehouse

/// Replays for the last status only: what sweeps over thousands of rule sets need.
///
/// One of these a thread; after the first members it allocates nothing.
package struct StatusSweep: Sendable {
  private let histories: MemberHistories
  private var machine: StatusMachine

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
