import Membership
import Warehouse

extension PlainReading {
  /// The replay of one member, day after day.
  func story(of member: Int) -> Story {
    var story = Story()
    let joined = data.members.joinedOn[member]
    guard joined <= asOf else { return story }
    var day = PlainDay(reading: self, member: member)
    var today = joined
    let last = asOf.adding(months: 120)
    while today <= last {
      day.play(today)
      if today <= asOf {
        if story.runs.last?.status != day.status {
          if !story.runs.isEmpty { story.runs[story.runs.count - 1].to = today - 1 }
          story.runs.append(Run(status: day.status, from: today, to: nil, reasons: day.reasons))
        } else if day.status == .probation {
          story.runs[story.runs.count - 1].reasons = day.reasons
        }
        story.judged = day.judged
      } else if let current = story.runs.last, day.status != current.status {
        story.next = Run(status: day.status, from: today, to: nil, reasons: day.reasons)
        break
      }
      if today >= asOf, day.status == .revoked || day.status == .withdrawn { break }
      today = today + 1
    }
    // Deadlines that fall on days after the membership ended are nobody's.
    if let end = story.runs.last, end.status == .revoked || end.status == .withdrawn {
      story.judged.removeAll { $0.day >= end.from }
    }
    story.judged.sort { left, right in
      func key(_ judged: Judged) -> (Int, Day, Int) {
        judged.plan.map { (1, data.plans.submittedOn[$0], $0) } ?? (0, joined, 0)
      }
      return key(left) < key(right)
    }
    return story
  }
}

/// The state of status.md's replay, one day at a time.
struct PlainDay {
  let reading: PlainReading
  let member: Int
  let joined: Day
  let activity: Set<Day>
  let progress: Set<Int>
  let plans: [Int]

  var status = Status.active
  var since: Day
  var until: Day?
  var causes: [String] = []
  var open: Set<String> = []
  var opened: Set<String> = []
  var dealtWith: Set<Int> = []
  var stopped: [Int: Int] = [:]
  var isJudged: Set<Int> = []
  var judged: [PlainReading.Judged] = []

  init(reading: PlainReading, member: Int) {
    self.reading = reading
    self.member = member
    joined = reading.data.members.joinedOn[member]
    since = joined
    progress = reading.progressReports
    activity = reading.activityDays(member, progress)
    plans = reading.plansOf(member)
  }

  var data: Dataset { reading.data }

  var reasons: [String] {
    switch status {
    case .inactive: causes
    case .probation: ["inactivity", "requirements"].filter(opened.contains)
    default: []
    }
  }

  mutating func play(_ t: Day) {
    let rules = reading.schedule.rules(on: t)
    if t > joined { leftUndone(t, rules) }
    if status == .revoked || status == .withdrawn { return }
    happened(t)
    if status == .revoked || status == .withdrawn { return }
    requirements(t, rules)
    if status == .inactiveVoluntary { stopClock(t) }
  }

  // MARK: - Step 1

  /// The deadline of the first plan (key −1) or of the plan after one, as it stands on a day.
  func deadline(_ key: Int, _ t: Day, _ rules: RuleSet) -> Day? {
    if key >= 0 {
      guard data.plans.submittedOn[key] < t, data.plans.submittedOn[key] <= reading.asOf,
        let months = rules.planGapMonths
      else { return nil }
      return reading.adding(months, to: data.plans.endsOn[key]) + (stopped[key] ?? 0)
    }
    var due = data.members.firstPlanDueOn[member]
    if due == nil, let months = rules.firstPlanMonths { due = reading.adding(months, to: joined) }
    guard var day = due else { return nil }
    for row in 0..<data.events.count
    where Int(data.events.members[row]) == member && data.events.kinds[row] == .extensionGranted {
      guard data.events.on[row] < t, data.events.on[row] <= reading.asOf,
        let until = data.events.until[row]
      else { continue }
      day = max(day, until)
    }
    return day + (stopped[-1] ?? 0)
  }

  func isKept(_ key: Int, _ t: Day) -> Bool {
    plans.contains { other in
      guard data.plans.submittedOn[other] < t, data.plans.submittedOn[other] <= reading.asOf else {
        return false
      }
      guard key >= 0 else { return true }
      return (data.plans.submittedOn[other], other) > (data.plans.submittedOn[key], key)
    }
  }

