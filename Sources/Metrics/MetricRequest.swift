/// One question to a cohort: a metric, its groups, what is kept, and the window.
public struct MetricRequest: Hashable, Sendable {
  /// What `--denominator` chooses.
  public enum Denominator: String, CaseIterable, Sendable {
    /// Everything assessed counts in the total, `no_evidence` too.
    case assessed
    /// `no_evidence` is left out of total and levels.
    case codable
  }

  /// The items that belong to one of some groups of a dimension: `--where DIM=CODE[,CODE]`.
  public struct Filter: Hashable, Sendable {
    /// The dimension.
    public let dimension: Dimension
    /// Codes, labels or `unknown`, as written.
    public let values: [String]

    /// A filter.
    ///
    /// - Parameters:
    ///   - dimension: The dimension.
    ///   - values: Codes, labels or `unknown`; an item is kept if it belongs to one of them.
    public init(_ dimension: Dimension, in values: [String]) {
      self.dimension = dimension
      self.values = values
    }
  }

  /// The metric.
  public var metric: Metric
  /// Up to three dimensions to group by.
  public var by: [Dimension]
  /// What is kept; all must hold.
  public var filters: [Filter]
  /// The window.
  public var window: Window
  /// The window to compare with, if any.
  public var comparison: Window?
  /// Totals under it are too small to print shares of.
  public var minCell: Int?
  /// What stands in the total.
  public var denominator: Denominator

  /// A question.
  ///
  /// - Parameters:
  ///   - metric: The metric.
  ///   - by: Up to three dimensions to group by.
  ///   - filters: What is kept; all must hold.
  ///   - window: The window.
  ///   - comparison: The window to compare with, if any.
  ///   - minCell: Totals under it are too small to print shares of.
  ///   - denominator: What stands in the total.
  public init(
    _ metric: Metric, by: [Dimension] = [], filters: [Filter] = [], window: Window = .all,
    comparison: Window? = nil, minCell: Int? = nil, denominator: Denominator = .assessed
  ) {
    self.metric = metric
    self.by = by
    self.filters = filters
    self.window = window
    self.comparison = comparison
    self.minCell = minCell
    self.denominator = denominator
  }

  /// Refuses what the metric cannot answer, whatever the data.
  ///
  /// - Throws: ``MetricError`` for dimensions its population has not, a comparison or a denominator
  ///   that it does not take.
  public func validate() throws(MetricError) {
    guard by.count <= 3 else { throw .tooManyDimensions(by.count) }
    for (index, dimension) in by.enumerated() where by[..<index].contains(dimension) {
      throw .repeatedDimension(dimension)
    }
    let known = metric.dimensions
    for dimension in by + filters.map(\.dimension) where !known.contains(dimension) {
      throw .notADimension(dimension, of: metric)
    }
    if comparison != nil, !metric.isComparable { throw .notComparable(metric) }
    if denominator == .codable, !metric.takesCodableDenominator { throw .notCodable(metric) }
  }
}
