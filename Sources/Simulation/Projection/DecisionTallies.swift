import Membership
import Warehouse

/// How often a member decided so, in each situation: what chances are estimated from.
struct DecisionTallies: Hashable, Sendable {
  /// For each ``DecisionSlot`` how often it happened.
  private(set) var happened = [Int32](repeating: 0, count: DecisionSlot.count)
  /// For each ``DecisionSlot`` how often it could have.
  private(set) var total = [Int32](repeating: 0, count: DecisionSlot.count)

  init() {}

  init(happened: [Int32], total: [Int32]) {
    self.happened = happened
    self.total = total
  }

  fileprivate mutating func add(_ slot: DecisionSlot, _ didHappen: Bool) {
    total[slot.index] += 1
    if didHappen { happened[slot.index] += 1 }
  }
}

extension DecisionTallies {
  /// Counts one member's decisions in the whole quarters that it went into with a status that is
  /// not final, through the as-of day.
  ///
  /// - Parameters:
  ///   - member: A row of the members table, joined by the as-of day.
  ///   - course: What is recorded of it.
  ///   - replay: The past under the rules that it is read by.
  init(of member: Int, course: RecordedCourse, replay: Replay) {
    guard let joined = replay.spells(of: member).first?.from else { return }
    for isMet in course.assessments { add(.requirementsMet, isMet) }
    var tracker = TrackerRecord()
    var plansBefore = 0
    var quarter = Quarter(containing: joined + 1)
    while quarter.lastDay <= replay.asOf {
      defer {
        tracker.append(
          isObligated: replay.histories.isObligated(quarter, for: member),
          isUpdated: replay.histories.isUpdated(quarter, for: member),
          isProgress: replay.histories.isProgress(quarter, for: member))
        quarter = Quarter(index: quarter.index + 1)
      }
      while plansBefore < course.plans.count,
        course.plans[plansBefore].submittedOn < quarter.firstDay.number
      {
        plansBefore += 1
      }
      guard let status = replay.status(of: member, on: quarter.firstDay - 1), status < .revoked
      else { continue }
      let seen = QuarterSeen(quarter, member: member, course: course, replay: replay)
      if let slot = DecisionSlot.withdrawn(status) { add(slot, seen.contains(course.withdrewOn)) }
      if let slot = DecisionSlot.leaveTaken(status) {
        add(slot, course.leaves.contains(where: seen.contains))
      }
      countResumed(status, seen)
      countMended(seen)
      if status != .inactiveVoluntary {
        countTracker(tracker, seen)
        add(
          course.planSlot(in: quarter.index, plansBefore: plansBefore),
          plansBefore < course.plans.count
            && course.plans[plansBefore].submittedOn <= quarter.lastDay.number)
      }
    }
  }

  private mutating func countTracker(_ tracker: TrackerRecord, _ seen: QuarterSeen) {
    let histories = seen.replay.histories
    guard histories.isObligated(seen.quarter, for: seen.member) else { return }
    let isUpdated = histories.isUpdated(seen.quarter, for: seen.member)
    add(.trackerUpdated(tracker), isUpdated)
    guard isUpdated else { return }
    add(.progressMade(tracker), histories.isProgress(seen.quarter, for: seen.member))
  }

  private mutating func countResumed(_ status: Status, _ seen: QuarterSeen) {
    if let slot = DecisionSlot.activityResumed(status) {
      let spell = seen.replay.spell(of: seen.member, on: seen.quarter.firstDay - 1)
      if status != .probation || spell?.reasons.contains(.inactivity) == true {
        add(slot, seen.resumes(in: status, from: seen.quarter.firstDay))
      }
    }
    guard status != .inactive, let began = seen.firstInactiveDay else { return }
    add(.resumedAtOnce, seen.resumes(in: .inactive, from: began + 1))
  }

  private mutating func countMended(_ seen: QuarterSeen) {
    var isLacking = false
    var since: Int32?
    for change in seen.course.requirements where change.on <= seen.quarter.lastDay.number {
      if change.isLacking {
        if !isLacking { since = change.on }
      } else if change.on < seen.quarter.firstDay.number {
        since = nil
      }
      isLacking = change.isLacking
    }
    guard let since else { return }
    let quarters = seen.quarter.index - Quarter(containing: Day(number: since)).index
    add(.requirementsMended(quartersSince: quarters), !isLacking)
  }
}

/// One recorded quarter of a member.
private struct QuarterSeen {
  let quarter: Quarter
  let member: Int
  let course: RecordedCourse
  let replay: Replay

  init(_ quarter: Quarter, member: Int, course: RecordedCourse, replay: Replay) {
    self.quarter = quarter
    self.member = member
    self.course = course
    self.replay = replay
  }

  func contains(_ day: Int32) -> Bool {
    quarter.firstDay.number <= day && day <= quarter.lastDay.number
  }

  /// Whether there is other activity, from a day on, on a day that the member went into with a
  /// status.
  func resumes(in status: Status, from first: Day) -> Bool {
    course.resumed.contains { day in
      contains(day) && day >= first.number
        && replay.status(of: member, on: Day(number: day - 1)) == status
    }
  }

  /// The day in the quarter on which the member became inactive, if it did.
  var firstInactiveDay: Day? {
    replay.spells(of: member).first {
      $0.status == .inactive && contains($0.from.number)
    }?.from
  }
}

extension RecordedCourse {
  /// The situation in which a plan is or is not submitted in a quarter.
  ///
  /// - Parameters:
  ///   - quarter: The quarter's index.
  ///   - plansBefore: How many plans were submitted before it.
  /// - Returns: The situation.
  func planSlot(in quarter: Int, plansBefore: Int) -> DecisionSlot {
    guard plansBefore > 0 else {
      let due = Quarter(containing: Day(number: firstPlanDue)).index
      return .firstPlan(quartersSinceDue: quarter - due)
    }
    let end = plans[..<plansBefore].reduce(Int32.min) { max($0, $1.endsOn) }
    return .nextPlan(quartersSinceEnd: quarter - Quarter(containing: Day(number: end)).index)
  }
}
