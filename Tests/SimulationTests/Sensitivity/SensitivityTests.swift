import Foundation
import Membership
import Simulation
import Statistics
import TestSupport
import Testing
import Warehouse

@Suite("Sensitivity")
struct SensitivityTests {
  private func demo() throws -> (Dataset, MemberHistories) {
    let folder = Shared.packageRoot.appending(path: "datasets/demo").path
    let dataset = try #require(try Dataset.load(path: folder).dataset)
    return (dataset, MemberHistories(of: dataset, asOf: try #require(dataset.defaultAsOf)))
  }

  private func grid(_ sweeps: [String]) throws -> ScenarioGrid {
    try ScenarioGrid(reform: .handbook, sweeps: sweeps.map { try SweptParameter($0) })
  }

  private func number(_ cell: ResultTable.Cell) -> Int {
    if case .count(let number) = cell { return number }
    return Int.min
  }

  @Test("Parts add up to the variance, and are those of means taken one parameter at a time")
  func parts() throws {
    let (_, histories) = try demo()
    let scenarios = try grid([
      "probation_months=never,2,4", "silent_quarters=1..4", "inception_months=1,2",
    ])
    let simulation = try StatusSimulation(of: histories, baseline: .handbook, scenarios: scenarios)
    let table = simulation.sensitivity.table()
    #expect(
      table.columns.map(\.name) == [
        "status", "parameter", "with", "numerator", "denominator", "share", "total_numerator",
        "total_share",
      ])
    #expect(table.rows.count == 6 * 7)
    let texts = table.rows.map { $0.map(CSVText.text) }
    var varied = 0
    for status in Status.allCases {
      let rows = table.rows.filter { CSVText.text($0[0]) == status.code }
      let denominator = number(rows[0][4])
      #expect(rows.reduce(0) { $0 + number($1[3]) } == denominator)
      // The plain definition, in fractions of N².
      let counts = (0..<scenarios.count).map { simulation.counts(of: $0)[status.number] }
      let sum = counts.reduce(0, +)
      let size = scenarios.count
      #expect(denominator == size * counts.reduce(0) { $0 + $1 * $1 } - sum * sum)
      if denominator > 0 { varied += 1 }
      for (factor, sweep) in scenarios.sweeps.enumerated() {
        let groups = sweep.values.map { value in
          (0..<size).filter { scenarios.name(of: $0).contains("\(sweep.parameter.name)=\(value)") }
            .reduce(0) { $0 + counts[$1] }
        }
        let own = groups.count * groups.reduce(0) { $0 + $1 * $1 } - sum * sum
        #expect(number(rows[factor][3]) == own)
        let pairs = rows.filter { row in
          let names = [CSVText.text(row[1]), CSVText.text(row[2])]
          return names.contains(sweep.parameter.name)
        }
        // Three parameters: everything a parameter is in are itself, its pairs and all three.
        let total = pairs.reduce(0) { $0 + number($1[3]) } + number(rows[6][3])
        #expect(number(rows[factor][6]) == total)
      }
      // No status depends on the third parameter.
      #expect(number(rows[2][3]) == 0)
      #expect(number(rows[2][6]) == 0)
    }
    #expect(varied >= 4)
    #expect(texts[6][1...2] == ["higher_orders", ""])
    #expect(texts[3][1...2] == ["probation_months", "silent_quarters"])
  }

  @Test("Where nothing varies there are no shares")
  func constant() throws {
    let (_, histories) = try demo()
    let simulation = try StatusSimulation(
      of: histories, baseline: .handbook, scenarios: grid(["inception_months=1,2"]))
    let rows = simulation.sensitivity.table().rows.map { $0.map(CSVText.text) }
    #expect(
      rows.map { Array($0[1...]) }
        == Array(
          repeating: ["inception_months", "", "0", "0", "", "0", ""], count: 6))
  }
}
