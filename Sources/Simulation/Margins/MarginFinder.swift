import Membership
import Warehouse

/// Finds one member's margins, going from one value at which something changes to the next.
struct MarginFinder {
  private var sweep: MarginSweep
  private let rules: RuleSet

  /// What is varied: the reform's rules, or the only ones.
  init(of histories: MemberHistories, under schedule: RuleSchedule) {
    sweep = MarginSweep(of: histories, under: schedule)
    rules = schedule.reform ?? schedule.baseline
  }

  /// The margins of a member by every threshold; none if it joined after the as-of day.
  mutating func margins(of member: Int) -> [Margin] {
    Threshold.allCases.compactMap { margin(of: member, $0) }
  }

  private mutating func margin(of member: Int, _ threshold: Threshold) -> Margin? {
    let value = threshold.value(in: rules)
    guard let now = sweep.play(member, threshold, at: value) else { return nil }
    let nearest = nearest(member, threshold, to: value, now)
    return Margin(
      member: member, parameter: threshold.parameter, value: Self.number(value),
      status: now.status,
      change: nearest.map { found in
        Margin.Change(
          value: Self.number(found.value), status: found.status,
          missedBy: missedBy(member, threshold, from: value, to: found.value, now.status))
      })
  }

  private static func number(_ value: Int32) -> Int? {
    value == Threshold.never ? nil : Int(value)
  }

  /// The values that a threshold can have, never apart.
  private func domain(_ threshold: Threshold) -> ClosedRange<Int32> {
    guard case .number(let bounds) = threshold.parameter.values else { return 0...0 }
    if threshold == .minMet { return 0...Int32(rules.required.size) }
    // The highest number stands for never.
    return Int32(bounds.lowerBound)...Int32(min(bounds.upperBound, Int(Threshold.never) - 1))
  }

  /// The nearest value whose status is another one; of two as near the higher one, which is the
  /// milder rule, and never only where no number does it.
  private mutating func nearest(
    _ member: Int, _ threshold: Threshold, to value: Int32, _ now: MarginSweep.Answer
  ) -> (value: Int32, status: Status)? {
    let above = above(member, threshold, value, now)
    let below = below(member, threshold, value, now.status)
    guard let above else { return below }
    guard let below else { return above }
    guard above.value != Threshold.never else { return below }
    return Int(value) - Int(below.value) < Int(above.value) - Int(value) ? below : above
  }

  /// The lowest higher value whose status is another one.
  private mutating func above(
    _ member: Int, _ threshold: Threshold, _ value: Int32, _ now: MarginSweep.Answer
  ) -> (value: Int32, status: Status)? {
    let domain = domain(threshold)
    var highest = now.highest
    while highest != Threshold.never {
      var next = highest + 1
      if next > domain.upperBound {
        guard threshold.parameter.allowsNever else { return nil }
        next = Threshold.never
      }
      guard let answer = sweep.play(member, threshold, at: next) else { return nil }
      if answer.status != now.status { return (next, answer.status) }
      highest = next == Threshold.never ? next : answer.highest
    }
    return nil
  }

  /// The highest lower value whose status is another one.
  private mutating func below(
    _ member: Int, _ threshold: Threshold, _ value: Int32, _ status: Status
  ) -> (value: Int32, status: Status)? {
    let domain = domain(threshold)
    let last = min(value - 1, domain.upperBound)
    var next = domain.lowerBound
    var found: (value: Int32, status: Status)?
    while next <= last, let answer = sweep.play(member, threshold, at: next) {
      let through = min(answer.highest, last)
      if answer.status != status { found = (through, answer.status) }
      next = through + 1
    }
    return found
  }

  /// By how many days, quarters or requirements the other status was missed.
  private mutating func missedBy(
    _ member: Int, _ threshold: Threshold, from value: Int32, to nearest: Int32, _ status: Status
  ) -> Int? {
    guard value != Threshold.never else { return nil }
    guard threshold.countsMonths else {
      return nearest == Threshold.never ? nil : abs(Int(nearest) - Int(value))
    }
    return nearest > value
      ? daysLater(member, threshold, status)
      : daysEarlier(member, threshold, status, from: value, to: nearest)
  }

  /// The fewest days by which all limits must lie later.
  private mutating func daysLater(
    _ member: Int, _ threshold: Threshold, _ status: Status
  ) -> Int? {
    var days: Int32 = 0
    while let answer = sweep.play(member, threshold, shiftedBy: days) {
      if answer.status != status { return Int(days) }
      guard answer.highest != Int32.max else { return nil }
      days = answer.highest + 1
    }
    return nil
  }

  /// The fewest days by which all limits must lie earlier.
  private mutating func daysEarlier(
    _ member: Int, _ threshold: Threshold, _ status: Status, from value: Int32, to nearest: Int32
  ) -> Int? {
    // So many days are at least as much as the months between the two values, nearly always; where
    // they were not enough, look further: beyond a century of months no limit has ever stood.
    var reach = (value - nearest) * 31 + 3
    while true {
      var found: Int?
      var next = -reach
      while next < 0, let answer = sweep.play(member, threshold, shiftedBy: next) {
        let through = min(answer.highest, -1)
        if answer.status != status { found = Int(-through) }
        next = through + 1
      }
      if let found { return found }
      guard reach < 1200 * 31 else { return nil }
      reach *= 2
    }
  }
}
