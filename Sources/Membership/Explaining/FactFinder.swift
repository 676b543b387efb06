import Warehouse

/// Finds the rows of a dataset that stand behind one member's story.
struct FactFinder {
  let dataset: Dataset
  let member: Int
  let asOf: Day
  /// All plans that list the member.
  let plans: [Int]
  /// All commitments that apply to it.
  let commitments: [Int]
  /// The reports on them up to the as-of day, by day, with whether each is progress.
  let reports: [(row: Int, isProgress: Bool)]
  /// The member's events up to the as-of day.
  let events: [Int]

  init(_ dataset: Dataset, member: Int, asOf: Day, reading: Interpretation) {
    self.dataset = dataset
    self.member = member
    self.asOf = asOf
    let table = dataset.plans
    let plans = (0..<table.count).filter { table.members[$0].contains(Int32(member)) }
    var lists = [Bool](repeating: false, count: table.count)
    for plan in plans { lists[plan] = true }
    let commitments = (0..<dataset.commitments.count).filter { commitment in
      lists[Int(dataset.commitments.plans[commitment])]
        && dataset.commitments.members[commitment].map { $0 == member } ?? true
    }
    self.plans = plans
    self.commitments = commitments
    var applies = [Bool](repeating: false, count: dataset.commitments.count)
    for commitment in commitments { applies[commitment] = true }
    let range = Int32(commitments.first ?? 0)..<Int32((commitments.last ?? -1) + 1)
    let progress = ProgressReports(
      dataset: dataset, asOf: asOf.number, commitments: range,
      blocks: ReportBlocks(dataset.reports.commitments, threads: 1),
      mustBeRecorded: reading.contains(.progressMustBeRecorded))
    let days = dataset.reports.reportedOn
    reports = (0..<dataset.reports.count)
      .filter { applies[Int(dataset.reports.commitments[$0])] && days[$0] <= asOf }
      .sorted { (days[$0], $0) < (days[$1], $1) }
      .map { ($0, progress.contains($0)) }
    events = (0..<dataset.events.count).filter {
      Int(dataset.events.members[$0]) == member && dataset.events.on[$0] <= asOf
    }
  }

  /// Where a row stands.
  func place(_ row: Int, _ table: TableName) -> String { dataset.origin.place(of: row, in: table) }

  /// The last event of a kind on a day.
  func event(_ kind: EventKind, on day: Int32) -> Int? {
    events.last { dataset.events.kinds[$0] == kind && dataset.events.on[$0].number == day }
  }

  /// The extensions granted before a day.
  func extensions(before day: Int32) -> [Int] {
    events.filter {
      dataset.events.kinds[$0] == .extensionGranted && dataset.events.on[$0].number < day
        && dataset.events.until[$0] != nil
    }
  }

  /// The latest request for voluntary inactivity up to a day.
  func pause(by day: Int32) -> Int? {
    events.filter {
      dataset.events.kinds[$0] == .voluntaryInactivity && dataset.events.on[$0].number <= day
    }.max { (dataset.events.on[$0], $0) < (dataset.events.on[$1], $1) }
  }

  /// The latest inception assessment of a plan up to a day.
  func assessment(of plan: Int, by day: Int32) -> Int? {
    let table = dataset.inceptionAssessments
    return (0..<table.count).filter {
      Int(table.plans[$0]) == plan && table.submittedOn[$0].number <= day
        && table.submittedOn[$0] <= asOf
    }.max { (table.submittedOn[$0], $0) < (table.submittedOn[$1], $1) }
  }

  /// The events from an assessment on, up to a day, that set requirements to met.
  func requirementEvents(since assessment: Int, by day: Int32) -> [Int] {
    let from = dataset.inceptionAssessments.submittedOn[assessment]
    return events.filter {
      dataset.events.kinds[$0] == .requirementMet && dataset.events.requirements[$0] != nil
        && dataset.events.on[$0] >= from && dataset.events.on[$0].number <= day
    }
  }

  /// The requirements that a plan has met at the end of a day, as bits; nothing if not assessed.
  func met(_ plan: Int, on day: Int32) -> UInt64? {
    guard let assessment = assessment(of: plan, by: day) else { return nil }
    var met = UInt64(dataset.inceptionAssessments.met[assessment])
    for event in requirementEvents(since: assessment, by: day) {
      if let requirement = dataset.events.requirements[event] {
        met |= 1 << UInt64(requirement.rawValue)
      }
    }
    return met
  }

  /// The commitments that bind the member to report in a quarter.
  func obligations(in quarter: Quarter, _ histories: MemberHistories) -> [Int] {
    let (a, b) = (quarter.firstDay, quarter.lastDay)
    return commitments.filter { commitment in
      let plan = Int(dataset.commitments.plans[commitment])
      let begins = max(
        max(dataset.plans.submittedOn[plan], dataset.plans.startsOn[plan]),
        max(dataset.commitments.submittedOn[commitment], dataset.commitments.startsOn[commitment]))
      if let withdrawn = dataset.commitments.withdrawnOn[commitment], withdrawn <= asOf,
        withdrawn <= b
      {
        return false
      }
      if let finished = histories.finishedOn(commitment), finished < a { return false }
      return begins <= a && b <= dataset.plans.endsOn[plan]
        && dataset.plans.submittedOn[plan] <= asOf
        && dataset.commitments.submittedOn[commitment] <= asOf
    }
  }
}
