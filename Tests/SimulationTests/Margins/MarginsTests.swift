import Membership
import Simulation
import TestSupport
import Testing
import Warehouse

@Suite("Margins")
struct MarginsTests {
  /// Numbers tried one by one; no awkward history is so long that a higher number changes it more
  /// than these, but for months, which are looked at up to what they can change.
  static let most = 130

  @Test("The nearest value is the one found by trying all values, on awkward histories")
  func nearest() throws {
    for seed in 0..<Volume.of(1500, inDebug: 25) {
      let draft = HistoryDraft(seed: UInt64(seed))
      let histories = MemberHistories(of: draft.dataset, asOf: draft.asOf)
      let margins = try Margins(of: histories, under: draft.schedule).margins
      let rules = draft.reform ?? draft.baseline
      var sweep = StatusSweep(of: histories)
      let joined = draft.members.indices.filter { histories.hasJoined($0) }
      #expect(margins.map(\.member) == joined.flatMap { [$0, $0, $0, $0, $0, $0, $0] })
      var statuses: [Int: [String: Status]] = [:]
      for threshold in Threshold.allCases {
        let parameter = threshold.parameter
        var values = (0...Self.most).map { "\($0)" }
        if parameter.unit == .quarters { values.removeFirst() }
        if threshold == .minMet { values = (0...rules.required.size).map { "\($0)" } }
        if parameter.allowsNever { values.append("never") }
        for member in joined { statuses[member] = [:] }
        for value in values {
          let varied = try rules.setting(parameter, to: value)
          let schedule =
            draft.reform == nil
            ? RuleSchedule(varied)
            : RuleSchedule(baseline: draft.baseline, reform: varied, effective: draft.effective)
          for member in joined {
            statuses[member]?[value] =
              sweep.last(of: member, under: CompiledSchedule(schedule))?
              .status
          }
        }
        for margin in margins where margin.parameter == parameter {
          let all = try #require(statuses[margin.member])
          let own = rules.text(of: parameter)
          #expect(margin.status == all[own])
          let wanted = Self.nearest(all, to: own, among: values)
          let found = margin.change.map { $0.value.map { "\($0)" } ?? "never" }
          #expect(found == wanted, "history \(seed), m\(margin.member), \(parameter.name)=\(own)")
          #expect(margin.change?.status == wanted.flatMap { all[$0] })
        }
      }
    }
  }

  /// The nearest value with another status: never last, of two as near the higher.
  private static func nearest(
    _ statuses: [String: Status], to own: String, among values: [String]
  ) -> String? {
    let others = values.filter { statuses[$0] != statuses[own] }
    guard let number = Int(own) else { return others.last { $0 != "never" } }
    let numbers = others.compactMap { Int($0) }
    let nearest = numbers.min { left, right in
      (abs(left - number), -left) < (abs(right - number), -right)
    }
    return nearest.map { "\($0)" } ?? others.first { $0 == "never" }
  }

  @Test("So many days later or earlier is another status, and no day fewer")
  func missedBy() throws {
    var looked = 0
    for seed in 0..<Volume.of(3000, inDebug: 60) {
      let draft = HistoryDraft(seed: UInt64(seed))
      let histories = MemberHistories(of: draft.dataset, asOf: draft.asOf)
      var sweep = MarginSweep(of: histories, under: draft.schedule)
      for margin in try Margins(of: histories, under: draft.schedule).margins {
        let threshold = try #require(Threshold(margin.parameter))
        guard let change = margin.change else { continue }
        guard threshold.countsMonths, let value = margin.value else {
          if let value = margin.value, let other = change.value {
            #expect(change.missedBy == abs(other - value))
          } else {
            #expect(change.missedBy == nil)
          }
          continue
        }
        guard let missed = change.missedBy, missed <= 400 else { continue }
        looked += 1
        let isLater = change.value.map { $0 > value } ?? true
        for days in 0...missed {
          let answer = sweep.play(
            margin.member, threshold, shiftedBy: Int32(isLater ? days : -days))
          #expect(
            (answer?.status != margin.status) == (days == missed),
            "history \(seed), m\(margin.member), \(threshold), \(days) of \(missed) days")
        }
      }
    }
    #expect(looked > 40)
  }

  /// One member with a plan to the end of June 2021, and another submitted on a later day.
  private func draft(next: String?) throws -> HistoryDraft {
    var draft = HistoryDraft()
    let joined = try #require(Day(iso: "2019-01-10"))
    draft.members = [HistoryDraft.Member(joined: joined, firstPlanDue: nil)]
    draft.plans = [
      HistoryDraft.Plan(
        members: [0], submitted: try #require(Day(iso: "2019-06-01")),
        starts: try #require(Day(iso: "2019-07-01")), ends: try #require(Day(iso: "2021-06-30")))
    ]
    if let next {
      let day = try #require(Day(iso: next))
      draft.plans.append(
        HistoryDraft.Plan(members: [0], submitted: day, starts: day, ends: day + 700))
    }
    draft.asOf = try #require(Day(iso: "2021-12-15"))
    return draft
  }

  private func rows(_ draft: HistoryDraft) throws -> [[String]] {
    let histories = MemberHistories(of: draft.dataset, asOf: draft.asOf)
    return try Margins(of: histories, under: draft.schedule).table(of: draft.dataset)
      .rows.map { $0.map(CSVText.text) }
  }

  @Test("No next plan by the deadline: the table says what would have helped, and by how much")
  func examples() throws {
    let table = try rows(draft(next: nil))
    // Due by 30 October; on 15 December that is 46 days ago. Inactive since 31 October: probation
    // with one month of patience, had the limit ended a day before the as-of day at the latest.
    // A first plan too late would have made it inactive for a while, and active again by that plan.
    #expect(
      table == [
        ["m0", "first_plan_months", "12", "", "inactive", "", "", "days"],
        ["m0", "plan_gap_months", "4", "6", "inactive", "active", "46", "days"],
        ["m0", "stalled_quarters", "2", "", "inactive", "", "", "quarters"],
        ["m0", "silent_quarters", "2", "", "inactive", "", "", "quarters"],
        ["m0", "inactive_months", "6", "1", "inactive", "probation", "137", "days"],
        ["m0", "min_met", "4", "", "inactive", "", "", "count"],
        ["m0", "probation_months", "4", "", "inactive", "", "", "days"],
      ])
    let late = try rows(draft(next: "2021-11-11"))
    #expect(late[1] == ["m0", "plan_gap_months", "4", "", "active", "", "", "days"])
  }
}
