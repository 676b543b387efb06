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
  private let rules: RuleSet
  private let calendar = MonthCalendar.shared

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
    rules = run.cohort.rules
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
    replay.forEachDeadline(of: member) { deadline in
      if let status = deadline.status, status >= .revoked { return }
      let item = Item(member: Int32(member))
      let done = deadline.answer.map { run.dataset.plans.submittedOn[$0].number }
      add(
        item, deadline.kind == .firstPlan ? .firstPlan : .nextPlan, due: deadline.day.number,
        done: done, into: &tally)
    }
  }

  private func count(plan: Int, into tally: inout Tally) {
    let plans = run.dataset.plans
    guard plans.submittedOn[plan] <= run.cohort.asOf else { return }
    let item = Item(plan: Int32(plan))
    add(
      item, .inceptionAssessment, due: later(plans.submittedOn[plan].number, rules.inceptionMonths),
      done: inceptions[plan], into: &tally)
    add(
      item, .learningExercise, due: later(plans.endsOn[plan].number, rules.learningMonths),
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
      due: later(finished.number, rules.completionMonths), done: completions[commitment],
      into: &tally)
  }

  /// A day so many months later.
  @inline(__always)
  private func later(_ day: Int32, _ months: Int) -> Int32 { calendar.adding(months, to: day).day }

  /// Counts something due in the window and before T.
  private func add(
    _ item: Item, _ obligation: Obligation, due: Int32, done: Int32?, into tally: inout Tally
  ) {
    guard run.days.contains(due), due < run.cohort.asOf.number else { return }
    var item = item
    item.day = due
    item.stratum = obligation.rawValue
    let level = done.map { $0 <= due ? 0 : 1 } ?? 2
    tally.add(item, levels: 1 << UInt64(level))
  }
}
