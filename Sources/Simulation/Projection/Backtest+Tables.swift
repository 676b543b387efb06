import Statistics
public import Warehouse

extension Backtest {
  /// The scores, the comparison, and what was expected and observed.
  public var tables: [ResultTable] { [scoreTable, comparisonTable, prevalenceTable] }

  /// Scores by forecast and quarter, and over all quarters.
  ///
  /// `members` forecasts were scored; `covered` of `counts` numbers of members by status lie within
  /// the 90 % bands, `low` and `high` are Wilson's 95 % interval of that share.
  public var scoreTable: ResultTable {
    var table = ResultTable(
      name: "backtest",
      columns: [
        ResultTable.Column("forecast", .label), ResultTable.Column("at", .label),
        ResultTable.Column("members", .count), ResultTable.Column("brier", .number),
        ResultTable.Column("log_score", .number), ResultTable.Column("counts", .count),
        ResultTable.Column("covered", .count), ResultTable.Column("coverage", .share),
        ResultTable.Column("low", .share), ResultTable.Column("high", .share),
      ])
    for forecast in Forecast.allCases {
      guard let scores = scores[forecast], let total = totals[forecast] else { continue }
      let rows = zip(days.map { ResultTable.Cell.day($0) }, scores) + [(.word("all"), total)]
      for (at, score) in rows {
        let interval = score.covered.wilson()
        table.append([
          .word(forecast.rawValue), at, .count(score.members), .number(score.brier),
          .number(score.logScore), .count(score.covered.total), .count(score.covered.count),
          .share(score.covered.share), .share(interval?.low), .share(interval?.high),
        ])
      }
    }
    return table
  }

  /// The projection beside each simple forecast over all quarters; a smaller score is better.
  public var comparisonTable: ResultTable {
    var table = ResultTable(
      name: "backtest_comparison",
      columns: [
        ResultTable.Column("score", .label), ResultTable.Column("forecast", .label),
        ResultTable.Column("projection", .number), ResultTable.Column("other", .number),
        ResultTable.Column("projection_is", .label),
      ])
    for comparison in comparisons {
      table.append([
        .word(comparison.score), .word(comparison.forecast.rawValue),
        .number(comparison.projection), .number(comparison.other),
        .word(comparison.isBetter ? "better" : "not_better"),
      ])
    }
    return table
  }

  /// How many members were expected to have each status, and how many had it.
  public var prevalenceTable: ResultTable {
    var table = ResultTable(
      name: "backtest_prevalence",
      columns: [
        ResultTable.Column("forecast", .label), ResultTable.Column("at", .day),
        ResultTable.Column("status", .label), ResultTable.Column("observed", .count),
        ResultTable.Column("expected", .number), ResultTable.Column("p05", .number),
        ResultTable.Column("p50", .number), ResultTable.Column("p95", .number),
        ResultTable.Column("monte_carlo_error", .number),
      ])
    for forecast in Forecast.allCases {
      for (quarter, day) in days.enumerated() {
        for status in Status.allCases {
          table.append(
            [
              .word(forecast.rawValue), .day(day), .status(status),
              .count(observed(quarter, status)),
            ] + Band(counts(forecast, quarter, status)).cells)
        }
      }
    }
    return table
  }
}
