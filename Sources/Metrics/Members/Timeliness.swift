internal import Membership
internal import Warehouse

/// Whether what was due was done, in time or late (metrics.md, "Due days"; readings.md 33).
struct TimelinessMetric: CountedMetric {
  private let run: MetricRun
  private let replay: Replay
  private let histories: MemberHistories
  private let items: CommitmentItems
  private let inceptions: FirstDays
  private let completions: FirstDays
  private let learnings: FirstDays

  /// What is due, in the order of output.
  private enum Obligation: Int32, CaseIterable {
    case firstPlan, nextPlan, inceptionAssessment, completionAssessment, learningExercise

    var word: String {
      switch self {
      case .firstPlan: "first_plan"
      case .nextPlan: "next_plan"
      case .inceptionAssessment: "inception_assessment"
      case .completionAssessment: "completion_assessment"
      case .learningExercise: "learning_exercise"
      }
    }
  }

  init(_ run: MetricRun) {
    self.run = run
    replay = run.cohort.replay
    histories = run.cohort.histories
    let dataset = run.dataset
    let asOf = run.cohort.asOf
    items = CommitmentItems(dataset)
    let inception = dataset.inceptionAssessments
    inceptions = FirstDays(
      dataset.plans.count, inception.plans, inception.submittedOn, upTo: asOf)
    let completion = dataset.completionAssessments
    completions = FirstDays(
      dataset.commitments.count, completion.commitments, completion.submittedOn, upTo: asOf)
    let learning = dataset.learningExercises
    learnings = FirstDays(dataset.plans.count, learning.plans, learning.submittedOn, upTo: asOf)
  }

  var stratum: Axis? {
    let words = Obligation.allCases.map(\.word)
    return Axis(
      name: "obligation", source: .stratum, size: words.count,
      labels: .cells(words.map { .word($0) }))
  }

  var levels: Levels { .words(["on_time", "late", "missing"]) }

  /// Members, then plans, then commitments.
  var rowCount: Int {
    run.dataset.members.count + run.dataset.plans.count + run.dataset.commitments.count
  }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    let members = run.dataset.members.count
    let plans = run.dataset.plans.count
    for row in rows {
      if row < members {
        count(member: row, into: &tally)
      } else if row < members + plans {
        count(plan: row - members, into: &tally)
      } else {
        count(commitment: row - members - plans, into: &tally)
      }
    }
  }

  private func count(member: Int, into tally: inout Tally) {
    for deadline in replay.deadlines(of: member) {
      if let status = deadline.status, status >= .revoked { continue }
      let item = Item(member: Int32(member))
      let done = deadline.answer.map { run.dataset.plans.submittedOn[$0].number }
      add(
        item, deadline.kind == .firstPlan ? .firstPlan : .nextPlan, due: deadline.day, done: done,
        into: &tally)
    }
  }

  private func count(plan: Int, into tally: inout Tally) {
    let plans = run.dataset.plans
    guard plans.submittedOn[plan] <= run.cohort.asOf else { return }
    let rules = run.cohort.rules
    let item = Item(plan: Int32(plan))
    add(
      item, .inceptionAssessment,
      due: plans.submittedOn[plan].adding(months: rules.inceptionMonths), done: inceptions[plan],
      into: &tally)
    add(
      item, .learningExercise, due: plans.endsOn[plan].adding(months: rules.learningMonths),
      done: learnings[plan], into: &tally)
  }

  private func count(commitment: Int, into tally: inout Tally) {
    let commitments = run.dataset.commitments
    let asOf = run.cohort.asOf
    guard commitments.submittedOn[commitment] <= asOf else { return }
    if let withdrawn = commitments.withdrawnOn[commitment], withdrawn <= asOf { return }
    let end = run.dataset.plans.endsOn[Int(commitments.plans[commitment])]
    let finished = histories.trackerFinishedOn(commitment).map { min($0, end) } ?? end
    add(
      items.item(commitment, on: end), .completionAssessment,
      due: finished.adding(months: run.cohort.rules.completionMonths),
      done: completions[commitment], into: &tally)
  }

  /// Counts something due in the window and before T.
  private func add(
    _ item: Item, _ obligation: Obligation, due: Day, done: Int32?, into tally: inout Tally
  ) {
    guard run.days.contains(due.number), due < run.cohort.asOf else { return }
    var item = item
    item.day = due.number
    item.stratum = obligation.rawValue
    let level = done.map { $0 <= due.number ? 0 : 1 } ?? 2
    tally.add(item, levels: 1 << UInt64(level))
  }
}
