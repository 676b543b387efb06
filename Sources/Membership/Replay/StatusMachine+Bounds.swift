import Warehouse

// How far the thresholds in force could rise without any day's status being another one.
//
// Every limit lies later the higher its threshold is. A limit not reached is not reached with a
// higher threshold either; one that is reached on a day is reached on that day by all thresholds
// whose limit lies before it. So bounds are told where a limit is reached, where no plan fails, and
// where deadlines were spent that would still stand with a higher threshold. Reasons may differ
// within the bounds: of several causes on one day one is enough.
extension StatusMachine {
  /// Whether the rules in force on a day are the ones whose thresholds vary: the reform's.
  @inline(__always)
  private func varies(on day: Int32) -> Bool { day >= schedule.effective }

  /// A limit was reached: it would have been by all values whose limit, counted from a day, is
  /// not after another.
  func bound<Sink: ReplaySink>(
    _ threshold: Threshold, from base: Int32, through last: Int32, into sink: inout Sink
  ) {
    guard Sink.boundUnit != .none, varies(on: last + 1) else { return }
    sink.bounded(threshold, at: highest(threshold, from: base, through: last, for: sink))
  }

  /// The highest value whose limit, counted from a day, is not after another day.
  private func highest<Sink: ReplaySink>(
    _ threshold: Threshold, from base: Int32, through last: Int32, for sink: Sink
  ) -> Int32 {
    let months = rules.months(of: threshold)
    guard Sink.boundUnit == .values else { return last - adding(months, to: base) }
    let most = calendar.months(from: base, to: last)
    return adding(Int32(most), to: base) <= last ? Int32(most) : Int32(most) - 1
  }

  /// The member becomes inactive: one of the causes must hold; if one holds anyway, none is bound.
  func boundCauses<Sink: ReplaySink>(
    _ causes: Reasons, on day: Int32, of histories: MemberHistories, into sink: inout Sink
  ) {
    guard Sink.boundUnit != .none, varies(on: day) else { return }
    var first: (threshold: Threshold, value: Int32)?
    for (reason, threshold) in [
      (Reasons.trackerSilent, Threshold.silent), (.trackerStalled, .stalled),
    ] where causes.contains(reason) {
      let value = quartersInARow(of: reason, before: day, of: histories)
      guard sink.wouldNarrow(threshold, at: value) else { return }
      if first == nil { first = (threshold, value) }
    }
    for index in deadlines.indices
    where deadlines[index].isJudged && deadlines[index].judgedOn == day {
      guard !isKept(index, on: day, of: histories) else { continue }
      guard let bound = bound(ofDeadline: index, by: day, of: histories, for: sink),
        sink.wouldNarrow(bound.threshold, at: bound.value)
      else { return }
      if first == nil { first = bound }
    }
    if let first { sink.bounded(first.threshold, at: first.value) }
  }

  /// Deadlines were spent without effect, or with another's: from here on that matters, since the
  /// member is active again or its clock is stopped or released.
  ///
  /// With a higher threshold such a deadline would still stand if its limit is not passed, unless
  /// the plan that it waits for has come.
  func boundSpentDeadlines<Sink: ReplaySink>(
    on day: Int32, of histories: MemberHistories, into sink: inout Sink
  ) {
    guard Sink.boundUnit != .none, varies(on: day) else { return }
    for index in deadlines.indices
    where deadlines[index].isJudged && varies(on: deadlines[index].judgedOn) {
      guard !isKept(index, on: day + 1, of: histories),
        let bound = bound(ofDeadline: index, by: day, of: histories, for: sink)
      else { continue }
      sink.bounded(bound.threshold, at: bound.value)
    }
  }

  /// Up to which value a judged deadline would have been judged by a day; none where its day does
  /// not depend on the rules.
  private func bound<Sink: ReplaySink>(
    ofDeadline index: Int, by day: Int32, of histories: MemberHistories, for sink: Sink
  ) -> (threshold: Threshold, value: Int32)? {
    let deadline = deadlines[index]
    guard index == 0 else {
      let plan = histories.plans[Int(record.plans) + index - 1]
      let last = min(day, deadline.reach) - 1 - deadline.moved
      return (.planGap, highest(.planGap, from: plan.endsOn, through: last, for: sink))
    }
    guard record.firstPlanDueOn == MemberRecord.unknown else { return nil }
    // On the day it was judged all extensions that counted had run out.
    let last = deadline.judgedOn - 1 - deadline.moved
    return (.firstPlan, highest(.firstPlan, from: record.joinedOn, through: last, for: sink))
  }

  /// No plan fails: none would with any minimum up to the fewest requirements met.
  func boundRequirements<Sink: ReplaySink>(on day: Int32, into sink: inout Sink) {
    guard Sink.boundUnit != .none, present != 0, present & rules.failing == 0, varies(on: day),
      status != .inactiveVoluntary
    else { return }
    sink.bounded(.minMet, at: rules.fewestMet(of: present))
  }
}
