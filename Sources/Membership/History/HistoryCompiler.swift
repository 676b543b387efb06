public import Warehouse

extension MemberHistories {
  /// Compiles what the rules can see of every member.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - asOf: The day whose knowledge counts.
  ///   - threads: On how many threads; the result does not depend on it.
  /// - Complexity: O(rows); reports are sorted, by counting, only where the file does not have
  ///   each item's reports in the order of their days.
  public init(of dataset: Dataset, asOf: Day, threads: Int = 1) {
    self.init(of: dataset, asOf: asOf, threads: threads, reading: [])
  }

  /// Compiles under other readings of the handbook.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - asOf: The day whose knowledge counts.
  ///   - threads: On how many threads.
  ///   - reading: How open places are read.
  package init(of dataset: Dataset, asOf: Day, threads: Int, reading: Interpretation) {
    let compiler = HistoryCompiler(dataset: dataset, asOf: asOf, reading: reading)
    self = compiler.compile(threads: max(threads, 1))
  }
}

/// Whom a commitment applies to: one member, or all of a plan of several.
struct Target: Equatable, Sendable {
  /// The member; for a plan the complement of its row.
  let number: Int32

  init(member: Int32) { number = member }

  init(membersOf plan: Int32) { number = ~plan }

  var isOneMember: Bool { number >= 0 }
}

/// Puts a dataset's facts where a replay finds them.
struct HistoryCompiler: Sendable {
  let dataset: Dataset
  let asOf: Int32
  let reading: Interpretation
  let calendar = MonthCalendar.shared
  /// Whom each commitment applies to.
  let targets: [Target]
  var records: [MemberRecord]

  init(dataset: Dataset, asOf: Day, reading: Interpretation) {
    self.dataset = dataset
    self.asOf = asOf.number
    self.reading = reading
    let plans = dataset.plans
    let commitments = dataset.commitments
    let (starts, listed) = (plans.members.starts.span, plans.members.rows.span)
    targets = (0..<commitments.count).map { commitment in
      if let member = commitments.members[commitment] { return Target(member: Int32(member)) }
      let plan = commitments.plans[commitment]
      let first = starts[Int(plan)]
      return starts[Int(plan) + 1] - first == 1
        ? Target(member: listed[Int(first)]) : Target(membersOf: plan)
    }
    let members = dataset.members
    records = []
    records.reserveCapacity(members.count + 1)
    let lastQuarter = calendar.quarter(of: asOf.adding(months: 120).number)
    var words: Int32 = 0
    for member in 0..<members.count {
      let joined = members.joinedOn[member].number
      let base = calendar.quarter(of: joined)
      records.append(
        MemberRecord(
          joinedOn: joined <= asOf.number ? joined : MemberRecord.unknown,
          firstPlanDueOn: members.firstPlanDueOn[member]?.number ?? MemberRecord.unknown,
          withdrewOn: MemberRecord.unknown, baseQuarter: Int32(base), plans: 0, extensions: 0,
          pauses: 0, requirements: 0, activity: 0, words: words))
      if joined <= asOf.number { words += Int32((lastQuarter - base) / 64 + 1) }
    }
    records.append(
      MemberRecord(
        joinedOn: MemberRecord.unknown, firstPlanDueOn: MemberRecord.unknown,
        withdrewOn: MemberRecord.unknown, baseQuarter: 0, plans: 0, extensions: 0, pauses: 0,
        requirements: 0, activity: 0, words: words))
  }

  /// Calls with each member, joined by the as-of day, that a commitment applies to.
  @inline(__always)
  func forEachMember(of commitment: Int, _ body: (Int) -> Void) {
    forEachMember(targets[commitment], body)
  }

  /// Calls with each member, joined by the as-of day, of a target.
  @inline(__always)
  func forEachMember(_ target: Target, _ body: (Int) -> Void) {
    if target.isOneMember {
      let member = Int(target.number)
      if records[member].joinedOn != MemberRecord.unknown { body(member) }
      return
    }
    for member in dataset.plans.members[Int(~target.number)]
    where records[Int(member)].joinedOn != MemberRecord.unknown { body(Int(member)) }
  }

  func compile(threads: Int) -> MemberHistories {
    let tracker = trackerFacts(threads: threads)
    var finished = tracker.finished
    var activity = tracker.activity
    addCompletionAssessments(to: &activity, finished: &finished)
    addActivities(to: &activity)
    let (found, compiled) = (activity, finished)
    // The days of activity are about as much as all the rest.
    let ((days, starts), facts) = Parallel.both(threads: threads) {
      found.days(of: self.records, by: self, threads: threads)
    } _: {
      self.otherFacts(words: tracker.words, finished: compiled)
    }
    var records = facts.records
    for member in records.indices { records[member].activity = starts[member] }
    return MemberHistories(
      asOf: Day(number: asOf), interpretation: reading, records: records, plans: facts.plans,
      extensions: facts.extensions, pauses: facts.pauses, requirements: facts.requirements,
      activity: days, words: facts.words, finishedDays: finished,
      trackerFinishedDays: tracker.finished)
  }

