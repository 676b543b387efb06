import Membership
import Warehouse

/// status.md read aloud, day by day, on the dataset's own rows.
///
/// It shares nothing with the engine: no compiled facts, no events, no shortcuts. Where it is slow
/// it is meant to be.
struct PlainReading {
  let data: Dataset
  let asOf: Day
  let schedule: RuleSchedule
  var alternatives: Interpretation = []

  /// A run of days with one status.
  struct Run: Equatable {
    var status: Status
    var from: Day
    var to: Day?
    var reasons: [String]
  }

  /// A deadline that was judged.
  struct Judged: Equatable {
    var plan: Int?
    var day: Day
    var on: Day
    var isKept: Bool
  }

  /// What the replay of one member says.
  struct Story: Equatable {
    var runs: [Run] = []
    var judged: [Judged] = []
    var next: Run?
  }

  func adding(_ months: Int, to day: Day) -> Day {
    let later = day.adding(months: months)
    guard alternatives.contains(.monthEndOverflows) else { return later }
    return later.parts.day == day.parts.day ? later : later + 1
  }

  // MARK: - Facts

  func plansOf(_ member: Int) -> [Int] {
    (0..<data.plans.count).filter { data.plans.members[$0].contains(Int32(member)) }
  }

  func applies(_ commitment: Int, to member: Int) -> Bool {
    let plan = Int(data.commitments.plans[commitment])
    guard data.plans.members[plan].contains(Int32(member)) else { return false }
    return data.commitments.members[commitment].map { $0 == member } ?? true
  }

  func commitmentsOf(_ member: Int) -> [Int] {
    (0..<data.commitments.count).filter { applies($0, to: member) }
  }

  /// The reports known by the as-of day that are progress.
  var progressReports: Set<Int> {
    var found: Set<Int> = []
    let rows = (0..<data.reports.count).filter { data.reports.reportedOn[$0] <= asOf }
      .sorted { (data.reports.reportedOn[$0], $0) < (data.reports.reportedOn[$1], $1) }
    var previous: [String: Int] = [:]
    for row in rows {
      let item =
        data.reports.milestones[row].map { "milestone \($0)" }
        ?? "commitment \(data.reports.commitments[row])"
      let status = data.reports.statuses[row]
      let rank: [TrackerStatus: Int] = [
        .notStarted: 0, .stuck: 1, .incomplete: 1, .inProgress: 2, .finished: 3,
      ]
      let now = rank[status] ?? 0
      switch data.reports.progress[row] {
      case true: found.insert(row)
      case false: break
      case nil:
        if alternatives.contains(.progressMustBeRecorded) { break }
        if status == .inProgress || status == .finished, now > previous[item] ?? 0 {
          found.insert(row)
        }
      case .some: break
      }
      previous[item] = now
    }
    return found
  }

  func finishedOn(_ commitment: Int, byTracker: Bool = false) -> Day? {
    var days: [Day] = []
    for row in 0..<data.reports.count
    where Int(data.reports.commitments[row]) == commitment && data.reports.milestones[row] == nil
      && data.reports.statuses[row] == .finished
    {
      days.append(data.reports.reportedOn[row])
    }
    if !byTracker {
      for row in 0..<data.completionAssessments.count
      where Int(data.completionAssessments.commitments[row]) == commitment
        && data.completionAssessments.completions[row] == .complete
      {
        days.append(data.completionAssessments.submittedOn[row])
      }
    }
    return days.filter { $0 <= asOf }.min()
  }

