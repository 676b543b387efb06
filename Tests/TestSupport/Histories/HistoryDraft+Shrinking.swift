import Membership
import Warehouse

extension HistoryDraft {
  /// The smallest history, by dropping rows and rules one at a time, on which a test still fails.
  package func shrunk(while fails: (HistoryDraft) -> Bool) -> HistoryDraft {
    var smallest = self
    var goesOn = true
    while goesOn {
      goesOn = false
      for candidate in smallest.smaller where fails(candidate) {
        smallest = candidate
        goesOn = true
        break
      }
    }
    return smallest
  }

  /// The histories that are one step smaller.
  private var smaller: [HistoryDraft] {
    var found: [HistoryDraft] = []
    func add(_ change: (inout HistoryDraft) -> Void) {
      var copy = self
      change(&copy)
      found.append(copy)
    }
    if members.count > 1 {
      for row in members.indices { add { $0.dropMember(row) } }
    }
    for row in plans.indices { add { $0.dropPlan(row) } }
    for row in commitments.indices { add { $0.dropCommitment(row) } }
    for row in milestones.indices { add { $0.dropMilestone(row) } }
    for row in reports.indices { add { $0.reports.remove(at: row) } }
    for row in meetings.indices { add { $0.meetings.remove(at: row) } }
    for row in assessments.indices { add { $0.assessments.remove(at: row) } }
    for row in completed.indices { add { $0.completed.remove(at: row) } }
    for row in events.indices { add { $0.events.remove(at: row) } }
    if reform != nil {
      add {
        $0.reform = nil
        $0.effective = nil
      }
    }
    for row in commitments.indices where commitments[row].withdrawn != nil {
      add { $0.commitments[row].withdrawn = nil }
    }
    for parameter in Parameter.allCases {
      let value = RuleSet.handbook.text(of: parameter)
      for isReform in [false, true] {
        guard let rules = isReform ? reform : baseline, rules.text(of: parameter) != value,
          let plainer = try? rules.setting(parameter, to: value).validated()
        else { continue }
        add { if isReform { $0.reform = plainer } else { $0.baseline = plainer } }
      }
    }
    return found
  }

  private mutating func dropMember(_ row: Int) {
    func moved(_ member: Int) -> Int { member > row ? member - 1 : member }
    members.remove(at: row)
    for plan in plans.indices.reversed() {
      plans[plan].members = plans[plan].members.filter { $0 != row }.map(moved)
      if plans[plan].members.isEmpty { dropPlan(plan) }
    }
    for item in commitments.indices.reversed() {
      guard let member = commitments[item].member else { continue }
      if member == row { dropCommitment(item) } else { commitments[item].member = moved(member) }
    }
    events = events.filter { $0.member != row }
    meetings = meetings.filter { $0.member != row }
    for index in events.indices { events[index].member = moved(events[index].member) }
    for index in meetings.indices { meetings[index].member = moved(meetings[index].member) }
  }

  private mutating func dropPlan(_ row: Int) {
    for item in commitments.indices.reversed() where commitments[item].plan == row {
      dropCommitment(item)
    }
    plans.remove(at: row)
    assessments = assessments.filter { $0.plan != row }
    for index in assessments.indices where assessments[index].plan > row {
      assessments[index].plan -= 1
    }
    for index in commitments.indices where commitments[index].plan > row {
      commitments[index].plan -= 1
    }
  }

  private mutating func dropCommitment(_ row: Int) {
    for milestone in milestones.indices.reversed() where milestones[milestone] == row {
      dropMilestone(milestone)
    }
    commitments.remove(at: row)
    reports = reports.filter { $0.commitment != row }
    completed = completed.filter { $0.commitment != row }
    for index in reports.indices where reports[index].commitment > row {
      reports[index].commitment -= 1
    }
    for index in completed.indices where completed[index].commitment > row {
      completed[index].commitment -= 1
    }
    for index in milestones.indices where milestones[index] > row { milestones[index] -= 1 }
  }

  private mutating func dropMilestone(_ row: Int) {
    milestones.remove(at: row)
    reports = reports.filter { $0.milestone != row }
    for index in reports.indices {
      guard let milestone = reports[index].milestone, milestone > row else { continue }
      reports[index].milestone = milestone - 1
    }
  }
}
