internal import Membership
internal import Warehouse

/// Whether members updated the tracker in the quarters in which they had to (handbook §3.5.4).
///
/// A quarter counts if it begins on or after `joined_on`, and none of its days is voluntarily
/// inactive, revoked or withdrawn (readings.md 34).
struct TrackingMetric: CountedMetric {
  private let run: MetricRun
  private let replay: Replay

  init(_ run: MetricRun) {
    self.run = run
    replay = run.cohort.replay
  }

  var levels: Levels { .words(["updated", "progressed", "silent"]) }

  var rowCount: Int { replay.memberCount }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    guard let window = run.known else { return }
    let histories = replay.histories
    let joined = run.dataset.members.joinedOn
    let end = Quarter(containing: Day(number: window.upperBound))
    let ends = end.lastDay.number <= window.upperBound ? end.index : end.index - 1
    for member in rows where histories.hasJoined(member) {
      let first = Quarter(containing: max(joined[member], Day(number: window.lowerBound)))
      var index = first.index
      if first.firstDay < joined[member] { index += 1 }
      let excused = replay.spells(of: member).filter {
        $0.status == .inactiveVoluntary || $0.status >= .revoked
      }
      while index <= ends {
        let quarter = Quarter(index: index)
        index += 1
        guard histories.isObligated(quarter, for: member) else { continue }
        let last = quarter.lastDay
        let isExcused = excused.contains {
          $0.from <= last && ($0.to.map { $0 >= quarter.firstDay } ?? true)
        }
        if isExcused { continue }
        var levels: UInt64 = histories.isUpdated(quarter, for: member) ? 0b001 : 0b100
        if histories.isProgress(quarter, for: member) { levels |= 0b010 }
        tally.add(Item(member: Int32(member), day: last.number), levels: levels)
      }
    }
  }
}
