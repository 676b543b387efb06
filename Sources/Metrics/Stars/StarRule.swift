public import Membership
public import Warehouse

/// What the star rule says of a commitment: a star, or the first threshold that it misses.
public enum StarOutcome: UInt8, CaseIterable, Hashable, Sendable {
  /// Not specific enough.
  case specificity
  /// Not relevant to OGP values.
  case relevance
  /// Too small a potential impact.
  case impact
  /// Not completed far enough.
  case completion
  /// A star.
  case star

  /// The word that stands in tables.
  public var word: String {
    switch self {
    case .specificity: "specificity"
    case .relevance: "relevance"
    case .impact: "impact"
    case .completion: "completion"
    case .star: "star"
    }
  }
}

/// The IRM's star rule with its three thresholds (irm-import.md, "The star rule").
///
/// Thresholds are asked one after the other, specificity, relevance, impact, completion, and the
/// first one missed is the outcome. "At least" goes by the order of the codes (readings.md 55).
public struct StarRule: Hashable, Sendable {
  /// At least so specific; `nil`: not asked.
  public let minSpecificity: Specificity?
  /// At least this potential impact.
  public let minImpact: PotentialImpact
  /// At least this completion.
  public let minCompletion: Completion

  /// The rule of a rule set.
  ///
  /// - Parameter rules: The rules in force.
  public init(_ rules: RuleSet) {
    minSpecificity = rules.starMinSpecificity
    minImpact = rules.starMinImpact
    minCompletion = rules.starMinCompletion
  }

  /// The outcome of one commitment by its latest review and completion assessment.
  ///
  /// Nothing is known of a commitment without relevance, impact or completion, with a completion
  /// of `no_evidence`, or, where specificity is asked, without one: it is not in the population
  /// (readings.md 45, 54, 55).
  ///
  /// - Parameters:
  ///   - specificity: The review's specificity.
  ///   - relevant: The review's relevance.
  ///   - impact: The review's potential impact.
  ///   - completion: The assessed completion.
  /// - Returns: The first threshold missed, or a star; `nil` outside the population.
  public func outcome(
    specificity: Specificity?, relevant: Bool?, impact: PotentialImpact?, completion: Completion?
  ) -> StarOutcome? {
    guard let relevant, let impact, let completion, completion != .noEvidence else { return nil }
    if let minSpecificity {
      guard let specificity else { return nil }
      if specificity < minSpecificity { return .specificity }
    }
    if !relevant { return .relevance }
    if impact < minImpact { return .impact }
    return completion < minCompletion ? .completion : .star
  }
}
