import Warehouse

extension HistoryCompiler {
  /// A fact that changes which requirements are met.
  private struct Change {
    let on: Int32
    /// Assessments come before events on one day.
    let isEvent: Bool
    let row: Int32
    /// The assessed plan, an index into the member's plans; −1: an event, all assessed plans.
    let plan: Int
    let met: UInt8
  }

  /// The requirement states of each member over time.
  func requirementFacts(_ records: inout [MemberRecord]) -> [RequirementFact] {
    let assessments = dataset.inceptionAssessments
    let events = dataset.events
    let byPlan = RowGroups(references: assessments.plans, count: dataset.plans.count)
    let plansOf = plansByMember(records.count - 1)
    let eventsOf = RowGroups(references: events.members, count: records.count - 1)
    var facts: [RequirementFact] = []
    var changes: [Change] = []
    for member in 0..<(records.count - 1) {
      records[member].requirements = Int32(facts.count)
      guard records[member].joinedOn != MemberRecord.unknown else { continue }
      changes.removeAll(keepingCapacity: true)
      let plans = plansOf[member]
      for (index, plan) in plans.enumerated() {
        for row in byPlan[Int(plan)] where assessments.submittedOn[Int(row)].number <= asOf {
          changes.append(
            Change(
              on: assessments.submittedOn[Int(row)].number, isEvent: false, row: row, plan: index,
              met: assessments.met[Int(row)]))
        }
      }
      guard !changes.isEmpty else { continue }
      addEvents(eventsOf[member], toPlan: -1, &changes)
      if reading.contains(.requirementsAreShared) {
        for (index, plan) in plans.enumerated() {
          for other in dataset.plans.members[Int(plan)] where Int(other) != member {
            addEvents(eventsOf[Int(other)], toPlan: index, &changes)
          }
        }
      }
      changes.sort {
        ($0.on, $0.isEvent ? 1 : 0, $0.row) < ($1.on, $1.isEvent ? 1 : 0, $1.row)
      }
      append(changes, planCount: plans.count, to: &facts, from: facts.count)
    }
    records[records.count - 1].requirements = Int32(facts.count)
    return facts
  }

  private func addEvents(
    _ rows: ArraySlice<Int32>, toPlan plan: Int, _ changes: inout [Change]
  ) {
    let events = dataset.events
    for row in rows {
      let index = Int(row)
      guard events.kinds[index] == .requirementMet, events.on[index].number <= asOf,
        let requirement = events.requirements[index]
      else { continue }
      changes.append(
        Change(
          on: events.on[index].number, isEvent: true, row: row, plan: plan,
          met: 1 << requirement.rawValue))
    }
  }

  /// Plays one member's changes and keeps the days on which the states present change.
  private func append(
    _ changes: [Change], planCount: Int, to facts: inout [RequirementFact], from start: Int
  ) {
    var met = [UInt8?](repeating: nil, count: planCount)
    for (index, change) in changes.enumerated() {
      if !change.isEvent {
        met[change.plan] = change.met
      } else if change.plan >= 0 {
        met[change.plan] = met[change.plan].map { $0 | change.met }
      } else {
        for plan in met.indices { met[plan] = met[plan].map { $0 | change.met } }
      }
      guard index + 1 == changes.count || changes[index + 1].on != change.on else { continue }
      let present = met.reduce(into: UInt16(0)) { present, met in
        if let met { present |= 1 << UInt16(met) }
      }
      if facts.count == start || facts[facts.count - 1].present != present {
        facts.append(RequirementFact(on: change.on, present: present))
      }
    }
  }

  /// All plans that list a member, known or not: their assessments count from their own day.
  private func plansByMember(_ count: Int) -> RowGroups {
    let members = dataset.plans.members
    var starts = [Int32](repeating: 0, count: count + 1)
    for member in members.rows { starts[Int(member) + 1] += 1 }
    for member in 0..<count { starts[member + 1] += starts[member] }
    var next = starts
    var rows = [Int32](repeating: 0, count: members.rows.count)
    for plan in 0..<members.count {
      for member in members[plan] {
        rows[Int(next[Int(member)])] = Int32(plan)
        next[Int(member)] += 1
      }
    }
    return RowGroups(starts: starts, rows: rows)
  }
}
