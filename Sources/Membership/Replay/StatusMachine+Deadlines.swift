import Warehouse

/// A plan deadline on its way to being judged.
struct Deadline {
  /// The first day on which it can be judged, as things stand; never while its clock is stopped.
  var judgedOn: Int32
  /// Days by which voluntary inactivity has moved it, the one that holds not counted.
  var stopped: Int32
  /// The first day on which the stopped clock can move it.
  var clockFrom: Int32
  /// Whether it was judged.
  var isJudged: Bool
  /// All days by which it was moved when it was placed.
  var moved: Int32 = 0
  /// The last day on which it can be judged as placed: its clock stopped, it may not be at all.
  var reach: Int32 = Int32.max
}

extension StatusMachine {
  /// Sets up one deadline for the first plan and one for each plan submitted.
  mutating func prepareDeadlines(of histories: MemberHistories) {
    deadlines.removeAll(keepingCapacity: true)
    deadlines.append(
      Deadline(judgedOn: Self.never, stopped: 0, clockFrom: record.joinedOn, isJudged: false))
    for index in Int(record.plans)..<Int(end.plans) {
      let plan = histories.plans[index]
      deadlines.append(
        Deadline(
          judgedOn: Self.never, stopped: 0,
          clockFrom: max(plan.endsOn, plan.submittedOn) + 1, isJudged: false))
    }
    pausedFrom = record.joinedOn
  }

  /// Computes anew when each deadline not yet judged is, from a day on.
  mutating func placeDeadlines(from day: Int32, of histories: MemberHistories) {
    for index in deadlines.indices where !deadlines[index].isJudged {
      let isStopped = status == .inactiveVoluntary
      let clockFrom = deadlines[index].clockFrom
      deadlines[index].moved = daysStopped(index, from: day)
      deadlines[index].reach = isStopped ? max(day, clockFrom) : Int32.max
      guard let judged = dayJudged(index, from: day, of: histories) else {
        deadlines[index].judgedOn = Self.never
        continue
      }
      // While the clock is stopped a deadline keeps ahead of the days; only one that is judged
      // before the clock stops, or has passed already, is judged at all.
      deadlines[index].judgedOn = judged <= deadlines[index].reach ? judged : Self.never
    }
  }

  /// The first day, from one on, that is after a deadline and on which it exists.
  private func dayJudged(_ index: Int, from day: Int32, of histories: MemberHistories) -> Int32? {
    guard index > 0 else {
      var judged = day
      while let deadline = deadlineDay(0, on: judged, from: day, of: histories) {
        if deadline < judged { return judged }
        judged = deadline + 1
      }
      return nil
    }
    let plan = histories.plans[Int(record.plans) + index - 1]
    guard let deadline = deadlineDay(index, on: day, from: day, of: histories) else { return nil }
    return max(day, deadline + 1, plan.submittedOn + 1)
  }

  /// A deadline as it stands on a day, the clock having been stopped through the day before `now`.
  private func deadlineDay(
    _ index: Int, on day: Int32, from start: Int32, of histories: MemberHistories
  ) -> Int32? {
    let stopped = daysStopped(index, from: start)
    guard index == 0 else {
      let plan = histories.plans[Int(record.plans) + index - 1]
      return limit(of: .planGap, from: plan.endsOn).map { $0 + stopped }
    }
    let due: Int32
    if record.firstPlanDueOn != MemberRecord.unknown {
      due = record.firstPlanDueOn
    } else if let limit = limit(of: .firstPlan, from: record.joinedOn) {
      due = limit
    } else {
      return nil
    }
    var latest = due
    for fact in histories.extensions[Int(record.extensions)..<Int(end.extensions)] {
      guard fact.on < day else { break }
      latest = max(due, fact.until)
    }
    return latest + stopped
  }

  /// All days by which a deadline is moved on a day, today's stopped clock not counted.
  private func daysStopped(_ index: Int, from day: Int32) -> Int32 {
    let stopped = deadlines[index].stopped
    guard status == .inactiveVoluntary else { return stopped }
    return stopped + max(0, day - max(pausedFrom, deadlines[index].clockFrom))
  }

  /// The first day on which a deadline is judged that is not kept.
  func nextMissedDeadline(of histories: MemberHistories) -> Int32 {
    var day = Self.never
    for index in deadlines.indices
    where !deadlines[index].isJudged && deadlines[index].judgedOn < day {
      if !isKept(index, on: deadlines[index].judgedOn, of: histories) {
        day = deadlines[index].judgedOn
      }
    }
    return day
  }

  /// Whether the plan that a deadline waits for was submitted before a day.
  func isKept(_ index: Int, on day: Int32, of histories: MemberHistories) -> Bool {
    let plan = Int(record.plans) + index
    return plan < Int(end.plans) && histories.plans[plan].submittedOn < day
  }

  /// Judges all deadlines that are due by a day, those before it too: they passed unnoticed,
  /// since they were kept or the member was not active.
  mutating func judgeDeadlines(
    on day: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) -> Reasons {
    var missed: Reasons = []
    for index in deadlines.indices
    where !deadlines[index].isJudged && deadlines[index].judgedOn <= day {
      let verdict = judge(index, of: histories)
      sink.judged(verdict)
      if status == .active, !verdict.isKept {
        missed.insert(index == 0 ? .noFirstPlan : .noNextPlan)
        sink.noted(.deadlineMissed(verdict), on: day)
      }
    }
    return missed
  }

  /// Tells of the deadlines that passed unnoticed by a day.
  mutating func settleDeadlines(
    through day: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) {
    for index in deadlines.indices
    where !deadlines[index].isJudged && deadlines[index].judgedOn <= day {
      sink.judged(judge(index, of: histories))
    }
  }

  /// Tells of the deadlines that had passed when the membership ended, but whose plans were
  /// submitted only later: they could not be judged before (status.md, readings.md 33).
  mutating func settleLateDeadlines(
    through last: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) {
    if schedule.effective > now, schedule.effective <= last {
      judgeLateDeadlines(through: schedule.effective - 1, of: histories, into: &sink)
      rules = schedule.reform
      placeDeadlines(from: schedule.effective, of: histories)
    }
    judgeLateDeadlines(through: last, of: histories, into: &sink)
  }

  private mutating func judgeLateDeadlines(
    through day: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) {
    for index in deadlines.indices
    where !deadlines[index].isJudged && deadlines[index].judgedOn <= day {
      let verdict = judge(index, of: histories)
      if verdict.day < now { sink.judged(verdict) }
    }
  }

  private mutating func judge(_ index: Int, of histories: MemberHistories) -> DeadlineVerdict {
    let judgedOn = deadlines[index].judgedOn
    deadlines[index].isJudged = true
    let day = deadlineDay(index, on: judgedOn, from: judgedOn, of: histories) ?? judgedOn - 1
    return DeadlineVerdict(
      index: index, day: day, judgedOn: judgedOn,
      isKept: isKept(index, on: judgedOn, of: histories))
  }

  /// Adds the days of the voluntary inactivity that ended to the deadlines it moved.
  mutating func releaseDeadlines(on day: Int32, into sink: inout some ReplaySink) {
    for index in deadlines.indices where !deadlines[index].isJudged {
      let days = max(0, day - max(pausedFrom, deadlines[index].clockFrom))
      guard days > 0 else { continue }
      deadlines[index].stopped += days
      sink.noted(.clockStopped(index: index, days: deadlines[index].stopped), on: day)
    }
  }
}
