import Metrics
import Warehouse

/// `ogpstats metrics list`: what can be asked.
enum MetricList {
  /// `metric,counts,columns,compare,codable,dimensions`, a row a metric.
  static var table: ResultTable {
    ResultTable(
      name: "metrics",
      columns: [
        ResultTable.Column("metric", .label), ResultTable.Column("counts", .label),
        ResultTable.Column("columns", .label), ResultTable.Column("compare", .label),
        ResultTable.Column("codable", .label), ResultTable.Column("dimensions", .label),
      ],
      rows: Metric.allCases.map { metric in
        [
          .text(metric.name), .text(metric.population.rawValue), .text(columns(of: metric)),
          .text(metric.isComparable ? "yes" : "no"),
          .text(metric.takesCodableDenominator ? "yes" : "no"),
          .text(metric.dimensions.map(\.name).joined(separator: " ")),
        ]
      })
  }

  /// The same in two tables that fit a page: the metrics, and which populations have a dimension.
  static var tables: [ResultTable] {
    let metrics = ResultTable(
      name: "metrics", columns: Array(table.columns.dropLast()),
      rows: table.rows.map { Array($0.dropLast()) })
    let dimensions = ResultTable(
      name: "dimensions",
      columns: [
        ResultTable.Column("dimension", .label), ResultTable.Column("of", .label),
        ResultTable.Column("for metrics that count", .label),
      ],
      rows: Dimension.allCases.map { dimension in
        let populations = Metric.Population.allCases.filter { population in
          Metric.allCases.contains {
            $0.population == population && $0.dimensions.contains(dimension)
          }
        }
        return [
          .text(dimension.name), .text("the \(dimension.subject.rawValue)"),
          .text(populations.map(\.rawValue).joined(separator: ", ")),
        ]
      })
    return [metrics, dimensions]
  }

  private static func columns(of metric: Metric) -> String {
    switch metric.form {
    case .shares: "shares"
    case .rates: "rates"
    case .measures: "measures"
    }
  }
}

extension ResultTable {
  /// The same table without a row.
  var withoutRows: ResultTable { ResultTable(name: name, columns: columns) }
}
