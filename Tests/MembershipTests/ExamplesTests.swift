import Membership
import TestSupport
import Testing
import Warehouse

/// One rule of the handbook, a history that shows it, and the status it leads to.
struct Example: Sendable, CustomTestStringConvertible {
  let rule: String
  let history: @Sendable (inout HistoryDraft) -> Void
  let asOf: String
  let expected: [String]

  var testDescription: String { rule }
}

/// A day from its ISO text; the tests' own texts are days.
func on(_ text: String) -> Day { Day(iso: text) ?? Day.first }

@Suite("Examples from the handbook")
struct ExamplesTests {
  /// A member that joined on 15 January 2020, with a plan for 2020-07-01 to 2022-06-30 and one
  /// commitment.
  static func planned(_ draft: inout HistoryDraft) {
    draft.members = [.init(joined: on("2020-01-15"), firstPlanDue: nil)]
    draft.plans = [
      .init(
        members: [0], submitted: on("2020-06-20"), starts: on("2020-07-01"), ends: on("2022-06-30"))
    ]
    draft.commitments = [
      .init(
        plan: 0, member: nil, submitted: on("2020-06-20"), starts: on("2020-07-01"),
        ends: on("2022-06-30"))
    ]
  }

  static func joined(_ draft: inout HistoryDraft) {
    draft.members = [.init(joined: on("2020-01-15"), firstPlanDue: nil)]
  }

  /// Progress in the middle of each quarter that begins in a span of days.
  static func progress(_ draft: inout HistoryDraft, _ from: String, _ to: String) {
    for index in Quarter(containing: on(from)).index...Quarter(containing: on(to)).index {
      draft.reports.append(
        .init(
          commitment: 0, on: Quarter(index: index).firstDay + 40, status: .inProgress,
          progress: true))
    }
  }

