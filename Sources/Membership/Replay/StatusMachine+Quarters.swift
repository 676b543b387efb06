import Warehouse

extension StatusMachine {
  /// The causes that the quarters before a day are, if the day is a quarter's first.
  func quartersLookedBackOn(
    _ day: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) -> Reasons {
    let quarter = calendar.quarter(of: day)
    guard calendar.firstDay(of: quarter) == day else { return [] }
    var causes: Reasons = []
    for (reason, count) in [
      (Reasons.trackerSilent, rules.silentQuarters), (.trackerStalled, rules.stalledQuarters),
    ] where firstQuarter(of: reason, count, from: quarter, of: histories) == quarter {
      causes.insert(reason)
      sink.noted(.quarters(reason, count: count), on: day)
    }
    return causes
  }

  /// The first quarter's first day after a day on which quarters are a cause, while the member
  /// stays active.
  func quarterDay(after day: Int32, of histories: MemberHistories) -> Int32 {
    let quarter = calendar.quarter(of: day) + 1
    let silent = firstQuarter(
      of: .trackerSilent, rules.silentQuarters, from: quarter, of: histories)
    let stalled = firstQuarter(
      of: .trackerStalled, rules.stalledQuarters, from: quarter, of: histories)
    let first = min(silent ?? Int.max, stalled ?? Int.max)
    return first == Int.max ? Self.never : calendar.firstDay(of: first)
  }

  /// The first quarter, from one on, before which so many in a row were silent or stalled, all of
  /// which start on or after S.
  private func firstQuarter(
    of reason: Reasons, _ count: Int, from quarter: Int, of histories: MemberHistories
  ) -> Int? {
    guard count != Int(RuleTerms.never) else { return nil }
    let base = Int(record.baseQuarter)
    let earliest =
      interpretation.contains(.quartersMayPrecede) ? base : calendar.firstQuarter(from: since)
    let words = Int(record.words)..<Int(end.words)
    let bits = words.count * 64
    var start = max(earliest - base, quarter - count - base, 0)
    while start < bits {
      start = scan(words, from: start, reason, wanting: true, of: histories)
      guard start < bits else { return nil }
      let stop = scan(words, from: start, reason, wanting: false, of: histories)
      if stop - start >= count { return base + start + count }
      start = stop
    }
    return nil
  }

  /// How many quarters in a row, the last before a quarter's first day, were silent or stalled and
  /// start on or after S.
  func quartersInARow(of reason: Reasons, before day: Int32, of histories: MemberHistories) -> Int32
  {
    let base = Int(record.baseQuarter)
    let earliest =
      interpretation.contains(.quartersMayPrecede) ? base : calendar.firstQuarter(from: since)
    let words = Int(record.words)..<Int(end.words)
    var place = calendar.quarter(of: day) - base
    var count: Int32 = 0
    while place > max(earliest - base, 0) {
      place -= 1
      guard place >> 6 < words.count else { break }
      let word = histories.words[words.lowerBound + place >> 6]
      let bits = reason == .trackerSilent ? word.silent : word.stalled
      guard bits >> UInt64(place & 63) & 1 != 0 else { break }
      count += 1
    }
    return count
  }

  /// The first bit from one on that is set, or is not; the number of bits if there is none.
  private func scan(
    _ words: Range<Int>, from start: Int, _ reason: Reasons, wanting isSet: Bool,
    of histories: MemberHistories
  ) -> Int {
    var place = start
    while place >> 6 < words.count {
      let word = histories.words[words.lowerBound + place >> 6]
      let bits = reason == .trackerSilent ? word.silent : word.stalled
      let rest = (isSet ? bits : ~bits) >> UInt64(place & 63)
      if rest != 0 { return place + rest.trailingZeroBitCount }
      place = (place | 63) + 1
    }
    return words.count * 64
  }
}
