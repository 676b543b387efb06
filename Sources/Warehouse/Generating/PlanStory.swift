/// A plan: its commitments, assessments, meetings, and how it was carried out.
struct PlanStory {
  let id: [UInt8]
  let members: [[UInt8]]
  let submitted: Day
  let start: Day
  let end: Day
  let diligence: Int
  private var silence: (first: Quarter, count: Int)?
  private var stall: (first: Quarter, count: Int)?
  private(set) var requirementsWereMet = true

  /// A plan before anything happened.
  ///
  /// - Parameters:
  ///   - id: The plan's id.
  ///   - members: The members' ids; more than one: a joint plan.
  ///   - submitted: The day it was submitted.
  ///   - start: Its first day.
  ///   - end: Its last day.
  ///   - diligence: As in ``MemberProfile``.
  init(
    id: [UInt8], members: [[UInt8]], submitted: Day, start: Day, end: Day, diligence: Int
  ) {
    self.id = id
    self.members = members
    self.submitted = submitted
    self.start = start
    self.end = end
    self.diligence = diligence
  }

  /// Whether quarter `quarter` has no reports.
  func isSilent(_ quarter: Quarter) -> Bool {
    guard let silence else { return false }
    return quarter >= silence.first && quarter.index < silence.first.index + silence.count
  }

  /// Whether quarter `quarter` has reports without progress.
  func isStalled(_ quarter: Quarter) -> Bool {
    guard let stall else { return false }
    return quarter >= stall.first && quarter.index < stall.first.index + stall.count
  }

  // MARK: - Assessments of the plan

  /// The requirements that the inception assessment finds unmet.
  mutating func unmetRequirements(_ draws: inout Draws) -> [Requirement] {
    guard draws.chance(Self.unmetShare[diligence]) else { return [] }
    requirementsWereMet = false
    let first = Requirement.allCases[draws.below(4)]
    guard draws.chance(250) else { return [first] }
    let second = Requirement.allCases[draws.below(4)]
    return second == first ? [first] : [first, second]
  }

  private static let unmetShare = [60, 140, 260]

  /// Writes the inception assessment, and sometimes a second one that finds all met.
  func assess(
    on day: Day, unmet: [Requirement], _ draws: inout Draws, until last: Day,
    _ part: inout DatasetPart
  ) {
    guard !draws.chance(25) || !unmet.isEmpty, day <= last else { return }
    assessOnce(on: day, unmet: unmet, &draws, &part)
    let again = day + draws.between(30, 110)
    if draws.chance(unmet.isEmpty ? 15 : 120), again <= last {
      assessOnce(on: again, unmet: [], &draws, &part)
    }
  }

  private func assessOnce(
    on day: Day, unmet: [Requirement], _ draws: inout Draws, _ part: inout DatasetPart
  ) {
    part.inceptionAssessments.cell(id)
    part.inceptionAssessments.day(day)
    for requirement in Requirement.allCases {
      part.inceptionAssessments.cell(
        unmet.contains(requirement) ? Vocabulary.no : Vocabulary.yes)
    }
    for _ in Practice.allCases {
      let draw = draws.below(1000) + (requirementsWereMet ? 0 : 180)
      if draw < 620 {
        part.inceptionAssessments.cell(Vocabulary.yes)
      } else if draw < 860 {
        part.inceptionAssessments.cell(Vocabulary.partially)
      } else if draw < 1080 {
        part.inceptionAssessments.cell(Vocabulary.no)
      } else {
        part.inceptionAssessments.empty()
      }
    }
    part.inceptionAssessments.endRow()
  }

  // MARK: - Silence and stalls

