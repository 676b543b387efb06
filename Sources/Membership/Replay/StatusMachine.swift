import Warehouse

/// The rules of §4 as a machine: facts in, changes of status out, from event to event.
///
/// Day by day it does what status.md says, but only on days on which something can happen:
/// between them no day ends in another status than the one before. It has no clock, no file and
/// no random number in it, and allocates only while its list of deadlines grows.
struct StatusMachine {
  /// Never, as a day.
  static let never = Int32.max

  let calendar = MonthCalendar.shared
  var schedule: CompiledSchedule
  var rules: RuleTerms
  var interpretation: Interpretation = []
  var record: MemberRecord
  var end: MemberRecord

  /// The last day played.
  var now: Int32 = 0
  var status = Status.active
  /// S of status.md: from when the spell's time counts.
  var since: Int32 = 0
  /// Why the member is inactive.
  var causes: Reasons = []
  /// The issues of a probation that are not settled.
  var open: Reasons = []
  /// All issues opened in this probation.
  var issues: Reasons = []
  /// The last day of a voluntary inactivity.
  var until: Int32 = 0
  /// The first day that ended in the voluntary inactivity that holds.
  var pausedFrom: Int32 = 0
  /// The requirement states of the assessed plans, as bits (``RequirementFact/present``).
  var present: UInt16 = 0

  var nextActivity = 0
  var nextPause = 0
  var nextRequirement = 0
  var deadlines: [Deadline] = []
  /// The first quarter's first day on which the tracker's quarters would make the member inactive;
  /// `Int32.min`: not yet looked for.
  var nextQuarterDay: Int32 = 0

  init(_ schedule: CompiledSchedule) {
    self.schedule = schedule
    rules = schedule.baseline
    let nobody = MemberRecord(
      joinedOn: MemberRecord.unknown, firstPlanDueOn: MemberRecord.unknown,
      withdrewOn: MemberRecord.unknown, baseQuarter: 0, plans: 0, extensions: 0, pauses: 0,
      requirements: 0, activity: 0, words: 0)
    record = nobody
    end = nobody
  }

  /// Plays one member from its first day through the as-of day.
  ///
  /// - Returns: Whether the member had joined by then.
  mutating func play(
    _ member: Int, of histories: MemberHistories, into sink: inout some ReplaySink
  ) -> Bool {
    guard start(member, of: histories, into: &sink) else { return false }
    advance(through: histories.asOf.number, of: histories, into: &sink)
    return true
  }

  /// Plays a member's first day: steps 2 to 4.
  mutating func start(
    _ member: Int, of histories: MemberHistories, into sink: inout some ReplaySink
  ) -> Bool {
    record = histories.records[member]
    guard record.joinedOn != MemberRecord.unknown else { return false }
    end = histories.records[member + 1]
    interpretation = histories.interpretation
    let joined = record.joinedOn
    rules = schedule.effective <= joined ? schedule.reform : schedule.baseline
    now = joined
    status = .active
    since = joined
    causes = []
    open = []
    issues = []
    present = 0
    nextActivity = Int(record.activity)
    nextPause = Int(record.pauses)
    nextRequirement = Int(record.requirements)
    nextQuarterDay = Int32.min
    prepareDeadlines(of: histories)
    finishDay(joined, of: histories, into: &sink)
    sink.changed(to: status, on: joined, reasons: reasons)
    placeDeadlines(from: joined + 1, of: histories)
    return true
  }

  /// Plays on through a day.
  mutating func advance(
    through last: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) {
    while status < .revoked {
      let day = nextDay(of: histories)
      guard day <= last else { break }
      play(day, of: histories, into: &sink)
    }
    settleDeadlines(through: status < .revoked ? last : now, of: histories, into: &sink)
    if status >= .revoked { settleLateDeadlines(through: last, of: histories, into: &sink) }
  }

  /// Plays on to the first day that ends in another status, through a day at most.
  ///
  /// - Returns: Whether there is one.
  mutating func advanceToChange(
    through last: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) -> Bool {
    let before = status
    while status < .revoked {
      let day = nextDay(of: histories)
      guard day <= last else { return false }
      play(day, of: histories, into: &sink)
      if status != before { return true }
    }
    return false
  }

  /// The reasons of the spell that holds.
  var reasons: Reasons {
    switch status {
    case .inactive: causes
    case .probation: issues
    default: []
    }
  }

