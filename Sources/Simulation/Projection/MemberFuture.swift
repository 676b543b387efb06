import Membership
import Statistics
import Warehouse

/// One member's futures: facts drawn quarter by quarter, and what the rules make of them.
///
/// Drawn facts are added to the recorded history and the whole is replayed: the rules are those of
/// every other command. A quarter's draws depend on the past alone, so a quarter is drawn, then
/// replayed, then the next one. The days of what happens in a quarter are spread evenly over it.
struct MemberFuture {
  private let timeline: Timeline
  private let draws: DecisionDraws
  private let shapes: RecordedShapes
  private let chances: [Double]
  private let course: RecordedCourse
  private let memberKey: UInt64
  private let trackerBefore: TrackerRecord
  private let lackingSince: Int?
  private let asOf: Int32
  private let replaysAlways: Bool

  private var history: ExtendedHistory
  private var sweep: StatusSweep
  private var spells: [Spell] = []
  private var startSpells: [Spell] = []
  private var startSchedule: CompiledSchedule?
  private var future = Future()
  private var days: [Int32] = []

  /// What has happened in the future that is being drawn.
  private struct Future {
    var replicate = 0
    var lastPlanEnd: Int32?
    var assessments: [Int32] = []
    var tracker = TrackerRecord()
    /// The quarter in which some plan was found lacking, until that is mended.
    var lackingSince: Int?
    /// Whether something was drawn that can make an active member lose that status.
    var mustReplay = false
  }

  /// A member's futures.
  ///
  /// - Parameters:
  ///   - member: A row of the members table, joined by the as-of day.
  ///   - model: What the past says.
  ///   - timeline: The coming quarters.
  ///   - draws: The random words.
  ///   - replaysAlways: Whether to replay every quarter, needed or not: the result is the same.
  init(
    of member: Int, in model: ProjectionModel, timeline: Timeline, draws: DecisionDraws,
    replaysAlways: Bool = false
  ) {
    self.replaysAlways = replaysAlways
    self.timeline = timeline
    self.draws = draws
    shapes = model.courses.shapes
    course = model.courses.members[member]
    chances = model.chances(of: member)
    memberKey = DecisionDraws.hash(model.members[member].id)
    asOf = model.histories.asOf.number
    history = ExtendedHistory(of: member, in: model.histories, through: timeline.last)
    sweep = StatusSweep(of: model.histories)
    var tracker = TrackerRecord()
    let joined = Quarter(containing: Day(number: model.histories.records[member].joinedOn))
    for index in joined.index..<max(timeline.first, joined.index) {
      let quarter = Quarter(index: index)
      tracker.append(
        isObligated: model.histories.isObligated(quarter, for: member),
        isUpdated: model.histories.isUpdated(quarter, for: member),
        isProgress: model.histories.isProgress(quarter, for: member))
    }
    trackerBefore = tracker
    var since: Int32?
    for change in course.requirements {
      if !change.isLacking { since = nil } else if since == nil { since = change.on }
    }
    lackingSince = since.map { Quarter(containing: Day(number: $0)).index }
  }

  /// Draws one future and tells the status on the last day of each quarter.
  ///
  /// - Parameters:
  ///   - replicate: Which one.
  ///   - schedule: The rules.
  ///   - each: Called with each quarter's place and the status on its last day.
  mutating func play(
    _ replicate: Int, under schedule: CompiledSchedule, each: (Int, Status) -> Void
  ) {
    begin(replicate)
    if schedule != startSchedule {
      // Before anything is drawn all futures are the same.
      sweep.replay(0, of: history.histories, under: schedule, into: &startSpells)
      startSchedule = schedule
    }
    spells = startSpells
    var status = status(on: asOf)
    for place in 0..<timeline.count {
      if status < .revoked {
        drawQuarter(place, status)
        status = settle(place, status, under: schedule)
      }
      each(place, status)
    }
  }

  private mutating func begin(_ replicate: Int) {
    history.reset()
    future = Future()
    future.replicate = replicate
    future.tracker = trackerBefore
    future.lackingSince = lackingSince
    future.lastPlanEnd = course.plans.reduce(nil) { max($0 ?? Int32.min, $1.endsOn) }
    for submitted in course.unassessed {
      let quarter = Quarter(containing: Day(number: submitted)).index
      let word = words(.planSubmitted, quarter).w3
      if let day = shapes.assessmentDay(of: submitted, after: asOf, word: word) {
        future.assessments.append(day)
      }
    }
  }

