internal import Membership
internal import Warehouse

extension HandbookChecksMetric {
  /// Judges a plan, placed by its submission.
  func count(plan: Int, into tally: inout Tally) {
    let plans = run.dataset.plans
    let item = Item(plan: Int32(plan), day: plans.submittedOn[plan].number)
    var verdicts = Verdicts()
    let limit = rules.maxCommitments(ofPlanWith: plans.members[plan].count)
    verdicts.add(.commitmentsAtOnce, isOverstepped: mostAtOnce(plan) > limit)
    if let termEnds = termEnd(plan) {
      let margin = plans.endsOn[plan].adding(months: rules.termMarginMonths)
      verdicts.add(.planBeyondTerm, isOverstepped: margin > termEnds)
    }
    let hasMeetings = run.dataset.meetings.count > 0
    if hasMeetings {
      verdicts.add(
        .tooFewCoCreationMeetings,
        isOverstepped: coCreationMeetings(plan) < rules.coCreationMeetings)
    }
    tally.add(item, levels: verdicts.overstepped, totals: verdicts.judged)
    guard hasMeetings else { return }
    // Each full year of the plan is an item of its own.
    for year in fullYears(plan) {
      var verdicts = Verdicts()
      verdicts.add(
        .tooFewMeetingsAYear, isOverstepped: meetings(plan, in: year) < rules.meetingsPerYear)
      tally.add(item, levels: verdicts.overstepped, totals: verdicts.judged)
    }
  }

  /// The largest number of the plan's commitments in force on one day: from `submitted_on` to the
  /// earliest of withdrawn, finished and the plan's end, both days included (readings.md 38).
  private func mostAtOnce(_ plan: Int) -> Int {
    let commitments = run.dataset.commitments
    let end = run.dataset.plans.endsOn[plan]
    var changes: [(day: Int32, change: Int)] = []
    for row in commitmentsOfPlan[plan] {
      let commitment = Int(row)
      let from = commitments.submittedOn[commitment]
      guard from <= run.last else { continue }
      var to = end
      if let withdrawn = commitments.withdrawnOn[commitment], withdrawn <= run.last {
        to = min(to, withdrawn)
      }
      if let finished = histories.finishedOn(commitment), finished <= run.last {
        to = min(to, finished)
      }
      guard from <= to else { continue }
      changes.append((from.number, 1))
      changes.append((to.number + 1, -1))
    }
    // On one day those that are no longer in force go before those that begin.
    changes.sort { ($0.day, $0.change) < ($1.day, $1.change) }
    var inForce = 0
    var most = 0
    for (_, change) in changes {
      inForce += change
      most = max(most, inForce)
    }
    return most
  }

  /// The last end of the terms of the plan's members that hold its submission.
  private func termEnd(_ plan: Int) -> Day? {
    let terms = run.dataset.terms
    let submitted = run.dataset.plans.submittedOn[plan]
    var last: Day?
    for member in run.dataset.plans.members[plan] {
      for row in termsOfMember[Int(member)] {
        let term = Int(row)
        guard terms.startsOn[term] <= submitted, submitted <= terms.endsOn[term] else { continue }
        last = last.map { max($0, terms.endsOn[term]) } ?? terms.endsOn[term]
      }
    }
    return last
  }

  /// Co-creation meetings with both sides that name the plan, or name none and were held with one
  /// of its members in the twelve months up to its submission.
  private func coCreationMeetings(_ plan: Int) -> Int {
    let meetings = run.dataset.meetings
    let submitted = run.dataset.plans.submittedOn[plan]
    func counts(_ meeting: Int) -> Bool {
      meetings.phases[meeting] == .coCreation && meetings.hadBothSides(meeting)
        && meetings.heldOn[meeting] <= run.last
    }
    var count = meetingsOfPlan[plan].count { counts(Int($0)) }
    for member in run.dataset.plans.members[plan] {
      count += openMeetingsOfMember[Int(member)].count { row in
        let held = meetings.heldOn[Int(row)]
        return counts(Int(row)) && held <= submitted && submitted < held.adding(months: 12)
      }
    }
    return count
  }

  /// The plan's years from `starts_on` on that ended by T and by its end.
  private func fullYears(_ plan: Int) -> [ClosedRange<Day>] {
    let plans = run.dataset.plans
    let starts = plans.startsOn[plan]
    let end = min(run.cohort.asOf, plans.endsOn[plan])
    var years: [ClosedRange<Day>] = []
    while true {
      let first = starts.adding(months: 12 * years.count)
      let last = starts.adding(months: 12 * (years.count + 1)) - 1
      guard last <= end, first <= last else { return years }
      years.append(first...last)
    }
  }

  /// Meetings on implementation with both sides that name the plan, held on some days by T.
  private func meetings(_ plan: Int, in days: ClosedRange<Day>) -> Int {
    let meetings = run.dataset.meetings
    return meetingsOfPlan[plan].count { row in
      let meeting = Int(row)
      return meetings.phases[meeting] == .implementation && meetings.hadBothSides(meeting)
        && days.contains(meetings.heldOn[meeting])
    }
  }
}
