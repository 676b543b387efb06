internal import Membership
internal import Warehouse

/// How much of what should be assessed is (readings.md 53).
struct CoverageMetric: CountedMetric {
  private let run: MetricRun
  private let inceptions: FirstDays
  private let reviews: FirstDays
  private let completions: FirstDays
  private let learnings: FirstDays
  private let items: CommitmentItems
  private let histories: MemberHistories

  init(_ run: MetricRun) {
    self.run = run
    let dataset = run.dataset
    let (plans, commitments) = (dataset.plans.count, dataset.commitments.count)
    let inception = dataset.inceptionAssessments
    inceptions = FirstDays(plans, inception.plans, inception.submittedOn, upTo: run.last)
    let review = dataset.commitmentReviews
    reviews = FirstDays(commitments, review.commitments, review.submittedOn, upTo: run.last)
    let completion = dataset.completionAssessments
    completions = FirstDays(
      commitments, completion.commitments, completion.submittedOn, upTo: run.last)
    let learning = dataset.learningExercises
    learnings = FirstDays(plans, learning.plans, learning.submittedOn, upTo: run.last)
    items = CommitmentItems(dataset)
    histories = run.cohort.histories
  }

  var levels: Levels {
    let words = [
      "plans_with_inception", "commitments_reviewed", "commitments_assessed",
      "plans_with_learning",
    ]
    return Levels(words.map { .word($0) }, totals: [0, 1, 2, 3])
  }

  /// Plans first, then commitments.
  var rowCount: Int { run.dataset.plans.count + run.dataset.commitments.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    guard let window = run.known else { return }
    let planCount = run.dataset.plans.count
    for row in rows {
      if row < planCount {
        count(plan: row, window, into: &tally)
      } else {
        count(commitment: row - planCount, window, into: &tally)
      }
    }
  }

  private func count(plan: Int, _ window: ClosedRange<Int32>, into tally: inout Tally) {
    let plans = run.dataset.plans
    guard window.contains(plans.submittedOn[plan].number) else { return }
    var totals: UInt64 = 1
    var levels: UInt64 = inceptions[plan] == nil ? 0 : 1
    if plans.endsOn[plan] < run.last {
      totals |= 1 << 3
      if learnings[plan] != nil { levels |= 1 << 3 }
    }
    tally.add(
      Item(plan: Int32(plan), day: plans.submittedOn[plan].number), levels: levels, totals: totals)
  }

  private func count(commitment: Int, _ window: ClosedRange<Int32>, into tally: inout Tally) {
    let dataset = run.dataset
    let commitments = dataset.commitments
    let plan = Int(commitments.plans[commitment])
    guard window.contains(dataset.plans.submittedOn[plan].number),
      commitments.submittedOn[commitment] <= run.last
    else { return }
    var totals: UInt64 = 1 << 1
    var levels: UInt64 = reviews[commitment] == nil ? 0 : 1 << 1
    let isWithdrawn = commitments.withdrawnOn[commitment].map { $0 <= run.last } ?? false
    let isFinished = histories.finishedOn(commitment).map { $0 <= run.last } ?? false
    if !isWithdrawn, isFinished || dataset.plans.endsOn[plan] < run.last {
      totals |= 1 << 2
      if completions[commitment] != nil { levels |= 1 << 2 }
    }
    tally.add(
      items.item(commitment, on: dataset.plans.submittedOn[plan]), levels: levels, totals: totals)
  }
}
