import Membership
import Metrics
import Warehouse

/// The metrics in long form: ungrouped and by single dimensions, over all days and each biennium.
///
/// `member` and `plan` are left out: they are single things, which have tables of their own.
extension ExportSource {
  /// A window and its name.
  struct NamedWindow: Sendable {
    let name: String
    let window: Window
  }

  /// All days, and each biennium from the year of the earliest `joined_on` to the as-of day.
  var windows: [NamedWindow] {
    var windows = [NamedWindow(name: "all", window: .all)]
    guard let first = dataset.members.joinedOn.min()?.year, first <= asOf.year else {
      return windows
    }
    for year in stride(from: first, through: asOf.year, by: 2) {
      guard let window = Window(biennium: year) else { continue }
      windows.append(NamedWindow(name: "\(year)-\(year + 1)", window: window))
    }
    return windows
  }

  /// The dimensions that a metric is exported by.
  static func dimensions(of metric: Metric) -> [Dimension] {
    metric.dimensions.filter { $0 != .member && $0 != .plan }
  }

  func metricRows() throws(MetricError) -> [ExportRows] {
    let windows = windows
    var metrics: [[ResultTable.Cell]] = []
    var measures: [[ResultTable.Cell]] = []
    for result in try results(windows) {
      let head: [ResultTable.Cell] = [
        .word(result.metric.name), .word(result.window),
        .word(result.dimension?.name ?? Self.overall),
      ]
      if result.metric.form == .measures {
        measures += result.measureRows(head)
      } else {
        metrics += result.shareRows(head)
      }
    }
    return ExportSchema.metricTables.map { table in
      switch table.name {
      case "windows":
        ExportRows(
          table, windows.map { [.word($0.name), .day($0.window.from), .day($0.window.to)] })
      case "metrics": ExportRows(table, metrics)
      default: ExportRows(table, measures)
      }
    }
  }

  /// What stands where something is not split.
  static let overall = "overall"

  /// One metric's table over one window by one dimension.
  private struct Result: Sendable {
    let metric: Metric
    let window: String
    let dimension: Dimension?
    let table: ResultTable

    /// The name of the group of a row.
    private func group(_ row: [ResultTable.Cell]) -> ResultTable.Cell {
      dimension.flatMap { table.column($0.name) }.map { row[$0] } ?? .word(overall)
    }

    func shareRows(_ head: [ResultTable.Cell]) -> [[ResultTable.Cell]] {
      guard let level = table.column("level") else { return [] }
      let isSplit = level > (dimension == nil ? 0 : 1)
      return table.rows.map { row in
        head + [group(row), isSplit ? row[0] : .word(overall)] + row[level...]
      }
    }

    func measureRows(_ head: [ResultTable.Cell]) -> [[ResultTable.Cell]] {
      let level = table.column("level")
      let bounds = [table.column("low"), table.column("high")]
      let first = (level ?? ((dimension == nil ? 0 : 1) - 1)) + 1
      return table.rows.flatMap { row in
        table.columns.indices.dropFirst(first).filter { !bounds.contains($0) }.map { column in
          let hasBounds = table.columns[column].name == "median_days" && level != nil
          return head + [
            group(row), level.map { row[$0] } ?? .word(overall),
            .word(table.columns[column].name), .decimal(row[column]),
          ] + bounds.map { hasBounds ? $0.map { .decimal(row[$0]) } ?? .empty : .empty }
        }
      }
    }
  }

  /// Asks for every table, several at a time.
  private func results(_ windows: [NamedWindow]) throws(MetricError) -> [Result] {
    let asked = Metric.allCases.flatMap { metric in
      windows.flatMap { window in
        ([nil] + Self.dimensions(of: metric).map { Optional($0) }).map { (metric, window, $0) }
      }
    }
    let single = Cohort(of: dataset, asOf: asOf, under: cohort.schedule)
    _ = single.replay
    let threads = max(cohort.threads, 1)
    let parts = Parallel.map(threads, threads: threads) { part in
      var results: [Result] = []
      for index in stride(from: part, to: asked.count, by: threads) {
        let (metric, window, dimension) = asked[index]
        do throws(MetricError) {
          results.append(
            Result(
              metric: metric, window: window.name, dimension: dimension,
              table: try single.table(
                for: MetricRequest(
                  metric, by: dimension.map { [$0] } ?? [], window: window.window))))
        } catch {
          return (results, Optional(error))
        }
      }
      return (results, nil)
    }
    for (_, error) in parts { if let error { throw error } }
    return asked.indices.map { parts[$0 % threads].0[$0 / threads] }
  }
}

extension ResultTable.Cell {
  /// A whole number as one with decimals: readers take a column's type from its first rows.
  fileprivate static func decimal(_ cell: ResultTable.Cell) -> ResultTable.Cell {
    if case .count(let number) = cell { .number(Double(number)) } else { cell }
  }
}
