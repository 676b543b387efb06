public import Membership
import Metrics
public import Warehouse

/// Which commitments would have a star, under other rules: `simulate --outcome stars`.
///
/// Each scenario counts its own population (readings.md 56): where specificity is not asked, a
/// commitment needs none. With a first day for the reform, the rule in force on the day of the
/// commitment's latest completion assessment decides.
public struct StarSimulation: Sendable {
  /// The rules compared.
  public let scenarios: ScenarioGrid
  private let baseline: StarRule
  private let effective: Day?
  private let facts: [StarFacts.Fact]
  /// The commitments counted, as rows of the commitments table.
  private let commitments: [Int]
  /// How many commitments have the same facts.
  private let classes: [(fact: StarFacts.Fact, count: Int)]

  /// Finds the facts of every commitment.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - asOf: The last day whose assessments and reviews count.
  ///   - baseline: The rules compared with.
  ///   - scenarios: The reform, or the swept combinations on top of it.
  ///   - effective: The reform's first day; `nil`: it holds throughout.
  ///   - shard: Which commitments are counted: those whose plan lists as its first member one of
  ///     this part.
  public init(
    of dataset: Dataset, asOf: Day, baseline: RuleSet, scenarios: ScenarioGrid,
    effective: Day? = nil, shard: Shard = .whole
  ) {
    self.scenarios = scenarios
    self.baseline = StarRule(baseline)
    self.effective = effective
    let facts = StarFacts(of: dataset, upTo: asOf).commitments
    self.facts = facts
    commitments = facts.indices.filter { commitment in
      let members = dataset.plans.members[Int(dataset.commitments.plans[commitment])]
      return members.first.map { shard.contains(Int($0), of: dataset) } ?? false
    }
    classes = Self.classes(commitments.map { facts[$0] }, effective: effective)
  }

  /// Facts that no rule tells apart, with how many commitments have them.
  private static func classes(
    _ facts: [StarFacts.Fact], effective: Day?
  ) -> [(fact: StarFacts.Fact, count: Int)] {
    var places: [Key: Int] = [:]
    var classes: [(fact: StarFacts.Fact, count: Int)] = []
    for fact in facts where fact.assessedOn != nil {
      let key = Key(
        specificity: fact.specificity, relevant: fact.relevant, impact: fact.impact,
        completion: fact.completion,
        isReformed: reformed(fact, effective))
      if let place = places[key] {
        classes[place].count += 1
      } else {
        places[key] = classes.count
        classes.append((fact, 1))
      }
    }
    return classes
  }

  private struct Key: Hashable {
    let specificity: Specificity?
    let relevant: Bool?
    let impact: PotentialImpact?
    let completion: Completion?
    let isReformed: Bool
  }

  /// Whether the reform was in force on the day of a commitment's latest completion assessment.
  private static func reformed(_ fact: StarFacts.Fact, _ effective: Day?) -> Bool {
    guard let effective, let day = fact.assessedOn else { return true }
    return day >= effective
  }

  /// Whether a commitment has a star in a scenario; `nil` outside its population.
  private func isStarred(_ fact: StarFacts.Fact, _ rule: StarRule) -> Bool? {
    (Self.reformed(fact, effective) ? rule : baseline).outcome(of: fact).map { $0 == .star }
  }

  /// How many commitments of a population have a star, and how many have none.
  public struct Counts: Hashable, Sendable {
    /// With a star.
    public internal(set) var yes = 0
    /// In the population, without a star.
    public internal(set) var no = 0
  }

  private func counts(_ rule: StarRule) -> Counts {
    var counts = Counts()
    for (fact, count) in classes {
      switch isStarred(fact, rule) {
      case true: counts.yes += count
      case false: counts.no += count
      case nil: continue
      }
    }
    return counts
  }

  /// The counts under the baseline.
  public var baselineCounts: Counts { counts(baseline) }

  /// The counts of every scenario, in order.
  ///
  /// - Complexity: O(scenarios); each different rule is applied once.
  public var scenarioCounts: [Counts] {
    var known: [StarRule: Counts] = [:]
    return (0..<scenarios.count).map { scenario in
      let rule = StarRule(scenarios.rules(of: scenario))
      if let counts = known[rule] { return counts }
      let counts = counts(rule)
      known[rule] = counts
      return counts
    }
  }

  /// One row a scenario and outcome.
  ///
  /// - Returns: `scenario,starred,commitments,baseline_commitments,difference`; rows yes, no.
  public func table() -> ResultTable {
    let before = baselineCounts
    var rows: [[ResultTable.Cell]] = []
    for (scenario, counts) in scenarioCounts.enumerated() {
      let name = ResultTable.Cell.word(scenarios.name(of: scenario))
      for (word, now, then) in [("yes", counts.yes, before.yes), ("no", counts.no, before.no)] {
        rows.append([name, .word(word), .count(now), .count(then), .count(now - then)])
      }
    }
    return ResultTable(
      name: "simulate_stars",
      columns: [
        ResultTable.Column("scenario", .label), ResultTable.Column("starred", .label),
        ResultTable.Column("commitments", .count),
        ResultTable.Column("baseline_commitments", .count),
        ResultTable.Column("difference", .count),
      ], rows: rows)
  }

  /// One row a scenario and commitment whose outcome differs, in the data's order.
  ///
  /// - Parameter dataset: The dataset simulated.
  /// - Returns: `scenario,commitment_id,baseline_starred,starred`: yes, no, or empty outside the
  ///   population.
  public func commitmentsTable(of dataset: Dataset) -> ResultTable {
    func cell(_ isStarred: Bool?) -> ResultTable.Cell {
      isStarred.map { .word($0 ? "yes" : "no") } ?? .empty
    }
    var rows: [[ResultTable.Cell]] = []
    for scenario in 0..<scenarios.count {
      let name = ResultTable.Cell.word(scenarios.name(of: scenario))
      let rule = StarRule(scenarios.rules(of: scenario))
      for commitment in commitments {
        let before = isStarred(facts[commitment], baseline)
        let now = isStarred(facts[commitment], rule)
        guard before != now else { continue }
        rows.append([name, .text(dataset.commitments.ids[commitment]), cell(before), cell(now)])
      }
    }
    return ResultTable(
      name: "simulate_star_commitments",
      columns: [
        ResultTable.Column("scenario", .label), ResultTable.Column("commitment_id", .label),
        ResultTable.Column("baseline_starred", .label), ResultTable.Column("starred", .label),
      ], rows: rows)
  }
}
