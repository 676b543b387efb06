/// A commitment with its milestones, and how far it has come.
struct CommitmentStory {
  private let id: [UInt8]
  private let submitted: Day
  private let start: Day
  private let end: Day
  private let withdrawn: Day?
  private let isVerifiable: Bool
  private var whole = TrackerStatus.notStarted
  private var milestones: [Milestone] = []
  private var finished: Day?

  private struct Milestone {
    let id: [UInt8]
    let start: Day
    let end: Day
    var status = TrackerStatus.notStarted
  }

  // MARK: - What is promised

  /// Writes a commitment, its milestones and its review at inception.
  init(
    number: Int, of plan: PlanStory, _ draws: inout Draws, until last: Day,
    _ part: inout DatasetPart
  ) {
    id = plan.id + Array("-C".utf8) + [UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)]
    let amended = number > 2 && draws.chance(40)
    submitted = amended ? plan.submitted + draws.between(40, 200) : plan.submitted
    var begin = draws.chance(700) ? plan.start : plan.start + draws.between(10, 120)
    if amended { begin = max(begin, submitted) }
    let shortest = begin.adding(months: 12) - 1
    var finish = draws.chance(450) ? plan.end : shortest + draws.below(max(plan.end - shortest, 1))
    if draws.chance(12) { finish = begin.adding(months: 9) }
    if finish > plan.end, !draws.chance(150) { finish = plan.end }
    finish = max(finish, begin)
    start = begin
    end = finish
    let isWithdrawn = draws.chance(28)
    let day = submitted + (draws.chance(850) ? draws.between(30, 175) : draws.between(190, 400))
    withdrawn = isWithdrawn && day <= last ? day : nil
    isVerifiable = draws.chance(850)

    part.commitments.cell(id)
    part.commitments.cell(plan.id)
    part.commitments.words(
      Vocabulary.titleVerbs[draws.below(Vocabulary.titleVerbs.count)],
      Vocabulary.titleThings[draws.below(Vocabulary.titleThings.count)],
      Vocabulary.titleEnds[draws.below(Vocabulary.titleEnds.count)])
    if plan.members.count > 1, draws.chance(500) {
      part.commitments.cell(plan.members[draws.below(plan.members.count)])
    } else {
      part.commitments.empty()
    }
    part.commitments.day(amended ? submitted : nil)
    // A day that is not the first, or last, of its month is never written as a month.
    Self.month(start, isFirst: true, &draws, &part.commitments)
    Self.month(end, isFirst: false, &draws, &part.commitments)
    part.commitments.day(withdrawn)
    Self.codes(Vocabulary.policyAreas, &draws, to: &part.commitments)
    Self.codes(Vocabulary.sectors, &draws, to: &part.commitments)
    Self.codes(Vocabulary.values, &draws, to: &part.commitments)
    let resources = draws.below(100)
    if resources < 5 {
      part.commitments.empty()
    } else {
      part.commitments.cell(Vocabulary.resources[resources < 65 ? 0 : resources < 90 ? 1 : 2])
    }
    part.commitments.cell(Vocabulary.offices[draws.below(Vocabulary.offices.count)])
    part.commitments.cell(Vocabulary.associations[draws.below(Vocabulary.associations.count)])
    part.commitments.endRow()

