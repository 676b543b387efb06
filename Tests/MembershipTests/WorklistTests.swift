import Membership
import TestSupport
import Testing
import Warehouse

@Suite("Worklist")
struct WorklistTests {
  @Test("What is said to stop a change stops it, filed on the last day before it")
  func evidenceStops() {
    var tried: [String: Int] = [:]
    for seed in 0..<6000 {
      var draft = HistoryDraft(seed: UInt64(seed))
      draft.alternatives = []
      forgetTheFuture(of: &draft)
      let replay = Replay(
        of: MemberHistories(of: draft.dataset, asOf: draft.asOf), under: draft.schedule)
      for task in replay.worklist(within: 4000) {
        #expect(replay.next(of: task.member) == task.consequence)
        for choice in 0..<6 {
          var changed = draft
          var used: [String] = []
          var isPossible = true
          for group in task.stoppedBy {
            for index in 0..<group.needed {
              let evidence = group.choices[(choice + index) % group.choices.count]
              used.append(evidence.code)
              isPossible =
                isPossible && changed.add(evidence, of: task.member, on: task.consequence.on - 1)
            }
          }
          guard isPossible, !used.isEmpty else { continue }
          for code in used { tried[code, default: 0] += 1 }
          changed.asOf = task.consequence.on
          let after = Replay(
            of: MemberHistories(of: changed.dataset, asOf: changed.asOf), under: draft.schedule)
          let spell = after.current(of: task.member)
          #expect(
            spell?.from != task.consequence.on || spell?.status != task.consequence.status,
            "history \(seed), m\(task.member), \(task.consequence), \(used)\n\(draft)")
        }
      }
    }
    #expect(tried.count >= 11, "\(tried)")
  }

  @Test("The table is soonest first and within the days asked for")
  func table() {
    var draft = HistoryDraft()
    draft.members = [
      .init(joined: on("2020-03-01"), firstPlanDue: nil),
      .init(joined: on("2020-02-01"), firstPlanDue: nil),
      .init(joined: on("2020-09-01"), firstPlanDue: nil),
    ]
    draft.asOf = on("2020-12-31")
    let data = draft.dataset
    let replay = Replay(of: MemberHistories(of: data, asOf: draft.asOf), under: .handbook)
    let table = replay.worklistTable(of: data, within: 61, threads: 2)
    #expect(table.columns.map(\.name) == ["member_id", "on", "becomes", "reasons", "stopped_by"])
    #expect(
      table.rows.map { $0.map(CSVText.text) } == [
        ["m1", "2021-02-02", "inactive", "no_first_plan", "plan_submitted|extension_granted"],
        ["m0", "2021-03-02", "inactive", "no_first_plan", "plan_submitted|extension_granted"],
      ])
    #expect(replay.worklist(within: 60).count == 1)
  }

  /// Drops every row that is not known on the as-of day.
  private func forgetTheFuture(of draft: inout HistoryDraft) {
    let day = draft.asOf
    draft.reports.removeAll { $0.on > day }
    draft.meetings.removeAll { $0.on > day }
    draft.assessments.removeAll { $0.on > day }
    draft.completed.removeAll { $0.on > day }
    draft.events.removeAll { $0.on > day }
    for index in draft.plans.indices where draft.plans[index].submitted > day {
      draft.plans[index].submitted = day + 20_000
    }
    for index in draft.commitments.indices {
      if draft.commitments[index].submitted > day {
        draft.commitments[index].submitted = day + 20_000
      }
      if let withdrawn = draft.commitments[index].withdrawn, withdrawn > day {
        draft.commitments[index].withdrawn = nil
      }
    }
  }
}

extension HistoryDraft {
  /// Files a piece of evidence; false where this history has no place for it.
  mutating func add(_ evidence: Evidence, of member: Int, on day: Day) -> Bool {
    func event(_ kind: EventKind, until: Day? = nil, _ requirement: Requirement? = nil) -> Event {
      Event(member: member, on: day, kind: kind, until: until, requirement: requirement)
    }
    let own = commitments.indices.filter {
      let plan = plans[commitments[$0].plan]
      return plan.members.contains(member) && commitments[$0].member ?? member == member
    }
    switch evidence {
    case .planSubmitted:
      plans.append(Plan(members: [member], submitted: day, starts: day, ends: day + 4000))
    case .extensionGranted: events.append(event(.extensionGranted, until: day + 400))
    case .trackerUpdate, .progressReport:
      guard let commitment = own.first else { return false }
      reports.append(
        Report(
          commitment: commitment, on: day, status: .inProgress,
          progress: evidence == .progressReport))
    case .coCreationStarted: events.append(event(.coCreationStarted))
    case .coCreationMeeting:
      meetings.append(Meeting(member: member, on: day, phase: .coCreation))
    case .resumed: events.append(event(.resumed))
    case .completionAssessment:
      guard let commitment = own.first else { return false }
      completed.append(Completed(commitment: commitment, on: day, completion: .substantial))
    case .requirementMet(let requirement): events.append(event(.requirementMet, requirement))
    case .voluntaryInactivity: events.append(event(.voluntaryInactivity, until: day + 400))
    }
    return true
  }
}