  mutating func leftUndone(_ t: Day, _ rules: RuleSet) {
    var found: Set<String> = []
    for key in [-1] + plans where !isJudged.contains(key) {
      guard let day = deadline(key, t, rules), t > day else { continue }
      isJudged.insert(key)
      let kept = isKept(key, t)
      judged.append(.init(plan: key < 0 ? nil : key, day: day, on: t, isKept: kept))
      if !kept, status == .active { found.insert(key < 0 ? "no_first_plan" : "no_next_plan") }
    }
    switch status {
    case .active:
      let quarter = Quarter(containing: t)
      if quarter.firstDay == t {
        if bad(rules.silentQuarters, before: quarter, { reading.isUpdated($0, member, progress) }) {
          found.insert("tracker_silent")
        }
        if bad(rules.stalledQuarters, before: quarter, { reading.isProgress($0, member, progress) })
        {
          found.insert("tracker_stalled")
        }
      }
      guard !found.isEmpty else { return }
      causes = ["no_first_plan", "no_next_plan", "tracker_silent", "tracker_stalled"]
        .filter(found.contains)
      status = .inactive
      since = t
    case .inactive:
      guard let months = rules.inactiveMonths, t > reading.adding(months, to: since) else { return }
      status = .probation
      since = t
      open = ["inactivity"]
      opened = open
    case .probation:
      guard let months = rules.probationMonths, t > reading.adding(months, to: since) else {
        return
      }
      status = .revoked
      since = t
    case .inactiveVoluntary:
      guard let last = until, t > last else { return }
      status = .active
      since = t
    case .revoked, .withdrawn: return
    }
  }

  func bad(_ count: Int?, before quarter: Quarter, _ isGood: (Quarter) -> Bool) -> Bool {
    guard let count else { return false }
    return (1...count).allSatisfy { back in
      let past = Quarter(index: quarter.index - back)
      let isRecent =
        past.firstDay >= since
        || reading.alternatives.contains(.quartersMayPrecede)
          && past >= Quarter(containing: joined)
      return isRecent && reading.isObligated(past, member) && !isGood(past)
    }
  }

  // MARK: - Steps 2 to 4

  mutating func happened(_ t: Day) {
    let events = (0..<data.events.count).filter {
      Int(data.events.members[$0]) == member && data.events.on[$0] == t && t <= reading.asOf
    }
    if events.contains(where: { data.events.kinds[$0] == .withdrew }), status != .revoked {
      status = .withdrawn
      return
    }
    if status == .revoked { return }
    if activity.contains(t) {
      switch status {
      case .inactive, .inactiveVoluntary:
        status = .active
        since = t
      case .probation: open.remove("inactivity")
      default: break
      }
    }
    for row in events where data.events.kinds[row] == .voluntaryInactivity {
      switch status {
      case .active, .inactive:
        status = .inactiveVoluntary
        since = t
        until = data.events.until[row]
      case .inactiveVoluntary: until = data.events.until[row]
      default: break
      }
    }
  }

  mutating func requirements(_ t: Day, _ rules: RuleSet) {
    var anyFails = false
    for plan in plans {
      guard let met = reading.met(plan, on: t, member) else { continue }
      let fails = met.filter { rules.required.has($0) }.count < rules.minMet
      guard fails else {
        dealtWith.remove(plan)
        continue
      }
      anyFails = true
      guard !dealtWith.contains(plan) else { continue }
      switch status {
      case .active, .inactive:
        open = status == .inactive ? ["inactivity", "requirements"] : ["requirements"]
        opened = open
        status = .probation
        since = t
        dealtWith.insert(plan)
      case .probation:
        open.insert("requirements")
        opened.insert("requirements")
        dealtWith.insert(plan)
      default: break
      }
    }
    if !anyFails { open.remove("requirements") }
    if status == .probation, open.isEmpty {
      status = .active
      since = t
    }
  }

  mutating func stopClock(_ t: Day) {
    for key in [-1] + plans where !isJudged.contains(key) {
      if key >= 0 {
        guard data.plans.submittedOn[key] < t, data.plans.submittedOn[key] <= reading.asOf,
          data.plans.endsOn[key] + 1 <= t
        else { continue }
      }
      stopped[key, default: 0] += 1
    }
  }
}
