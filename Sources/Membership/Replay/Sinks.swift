import Warehouse

/// Hears nothing.
struct SilentSink: ReplaySink {
  mutating func changed(to status: Status, on day: Int32, reasons: Reasons) {}
}

/// Keeps the last status and its first day.
struct LastStatusSink: ReplaySink {
  var status = Status.active
  var from: Int32 = 0

  mutating func changed(to status: Status, on day: Int32, reasons: Reasons) {
    self.status = status
    from = day
  }
}

/// Collects spells and judged deadlines of one member after another.
struct SpellSink: ReplaySink {
  var spells: [Spell] = []
  var verdicts: [DeadlineVerdict] = []
  /// Where the member's spells begin.
  var first = 0

  mutating func changed(to status: Status, on day: Int32, reasons: Reasons) {
    if spells.count > first { spells[spells.count - 1].to = Day(number: day - 1) }
    spells.append(Spell(status: status, from: Day(number: day), to: nil, reasons: reasons))
  }

  mutating func added(_ reasons: Reasons, on day: Int32) {
    spells[spells.count - 1].reasons.formUnion(reasons)
  }

  mutating func judged(_ deadline: DeadlineVerdict) { verdicts.append(deadline) }

  /// Puts one member's deadlines in the order of their plans; they mostly are, and are few.
  mutating func arrangeVerdicts(from start: Int) {
    guard start < verdicts.count else { return }
    for index in start + 1..<verdicts.count {
      var place = index
      while place > start, verdicts[place - 1].index > verdicts[place].index {
        verdicts.swapAt(place - 1, place)
        place -= 1
      }
    }
  }
}
