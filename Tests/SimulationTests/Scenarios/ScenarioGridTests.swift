import Membership
import Simulation
import Testing

@Suite("ScenarioGrid")
struct ScenarioGridTests {
  private func error(_ sweeps: [String], reform: [String] = []) throws -> SweepError {
    try #require(throws: SweepError.self) {
      _ = try ScenarioGrid(
        reform: try RuleSet.handbook.setting(reform), sweeps: sweeps.map { try SweptParameter($0) })
    }
  }

  @Test(
    "Ranges and values may be mixed, in any order; what comes again counts once",
    arguments: [
      ("silent_quarters=1..4", ["1", "2", "3", "4"]),
      ("silent_quarters=7", ["7"]),
      ("plan_gap_months=1..3,never", ["1", "2", "3", "never"]),
      ("plan_gap_months=never,2,1..3", ["never", "2", "1", "3"]),
      (" plan_gap_months = 02 , 3 .. 4", ["2", "3", "4"]),
      ("star_min_impact=minor..transformative", ["minor", "moderate", "transformative"]),
      ("star_min_specificity=never,low..medium", ["never", "low", "medium"]),
    ])
  func values(text: String, expected: [String]) throws {
    #expect(try SweptParameter(text).values == expected)
  }

  @Test(
    "What is no range of the parameter is refused, with what to write instead",
    arguments: [
      ("silent_quarters", "is not NAME=RANGE"),
      ("silent_quarter=1..2", "did you mean 'silent_quarters'"),
      ("silent_quarters=", "'' is not a whole number"),
      ("silent_quarters=0..2", "'0' is not a whole number from 1"),
      ("silent_quarters=3..1", "'3..1' is no range"),
      ("silent_quarters=1..never", "'1..never' is no range"),
      ("silent_quarters=1...3", "'.3' is not a whole number"),
      ("silent_quarters=1,,2", "'' is not a whole number"),
      ("silent_quarters=1..2000000000", "more than"),
      ("min_met=never", "'never' is not a whole number"),
      ("min_met=0..5", "'5' is not a whole number from 0 to 4"),
      ("plan_gap_months=1201", "from 0 to 1200 or never"),
      ("star_min_impact=never", "'never' is not one of"),
      ("star_min_impact=transformative..none", "is no range"),
      ("required=forum", "is a list and cannot be swept"),
      ("max_commitments=1..2", "is a list and cannot be swept"),
    ])
  func refusals(text: String, words: String) throws {
    let said = try error([text]).description
    #expect(said.contains(words), "\(said)")
  }

  @Test("The first sweep varies slowest, and names stand in the order given")
  func names() throws {
    let grid = try ScenarioGrid(
      reform: .handbook,
      sweeps: ["silent_quarters=2,1", "plan_gap_months=3,never"].map { try SweptParameter($0) })
    #expect(
      (0..<grid.count).map(grid.name) == [
        "silent_quarters=2 plan_gap_months=3", "silent_quarters=2 plan_gap_months=never",
        "silent_quarters=1 plan_gap_months=3", "silent_quarters=1 plan_gap_months=never",
      ])
    for scenario in 0..<grid.count {
      let settings = grid.name(of: scenario).split(separator: " ").map(String.init)
      #expect(try grid.rules(of: scenario) == RuleSet.handbook.setting(settings))
    }
    let alone = try ScenarioGrid(reform: .handbook)
    #expect(alone.count == 1)
    #expect(alone.name(of: 0) == "reform")
    #expect(alone.rules(of: 0) == .handbook)
  }

  @Test("A combination that is no rule set, a parameter twice and too large a grid are refused")
  func combinations() throws {
    #expect(
      try error(["min_met=1..4"], reform: ["required=forum,endorsement", "min_met=1"])
        == .tooManyRequired(minMet: 4, required: 2))
    #expect(try error(["min_met=1", "min_met=2"]) == .twice(.minMet))
    #expect(
      try error(["plan_gap_months=0..1200", "inactive_months=0..1200", "probation_months=0..9"])
        == .tooMany(most: ScenarioGrid.most))
    // A reform whose own min_met does not fit is one where the sweep sets another.
    let required = try RuleSet.handbook.setting(.required, to: "forum")
    #expect(throws: Never.self) {
      try ScenarioGrid(reform: required, sweeps: [SweptParameter("min_met=0..1")])
    }
    #expect(throws: SweepError.tooManyRequired(minMet: 4, required: 1)) {
      try ScenarioGrid(reform: required, sweeps: [SweptParameter("plan_gap_months=0..1")])
    }
  }
}
