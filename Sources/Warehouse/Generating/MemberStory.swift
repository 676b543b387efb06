/// A member from the day it joined: plans in time or late, silence, requirements, leave.
struct MemberStory {
  private let profile: MemberProfile
  private var draws: Draws
  private var recorded = RecordedHistory()
  /// Nothing is filed after this day.
  private var last = DatasetGenerator.horizon
  private var planCount = 0

  /// A member at the beginning.
  ///
  /// - Parameters:
  ///   - profile: Who it is.
  ///   - draws: Its own.
  init(_ profile: MemberProfile, _ draws: Draws) {
    self.profile = profile
    self.draws = draws
  }

  /// Tells the story.
  ///
  /// - Parameters:
  ///   - firstDue: The day by which the first plan is due.
  ///   - jointEnd: The end of a joint plan that is the member's first; nothing: it has none.
  ///   - part: Where rows go.
  mutating func tell(firstDue: Day, jointEnd: Day?, into part: inout DatasetPart) {
    recorded.add(profile.joined, .active)
    var due = firstDue
    var earliest = profile.joined + 40
    if let jointEnd {
      planCount = 1
      due = jointEnd.adding(months: 4)
      earliest = jointEnd - 120
    }
    while due - 200 < last {
      guard let submitted = prepare(due: due, earliest: earliest, &part) else { break }
      guard submitted <= last else { break }
      let end = tellPlan(submitted: submitted, &part)
      due = end.adding(months: 4)
      earliest = max(submitted + 200, end - 120)
    }
    recorded.write(
      member: profile.id, until: last, &draws, to: &part.recordedStatuses)
  }

  // MARK: - The way to a plan

  /// Extension, leave, co-creation; the day of submission, or nothing if no plan comes.
  private mutating func prepare(
    due plannedDue: Day, earliest: Day, _ part: inout DatasetPart
  ) -> Day? {
    var due = plannedDue
    let asked = due - draws.between(20, 90)
    if draws.chance(70), asked > profile.joined {
      let until = due + draws.between(30, 150)
      event(.extensionGranted, on: asked, until: until, note: Vocabulary.extensionNotes, &part)
      due = until
    } else if draws.chance(55) {
      let day = max(due - draws.between(30, 150), earliest)
      guard let back = takeLeave(from: day, &part) else { return nil }
      due = max(due + 60, back + 90)
    }
    switch draws.weighted(Self.punctuality[profile.diligence]) {
    case 0:
      let submitted = max(due - draws.between(2, 110), earliest)
      cocreate(before: submitted, from: max(earliest - 150, profile.joined + 1), &part)
      return submitted
    case 1:
      return submitLate(due: due, after: draws.between(4, 160), &part)
    case 2:
      // Six months of inactivity and then a plan while on probation.
      let submitted = due + draws.between(195, 290)
      recorded.add(due + 1, .inactive, .late)
      recorded.add((due + 1).adding(months: 6) + 1, .probation, .inactive)
      recorded.add(submitted, .active)
      return submitted
    default:
      giveUp(due: due, &part)
      return nil
    }
  }

  private static let punctuality = [[905, 60, 15, 20], [800, 130, 40, 30], [620, 220, 80, 80]]

  private mutating func submitLate(due: Day, after days: Int, _ part: inout DatasetPart) -> Day? {
    recorded.add(due + 1, .inactive, .late)
    let submitted = due + days
    if days > 60, draws.chance(120) {
      guard let back = takeLeave(from: due + draws.between(10, 50), &part) else { return nil }
      return back + draws.between(5, 60)
    }
    cocreate(before: submitted, from: due - 60, &part)
    recorded.add(submitted, .active)
    return submitted
  }

  /// No plan comes any more: the member withdraws, or lets it come to the end.
  private mutating func giveUp(due: Day, _ part: inout DatasetPart) {
    recorded.add(due + 1, .inactive, .late)
    if draws.chance(450) {
      let day = due + draws.between(-80, 290)
      event(.withdrew, on: day, &part)
      recorded.add(day, .withdrawn, .request)
      last = min(last, day)
      return
    }
    let probation = (due + 1).adding(months: 6) + 1
    recorded.add(probation, .probation, .inactive)
    recorded.add(probation.adding(months: 4) + 1, .revoked, .unanswered)
  }

  /// Voluntary inactivity; the day the member is back, or nothing if it withdraws meanwhile.
  private mutating func takeLeave(from day: Day, _ part: inout DatasetPart) -> Day? {
    let until = day + draws.between(90, 300)
    let isOpen = draws.chance(250)
    event(
      .voluntaryInactivity, on: day, until: isOpen ? nil : until,
      note: Vocabulary.inactivityNotes, &part)
    recorded.add(day, .inactiveVoluntary, .request)
    if draws.chance(150) {
      let gone = day + draws.between(20, until - day)
      event(.withdrew, on: gone, &part)
      recorded.add(gone, .withdrawn, .request)
      last = min(last, gone)
      return nil
    }
    let back = isOpen || draws.chance(400) ? day + draws.between(60, until - day) : until + 1
    if back <= until { event(.resumed, on: back, &part) }
    recorded.add(back, .active)
    return back
  }