  func isObligated(_ quarter: Quarter, _ member: Int) -> Bool {
    var a = quarter.firstDay
    var b = quarter.lastDay
    return commitmentsOf(member).contains { commitment in
      let plan = Int(data.commitments.plans[commitment])
      let starts = [
        data.plans.submittedOn[plan], data.plans.startsOn[plan],
        data.commitments.submittedOn[commitment], data.commitments.startsOn[commitment],
      ]
      guard data.plans.submittedOn[plan] <= asOf, data.commitments.submittedOn[commitment] <= asOf
      else { return false }
      let withdrawn = data.commitments.withdrawnOn[commitment].flatMap { $0 <= asOf ? $0 : nil }
      if alternatives.contains(.quartersMayOverlap) {
        a = quarter.firstDay
        b = quarter.lastDay
        return (0...(b - a)).contains { offset in
          let day = a + offset
          return starts.allSatisfy { $0 <= day } && day <= data.plans.endsOn[plan]
            && withdrawn.map { day < $0 } ?? true
        } && finishedOn(commitment).map { $0 >= a } ?? true
      }
      return starts.allSatisfy { $0 <= a } && b <= data.plans.endsOn[plan]
        && withdrawn.map { $0 > b } ?? true && finishedOn(commitment).map { $0 >= a } ?? true
    }
  }

  func reports(in quarter: Quarter, _ member: Int) -> [Int] {
    (0..<data.reports.count).filter {
      let day = data.reports.reportedOn[$0]
      return day >= quarter.firstDay && day <= quarter.lastDay && day <= asOf
        && applies(Int(data.reports.commitments[$0]), to: member)
    }
  }

  func isUpdated(_ quarter: Quarter, _ member: Int, _ progress: Set<Int>) -> Bool {
    reports(in: quarter, member).contains {
      !alternatives.contains(.updatesNeedProgress) || progress.contains($0)
    }
  }

  func isProgress(_ quarter: Quarter, _ member: Int, _ progress: Set<Int>) -> Bool {
    reports(in: quarter, member).contains { progress.contains($0) }
  }

  func activityDays(_ member: Int, _ progress: Set<Int>) -> Set<Day> {
    var days: Set<Day> = []
    for plan in plansOf(member) { days.insert(data.plans.submittedOn[plan]) }
    for row in 0..<data.events.count where Int(data.events.members[row]) == member {
      if [.coCreationStarted, .resumed].contains(data.events.kinds[row]) {
        days.insert(data.events.on[row])
      }
    }
    for row in 0..<data.meetings.count
    where Int(data.meetings.members[row]) == member && data.meetings.phases[row] == .coCreation {
      days.insert(data.meetings.heldOn[row])
    }
    for row in progress where applies(Int(data.reports.commitments[row]), to: member) {
      days.insert(data.reports.reportedOn[row])
    }
    for row in 0..<data.completionAssessments.count
    where applies(Int(data.completionAssessments.commitments[row]), to: member)
      && [.substantial, .complete].contains(data.completionAssessments.completions[row])
    {
      days.insert(data.completionAssessments.submittedOn[row])
    }
    return days.filter { $0 <= asOf }
  }

  /// What a plan has met at the end of a day; nothing if it is not assessed by then.
  func met(_ plan: Int, on day: Day, _ member: Int) -> Set<Int>? {
    var latest: Int?
    for row in 0..<data.inceptionAssessments.count
    where Int(data.inceptionAssessments.plans[row]) == plan {
      let on = data.inceptionAssessments.submittedOn[row]
      guard on <= day, on <= asOf else { continue }
      if let old = latest, data.inceptionAssessments.submittedOn[old] > on { continue }
      latest = row
    }
    guard let latest else { return nil }
    let bits = data.inceptionAssessments.met[latest]
    var met = Set((0..<4).filter { bits >> UInt8($0) & 1 == 1 })
    for row in 0..<data.events.count where data.events.kinds[row] == .requirementMet {
      let who = Int(data.events.members[row])
      let shared =
        alternatives.contains(.requirementsAreShared)
        && data.plans.members[plan].contains(Int32(who))
      let on = data.events.on[row]
      guard who == member || shared, on <= day, on <= asOf,
        on >= data.inceptionAssessments.submittedOn[latest],
        let requirement = data.events.requirements[row]
      else { continue }
      met.insert(requirement.number)
    }
    return met
  }
}
