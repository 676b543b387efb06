public import Warehouse

/// What the star rule looks at: each commitment's latest review and completion assessment.
///
/// Of several up to a day the latest counts as a whole, of two on one day the one further down the
/// file, and an empty cell in it is not filled from an earlier one (data.md, readings.md 29, 54).
public struct StarFacts: Sendable {
  /// One commitment.
  public struct Fact: Hashable, Sendable {
    /// The latest review's specificity.
    public var specificity: Specificity?
    /// The latest review's relevance.
    public var relevant: Bool?
    /// The latest review's potential impact.
    public var impact: PotentialImpact?
    /// The latest assessed completion, `no_evidence` too.
    public var completion: Completion?
    /// The day of the latest completion assessment, which places the commitment in a window.
    public var assessedOn: Day?
    /// The day of the latest review.
    var reviewedOn: Day?

    /// A commitment of which nothing is known.
    public init() {}
  }

  /// The commitments, by row of the commitments table.
  public let commitments: [Fact]

  /// Finds the latest rows of every commitment.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - day: The last day whose rows count.
  /// - Complexity: O(commitments + reviews + assessments).
  public init(of dataset: Dataset, upTo day: Day) {
    var facts = [Fact](repeating: Fact(), count: dataset.commitments.count)
    let reviews = dataset.commitmentReviews
    for row in 0..<reviews.count {
      let on = reviews.submittedOn[row]
      let commitment = Int(reviews.commitments[row])
      if on > day { continue }
      if let latest = facts[commitment].reviewedOn, on < latest { continue }
      facts[commitment].reviewedOn = on
      facts[commitment].specificity = reviews.specificities[row]
      facts[commitment].relevant = reviews.relevant[row]
      facts[commitment].impact = reviews.potentialImpacts[row]
    }
    let assessments = dataset.completionAssessments
    for row in 0..<assessments.count {
      let on = assessments.submittedOn[row]
      let commitment = Int(assessments.commitments[row])
      if on > day { continue }
      if let latest = facts[commitment].assessedOn, on < latest { continue }
      facts[commitment].assessedOn = on
      facts[commitment].completion = assessments.completions[row]
    }
    commitments = facts
  }
}

extension StarRule {
  /// The outcome of one commitment; `nil` where it is not in the population.
  ///
  /// - Parameter fact: Its latest review and completion assessment.
  /// - Returns: The first threshold missed, or a star.
  public func outcome(of fact: StarFacts.Fact) -> StarOutcome? {
    outcome(
      specificity: fact.specificity, relevant: fact.relevant, impact: fact.impact,
      completion: fact.completion)
  }
}