  private mutating func cocreate(before submitted: Day, from: Day, _ part: inout DatasetPart) {
    let room = max(submitted - max(from, profile.joined + 1), 1)
    if draws.chance(300) {
      event(.coCreationStarted, on: submitted - min(draws.between(60, 150), room), &part)
    }
    // One plan in thirty has none, which the handbook's check is to find.
    let count = draws.chance(30) ? 0 : draws.between(1, 3)
    for index in 0..<count {
      let day = submitted - min(draws.between(5, 50) + 45 * (count - 1 - index), room)
      guard day <= last else { continue }
      part.meetings.cell(profile.id)
      part.meetings.empty()
      part.meetings.day(day)
      part.meetings.cell(Vocabulary.phases[Phase.coCreation.number])
      part.meetings.cell(Vocabulary.yes)
      part.meetings.cell(index == 0 || draws.chance(940) ? Vocabulary.yes : Vocabulary.no)
      part.meetings.endRow()
    }
  }

  private mutating func event(
    _ kind: EventKind, on day: Day, until: Day? = nil, requirement: Requirement? = nil,
    note: [[UInt8]] = [], _ part: inout DatasetPart
  ) {
    guard day <= last, day > profile.joined else { return }
    part.events.cell(profile.id)
    part.events.day(day)
    part.events.cell(Vocabulary.eventKinds[kind.number])
    part.events.day(until)
    part.events.cell(requirement.map { Vocabulary.requirements[$0.number] } ?? [])
    part.events.cell(note.isEmpty ? [] : note[draws.below(note.count)])
    part.events.endRow()
  }

  // MARK: - A plan

  /// Writes a plan with all that is filed on it, and returns its last day.
  private mutating func tellPlan(submitted: Day, _ part: inout DatasetPart) -> Day {
    planCount += 1
    let start = draws.chance(600) ? submitted : submitted + draws.between(1, 40)
    let end = planEnd(start: start, submitted: submitted)
    var plan = PlanStory(
      id: profile.id + Array("-P\(planCount)".utf8), members: [profile.id],
      submitted: submitted, start: start, end: end, diligence: profile.diligence)
    let assessed = submitted + draws.between(15, 75)
    let unmet = plan.unmetRequirements(&draws)
    if !unmet.isEmpty { answer(unmet, assessed: assessed, &part) }
    plan.assess(on: assessed, unmet: unmet, &draws, until: last, &part)
    if let silence = plan.planSilence(&draws) {
      let inactive = silence.from.adding(months: 6)
      if silence.quarters >= 2 { recorded.add(inactive, .inactive, .silent) }
      if silence.quarters >= 4 {
        recorded.add(inactive.adding(months: 6) + 1, .probation, .inactive)
      }
      if silence.quarters >= 5 {
        recorded.add(inactive.adding(months: 10) + 2, .revoked, .unanswered)
        last = min(last, silence.from)
      } else if silence.quarters >= 2 {
        recorded.add(silence.from.adding(months: 3 * silence.quarters) + 70, .active)
      }
    }
    plan.tell(&draws, until: last, &part)
    return end
  }

  /// Two to four years, ending two months before the term does; sometimes beyond it.
  private mutating func planEnd(start: Day, submitted: Day) -> Day {
    let wished = start.adding(months: draws.between(22, 44)) - 1
    let latest = (profile.termEnd(holding: submitted) + 1).adding(months: -2) - 1
    if wished <= latest { return wished }
    if latest >= start.adding(months: 14) { return latest }
    // Too little of the term is left: a short plan that oversteps the term, or a full one.
    return start.adding(months: draws.chance(700) ? draws.between(13, 20) : 24) - 1
  }

  /// What follows requirements that are not met: they are met after all, or it is the end.
  private mutating func answer(
    _ unmet: [Requirement], assessed: Day, _ part: inout DatasetPart
  ) {
    recorded.add(assessed, .probation, .requirements)
    if draws.chance(150) {
      // On leave when the assessment comes: probation waits until the leave ends.
      let until = assessed + draws.between(20, 60)
      event(
        .voluntaryInactivity, on: assessed - draws.between(3, 14), until: until,
        note: Vocabulary.inactivityNotes, &part)
    }
    if draws.chance(800) {
      let met = assessed + draws.between(15, 150)
      for requirement in unmet {
        event(.requirementMet, on: met, requirement: requirement, &part)
      }
      recorded.add(met, .active)
    } else if draws.chance(250) {
      let gone = assessed + draws.between(20, 110)
      event(.withdrew, on: gone, &part)
      recorded.add(gone, .withdrawn, .request)
      last = min(last, gone)
    } else {
      let revoked = assessed.adding(months: 4) + 1
      recorded.add(revoked, .revoked, .unanswered)
      last = min(last, revoked)
    }
  }
}
