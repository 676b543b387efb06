import Foundation
import Membership
import Metrics
import Simulation
import TestSupport
import Testing
import Warehouse

@Suite("StarSimulation")
struct StarSimulationTests {
  private func edition() throws -> Dataset {
    let folder = Shared.packageRoot.appending(path: "datasets/irm-2016").path
    return try #require(try Dataset.load(path: folder).dataset)
  }

  private func text(_ table: ResultTable) -> [[String]] {
    table.rows.map { $0.map(CSVText.text) }
  }

  @Test("Counts and commitments are those of the rule applied to each commitment")
  func counts() throws {
    let dataset = try edition()
    let asOf = try #require(dataset.defaultAsOf)
    let baseline = try RuleSet.handbook.setting(["star_min_impact=moderate"])
    let grid = try ScenarioGrid(
      reform: .handbook,
      sweeps: [
        SweptParameter("star_min_specificity=medium,never"),
        SweptParameter("star_min_completion=complete,substantial"),
      ])
    let facts = StarFacts(of: dataset, upTo: asOf).commitments
    for effective in [nil, Day(iso: "2014-12-31"), Day(iso: "2015-01-01"), Day.last] {
      let simulation = StarSimulation(
        of: dataset, asOf: asOf, baseline: baseline, scenarios: grid, effective: effective)
      var rows: [[String]] = []
      var differing: [[String]] = []
      for scenario in 0..<grid.count {
        let old = StarRule(baseline)
        let new = StarRule(grid.rules(of: scenario))
        var now = [0, 0]
        var before = [0, 0]
        for (commitment, fact) in facts.enumerated() {
          let isNew = effective.map { $0 <= fact.assessedOn ?? .first } ?? true
          let outcomes = [old.outcome(of: fact), (isNew ? new : old).outcome(of: fact)]
          let words = outcomes.map { $0.map { $0 == .star ? "yes" : "no" } ?? "" }
          if words[0] == "yes" { before[0] += 1 }
          if words[0] == "no" { before[1] += 1 }
          if words[1] == "yes" { now[0] += 1 }
          if words[1] == "no" { now[1] += 1 }
          if words[0] != words[1] {
            differing.append(
              [grid.name(of: scenario), dataset.commitments.ids[commitment]] + words)
          }
        }
        for (place, word) in ["yes", "no"].enumerated() {
          rows.append([
            grid.name(of: scenario), word, "\(now[place])", "\(before[place])",
            "\(now[place] - before[place])",
          ])
        }
      }
      #expect(text(simulation.table()) == rows)
      #expect(text(simulation.commitmentsTable(of: dataset)) == differing)
    }
  }

  @Test("An identity reform changes nothing, and parts of the members add up to all")
  func identityAndParts() throws {
    let dataset = try edition()
    let asOf = try #require(dataset.defaultAsOf)
    let grid = try ScenarioGrid(reform: .handbook)
    let whole = StarSimulation(of: dataset, asOf: asOf, baseline: .handbook, scenarios: grid)
    #expect(whole.commitmentsTable(of: dataset).rows.isEmpty)
    #expect(whole.baselineCounts == whole.scenarioCounts[0])
    var yes = 0
    var no = 0
    for part in 1...7 {
      let counts = StarSimulation(
        of: dataset, asOf: asOf, baseline: .handbook, scenarios: grid,
        shard: try Shard("\(part)/7")
      ).baselineCounts
      yes += counts.yes
      no += counts.no
    }
    #expect(yes == whole.baselineCounts.yes)
    #expect(no == whole.baselineCounts.no)
    #expect(yes > 20)
  }
}