  /// Plans a run of quarters without reports, and one without progress.
  ///
  /// - Returns: The first day of the silence and its whole quarters; nothing: there is none.
  mutating func planSilence(_ draws: inout Draws) -> (from: Day, quarters: Int)? {
    let first = Quarter(containing: start).index + 1
    let count = Quarter(containing: end).index - first
    guard count > 3 else { return nil }
    if draws.chance(Self.stallShare[diligence]) {
      let length = draws.between(2, 3)
      stall = (Quarter(index: first + draws.below(max(count - length, 1))), length)
    }
    guard draws.chance(Self.silenceShare[diligence]) else { return nil }
    let length = Self.silenceLengths[draws.below(Self.silenceLengths.count)]
    let begin = Quarter(index: first + draws.below(max(count - length, 1)))
    silence = (begin, length)
    return (begin.firstDay, length)
  }

  private static let silenceShare = [90, 260, 520]
  private static let stallShare = [80, 220, 380]
  private static let silenceLengths = [1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5]

  // MARK: - The plan itself

  /// Writes the plan, its commitments and everything filed on them up to a day.
  func tell(_ draws: inout Draws, until last: Day, _ part: inout DatasetPart) {
    part.plans.cell(id)
    part.plans.list(members)
    part.plans.day(submitted)
    part.plans.day(start)
    part.plans.day(end)
    part.plans.cell(Vocabulary.monitoringBodies[draws.weighted(Self.bodyWeights)])
    if draws.chance(80) { part.plans.empty() } else { part.plans.number(draws.between(3, 40)) }
    part.plans.endRow()

    let count: Int
    if members.count > 1 {
      count = draws.between(4, 7)
    } else {
      // Six are one more than the handbook lets a single member have at once.
      count = draws.chance(25) ? 6 : 3 + draws.weighted(Self.countWeights)
    }
    var commitments: [CommitmentStory] = []
    commitments.reserveCapacity(count)
    for index in 0..<count {
      commitments.append(
        CommitmentStory(number: index + 1, of: self, &draws, until: last, &part))
    }
    meet(&draws, until: last, &part)
    track(&commitments, &draws, until: last, &part)
    for commitment in commitments { commitment.assess(of: self, &draws, until: last, &part) }
    let learned = end + draws.between(8, 75)
    if draws.chance(850), learned <= last {
      part.learningExercises.cell(id)
      part.learningExercises.day(learned)
      part.learningExercises.endRow()
    }
  }

  private static let countWeights = [560, 300, 140]
  private static let bodyWeights = [140, 190, 250, 130, 200, 60, 30]

  /// Two or three meetings a year of implementation, now and then one too few.
  private func meet(_ draws: inout Draws, until last: Day, _ part: inout DatasetPart) {
    var year = start
    while year <= min(end, last) {
      let count = draws.chance(50) ? 1 : draws.between(2, 3)
      for index in 0..<count {
        let day = year + index * 120 + draws.between(5, 110)
        guard day <= min(end, last) else { continue }
        part.meetings.cell(members[members.count == 1 ? 0 : draws.below(members.count)])
        part.meetings.cell(id)
        part.meetings.day(day)
        part.meetings.cell(Vocabulary.phases[Phase.implementation.number])
        part.meetings.cell(Vocabulary.yes)
        part.meetings.cell(draws.chance(970) ? Vocabulary.yes : Vocabulary.no)
        part.meetings.endRow()
      }
      year = year.adding(months: 12)
    }
  }

  /// Quarter by quarter, a few days before its end: what the tracker says of every commitment.
  private func track(
    _ commitments: inout [CommitmentStory], _ draws: inout Draws, until last: Day,
    _ part: inout DatasetPart
  ) {
    var quarter = Quarter(containing: start)
    while quarter.firstDay <= min(end, last) {
      defer { quarter = Quarter(index: quarter.index + 1) }
      if isSilent(quarter) { continue }
      let day = min(quarter.lastDay - draws.between(1, 40), end)
      guard day >= start, day <= last else { continue }
      let stalled = isStalled(quarter)
      for index in commitments.indices {
        commitments[index].report(on: day, stalled: stalled, &draws, last: last, &part)
      }
    }
  }
}
