/// End-of-commitment assessments (handbook §3.5.2).
public struct CompletionAssessments: Sendable {
  /// The commitment, a row of ``Commitments``.
  public let commitments: [Int32]
  /// `submitted_on`.
  public let submittedOn: [Day]
  /// `completion`.
  public let completions: [Completion]
  /// `early_results`.
  public let earlyResults: [EarlyResults?]
  /// `opened_information`.
  public let openedInformation: [EarlyResults?]
  /// `opened_participation`.
  public let openedParticipation: [EarlyResults?]
  /// `opened_accountability`.
  public let openedAccountability: [EarlyResults?]

  package init(
    commitments: [Int32], submittedOn: [Day], completions: [Completion],
    earlyResults: [EarlyResults?], openedInformation: [EarlyResults?],
    openedParticipation: [EarlyResults?], openedAccountability: [EarlyResults?]
  ) {
    self.commitments = commitments
    self.submittedOn = submittedOn
    self.completions = completions
    self.earlyResults = earlyResults
    self.openedInformation = openedInformation
    self.openedParticipation = openedParticipation
    self.openedAccountability = openedAccountability
  }

  /// How many rows the table has.
  public var count: Int { commitments.count }
}
