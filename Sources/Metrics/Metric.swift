/// A cohort metric of metrics.md.
///
/// Raw values are the names people write.
public enum Metric: String, CaseIterable, Sendable {
  case completion
  case completionChange = "completion_change"
  case earlyResults = "early_results"
  case ambition
  case stars
  case policyArea = "policy_area"
  case sector
  case value
  case relevance
  case verifiability
  case potentialImpact = "potential_impact"
  case resources
  case coCreation = "co_creation"
  case status
  case statusByQuarter = "status_by_quarter"
  case transitions
  case dwell
  case timeliness
  case tracking
  case milestones
  case timeToFinish = "time_to_finish"
  case coverage
  case plans
  case handbookChecks = "handbook_checks"
  case agreement

  /// What a metric counts; it decides which dimensions the metric has (readings.md 27).
  public enum Population: String, CaseIterable, Sendable {
    /// Members, their days, spells, quarters and obligations.
    case members
    /// Plans, and what belongs to one.
    case plans
    /// Commitments.
    case commitments
    /// Milestones, which no day places.
    case milestones
  }

  /// What the table of a metric holds.
  public enum Form: Sendable {
    /// `level,count,total,share,low,high`: shares of one with Wilson's interval.
    case shares
    /// The same columns with changes per member-year and the exact Poisson interval.
    case rates
    /// Columns of the metric's own.
    case measures
  }

  /// The name as people write it.
  public var name: String { rawValue }

  /// What the metric counts.
  public var population: Population {
    switch self {
    case .completion, .completionChange, .earlyResults, .ambition, .stars, .policyArea, .sector,
      .value, .relevance, .verifiability, .potentialImpact, .resources, .timeToFinish:
      .commitments
    case .milestones: .milestones
    case .coCreation, .coverage, .plans, .handbookChecks: .plans
    case .status, .statusByQuarter, .transitions, .dwell, .timeliness, .tracking, .agreement:
      .members
    }
  }

  /// What its table holds.
  public var form: Form {
    switch self {
    case .transitions: .rates
    case .dwell, .timeToFinish, .plans: .measures
    default: .shares
    }
  }

  /// Whether two windows of it can be compared (readings.md 39).
  public var isComparable: Bool {
    switch self {
    case .statusByQuarter, .transitions, .dwell, .timeToFinish, .plans: false
    default: true
    }
  }

  /// Whether `no_evidence` can be left out of its total (readings.md 51).
  public var takesCodableDenominator: Bool {
    switch self {
    case .completion, .completionChange, .ambition, .stars: true
    default: false
    }
  }

  /// The dimensions that its population has, in the order of metrics.md.
  public var dimensions: [Dimension] {
    Dimension.allCases.filter { dimension in
      switch population {
      case .members: dimension.subject == .member || dimension.subject == .day
      case .plans: dimension.subject != .commitment
      case .commitments: true
      case .milestones: dimension.subject != .day
      }
    }
  }

  /// The metric with this name.
  ///
  /// - Parameter name: A name as people write it.
  /// - Throws: ``MetricError/unknownMetric(name:nearest:)`` for any other text.
  public init(named name: String) throws(MetricError) {
    guard let metric = Metric(rawValue: name) else {
      throw .unknownMetric(name: name, nearest: MetricError.nearest(name, Metric.allCases))
    }
    self = metric
  }
}
