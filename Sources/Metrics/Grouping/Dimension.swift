/// What `--by` groups by and `--where` selects on.
///
/// Raw values are the names people write.
public enum Dimension: String, CaseIterable, Sendable {
  case member, country, region, kind, cohort
  case populationBand = "population_band"
  case plan
  case planType = "plan_type"
  case monitoringBody = "monitoring_body"
  case policyArea = "policy_area"
  case sector, value
  case resourcesSecured = "resources_secured"
  case scope, verifiable
  case potentialImpact = "potential_impact"
  case requirementsMet = "requirements_met"
  case year, quarter, biennium

  /// Whose property a dimension is.
  public enum Subject: String, CaseIterable, Sendable {
    /// Of a member.
    case member
    /// Of a plan.
    case plan
    /// Of a commitment.
    case commitment
    /// Of the day that places an item in the window.
    case day
  }

  /// The name as people write it.
  public var name: String { rawValue }

  /// Whose property it is.
  public var subject: Subject {
    switch self {
    case .member, .country, .region, .kind, .cohort, .populationBand: .member
    case .plan, .planType, .monitoringBody: .plan
    case .policyArea, .sector, .value, .resourcesSecured, .scope, .verifiable, .potentialImpact,
      .requirementsMet:
      .commitment
    case .year, .quarter, .biennium: .day
    }
  }

  /// The dimension with this name.
  ///
  /// - Parameter name: A name as people write it.
  /// - Throws: ``MetricError/unknownDimension(name:nearest:)`` for any other text.
  public init(named name: String) throws(MetricError) {
    guard let dimension = Dimension(rawValue: name) else {
      throw .unknownDimension(name: name, nearest: MetricError.nearest(name, Dimension.allCases))
    }
    self = dimension
  }
}