  // MARK: - What is drawn

  private mutating func drawQuarter(_ place: Int, _ status: Status) {
    days.removeAll(keepingCapacity: true)
    drawMembership(place, status)
    drawRequirements(place)
    let quarter = Quarter(index: timeline.first + place)
    if status != .inactiveVoluntary {
      drawTracker(place, quarter)
      drawPlan(place, quarter)
    } else {
      future.tracker.append(
        isObligated: history.isObligated(quarter),
        isUpdated: history.histories.isUpdated(quarter, for: 0),
        isProgress: history.histories.isProgress(quarter, for: 0))
    }
    if let slot = DecisionSlot.activityResumed(status),
      status != .probation
        || spell(on: timeline.begins[place])?.reasons.contains(.inactivity) == true
    {
      let words = words(.activityResumed, quarter.index)
      if happens(slot, words.w0, place) { days.append(day(in: place, words.w1)) }
    }
    days.sort()
    for day in days { history.addActivity(on: Day(number: day)) }
  }

  private mutating func drawMembership(_ place: Int, _ status: Status) {
    let quarter = timeline.first + place
    if let slot = DecisionSlot.leaveTaken(status), chances[slot.index] > 0 {
      let words = words(.leaveTaken, quarter)
      if happens(slot, words.w0, place) {
        let on = day(in: place, words.w1)
        let length = shapes.leaves[words.w2.index(below: shapes.leaves.count)]
        history.addPause(
          on: Day(number: on),
          until: length == MemberRecord.unknown ? nil : Day(number: on + length))
        future.mustReplay = true
      }
    }
    if let slot = DecisionSlot.withdrawn(status), chances[slot.index] > 0 {
      let words = words(.withdrawn, quarter)
      if happens(slot, words.w0, place) {
        history.withdraw(on: Day(number: day(in: place, words.w1)))
        future.mustReplay = true
      }
    }
  }

  private mutating func drawRequirements(_ place: Int) {
    let quarter = timeline.first + place
    var first = timeline.begins[place]
    if !future.assessments.isEmpty {
      let end = timeline.ends[place]
      let due = future.assessments.filter { $0 <= end }.sorted()
      future.assessments.removeAll { $0 <= end }
      for (index, day) in due.enumerated() {
        let words = words(.requirementsMet, quarter)
        assess(on: day, index.isMultiple(of: 2) ? words.w0 : words.w1, quarter)
        first = day
      }
    }
    guard let since = future.lackingSince else { return }
    let words = words(.requirementsMended, quarter)
    guard happens(.requirementsMended(quartersSince: quarter - since), words.w0, place) else {
      return
    }
    let on = Self.day(after: first, through: timeline.ends[place], words.w1)
    history.setRequirements(on: Day(number: on), present: 1 << UInt16(RecordedCourses.allMet))
    future.lackingSince = nil
    future.mustReplay = true
  }

  private mutating func assess(on day: Int32, _ word: UInt64, _ quarter: Int) {
    let chance = chances[DecisionSlot.requirementsMet.index]
    let u = Philox4x64.uniform(word)
    var met = RecordedCourses.allMet
    if u >= chance {
      // One number for whether and for how much: whoever lacks more at it lacks something at all.
      let rest = (u - chance) / (1 - chance)
      let index = min(Int(rest * Double(shapes.lacking.count)), shapes.lacking.count - 1)
      met = shapes.lacking[index]
      if future.lackingSince == nil { future.lackingSince = quarter }
    }
    history.setRequirements(
      on: Day(number: day), present: history.present | 1 << UInt16(met))
    future.mustReplay = true
  }

  private mutating func drawTracker(_ place: Int, _ quarter: Quarter) {
    let isObligated = history.isObligated(quarter)
    // Something may have been reported in the running quarter already.
    var isUpdated = place == 0 && history.histories.isUpdated(quarter, for: 0)
    var isProgress = place == 0 && history.histories.isProgress(quarter, for: 0)
    let before = future.tracker
    if isObligated {
      if !isUpdated {
        let words = words(.trackerUpdated, quarter.index)
        isUpdated = happens(.trackerUpdated(before), words.w0, place)
      }
      if isUpdated, !isProgress {
        let words = words(.progressMade, quarter.index)
        isProgress = happens(.progressMade(before), words.w0, place)
        if isProgress { days.append(day(in: place, words.w1)) }
      }
      history.set(
        quarter, isObligated: true, isUpdated: isUpdated, isProgress: isProgress)
    }
    future.tracker.append(
      isObligated: isObligated, isUpdated: isUpdated, isProgress: isProgress)
  }

