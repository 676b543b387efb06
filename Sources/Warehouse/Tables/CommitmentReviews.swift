/// The inception assessment's part on each commitment (handbook §3.5.1).
public struct CommitmentReviews: Sendable {
  /// The commitment, a row of ``Commitments``.
  public let commitments: [Int32]
  /// `submitted_on`.
  public let submittedOn: [Day]
  /// `relevant`.
  public let relevant: [Bool?]
  /// `verifiable`.
  public let verifiable: [Bool?]
  /// `specificity` (plans before 2017).
  public let specificities: [Specificity?]
  /// `potential_impact`.
  public let potentialImpacts: [PotentialImpact?]

  package init(
    commitments: [Int32], submittedOn: [Day], relevant: [Bool?], verifiable: [Bool?],
    specificities: [Specificity?], potentialImpacts: [PotentialImpact?]
  ) {
    self.commitments = commitments
    self.submittedOn = submittedOn
    self.relevant = relevant
    self.verifiable = verifiable
    self.specificities = specificities
    self.potentialImpacts = potentialImpacts
  }

  /// How many rows the table has.
  public var count: Int { commitments.count }
}
