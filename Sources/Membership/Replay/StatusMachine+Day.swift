import Warehouse

extension StatusMachine {
  /// Step 1: what was left undone up to yesterday.
  ///
  /// The status that the day began with decides.
  mutating func lookBack(
    on day: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) {
    let missed = judgeDeadlines(on: day, of: histories, into: &sink)
    switch status {
    case .active:
      var found = missed
      found.formUnion(quartersLookedBackOn(day, of: histories, into: &sink))
      if !found.isEmpty {
        boundCauses(found, on: day, of: histories, into: &sink)
        causes = found
        status = .inactive
        since = day
      }
    case .inactive:
      guard let last = limit(of: .inactive, from: since), day > last else { return }
      bound(.inactive, from: since, through: day - 1, into: &sink)
      sink.noted(.inactiveTooLong(since: since, until: last), on: day)
      status = .probation
      since = day
      open = .inactivity
      issues = .inactivity
    case .probation:
      guard let last = limit(of: .probation, from: since), day > last else { return }
      bound(.probation, from: since, through: day - 1, into: &sink)
      sink.noted(
        .probationTooLong(since: since, until: last, open: open, present: present), on: day)
      status = .revoked
      since = day
    case .inactiveVoluntary:
      guard until != MemberRecord.unknown, day > until else { return }
      sink.noted(.pauseEnded(until: until), on: day)
      becomeActive(on: day)
    case .revoked, .withdrawn: return
    }
  }

  /// Steps 2 and 3: what happened today, and the co-creation requirements.
  mutating func finishDay(
    _ day: Int32, of histories: MemberHistories, into sink: inout some ReplaySink
  ) {
    if record.withdrewOn == day {
      sink.noted(.withdrew, on: day)
      status = .withdrawn
      since = day
      return
    }
    if status != .active, hasActivity(on: day, of: histories) {
      switch status {
      case .inactive, .inactiveVoluntary:
        sink.noted(.activity(from: status), on: day)
        becomeActive(on: day)
      case .probation:
        if open.contains(.inactivity) { sink.noted(.activity(from: status), on: day) }
        open.remove(.inactivity)
      case .active, .revoked, .withdrawn: break
      }
    }
    if let pause = pause(on: day, of: histories), status != .probation {
      sink.noted(.paused(until: pause, from: status), on: day)
      if status != .inactiveVoluntary {
        status = .inactiveVoluntary
        since = day
      }
      until = pause
    }
    while nextRequirement < Int(end.requirements),
      histories.requirements[nextRequirement].on <= day
    {
      present = histories.requirements[nextRequirement].present
      nextRequirement += 1
    }
    checkRequirements(on: day, into: &sink)
  }

  /// Step 3: the co-creation requirements.
  ///
  /// A plan that fails and was dealt with is always one for which the issue is open, so
  /// whether any plan fails is all there is to know.
  private mutating func checkRequirements(on day: Int32, into sink: inout some ReplaySink) {
    boundRequirements(on: day, into: &sink)
    if present & rules.failing != 0 {
      switch status {
      case .active, .inactive:
        sink.noted(.requirementsFailed(from: status, present: present), on: day)
        open = status == .inactive ? [.inactivity, .requirements] : .requirements
        issues = open
        status = .probation
        since = day
      case .probation:
        if !open.contains(.requirements) {
          sink.noted(.requirementsFailed(from: status, present: present), on: day)
        }
        open.insert(.requirements)
        issues.insert(.requirements)
      case .inactiveVoluntary, .revoked, .withdrawn: break
      }
    } else if status == .probation, open.contains(.requirements) {
      sink.noted(.requirementsSettled, on: day)
      open.remove(.requirements)
    }
    if status == .probation, open.isEmpty {
      sink.noted(.probationEnded, on: day)
      becomeActive(on: day)
    }
  }

  private mutating func becomeActive(on day: Int32) {
    status = .active
    since = day
    nextQuarterDay = Int32.min
  }

  private func hasActivity(on day: Int32, of histories: MemberHistories) -> Bool {
    var low = nextActivity
    var high = Int(end.activity)
    while low < high {
      let middle = (low + high) >> 1
      if histories.activity[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low < Int(end.activity) && histories.activity[low] == day
  }

  /// The `until` of the request for voluntary inactivity that counts on a day.
  private func pause(on day: Int32, of histories: MemberHistories) -> Int32? {
    var index = nextPause
    while index < Int(end.pauses), histories.pauses[index].on < day { index += 1 }
    guard index < Int(end.pauses), histories.pauses[index].on == day else { return nil }
    return histories.pauses[index].until
  }
}