  private mutating func drawPlan(_ place: Int, _ quarter: Quarter) {
    let slot: DecisionSlot
    if let end = future.lastPlanEnd {
      let ended = Quarter(containing: Day(number: end)).index
      slot = .nextPlan(quartersSinceEnd: quarter.index - ended)
    } else {
      slot = course.planSlot(in: quarter.index, plansBefore: 0)
    }
    guard chances[slot.index] > 0 else { return }
    let words = words(.planSubmitted, quarter.index)
    guard happens(slot, words.w0, place) else { return }
    let on = day(in: place, words.w1)
    let shape = shapes.plans[words.w2.index(below: shapes.plans.count)]
    history.addPlan(submittedOn: Day(number: on), endsOn: Day(number: on + shape.end))
    days.append(on)
    future.lastPlanEnd = max(future.lastPlanEnd ?? Int32.min, on + shape.end)
    future.mustReplay = true
    for later in (place + 1)..<max(timeline.count, place + 1)
    where timeline.begins[later] >= on + max(shape.start, 0) - 1
      && timeline.ends[later] <= on + shape.end
    {
      history.set(
        Quarter(index: timeline.first + later), isObligated: true, isUpdated: false,
        isProgress: false)
    }
    if let day = shapes.assessmentDay(of: on, after: on - 1, word: words.w3) {
      future.assessments.append(day)
    }
  }

  // MARK: - What the rules make of it

  /// The status on a quarter's last day, once all its facts are drawn.
  private mutating func settle(
    _ place: Int, _ before: Status, under schedule: CompiledSchedule
  ) -> Status {
    let end = timeline.ends[place]
    // Updates, progress and other activity never make an active member lose that status earlier:
    // while the last replay, which foresaw none of them, keeps it active, so does the next.
    if before == .active, !future.mustReplay, !replaysAlways, status(on: end) == .active,
      spell(on: end)?.from.number ?? end <= timeline.begins[place]
    {
      return .active
    }
    sweep.replay(0, of: history.histories, under: schedule, into: &spells)
    future.mustReplay = false
    guard before != .inactive, let spell = spell(on: end), spell.status == .inactive,
      spell.from.number > timeline.begins[place], spell.from.number < end
    else { return status(on: end) }
    let words = words(.activityResumed, timeline.first + place)
    guard happens(.resumedAtOnce, words.w2, place) else { return .inactive }
    let day = Self.day(after: spell.from.number, through: end, words.w3)
    history.addActivity(on: Day(number: day))
    sweep.replay(0, of: history.histories, under: schedule, into: &spells)
    return status(on: end)
  }

  private func spell(on day: Int32) -> Spell? {
    spells.last { $0.from.number <= day }
  }

  private func status(on day: Int32) -> Status { spell(on: day)?.status ?? .active }

  // MARK: - Draws

  private func words(_ decision: ProjectionDecision, _ quarter: Int) -> Philox4x64.Block {
    draws.words(
      for: decision, member: memberKey, quarter: quarter, replicate: future.replicate)
  }

  /// Whether something happens in a quarter, or in the part of the first one that is to come.
  private func happens(_ slot: DecisionSlot, _ word: UInt64, _ place: Int) -> Bool {
    var chance = chances[slot.index]
    if place == 0, timeline.firstPart < 1 {
      // It has not happened in the part that has passed.
      chance =
        chance >= 1
        ? 1 : chance * timeline.firstPart / (1 - chance * (1 - timeline.firstPart))
    }
    return Philox4x64.uniform(word) < chance
  }

  private func day(in place: Int, _ word: UInt64) -> Int32 {
    Self.day(after: timeline.begins[place], through: timeline.ends[place], word)
  }

  /// A day after one and through another, each as likely; the last if there is none.
  private static func day(after first: Int32, through last: Int32, _ word: UInt64) -> Int32 {
    guard first < last else { return last }
    return first + 1 + Int32(word.index(below: Int(last - first)))
  }
}