    promiseMilestones(&draws, &part)
    review(of: plan, &draws, until: last, &part)
  }

  private static func month(
    _ day: Day, isFirst: Bool, _ draws: inout Draws, _ table: inout TableText
  ) {
    let boundary = isFirst ? day.parts.day == 1 : (day + 1).parts.day == 1
    if boundary { table.month(day, &draws) } else { table.day(day) }
  }

  /// One or two codes, the first ones of a list more often; three in one of a hundred cases.
  private static func codes(_ list: [[UInt8]], _ draws: inout Draws, to table: inout TableText) {
    let first = min(draws.below(list.count), draws.below(list.count))
    let count = draws.below(100)
    guard count >= 55 else { return table.cell(list[first]) }
    let second = (first + 1 + draws.below(list.count - 1)) % list.count
    guard count == 99, list.count > 4 else { return table.list([list[first], list[second]]) }
    let third = (second + 1) % list.count
    guard third != first else { return table.list([list[first], list[second]]) }
    table.list([list[first], list[second], list[third]])
  }

  private mutating func promiseMilestones(_ draws: inout Draws, _ part: inout DatasetPart) {
    let count = draws.between(2, 6)
    let length = end - start + 1
    milestones.reserveCapacity(count)
    for index in 0..<count {
      let begin = start + index * length / (count + 1)
      let finish = min(begin + length * 2 / (count + 1), end)
      let milestone = Milestone(
        id: id + [UInt8(ascii: "-"), UInt8(ascii: "M"), UInt8(ascii: "1") + UInt8(index)],
        start: begin, end: finish)
      milestones.append(milestone)
      part.milestones.cell(milestone.id)
      part.milestones.cell(id)
      part.milestones.words(
        Vocabulary.stepVerbs[draws.below(Vocabulary.stepVerbs.count)],
        Vocabulary.stepThings[draws.below(Vocabulary.stepThings.count)])
      part.milestones.day(begin)
      part.milestones.day(finish)
      part.milestones.cell(Vocabulary.offices[draws.below(Vocabulary.offices.count)])
      part.milestones.endRow()
    }
  }

  private func review(
    of plan: PlanStory, _ draws: inout Draws, until last: Day, _ part: inout DatasetPart
  ) {
    let day = submitted + draws.between(20, 80)
    guard day <= last, !draws.chance(60) else { return }
    part.commitmentReviews.cell(id)
    part.commitmentReviews.day(day)
    part.commitmentReviews.cell(draws.chance(930) ? Vocabulary.yes : Vocabulary.no)
    part.commitmentReviews.cell(isVerifiable ? Vocabulary.yes : Vocabulary.no)
    if plan.submitted.year < 2017 {
      part.commitmentReviews.cell(
        Vocabulary.specificities[isVerifiable ? draws.between(2, 3) : draws.between(0, 1)])
    } else {
      part.commitmentReviews.empty()
    }
    let impact = draws.below(100)
    if impact < 4 {
      part.commitmentReviews.empty()
    } else {
      part.commitmentReviews.cell(
        Vocabulary.impacts[impact < 9 ? 0 : impact < 50 ? 1 : impact < 88 ? 2 : 3])
    }
    part.commitmentReviews.endRow()
  }

  // MARK: - What is done

  /// Files what the tracker has to say in one quarter.
  mutating func report(
    on day: Day, stalled: Bool, _ draws: inout Draws, last: Day, _ part: inout DatasetPart
  ) {
    guard day >= start, day <= end + 92 else { return }
    if let withdrawn, day + 4 >= withdrawn { return }
    guard finished == nil else { return }
    var isOpen = false
    for index in milestones.indices where milestones[index].start <= day {
      let status = milestones[index].status
      guard status != .finished, status != .incomplete else { continue }
      isOpen = true
      guard draws.chance(900) else { continue }
      let next =
        stalled
        ? (status == .inProgress && draws.chance(300) ? .stuck : status)
        : Self.next(status, isLate: milestones[index].end <= day, &draws)
      milestones[index].status = next
      write(
        milestones[index].id, min(day + draws.below(4), last), next, from: status, stalled,
        &draws, &part)
    }
    let isOver = day + 60 >= end
    guard draws.chance(isOver ? 900 : 680) else { return }
    let status = whole
    if !stalled {
      if isOver && !isOpen && draws.chance(550) {
        whole = .finished
        finished = day
      } else if isOver && draws.chance(250) {
        whole = .incomplete
      } else if whole == .notStarted || draws.chance(60) {
        whole = .inProgress
      }
    }
    write([], min(day + draws.below(4), last), whole, from: status, stalled, &draws, &part)
  }

  private static func next(
    _ status: TrackerStatus, isLate: Bool, _ draws: inout Draws
  ) -> TrackerStatus {
    let draw = draws.below(100)
    switch status {
    case .notStarted: return draw < 72 ? .inProgress : .notStarted
    case .inProgress:
      if isLate { return draw < 48 ? .finished : draw < 55 ? .incomplete : .inProgress }
      return draw < 10 ? .finished : draw < 16 ? .stuck : .inProgress
    case .stuck: return draw < 45 ? .inProgress : .stuck
    case .finished, .incomplete: return status
    }
  }

  private func write(
    _ milestone: [UInt8], _ day: Day, _ status: TrackerStatus, from previous: TrackerStatus,
    _ stalled: Bool, _ draws: inout Draws, _ part: inout DatasetPart
  ) {
    part.tracker.cell(id)
    part.tracker.cell(milestone)
    part.tracker.day(day)
    part.tracker.cell(Vocabulary.trackerStatuses[status.number])
    // The Support Unit's own reading: on one report in four.
    let reading = draws.below(100)
    if reading < 25 {
      let isForward = status == .inProgress || status == .finished
      let isProgress = !stalled && isForward && (status.rank > previous.rank || reading < 12)
      part.tracker.cell(isProgress ? Vocabulary.yes : Vocabulary.no)
    } else {
      part.tracker.empty()
    }
    if reading % 3 == 0 { part.tracker.number(draws.below(7)) } else { part.tracker.empty() }
    part.tracker.endRow()
  }

  // MARK: - What came of it

  /// Writes the end-of-commitment assessment: better where milestones were finished, where the
  /// commitment could be verified and where the plan was co-created as it should.
  func assess(
    of plan: PlanStory, _ draws: inout Draws, until last: Day, _ part: inout DatasetPart
  ) {
    guard withdrawn == nil else { return }
    let done = min(finished ?? end, plan.end)
    let day = done + (draws.chance(820) ? draws.between(3, 29) : draws.between(32, 140))
    guard day <= last, !draws.chance(70) else { return }
    let share =
      milestones.count(where: { $0.status == .finished }) * 400 / max(milestones.count, 1)
    var score = share + draws.below(500) + (isVerifiable ? 90 : 0)
    score += plan.requirementsWereMet ? 80 : 0
    if finished != nil { score += 150 }
    let level: Completion
    if draws.chance(35) {
      level = .noEvidence
    } else if score < 300 {
      level = .notStarted
    } else if score < 590 {
      level = .limited
    } else {
      level = score < 800 ? .substantial : .complete
    }
    if draws.chance(30), day + 90 <= last {
      write(level == .complete ? .substantial : level, on: day, score, plan, &draws, &part)
      write(level, on: day + draws.between(40, 90), score, plan, &draws, &part)
    } else {
      write(level, on: day, score, plan, &draws, &part)
    }
  }

  private func write(
    _ level: Completion, on day: Day, _ score: Int, _ plan: PlanStory, _ draws: inout Draws,
    _ part: inout DatasetPart
  ) {
    part.completionAssessments.cell(id)
    part.completionAssessments.day(day)
    part.completionAssessments.cell(Vocabulary.completions[level.number])
    func result() -> [UInt8] {
      let draw = score + draws.below(500)
      let index = draw < 250 ? 0 : draw < 760 ? 1 : draw < 1120 ? 2 : draw < 1390 ? 3 : 4
      return Vocabulary.earlyResults[index]
    }
    part.completionAssessments.cell(draws.chance(60) ? [] : result())
    for _ in 0..<3 {
      let isGiven = plan.submitted.year >= 2019 && !draws.chance(150)
      part.completionAssessments.cell(isGiven ? result() : [])
    }
    part.completionAssessments.endRow()
  }
}
