import Foundation
import Membership
import Simulation
import Statistics
import TestSupport
import Testing
import Warehouse

@Suite("ReformSplit")
struct ReformSplitTests {
  private func load(_ name: String) throws -> Dataset {
    let folder = Shared.packageRoot.appending(path: "datasets/\(name)").path
    return try #require(try Dataset.load(path: folder).dataset)
  }

  private static func orders(_ items: [String]) -> [[String]] {
    guard !items.isEmpty else { return [[]] }
    return items.indices.flatMap { place in
      var rest = items
      let first = rest.remove(at: place)
      return orders(rest).map { [first] + $0 }
    }
  }

  @Test("A part's share is its effect averaged over every order, replayed one by one")
  func everyOrder() throws {
    let dataset = try load("demo")
    let asOf = try #require(dataset.defaultAsOf)
    let histories = MemberHistories(of: dataset, asOf: asOf)
    let baseline = try RuleSet.handbook.setting(["inactive_months=8"])
    for (changes, effective) in [
      (["plan_gap_months=2", "silent_quarters=3", "inactive_months=4", "probation_months=3"], nil),
      (["required=forum,regularity,endorsement", "min_met=3", "silent_quarters=never"], nil),
      (["required=forum,regularity", "min_met=2"], Day(iso: "2022-05-17")),
      ([], nil),
    ] as [([String], Day?)] {
      let reform = try baseline.setting(changes)
      let split = try ReformSplit(
        of: histories, baseline: baseline, reform: reform, effective: effective, threads: 2)
      var parts = changes
      // `required` alone would ask for four of fewer.
      if changes.first?.hasPrefix("required") == true {
        parts = ["\(changes[0]) \(changes[1])"] + changes.dropFirst(2)
      }
      var sums = [String: [Int]](
        uniqueKeysWithValues: parts.map { ($0, [Int](repeating: 0, count: 6)) })
      var known: [[String]: [Int]] = [:]
      func counts(_ settings: [String]) throws -> [Int] {
        if let counts = known[settings.sorted()] { return counts }
        var rules = baseline
        for setting in settings.flatMap({ $0.split(separator: " ") }) {
          let sides = setting.split(separator: "=").map(String.init)
          rules = try rules.setting(Parameter(named: sides[0]), to: sides[1])
        }
        let replay = Replay(
          of: histories,
          under: RuleSchedule(baseline: baseline, reform: rules, effective: effective))
        var counts = [Int](repeating: 0, count: 6)
        for member in 0..<replay.memberCount {
          if let spell = replay.current(of: member) { counts[spell.status.number] += 1 }
        }
        known[settings.sorted()] = counts
        return counts
      }
      for order in Self.orders(parts) {
        for (place, part) in order.enumerated() {
          let before = try counts(Array(order[..<place]))
          let after = try counts(Array(order[...place]))
          for status in 0..<6 { sums[part]?[status] += after[status] - before[status] }
        }
      }
      let names = parts.map { part in
        part.split(separator: " ").map { String($0.prefix { $0 != "=" }) }.joined(separator: "+")
      }
      #expect(Set(split.parts.map(\.name)) == Set(names))
      #expect(split.idleParts.isEmpty)
      for (name, part) in zip(names, parts) {
        let place = try #require(split.parts.firstIndex { $0.name == name })
        #expect(split.outcomes.map { $0.split.numerators[place] } == sums[part])
      }
      let rows = split.table().rows
      #expect(rows.count == (parts.count + 1) * 6)
      for status in 0..<6 {
        let numerators = stride(from: status, to: rows.count, by: 6).map { row -> Int in
          if case .count(let number) = rows[row][4] { return number }
          return Int.min
        }
        #expect(numerators.dropLast().reduce(0, +) == numerators.last)
      }
    }
  }

  @Test("Parts that nothing depends on are listed with no effect")
  func idle() throws {
    let dataset = try load("demo")
    let histories = MemberHistories(of: dataset, asOf: try #require(dataset.defaultAsOf))
    let reform = try RuleSet.handbook.setting(["inception_months=5", "silent_quarters=1"])
    let split = try ReformSplit(of: histories, baseline: .handbook, reform: reform)
    #expect(split.parts.map(\.name) == ["silent_quarters"])
    #expect(split.idleParts.map(\.name) == ["inception_months"])
    let rows = split.table().rows.map { $0.map(CSVText.text) }
    #expect(rows[0][0...2] == ["silent_quarters", "2", "1"])
    #expect(rows[6..<12].allSatisfy { $0[0] == "inception_months" && $0[6] == "0.0" })
  }

  @Test("Stars: the two changes of the rule between version 1 and version 3")
  func stars() throws {
    let dataset = try load("irm-2016")
    let asOf = try #require(dataset.defaultAsOf)
    let first = try RuleSet.handbook.setting([
      "star_min_specificity=never", "star_min_impact=moderate",
    ])
    let split = ReformSplit(starsOf: dataset, asOf: asOf, baseline: first, reform: .handbook)
    #expect(split.parts.map(\.name) == ["star_min_specificity", "star_min_impact"])
    let yes = split.outcomes[0]
    #expect(yes.split.denominator == 2)
    #expect(yes.split.numerators.reduce(0, +) == 2 * (yes.counts[3] - yes.counts[0]))
    let grid = try ScenarioGrid(
      reform: .handbook,
      sweeps: [
        SweptParameter("star_min_specificity=never,medium"),
        SweptParameter("star_min_impact=moderate,transformative"),
      ])
    let counts = StarSimulation(of: dataset, asOf: asOf, baseline: first, scenarios: grid)
      .scenarioCounts.map(\.yes)
    #expect(yes.counts == [counts[0], counts[2], counts[1], counts[3]])
    #expect(yes.split.numerators[1] == counts[1] - counts[0] + counts[3] - counts[2])
  }
}
