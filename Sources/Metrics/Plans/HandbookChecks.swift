internal import Membership
internal import Warehouse

/// How often the handbook's limits on plans and commitments are overstepped (§3.2, §3.3.1).
struct HandbookChecksMetric: CountedMetric {
  let run: MetricRun
  let rules: RuleSet
  let histories: MemberHistories
  private let items: CommitmentItems
  let commitmentsOfPlan: RowGroups
  let termsOfMember: RowGroups
  let meetingsOfPlan: RowGroups
  /// Meetings that name no plan.
  let openMeetingsOfMember: RowGroups

  /// The checks in the order of output; raw values are the numbers of levels and totals.
  enum Check: Int, CaseIterable {
    case commitmentsAtOnce, commitmentTooShort, commitmentOutsidePlan, amendedTooLate
    case planBeyondTerm, tooFewCoCreationMeetings, tooFewMeetingsAYear, tooManyPolicyAreas
    case tooManySectors

    var word: String {
      switch self {
      case .commitmentsAtOnce: "commitments_at_once"
      case .commitmentTooShort: "commitment_too_short"
      case .commitmentOutsidePlan: "commitment_outside_plan"
      case .amendedTooLate: "amended_too_late"
      case .planBeyondTerm: "plan_beyond_term"
      case .tooFewCoCreationMeetings: "too_few_co_creation_meetings"
      case .tooFewMeetingsAYear: "too_few_meetings_a_year"
      case .tooManyPolicyAreas: "too_many_policy_areas"
      case .tooManySectors: "too_many_sectors"
      }
    }
  }

  /// The most policy areas, and the most sectors, that a commitment should name (Annex 2).
  private static let mostSubjects = 2

  init(_ run: MetricRun) {
    self.run = run
    rules = run.cohort.rules
    histories = run.cohort.histories
    let dataset = run.dataset
    items = CommitmentItems(dataset)
    commitmentsOfPlan = RowGroups(
      references: dataset.commitments.plans, count: dataset.plans.count)
    termsOfMember = RowGroups(references: dataset.terms.members, count: dataset.members.count)
    let meetings = dataset.meetings
    meetingsOfPlan = RowGroups(references: meetings.plans.numbers, count: dataset.plans.count)
    let open = (0..<meetings.count).map {
      meetings.plans[$0] == nil ? meetings.members[$0] : -1
    }
    openMeetingsOfMember = RowGroups(references: open, count: dataset.members.count)
  }

  var levels: Levels {
    Levels(
      Check.allCases.map { .word($0.word) }, totals: Check.allCases.map(\.rawValue))
  }

  /// Plans first, then commitments.
  var rowCount: Int { run.dataset.plans.count + run.dataset.commitments.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    guard let window = run.known else { return }
    let planCount = run.dataset.plans.count
    for row in rows {
      if row >= planCount {
        count(commitment: row - planCount, window, into: &tally)
      } else if window.contains(run.dataset.plans.submittedOn[row].number) {
        count(plan: row, into: &tally)
      }
    }
  }

  /// Judges a commitment, placed by its submission.
  private func count(commitment: Int, _ window: ClosedRange<Int32>, into tally: inout Tally) {
    let commitments = run.dataset.commitments
    let submitted = commitments.submittedOn[commitment]
    guard window.contains(submitted.number) else { return }
    var verdicts = Verdicts()
    let (starts, ends) = (commitments.startsOn[commitment], commitments.endsOn[commitment])
    verdicts.add(
      .commitmentTooShort,
      isOverstepped: ends < starts.adding(months: rules.minCommitmentMonths) - 1)
    let plan = Int(commitments.plans[commitment])
    verdicts.add(
      .commitmentOutsidePlan,
      isOverstepped: starts < run.dataset.plans.startsOn[plan]
        || ends > run.dataset.plans.endsOn[plan])
    if let withdrawn = commitments.withdrawnOn[commitment], withdrawn <= run.last {
      verdicts.add(
        .amendedTooLate,
        isOverstepped: withdrawn > submitted.adding(months: rules.amendmentMonths))
    }
    verdicts.add(
      .tooManyPolicyAreas,
      isOverstepped: commitments.policyAreas[commitment].size > Self.mostSubjects)
    verdicts.add(
      .tooManySectors, isOverstepped: commitments.sectors[commitment].size > Self.mostSubjects)
    tally.add(
      items.item(commitment, on: submitted), levels: verdicts.overstepped, totals: verdicts.judged)
  }

  /// What the checks say of one item.
  struct Verdicts {
    /// Bit n: check n applies.
    var judged: UInt64 = 0
    /// Bit n: check n is overstepped.
    var overstepped: UInt64 = 0

    mutating func add(_ check: Check, isOverstepped: Bool) {
      judged |= 1 << UInt64(check.rawValue)
      if isOverstepped { overstepped |= 1 << UInt64(check.rawValue) }
    }
  }
}
