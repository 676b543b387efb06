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
    let calendar = MonthCalendar.shared
    let last = calendar.lastQuarter(through: window.upperBound)
    for member in rows where histories.hasJoined(member) {
      // A quarter that the day joined lies in is not whole; one that the window begins in is.
      let first = max(
        calendar.firstQuarter(from: joined[member].number),
        calendar.quarter(of: max(joined[member].number, window.lowerBound)))
      let spells = replay.spells(of: member)
      let mayBeExcused = spells.contains(where: Self.excuses)
      let words = histories.quarterWords(of: member)
      let base = histories.firstQuarter(of: member)
      for word in words.indices {
        let wordBase = base + (word - words.startIndex) * 64
        var obligated = words[word].obligated
        while obligated != 0 {
          let place = obligated.trailingZeroBitCount
          obligated &= obligated &- 1
          let quarter = wordBase + place
          guard quarter >= first, quarter <= last else { continue }
          let end = calendar.firstDay(of: quarter + 1) - 1
          if mayBeExcused,
            Self.isExcused(spells, from: calendar.firstDay(of: quarter), through: end)
          {
            continue
          }
          let isUpdated = words[word].updated >> UInt64(place) & 1 != 0
          let isProgress = words[word].progress >> UInt64(place) & 1 != 0
          tally.add(
            Item(member: Int32(member), day: end),
            levels: (isUpdated ? 0b001 : 0b100) | (isProgress ? 0b010 : 0))
        }
      }
    }
  }

  /// Whether quarters with a day of the spell do not count.
  private static func excuses(_ spell: Spell) -> Bool {
    spell.status == .inactiveVoluntary || spell.status >= .revoked
  }

  /// Whether some of the days are voluntarily inactive, revoked or withdrawn.
  private static func isExcused(
    _ spells: ArraySlice<Spell>, from first: Int32, through last: Int32
  ) -> Bool {
    spells.contains { spell in
      excuses(spell) && spell.from.number <= last
        && (spell.to.map { $0.number >= first } ?? true)
    }
  }
}
