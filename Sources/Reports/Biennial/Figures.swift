import Membership
import Metrics
import Warehouse

/// The metric tables that a report is made of, each computed once.
struct Figures: Sendable {
  let cohort: Cohort
  let window: Window
  /// The window just before, where this one has both ends.
  let previous: Window?
  let minCell: Int

  let status: ResultTable
  let plans: ResultTable
  let coverage: ResultTable
  let coCreation: ResultTable
  let completion: ResultTable
  let codable: ResultTable
  let earlyResults: ResultTable
  let ambition: ResultTable
  let tracking: ResultTable
  let timeliness: ResultTable

  init(_ cohort: Cohort, _ window: Window, minCell: Int) throws(MetricError) {
    self.cohort = cohort
    self.window = window
    self.minCell = minCell
    previous = try? window.previous()
    let ask = Asking(cohort: cohort, window: window, previous: previous, minCell: minCell)
    status = try ask.table(.status, compared: true)
    plans = try ask.table(.plans)
    coverage = try ask.table(.coverage, compared: true)
    coCreation = try ask.table(.coCreation, compared: true)
    completion = try ask.table(.completion, compared: true)
    codable = try ask.table(.completion, denominator: .codable)
    earlyResults = try ask.table(.earlyResults, compared: true)
    ambition = try ask.table(.ambition, compared: true)
    tracking = try ask.table(.tracking, compared: true)
    timeliness = try ask.table(.timeliness, compared: true)
  }

  /// Asks for one more table over the same window.
  var ask: Asking { Asking(cohort: cohort, window: window, previous: previous, minCell: minCell) }

  /// The last day whose facts count.
  var last: Day { window.to.map { min($0, cohort.asOf) } ?? cohort.asOf }

  /// Whether anything can be said of tracker and status: without tracker reports every quarter
  /// would be silent, and missing is not zero.
  var hasTracker: Bool {
    cohort.dataset.reports.reportedOn.contains { $0 <= cohort.asOf }
  }
}

/// A cohort and a window, to ask for tables.
struct Asking: Sendable {
  let cohort: Cohort
  let window: Window
  let previous: Window?
  let minCell: Int

  /// A metric's table.
  ///
  /// Shares of groups are left out where their total is small; in the table of the whole they
  /// stand, since its total is its own warning.
  func table(
    _ metric: Metric, by dimensions: [Dimension] = [], compared: Bool = false,
    denominator: MetricRequest.Denominator = .assessed
  ) throws(MetricError) -> ResultTable {
    var request = MetricRequest(
      metric, by: dimensions, window: window, comparison: compared ? previous : nil,
      minCell: dimensions.isEmpty ? nil : minCell, denominator: denominator)
    let table = try cohort.table(for: request)
    guard request.comparison != nil, let before = table.column("previous_total"),
      table.rows.allSatisfy({ $0[before].countValue == 0 })
    else { return table }
    // A period that has nothing of this is none to compare with.
    request.comparison = nil
    return try cohort.table(for: request)
  }
}
