public import Membership
public import Statistics
public import Warehouse

/// The effect of a reform of several parts, split among them: `simulate --shapley`.
///
/// A part's share is its effect averaged over every order in which the parts could be brought in
/// (``Statistics/ShapleySplit``), in whole numbers over the number of orders; the shares of all
/// parts add up to the effect of the reform. Every set of parts is replayed. Parts that no outcome
/// depends on have no effect and no place in the orders.
public struct ReformSplit: Sendable {
  /// The split of one outcome.
  public struct Outcome: Sendable {
    /// Which outcome: a status, or whether starred.
    public let cell: ResultTable.Cell
    /// The count with every set of the parts that matter: at the number whose bit i says whether
    /// part i is in it.
    public let counts: [Int]
    /// The split of the effect among them.
    public let split: ShapleySplit
  }

  /// The parts that outcomes depend on, in the order of the parameters.
  public let parts: [ReformPart]
  /// The parts that no outcome depends on.
  public let idleParts: [ReformPart]
  /// One for each outcome.
  public let outcomes: [Outcome]
  private let column: String

  private init(
    _ parts: [ReformPart], idle: [ReformPart], column: String,
    outcomes: [(cell: ResultTable.Cell, counts: [Int])]
  ) {
    self.parts = parts
    idleParts = idle
    self.column = column
    self.outcomes = outcomes.map { cell, counts in
      Outcome(cell: cell, counts: counts, split: ShapleySplit(values: counts))
    }
  }

  /// Splits a reform's effect on the number of members of each status.
  ///
  /// - Parameters:
  ///   - histories: What the rules can see.
  ///   - baseline: The rules compared with; before the reform's first day they hold whatever parts
  ///     are in.
  ///   - reform: The reform.
  ///   - effective: The reform's first day; `nil`: it holds throughout.
  ///   - members: Rows of the members table to count; `nil`: all.
  ///   - threads: On how many threads; the result does not depend on it.
  ///   - control: How the run is followed and stopped.
  /// - Throws: ``RunCancelled``.
  public init(
    of histories: MemberHistories, baseline: RuleSet, reform: RuleSet, effective: Day? = nil,
    members: [Int]? = nil, threads: Int = 1, control: RunControl = .silent
  ) throws(RunCancelled) {
    let all = ReformPart.all(from: baseline, to: reform)
    let parts = all.filter { part in
      part.parameters.contains { $0 == .required || Threshold($0) != nil }
    }
    // Single thresholds make one grid; what changes `required` is replayed apart, with and without.
    let swept = parts.filter { !$0.parameters.contains(.required) }
    let apart = parts.firstIndex { $0.parameters.contains(.required) }
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: 1 << parts.count), count: Status.allCases.count)
    for isIn in apart == nil ? [true] : [false, true] {
      let rules = apart.map { parts[$0].set(in: reform, reformed: isIn) } ?? reform
      let grid = ScenarioGrid(splitting: rules, swept)
      let simulation = try StatusSimulation(
        of: histories, baseline: baseline, scenarios: grid, effective: effective,
        members: members, threads: threads, control: control)
      for scenario in 0..<grid.count {
        var set = 0
        for (sweep, place) in grid.places(of: scenario).enumerated() where place == 1 {
          set |= 1 << (parts.firstIndex(of: swept[sweep]) ?? 0)
        }
        if isIn, let apart { set |= 1 << apart }
        for (status, count) in simulation.counts(of: scenario).enumerated() {
          counts[status][set] = count
        }
      }
    }
    self.init(
      parts, idle: all.filter { !parts.contains($0) }, column: "status",
      outcomes: Status.allCases.map { status in
        (.code(status.code, list: Status.list), counts[status.number])
      })
  }

  /// Splits a reform's effect on the number of stars.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - asOf: The last day whose assessments and reviews count.
  ///   - baseline: The rules compared with.
  ///   - reform: The reform.
  ///   - effective: The reform's first day; `nil`: it holds throughout.
  public init(
    starsOf dataset: Dataset, asOf: Day, baseline: RuleSet, reform: RuleSet, effective: Day? = nil
  ) {
    let all = ReformPart.all(from: baseline, to: reform)
    let parts = all.filter { part in
      part.parameters.contains {
        [.starMinSpecificity, .starMinImpact, .starMinCompletion].contains($0)
      }
    }
    let grid = ScenarioGrid(splitting: reform, parts)
    let simulation = StarSimulation(
      of: dataset, asOf: asOf, baseline: baseline, scenarios: grid, effective: effective)
    var counts = [StarSimulation.Counts](repeating: StarSimulation.Counts(), count: grid.count)
    for (scenario, count) in simulation.scenarioCounts.enumerated() {
      let set = grid.places(of: scenario).enumerated().reduce(0) { $0 | $1.element << $1.offset }
      counts[set] = count
    }
    self.init(
      parts, idle: all.filter { !parts.contains($0) }, column: "starred",
      outcomes: [(.word("yes"), counts.map(\.yes)), (.word("no"), counts.map(\.no))])
  }

  /// One row a part and outcome, parts in the order of the parameters, then the reform as a whole.
  ///
  /// - Returns: `part,baseline_value,value`, `status` (or `starred`), `numerator,denominator,effect,
  ///   in_turn`: the part's share of the difference that the reform makes, exactly and as a number,
  ///   and what it adds when the parts are brought in one after another in the order of the rows.
  ///   The rows of `all` are the sums.
  public func table() -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for part in (parts + idleParts).sorted(by: { $0.place < $1.place }) {
      let place = parts.firstIndex(of: part)
      for outcome in outcomes {
        let numerator = place.map { outcome.split.numerators[$0] } ?? 0
        let inTurn = place.map { ShapleySplit.sequential(values: outcome.counts)[$0] } ?? 0
        rows.append([
          .text(part.name), .text(part.before.joined(separator: "+")),
          .text(part.after.joined(separator: "+")), outcome.cell, .count(numerator),
          .count(outcome.split.denominator),
          .number(Double(numerator) / Double(outcome.split.denominator)), .count(inTurn),
        ])
      }
    }
    for outcome in outcomes {
      let effect = (outcome.counts.last ?? 0) - (outcome.counts.first ?? 0)
      rows.append([
        .word("all"), .empty, .empty, outcome.cell, .count(effect * outcome.split.denominator),
        .count(outcome.split.denominator), .number(Double(effect)), .count(effect),
      ])
    }
    return ResultTable(
      name: "shapley",
      columns: [
        ResultTable.Column("part", .label), ResultTable.Column("baseline_value", .label),
        ResultTable.Column("value", .label), ResultTable.Column(column, .label),
        ResultTable.Column("numerator", .count), ResultTable.Column("denominator", .count),
        ResultTable.Column("effect", .number), ResultTable.Column("in_turn", .count),
      ], rows: rows)
  }
}
