internal import Warehouse

/// A metric whose rows are counts of totals: how its items are found, and what they count as.
protocol CountedMetric: Sendable {
  /// The metric's own first column, if it has one: its groups are the items' ``Item/stratum``.
  var stratum: Axis? { get }
  /// The levels.
  var levels: Levels { get }
  /// How many rows are walked through.
  var rowCount: Int { get }
  /// Counts the items that some rows give.
  func count(_ rows: Range<Int>, into tally: inout Tally)
}

extension CountedMetric {
  var stratum: Axis? { nil }

  /// Counts all items, on several threads where there are many.
  func tally(_ space: GroupSpace, threads: Int, keepsRecords: Bool = false) -> Tally {
    let rowCount = rowCount
    let parts = rowCount < 4096 ? 1 : threads
    var tallies = Parallel.map(parts, threads: threads) { part in
      var tally = Tally(space, levels, keepsRecords: keepsRecords)
      count(rowCount * part / parts..<rowCount * (part + 1) / parts, into: &tally)
      tally.settle()
      return tally
    }[...]
    var whole = tallies.popFirst() ?? Tally(space, levels)
    for tally in tallies { whole.merge(tally) }
    return whole
  }
}

/// What a metric is asked for: one window of a request.
struct MetricRun {
  let cohort: Cohort
  /// The window's days.
  let days: ClosedRange<Int32>
  /// The last day whose facts count: min(T, the window's last day).
  let last: Day
  /// Whether `no_evidence` is left out.
  let isCodable: Bool

  init(_ cohort: Cohort, _ window: Window, _ denominator: MetricRequest.Denominator) {
    self.cohort = cohort
    days = window.numbers
    last = window.to.map { min($0, cohort.asOf) } ?? cohort.asOf
    isCodable = denominator == .codable
  }

  var dataset: Dataset { cohort.dataset }

  /// The days on which items can be placed that only facts up to ``last`` make.
  var known: ClosedRange<Int32>? {
    days.lowerBound <= last.number ? days.lowerBound...last.number : nil
  }
}
