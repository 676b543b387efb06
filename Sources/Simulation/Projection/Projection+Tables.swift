import Statistics
public import Warehouse

extension Projection {
  /// All tables: bands, members, with a reform the differences, and the estimates behind them.
  ///
  /// - Complexity: O(counts · log replicates).
  public var tables: [ResultTable] {
    var tables = [bandTable, memberTable]
    if partial.plan.reform != nil { tables.append(differenceTable) }
    return tables + [estimateTable, memberEstimateTable]
  }

  /// How many members will have each status on each quarter's last day.
  ///
  /// `members` is the mean over the replicates and `monte_carlo_error` its standard error, which
  /// more replicates make smaller; `p05`, `p50` and `p95` are quantiles of the replicates, which
  /// more replicates only make smoother.
  public var bandTable: ResultTable {
    var table = ResultTable(
      name: "projection",
      columns: [
        ResultTable.Column("scenario", .label), ResultTable.Column("at", .day),
        ResultTable.Column("status", .label), ResultTable.Column("members", .number),
        ResultTable.Column("p05", .number), ResultTable.Column("p50", .number),
        ResultTable.Column("p95", .number), ResultTable.Column("monte_carlo_error", .number),
      ])
    for (scenario, name) in scenarioNames.enumerated() {
      for (quarter, end) in partial.plan.timeline.ends.enumerated() {
        for status in Status.allCases {
          let band = Band(partial.counts(scenario, quarter, status.number).map(Int.init))
          table.append(
            [.word(name), .day(Day(number: end)), .status(status)] + band.cells)
        }
      }
    }
    return table
  }

  /// For each member the chance of each status on the last day of all.
  public var memberTable: ResultTable {
    var table = ResultTable(
      name: "projection_members",
      columns: [
        ResultTable.Column("scenario", .label), ResultTable.Column("member_id", .label),
        ResultTable.Column("at", .day),
      ] + Status.allCases.map { ResultTable.Column($0.code, .share) })
    let replicates = Double(partial.plan.replicates)
    let last = partial.plan.quarters - 1
    for (scenario, name) in scenarioNames.enumerated() {
      for member in partial.members {
        table.append(
          [.word(name), .text(member.id), .day(partial.plan.timeline.last)]
            + partial.outcomes(of: member, scenario, last).map { .share(Double($0) / replicates) })
      }
    }
    return table
  }

  /// The reform less the baseline, replicate by replicate on the same draws.
  ///
  /// `difference` is the mean, `low` and `high` its 95 % interval for the Monte Carlo error alone;
  /// `p05`, `p50` and `p95` are quantiles of the replicates' differences. `variance_reduction`
  /// says how many times more replicates independent draws would need.
  public var differenceTable: ResultTable {
    var table = ResultTable(
      name: "projection_differences",
      columns: [
        ResultTable.Column("at", .day), ResultTable.Column("status", .label),
        ResultTable.Column("baseline_members", .number), ResultTable.Column("members", .number),
        ResultTable.Column("difference", .number), ResultTable.Column("p05", .number),
        ResultTable.Column("p50", .number), ResultTable.Column("p95", .number),
        ResultTable.Column("monte_carlo_error", .number), ResultTable.Column("low", .number),
        ResultTable.Column("high", .number), ResultTable.Column("variance_reduction", .number),
        ResultTable.Column("correlation", .number),
      ])
    guard partial.plan.reform != nil else { return table }
    for (quarter, end) in partial.plan.timeline.ends.enumerated() {
      for status in Status.allCases {
        let baseline = partial.counts(0, quarter, status.number).map(Int.init)
        let reform = partial.counts(1, quarter, status.number).map(Int.init)
        var pairs = PairedReplicates()
        for (b, r) in zip(baseline, reform) { pairs.add(baseline: b, reform: r) }
        let interval = pairs.difference.interval()
        table.append(
          [
            .day(Day(number: end)), .status(status), .number(pairs.baseline.mean),
            .number(pairs.reform.mean),
          ] + Band(zip(baseline, reform).map { $1 - $0 }).cells + [
            .number(interval?.low), .number(interval?.high), .number(pairs.varianceReduction),
            .number(pairs.correlation),
          ])
      }
    }
    return table
  }

  private var scenarioNames: [String] {
    partial.plan.reform == nil ? ["baseline"] : ["baseline", "reform"]
  }
}

/// Replicates as mean, quantiles and Monte Carlo error.
struct Band {
  let low: Double?
  let high: Double?
  let cells: [ResultTable.Cell]

  init(_ values: [Int]) {
    let sums = ReplicateSums(values)
    let sorted = values.sorted()
    low = SampleQuantile.type7(5, of: 100, in: sorted)
    high = SampleQuantile.type7(95, of: 100, in: sorted)
    cells = [
      .number(sums.mean), .number(low), .number(SampleQuantile.type7(50, of: 100, in: sorted)),
      .number(high), .number(sums.standardError),
    ]
  }
}

extension ResultTable.Cell {
  /// A membership status.
  static func status(_ status: Status) -> ResultTable.Cell {
    .code(status.code, list: Status.list)
  }

  /// A number, or nothing.
  static func number(_ value: Double?) -> ResultTable.Cell { value.map { .number($0) } ?? .empty }

  /// A share, or nothing.
  static func share(_ value: Double?) -> ResultTable.Cell { value.map { .share($0) } ?? .empty }
}
