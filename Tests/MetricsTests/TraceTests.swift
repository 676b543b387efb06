import Foundation
import Metrics
import TestSupport
import Testing
import Warehouse

@Suite("The records behind a figure")
struct TraceTests {
  /// Columns that count something, so that records stand behind them.
  private static let counts: Set<String> = [
    "count", "total", "previous_count", "previous_total", "spells", "ended", "plans", "joint",
    "finished",
  ]

  private static let demo: Cohort? = {
    let path = Shared.packageRoot.appending(path: "datasets/demo").path(percentEncoded: false)
    guard let dataset = try? Dataset.load(path: path).dataset, let asOf = dataset.defaultAsOf else {
      return nil
    }
    return Cohort(of: dataset, asOf: asOf, threads: 2)
  }()

  @Test("Weights add up to every count of every metric", arguments: Metric.allCases)
  func sums(metric: Metric) throws {
    let cohort = try #require(Self.demo)
    let window = try #require(Window(biennium: 2023))
    var request = MetricRequest(metric, by: [.region], window: window)
    if metric.isComparable { request.comparison = try window.previous() }
    let table = try cohort.table(for: request)
    let trace = try cohort.trace(of: request)
    let level = try #require(trace.column("level"))
    let weight = try #require(trace.column("weight"))
    var sums: [[String]: Int] = [:]
    for row in trace.rows {
      guard case .count(let added) = row[weight] else { continue }
      sums[row[...(level + 1)].map(CSVText.text), default: 0] += added
    }
    var isEmpty = true
    for row in table.rows {
      // Rows of metrics without levels have an empty one in the trace.
      let hasLevel = table.column("level") != nil
      let name = row[..<level].map(CSVText.text) + [hasLevel ? CSVText.text(row[level]) : ""]
      for (column, cell) in zip(table.columns, row) {
        let isItems = column.name == "commitments" && metric == .timeToFinish
        guard Self.counts.contains(column.name) || isItems, case .count(let count) = cell else {
          continue
        }
        isEmpty = isEmpty && count == 0
        #expect(sums[name + [column.name], default: 0] == count, "\(metric.name) \(name)")
      }
    }
    #expect(isEmpty == trace.rows.isEmpty, "\(metric.name)")
  }

  @Test("A record is named by table, id, day and place")
  func names() throws {
    let trace = try #require(Self.demo).trace(of: MetricRequest(.plans))
    let row = try #require(trace.rows.first).map(CSVText.text)
    #expect(row.prefix(3) == ["", "plans", "plans"])
    #expect(row.last?.hasPrefix("plans.csv:") == true)
  }
}
