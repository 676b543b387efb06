import Foundation
import Membership
import Metrics
import TestSupport
import Testing
import Warehouse

@Suite("StarRule")
struct StarRuleTests {
  /// The three versions of the rule, the last one the default.
  static let versions: [(name: String, settings: [String])] = [
    ("1", ["star_min_specificity=never", "star_min_impact=moderate"]),
    ("2", ["star_min_impact=moderate"]), ("3", []),
  ]

  private func rule(_ version: Int) throws -> StarRule {
    StarRule(try RuleSet.handbook.setting(Self.versions[version - 1].settings))
  }

  /// What the IRM published, by row of the edition, and the facts that each row's labels give.
  private struct Edition {
    let rows: [[String: String]]
    let progress: [StarFacts.Fact]
    let final: [StarFacts.Fact]

    init() throws {
      let source = Shared.folder.appending(path: "data/irm-2016/commitments.csv")
      let text = String(decoding: try Data(contentsOf: source), as: UTF8.self)
      // The edition has no quoted cell.
      let lines = text.split(whereSeparator: \.isNewline)
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      let header = try #require(lines.first)
      rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
      let folder = Shared.packageRoot.appending(path: "datasets/irm-2016").path
      let dataset = try #require(try Dataset.load(path: folder).dataset)
      let ids = (0..<dataset.commitments.count).map { dataset.commitments.ids[$0] }
      #expect(ids == rows.map { $0["row_id"] })
      final = StarFacts(of: dataset, upTo: .last).commitments
      var byYear: [String: StarFacts] = [:]
      progress = try rows.enumerated().map { row, cells in
        let year = cells["report_publication_year_progress_report"] ?? ""
        // Rows without a year have no day of their own; none of them is published.
        guard let day = Day(iso: "\(year)-12-31") else { return StarFacts.Fact() }
        if byYear[year] == nil { byYear[year] = StarFacts(of: dataset, upTo: day) }
        return try #require(byYear[year]).commitments[row]
      }
    }

    /// Published and codable rows: what was published, and what the rule says.
    func compared(
      _ rule: StarRule, to column: String, facts: [StarFacts.Fact]
    ) -> [(id: String, published: Bool, outcome: StarOutcome)] {
      rows.indices.compactMap { row in
        guard let published = rows[row][column], ["0", "1"].contains(published),
          let outcome = rule.outcome(of: facts[row])
        else { return nil }
        return (rows[row]["row_id"] ?? "", published == "1", outcome)
      }
    }
  }

  @Test("The published stars of the 2016 edition come out, but for the five rows named")
  func published() throws {
    let edition = try Edition()
    for (version, column, codable, stars, except) in [
      (1, "starred_pre_june_2014_assessments", 752, 183, []),
      (2, "starred_2015_only", 841, 206, ["R0552", "R0556", "R0558", "R1231", "R1234"]),
      (3, "starred_current_formula_progress_report", 579, 28, []),
    ] as [(Int, String, Int, Int, [String])] {
      let rows = edition.compared(try rule(version), to: column, facts: edition.progress)
      #expect(rows.count == codable)
      #expect(rows.count { $0.published } == stars)
      #expect(rows.filter { $0.published != ($0.outcome == .star) }.map(\.id) == except)
      #expect(rows.allSatisfy { !except.contains($0.id) || $0.outcome == .star })
    }
    let final = edition.compared(
      try rule(3), to: "starred_current_formula_end_of_term", facts: edition.final)
    #expect(final.count == 54)
    #expect(final.filter { $0.published != ($0.outcome == .star) }.isEmpty)
  }

  @Test("From version 2 to version 3, where both are published, 28 keep the star and 122 lose it")
  func lastChange() throws {
    let edition = try Edition()
    let old = try rule(2)
    let new = try rule(3)
    var kept = 0
    var lost = 0
    var gained = 0
    for (row, cells) in edition.rows.enumerated() {
      let both = [cells["starred_2015_only"], cells["starred_current_formula_progress_report"]]
      guard both.allSatisfy({ $0 == "0" || $0 == "1" }),
        let before = old.outcome(of: edition.progress[row]),
        let after = new.outcome(of: edition.progress[row])
      else { continue }
      if before == .star, after == .star { kept += 1 }
      if before == .star, after != .star { lost += 1 }
      if before != .star, after == .star { gained += 1 }
    }
    #expect(kept == 28)
    #expect(lost == 122)
    #expect(gained == 0)
  }

  /// The outcome said plainly: every threshold missed, in order, of which the first counts.
  private func plain(_ rules: RuleSet, _ fact: StarFacts.Fact) -> StarOutcome? {
    guard let relevant = fact.relevant, let impact = fact.impact, let completion = fact.completion,
      completion != .noEvidence, rules.starMinSpecificity == nil || fact.specificity != nil
    else { return nil }
    var missed: [StarOutcome] = []
    if let asked = rules.starMinSpecificity, let specificity = fact.specificity,
      specificity.number < asked.number
    {
      missed.append(.specificity)
    }
    if !relevant { missed.append(.relevance) }
    if impact.number < rules.starMinImpact.number { missed.append(.impact) }
    if completion.number < rules.starMinCompletion.number { missed.append(.completion) }
    return missed.first ?? .star
  }

  @Test("The outcome is the first threshold missed, for every combination of values and rules")
  func everyCombination() throws {
    var facts: [StarFacts.Fact] = []
    for specificity in [nil] + Specificity.allCases.map(Optional.some) {
      for impact in [nil] + PotentialImpact.allCases.map(Optional.some) {
        for completion in [nil] + Completion.allCases.map(Optional.some) {
          for relevant in [nil, false, true] {
            var fact = StarFacts.Fact()
            fact.specificity = specificity
            fact.impact = impact
            fact.completion = completion
            fact.relevant = relevant
            facts.append(fact)
          }
        }
      }
    }
    for asked in ["never"] + CodeList.specificity.codes {
      for least in CodeList.potentialImpact.codes {
        for done in CodeList.completion.codes {
          let rules = try RuleSet.handbook.setting([
            "star_min_specificity=\(asked)", "star_min_impact=\(least)",
            "star_min_completion=\(done)",
          ])
          let rule = StarRule(rules)
          let wrong = facts.filter { rule.outcome(of: $0) != plain(rules, $0) }
          #expect(wrong.isEmpty)
        }
      }
    }
  }
}
