import Membership
import Statistics
import Testing
import Warehouse

@testable import Simulation

@Suite("DecisionTallies")
struct DecisionTalliesTests {
  /// Two members whose quarters can be counted by hand.
  static let files = [
    "members.csv": """
    member_id,name,country,region,joined_on,cohort,first_plan_due_on
    A,Ay,ITA,europe,2020-01-15,first,
    B,Bee,ITA,europe,2023-06-01,second,
    """,
    "plans.csv": """
    plan_id,member_ids,submitted_on,starts_on,ends_on
    A1,A,2020-11-20,2020-12-01,2022-11-30
    A2,A,2023-05-10,2023-05-10,2025-05-09
    """,
    "commitments.csv": """
    commitment_id,plan_id,member_id,starts_on,ends_on,policy_areas,sectors
    A1-1,A1,,2020-12-01,2022-11-30,open_data,education
    """,
    "tracker.csv": """
    commitment_id,milestone_id,reported_on,status,progress,evidence
    A1-1,,2021-02-10,in_progress,yes,
    A1-1,,2021-05-10,in_progress,no,
    A1-1,,2021-11-05,in_progress,yes,
    A1-1,,2022-08-10,in_progress,yes,
    """,
    "inception_assessments.csv": """
    plan_id,submitted_on,forum,regularity,multi_stakeholder,endorsement
    A1,2021-01-20,no,yes,yes,yes
    """,
    "meetings.csv": """
    member_id,plan_id,held_on,phase,government,non_government
    A,,2023-04-20,co_creation,yes,yes
    """,
    "events.csv": """
    member_id,on,kind,until,requirement,note
    A,2021-03-25,requirement_met,,forum,
    A,2023-08-01,voluntary_inactivity,2023-09-15,,
    """,
  ]

  /// What A does in the fifteen quarters from 2020-Q2 to 2023-Q4: inactive from 2021-10-01 (the
  /// tracker stalled), 2022-07-01 (it was silent) and 2023-03-31 (no next plan).
  static let expected: [(String, String, Int, Int)] = [
    ("tracker_updated", "first_quarter", 1, 1), ("tracker_updated", "after_update", 1, 3),
    ("tracker_updated", "silent_1", 1, 2), ("tracker_updated", "silent_2", 1, 1),
    ("progress_made", "first_quarter", 1, 1), ("progress_made", "after_progress", 0, 1),
    ("progress_made", "after_stall", 2, 2),
    ("plan_submitted", "first_early", 0, 1), ("plan_submitted", "first_2_before", 0, 1),
    ("plan_submitted", "first_1_before", 1, 1), ("plan_submitted", "next_early", 0, 7),
    ("plan_submitted", "next_2_before", 0, 1), ("plan_submitted", "next_1_before", 0, 1),
    ("plan_submitted", "next_end", 0, 1), ("plan_submitted", "next_1_after", 0, 1),
    ("plan_submitted", "next_2_after", 1, 1),
    ("requirements_met", "assessment", 0, 1), ("requirements_mended", "same_quarter", 1, 1),
    ("activity_resumed", "newly_inactive", 0, 3), ("activity_resumed", "inactive", 1, 1),
    ("leave_taken", "active", 1, 14), ("leave_taken", "inactive", 0, 1),
    ("withdrawn", "active", 0, 14), ("withdrawn", "inactive", 0, 1),
  ]

  private func model(asOf: String = "2023-12-31") throws -> ProjectionModel {
    ProjectionModel(
      of: try ProjectionData.read(Self.files), asOf: try #require(Day(iso: asOf)),
      under: .handbook, threads: 1)
  }

  @Test("A member's quarters, counted by hand")
  func counted() throws {
    let model = try model()
    #expect(
      model.replay.spells(of: 0).filter { $0.status == .inactive }.map(\.from.description)
        == ["2021-10-01", "2022-07-01", "2023-03-31"])
    for (slot, (decision, context)) in DecisionSlot.all.enumerated() {
      let row = Self.expected.first { $0.0 == decision.name && $0.1 == context }
      #expect(
        model.members[0].tallies[slot] == Proportion(row?.2 ?? 0, of: row?.3 ?? 0),
        "\(decision.name) \(context)")
    }
  }

  @Test("Nothing after the as-of day is counted")
  func asOf() throws {
    let early = try model(asOf: "2021-09-30").members[0].tallies
    let slots = DecisionSlot.all.enumerated().filter { $0.element.decision == .trackerUpdated }
    #expect(slots.map { early[$0.offset].total } == [1, 2, 0, 0, 0, 0])
    #expect(try model(asOf: "2020-03-31").members[0].tallies == DecisionTallies())
  }

  @Test("Chances: all, cohort and member, each shrunk to the one above")
  func shrinking() throws {
    let model = try model()
    let situations = model.chances.situations
    for slot in DecisionSlot.range(of: .leaveTaken) {
      // (1 + ½) ÷ (17 + 1) of all situations together, then (x + that) ÷ (n + 1).
      let share = 1.5 / 18
      let all = situations[slot].all
      let chance = (Double(all.count) + share) / (Double(all.total) + 1)
      #expect(abs(situations[slot].allChance - chance) < 1e-15)
      let group = BetaBinomial(mean: chance, strength: situations[slot].cohortStrength)
      for (index, cohort) in situations[slot].cohorts.enumerated() {
        #expect(situations[slot].cohortChances[index] == group.shrunk(cohort))
      }
      let own = model.chances(of: 0)[slot]
      let mean = situations[slot].cohortChances[0]
      let rate = model.members[0].tallies[slot].share ?? mean
      #expect(min(mean, rate) <= own && own <= max(mean, rate))
    }
    #expect(model.chances.cohorts == ["first", "second"])
  }

  @Test("The tables print every estimate with what it is of")
  func tables() throws {
    let day = try #require(Day(iso: "2023-12-31"))
    let projection = try Projection(
      Projection.Plan(
        asOf: day, quarters: 1, replicates: 2, fixed: [.leaveTaken: 0.25]),
      of: ProjectionData.read(Self.files))
    let table = projection.estimateTable
    #expect(table.rows.count == 3 * DecisionSlot.count)
    let all = table.rows.filter { $0[2] == .empty }
    for row in Self.expected where row.0 != "plan_submitted" && row.1 != "active" {
      #expect(
        all.contains {
          $0[0] == .word(row.0) && $0[1] == .word(row.1) && $0[3] == .count(row.2)
            && $0[4] == .count(row.3)
        }, "\(row)")
    }
    for row in table.rows where row[0] == .word("leave_taken") {
      #expect(row[6] == .share(0.25) && row[7] == .share(0.25))
    }
    let own = projection.memberEstimateTable.rows
    #expect(own.filter { $0[0] == .text("A") }.count == Self.expected.count)
    #expect(own.allSatisfy { $0[5] != .count(0) })
  }
}