  static let all: [Example] = [
    Example(
      rule: "§4.1 No first plan, then §4.2 probation after 6 months, revoked after 4 more",
      history: joined, asOf: "2022-01-01",
      expected: [
        "active 2020-01-15 2021-01-15", "inactive 2021-01-16 2021-07-16 no_first_plan",
        "probation 2021-07-17 2021-11-17 inactivity", "revoked 2021-11-18",
      ]),
    Example(
      rule: "§4.1 The Support Unit's own date, moved by an extension granted before it passed",
      history: {
        joined(&$0)
        $0.members[0].firstPlanDue = on("2020-06-30")
        $0.events = [
          .init(
            member: 0, on: on("2020-06-30"), kind: .extensionGranted, until: on("2020-09-30"),
            requirement: nil)
        ]
      }, asOf: "2020-12-31",
      expected: ["active 2020-01-15 2020-09-30", "inactive 2020-10-01 no_first_plan"]),
    Example(
      rule: "§4.1 An extension granted a day late does nothing",
      history: {
        joined(&$0)
        $0.members[0].firstPlanDue = on("2020-06-30")
        $0.events = [
          .init(
            member: 0, on: on("2020-07-01"), kind: .extensionGranted, until: on("2020-09-30"),
            requirement: nil)
        ]
      }, asOf: "2020-12-31",
      expected: ["active 2020-01-15 2020-06-30", "inactive 2020-07-01 no_first_plan"]),
    Example(
      rule: "§3.2, §4.1 A plan that ends on 31 October is followed by 28 February",
      history: {
        planned(&$0)
        $0.plans[0].ends = on("2021-10-31")
        progress(&$0, "2020-07-01", "2021-09-30")
      }, asOf: "2022-04-01",
      expected: ["active 2020-01-15 2022-02-28", "inactive 2022-03-01 no_next_plan"]),
    Example(
      rule: "§4.1 A plan submitted on the last day is in time, and a day later it is activity",
      history: {
        planned(&$0)
        $0.plans[0].ends = on("2021-10-31")
        progress(&$0, "2020-07-01", "2021-09-30")
        $0.plans.append(
          .init(
            members: [0], submitted: on("2022-03-01"), starts: on("2022-03-01"),
            ends: on("2023-10-31")))
      }, asOf: "2022-04-01", expected: ["active 2020-01-15"]),
    Example(
      rule: "§4.1 Two silent quarters are two stalled ones too; progress gives active back",
      history: {
        planned(&$0)
        progress(&$0, "2020-07-01", "2020-12-31")
        progress(&$0, "2021-07-01", "2021-09-30")
      }, asOf: "2021-10-31",
      expected: [
        "active 2020-01-15 2021-06-30",
        "inactive 2021-07-01 2021-08-09 tracker_silent;tracker_stalled", "active 2021-08-10",
      ]),
    Example(
      rule: "§4.1 Reports without progress are updates: only the stalled rule applies",
      history: {
        planned(&$0)
        $0.reports = ["2020-08-01", "2020-11-01"].map {
          .init(commitment: 0, on: on($0), status: .notStarted, progress: nil)
        }
      }, asOf: "2021-01-31",
      expected: ["active 2020-01-15 2020-12-31", "inactive 2021-01-01 tracker_stalled"]),
    Example(
      rule: "§4.1 After coming back, a member has two whole quarters again",
      history: {
        planned(&$0)
        $0.events = [
          .init(member: 0, on: on("2021-01-02"), kind: .resumed, until: nil, requirement: nil)
        ]
      }, asOf: "2021-12-31",
      expected: [
        "active 2020-01-15 2020-12-31",
        "inactive 2021-01-01 2021-01-01 tracker_silent;tracker_stalled",
        "active 2021-01-02 2021-09-30", "inactive 2021-10-01 tracker_silent;tracker_stalled",
      ]),
    Example(
      rule: "§4.1 A finished commitment binds no one to report from the next quarter on",
      history: {
        planned(&$0)
        $0.reports = [
          .init(commitment: 0, on: on("2020-09-30"), status: .finished, progress: nil)
        ]
      }, asOf: "2021-12-31", expected: ["active 2020-01-15"]),
    Example(
      rule: "§4.1 Voluntary inactivity stops the clock of a deadline that runs",
      history: {
        planned(&$0)
        $0.plans[0].ends = on("2021-06-30")
        progress(&$0, "2020-07-01", "2021-06-30")
        $0.events = [
          .init(
            member: 0, on: on("2021-07-11"), kind: .voluntaryInactivity, until: on("2021-08-09"),
            requirement: nil)
        ]
      }, asOf: "2022-01-31",
      expected: [
        "active 2020-01-15 2021-07-10", "inactive_voluntary 2021-07-11 2021-08-09",
        "active 2021-08-10 2021-11-29", "inactive 2021-11-30 no_next_plan",
      ]),
    Example(
      rule: "§4.2 Voluntary inactivity may last longer than six months",
      history: {
        joined(&$0)
        $0.events = [
          .init(
            member: 0, on: on("2020-02-01"), kind: .voluntaryInactivity, until: nil,
            requirement: nil)
        ]
      }, asOf: "2022-12-31",
      expected: ["active 2020-01-15 2020-01-31", "inactive_voluntary 2020-02-01"]),
    Example(
      rule: "§4.2 On the last day of the six months one can still ask for voluntary inactivity",
      history: {
        joined(&$0)
        $0.events = [
          .init(
            member: 0, on: on("2021-07-16"), kind: .voluntaryInactivity, until: nil,
            requirement: nil)
        ]
      }, asOf: "2022-01-01",
      expected: [
        "active 2020-01-15 2021-01-15", "inactive 2021-01-16 2021-07-15 no_first_plan",
        "inactive_voluntary 2021-07-16",
      ]),
    Example(
      rule: "§4.2 What fails on the last day of voluntary inactivity waits for the day after",
      history: {
        planned(&$0)
        // The same rules again: a day on which rules begin is looked at whatever happens.
        $0.reform = .handbook
        $0.effective = on("2020-08-20")
        $0.assessments = [.init(plan: 0, on: on("2020-08-20"), met: 0b1101)]
        $0.events = [
          .init(
            member: 0, on: on("2020-08-01"), kind: .voluntaryInactivity, until: on("2020-08-20"),
            requirement: nil)
        ]
      }, asOf: "2020-09-30",
      expected: [
        "active 2020-01-15 2020-07-31", "inactive_voluntary 2020-08-01 2020-08-20",
        "probation 2020-08-21 requirements",
      ]),
    Example(
      rule: "§3.3.1, §4.2 A requirement not met is probation until it is met",
      history: {
        planned(&$0)
        progress(&$0, "2020-07-01", "2020-12-31")
        $0.assessments = [.init(plan: 0, on: on("2020-08-20"), met: 0b1101)]
        $0.events = [
          .init(
            member: 0, on: on("2020-10-05"), kind: .requirementMet, until: nil,
            requirement: .regularity)
        ]
      }, asOf: "2020-12-31",
      expected: [
        "active 2020-01-15 2020-08-19", "probation 2020-08-20 2020-10-04 requirements",
        "active 2020-10-05",
      ]),
    Example(
      rule: "§4.2 Requirements not met within four months: revoked",
      history: {
        planned(&$0)
        progress(&$0, "2020-07-01", "2020-12-31")
        $0.assessments = [.init(plan: 0, on: on("2020-08-31"), met: 0b0111)]
      }, asOf: "2021-01-31",
      expected: [
        "active 2020-01-15 2020-08-30", "probation 2020-08-31 2020-12-31 requirements",
        "revoked 2021-01-01",
      ]),
    Example(
      rule: "§4.2 An inactive member that fails its requirements has two issues to settle",
      history: {
        planned(&$0)
        $0.assessments = [.init(plan: 0, on: on("2021-01-10"), met: 0)]
        $0.events = [
          .init(member: 0, on: on("2021-02-01"), kind: .resumed, until: nil, requirement: nil)
        ]
      }, asOf: "2021-03-01",
      expected: [
        "active 2020-01-15 2020-12-31",
        "inactive 2021-01-01 2021-01-09 tracker_silent;tracker_stalled",
        "probation 2021-01-10 inactivity;requirements",
      ]),
    Example(
      rule: "Withdrawn is final",
      history: {
        joined(&$0)
        $0.events = ["2020-05-05", "2020-06-06"].map {
          .init(member: 0, on: on($0), kind: .withdrew, until: nil, requirement: nil)
        }
      }, asOf: "2022-12-31", expected: ["active 2020-01-15 2020-05-04", "withdrawn 2020-05-05"]),
  ]

  @Test("Each rule leads to the status it should", arguments: all)
  func example(_ example: Example) {
    var draft = HistoryDraft()
    example.history(&draft)
    draft.asOf = on(example.asOf)
    let replay = Replay(
      of: MemberHistories(of: draft.dataset, asOf: draft.asOf), under: draft.schedule)
    let spells = replay.spells(of: 0).map { spell in
      [
        spell.status.code, spell.from.description, spell.to?.description ?? "",
        spell.reasons.codes.joined(separator: ";"),
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
    #expect(spells == example.expected)
    #expect(Disagreement.found(in: draft) == nil)
  }
}
