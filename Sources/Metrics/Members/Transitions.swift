internal import Membership
internal import Warehouse

/// Status changes per year that members spent in the status they left (readings.md 31).
struct TransitionsMetric: CountedMetric {
  private let run: MetricRun
  private let replay: Replay

  /// The ordered pairs that a replay can make, in code order.
  static let pairs: [(from: Status, to: Status)] = [
    (.active, .inactive), (.active, .inactiveVoluntary), (.active, .probation),
    (.active, .withdrawn), (.inactive, .active), (.inactive, .inactiveVoluntary),
    (.inactive, .probation), (.inactive, .withdrawn), (.inactiveVoluntary, .active),
    (.inactiveVoluntary, .probation), (.inactiveVoluntary, .withdrawn), (.probation, .active),
    (.probation, .revoked), (.probation, .withdrawn),
  ]

  init(_ run: MetricRun) {
    self.run = run
    replay = run.cohort.replay
  }

  var levels: Levels {
    Levels(
      Self.pairs.map { .word("\($0.from.code)>\($0.to.code)") },
      totals: Self.pairs.map(\.from.number))
  }

  var rowCount: Int { replay.memberCount }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    guard let window = run.known else { return }
    let splitsDays = tally.space.readsDays
    for member in rows {
      var before: Status?
      for spell in replay.spells(of: member) {
        if let before, window.contains(spell.from.number),
          let pair = Self.pairs.firstIndex(where: { $0.from == before && $0.to == spell.status })
        {
          let item = Item(member: Int32(member), day: spell.from.number)
          tally.add(item, levels: 1 << UInt64(pair), totals: 0)
        }
        before = spell.status
        let first = max(spell.from.number, window.lowerBound)
        let last = min(spell.to?.number ?? window.upperBound, window.upperBound)
        guard first <= last else { continue }
        if splitsDays {
          addQuarters(member, first, last, spell.status, into: &tally)
        } else {
          add(member, first, last, spell.status, into: &tally)
        }
      }
    }
  }

  /// Adds days to the total of their status; days in a final status only give the group its rows.
  private func add(
    _ member: Int, _ first: Int32, _ last: Int32, _ status: Status, into tally: inout Tally
  ) {
    let item = Item(member: Int32(member), day: first)
    let days = status < .revoked ? Int(last - first) + 1 : 0
    tally.add(days, toTotal: status < .revoked ? status.number : 0, of: item)
  }

  /// Adds days quarter by quarter, since groups of days never split a quarter.
  private func addQuarters(
    _ member: Int, _ first: Int32, _ last: Int32, _ status: Status, into tally: inout Tally
  ) {
    var first = first
    while first <= last {
      let end = min(Quarter(containing: Day(number: first)).lastDay.number, last)
      add(member, first, end, status, into: &tally)
      first = end + 1
    }
  }
}

extension GroupSpace {
  /// Whether the placing day decides on some group or filter.
  var readsDays: Bool {
    (axes + filters).contains { axis in
      switch axis.source {
      case .year, .quarter, .biennium: true
      default: false
      }
    }
  }
}
