import Membership
public import Statistics
public import Warehouse

/// Which swept parameters the outcome depends on, over a full grid: `simulate --sensitivity`.
///
/// Every combination counts alike. The variance of a count over the grid is taken apart exactly
/// into the part of each parameter alone, of each pair, and of more than two together
/// (``Statistics/FactorialVariance``); all are whole numbers over one denominator and add up to it.
public struct Sensitivity: Sendable {
  /// The variance of one outcome.
  public struct Outcome: Sendable {
    /// Which outcome: a status, or whether starred.
    public let cell: ResultTable.Cell
    /// Its variance over the grid, taken apart by sweeps in their order.
    public let variance: FactorialVariance
  }

  /// The rules swept.
  public let scenarios: ScenarioGrid
  /// One for each outcome.
  public let outcomes: [Outcome]
  private let column: String

  /// Takes the variance of counts over a grid apart.
  ///
  /// - Parameters:
  ///   - scenarios: The grid.
  ///   - column: What the outcomes are: the name of their column.
  ///   - outcomes: For each outcome its count in every scenario, in order.
  init(
    of scenarios: ScenarioGrid, column: String, outcomes: [(cell: ResultTable.Cell, counts: [Int])]
  ) {
    self.scenarios = scenarios
    self.column = column
    let levels = scenarios.sweeps.map(\.values.count)
    self.outcomes = outcomes.map { cell, counts in
      Outcome(cell: cell, variance: FactorialVariance(levels: levels, outcomes: counts))
    }
  }

  /// One row an outcome and parameter, then an outcome and pair of parameters, then one for all
  /// that three or more do together.
  ///
  /// - Returns: `status` (or `starred`), `parameter,with,numerator,denominator,share,
  ///   total_numerator,total_share`. `with` is the pair's other parameter; a total is of everything
  ///   a parameter takes part in. The numerators of an outcome, totals apart, add up to the
  ///   denominator, N² times the variance over N combinations; where that is 0 shares are empty.
  public func table() -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for outcome in outcomes {
      let variance = outcome.variance
      func row(
        _ parameter: ResultTable.Cell, with other: ResultTable.Cell, _ numerator: Int128,
        total: Int128?
      ) {
        rows.append([
          outcome.cell, parameter, other, .exact(numerator), .exact(variance.total),
          variance.share(of: numerator).map { .share($0) } ?? .empty,
          total.map { .exact($0) } ?? .empty,
          total.flatMap { variance.share(of: $0) }.map { .share($0) } ?? .empty,
        ])
      }
      func name(_ factor: Int) -> ResultTable.Cell {
        .text(scenarios.sweeps[factor].parameter.name)
      }
      var rest = variance.total
      for part in variance.parts {
        rest -= part.numerator
        if part.factors.count == 1 {
          row(
            name(part.factors[0]), with: .empty, part.numerator,
            total: variance.totalParts[part.factors[0]])
        } else {
          row(name(part.factors[0]), with: name(part.factors[1]), part.numerator, total: nil)
        }
      }
      if scenarios.sweeps.count > 2 { row(.word("higher_orders"), with: .empty, rest, total: nil) }
    }
    return ResultTable(
      name: "sensitivity",
      columns: [
        ResultTable.Column(column, .label), ResultTable.Column("parameter", .label),
        ResultTable.Column("with", .label), ResultTable.Column("numerator", .count),
        ResultTable.Column("denominator", .count), ResultTable.Column("share", .share),
        ResultTable.Column("total_numerator", .count), ResultTable.Column("total_share", .share),
      ], rows: rows)
  }
}

extension StatusSimulation {
  /// Which swept parameters the number of members of each status depends on.
  public var sensitivity: Sensitivity {
    let all = (0..<scenarios.count).map { counts(of: $0) }
    return Sensitivity(
      of: scenarios, column: "status",
      outcomes: Status.allCases.map { status in
        (.code(status.code, list: Status.list), all.map { $0[status.number] })
      })
  }
}

extension StarSimulation {
  /// Which swept parameters the number of stars depends on.
  public var sensitivity: Sensitivity {
    let all = scenarioCounts
    return Sensitivity(
      of: scenarios, column: "starred",
      outcomes: [(.word("yes"), all.map(\.yes)), (.word("no"), all.map(\.no))])
  }
}

extension ResultTable.Cell {
  /// A whole number of any size.
  static func exact(_ number: Int128) -> ResultTable.Cell {
    Int(exactly: number).map { .count($0) } ?? .text(String(number))
  }
}