  /// What does not concern days of activity, and where each member's part of it begins.
  private struct OtherFacts: Sendable {
    var records: [MemberRecord]
    var words: [QuarterWord]
    var plans: [PlanFact] = []
    var extensions: [ExtensionFact] = []
    var pauses: [PauseFact] = []
    var requirements: [RequirementFact] = []
  }

  private func otherFacts(words: [QuarterWord], finished: [Int32]) -> OtherFacts {
    var facts = OtherFacts(records: records, words: words)
    markObligations(in: &facts.words, finished: finished)
    facts.plans = planFacts(&facts.records)
    (facts.extensions, facts.pauses) = eventFacts(&facts.records)
    facts.requirements = requirementFacts(&facts.records)
    return facts
  }

  /// The plans of each member in the order of (`submitted_on`, file).
  private func planFacts(_ records: inout [MemberRecord]) -> [PlanFact] {
    let plans = dataset.plans
    var counts = [Int32](repeating: 0, count: records.count)
    for plan in 0..<plans.count where plans.submittedOn[plan].number <= asOf {
      for member in plans.members[plan] { counts[Int(member)] += 1 }
    }
    var next: Int32 = 0
    for member in records.indices {
      records[member].plans = next
      next += counts[member]
      counts[member] = records[member].plans
    }
    var facts = [PlanFact](
      repeating: PlanFact(submittedOn: 0, endsOn: 0, row: -1), count: Int(next))
    for plan in 0..<plans.count where plans.submittedOn[plan].number <= asOf {
      for member in plans.members[plan] {
        facts[Int(counts[Int(member)])] = PlanFact(
          submittedOn: plans.submittedOn[plan].number, endsOn: plans.endsOn[plan].number,
          row: Int32(plan))
        counts[Int(member)] += 1
      }
    }
    for member in 0..<(records.count - 1) {
      let range = Int(records[member].plans)..<Int(records[member + 1].plans)
      guard
        zip(range, range.dropFirst()).contains(where: {
          facts[$0].submittedOn > facts[$1].submittedOn
        })
      else { continue }
      facts[range].sort { ($0.submittedOn, $0.row) < ($1.submittedOn, $1.row) }
    }
    return facts
  }

  /// Extensions and requests for inactivity of each member, and the days members withdrew.
  private func eventFacts(
    _ records: inout [MemberRecord]
  ) -> (extensions: [ExtensionFact], pauses: [PauseFact]) {
    let events = dataset.events
    let byMember = RowGroups(references: events.members, count: records.count - 1)
    var extensions: [ExtensionFact] = []
    var pauses: [PauseFact] = []
    for member in 0..<byMember.count {
      let joined = records[member].joinedOn
      records[member].extensions = Int32(extensions.count)
      records[member].pauses = Int32(pauses.count)
      guard joined != MemberRecord.unknown else { continue }
      for row in byMember[member] {
        let row = Int(row)
        let on = events.on[row].number
        guard on <= asOf else { continue }
        switch events.kinds[row] {
        case .extensionGranted:
          guard let until = events.until[row]?.number else { continue }
          extensions.append(ExtensionFact(on: on, until: until))
        case .voluntaryInactivity where on >= joined:
          pauses.append(
            PauseFact(on: on, until: events.until[row]?.number ?? MemberRecord.unknown))
        case .withdrew where on >= joined:
          records[member].withdrewOn = min(records[member].withdrewOn, on)
        default: continue
        }
      }
      Self.arrange(&extensions, from: Int(records[member].extensions))
      Self.arrange(&pauses, from: Int(records[member].pauses))
    }
    records[records.count - 1].extensions = Int32(extensions.count)
    records[records.count - 1].pauses = Int32(pauses.count)
    return (extensions, pauses)
  }

  /// Puts one member's extensions in order, each with the latest `until` so far.
  private static func arrange(_ facts: inout [ExtensionFact], from start: Int) {
    guard facts.count > start else { return }
    facts[start...].sort { $0.on < $1.on }
    for index in facts.indices.dropFirst(start + 1) {
      facts[index].until = max(facts[index].until, facts[index - 1].until)
    }
  }

  /// Puts one member's requests in order; of several on one day the last in the file stays.
  private static func arrange(_ facts: inout [PauseFact], from start: Int) {
    guard facts.count > start else { return }
    let rows = facts[start...].enumerated().sorted {
      ($0.element.on, $0.offset) < ($1.element.on, $1.offset)
    }
    facts.removeSubrange(start...)
    for (_, fact) in rows {
      if facts.count > start, facts[facts.count - 1].on == fact.on { facts.removeLast() }
      facts.append(fact)
    }
  }
}