  /// Plays one day after the first.
  private mutating func play(
    _ day: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) {
    let before = status
    let issuesBefore = issues
    if day == schedule.effective {
      // What passed before today was judged by the rules that held then.
      settleDeadlines(through: day - 1, of: histories, into: &sink)
      rules = schedule.reform
      nextQuarterDay = Int32.min
      sink.noted(.reformed, on: day)
      placeDeadlines(from: day, of: histories)
    }
    lookBack(on: day, of: histories, into: &sink)
    if status < .revoked { finishDay(day, of: histories, into: &sink) }
    now = day
    if status == .active, since == day || before != .active {
      boundSpentDeadlines(on: day, of: histories, into: &sink)
    }
    if status != before {
      sink.changed(to: status, on: day, reasons: reasons)
      if status == .inactiveVoluntary || before == .inactiveVoluntary {
        boundSpentDeadlines(on: day, of: histories, into: &sink)
      }
      if status == .inactiveVoluntary {
        pausedFrom = day
        placeDeadlines(from: day + 1, of: histories)
      } else if before == .inactiveVoluntary {
        releaseDeadlines(on: day, into: &sink)
        placeDeadlines(from: day + 1, of: histories)
      }
    } else if status == .probation, issues != issuesBefore {
      sink.added(issues, on: day)
    }
  }

  /// The next day on which something can happen.
  private mutating func nextDay(of histories: MemberHistories) -> Int32 {
    var day = min(record.withdrewOn, Self.never)
    if schedule.effective > now { day = min(day, schedule.effective) }
    if status != .inactiveVoluntary, nextRequirement < Int(end.requirements) {
      day = min(day, histories.requirements[nextRequirement].on)
    }
    if status != .probation { day = min(day, pauseAfterNow(of: histories)) }
    switch status {
    case .active:
      day = min(day, nextMissedDeadline(of: histories))
      if nextQuarterDay == Int32.min { nextQuarterDay = quarterDay(after: now, of: histories) }
      day = min(day, nextQuarterDay)
    case .inactive:
      day = min(day, dayAfter(.inactive), activityAfterNow(of: histories))
    case .inactiveVoluntary:
      let resumes = until == MemberRecord.unknown ? Self.never : max(until, now) + 1
      day = min(day, resumes, activityAfterNow(of: histories))
    case .probation:
      day = min(day, dayAfter(.probation))
      if open.contains(.inactivity) { day = min(day, activityAfterNow(of: histories)) }
    case .revoked, .withdrawn: break
    }
    return max(day, now + 1)
  }

  /// The first day from tomorrow that is after S and the months of a threshold.
  private func dayAfter(_ threshold: Threshold) -> Int32 {
    guard let limit = limit(of: threshold, from: since) else { return Self.never }
    return max(limit, now) + 1
  }

  /// The last day within the months of a threshold, from a day; none for never.
  func limit(of threshold: Threshold, from day: Int32) -> Int32? {
    let months = rules.months(of: threshold)
    guard months != RuleTerms.never else { return nil }
    let limit = adding(months, to: day)
    return threshold == rules.shifted ? limit + rules.shift : limit
  }

  /// The day so many months later, as the months are read.
  func adding(_ months: Int32, to day: Int32) -> Int32 {
    let later = calendar.adding(Int(months), to: day)
    return later.isLast && interpretation.contains(.monthEndOverflows) ? later.day + 1 : later.day
  }

  private mutating func activityAfterNow(of histories: MemberHistories) -> Int32 {
    skipActivity(through: now, of: histories)
    guard nextActivity < Int(end.activity) else { return Self.never }
    return histories.activity[nextActivity]
  }

  /// Moves to the first day of activity after a day.
  private mutating func skipActivity(through day: Int32, of histories: MemberHistories) {
    var low = nextActivity
    var high = Int(end.activity)
    while low < high {
      let middle = (low + high) >> 1
      if histories.activity[middle] <= day { low = middle + 1 } else { high = middle }
    }
    nextActivity = low
  }

  private mutating func pauseAfterNow(of histories: MemberHistories) -> Int32 {
    while nextPause < Int(end.pauses), histories.pauses[nextPause].on <= now { nextPause += 1 }
    return nextPause < Int(end.pauses) ? histories.pauses[nextPause].on : Self.never
  }
}
