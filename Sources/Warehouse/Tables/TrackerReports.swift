/// The tracker: what members report each quarter (handbook §3.5.4).
///
/// At most 16 bytes a row.
public struct TrackerReports: Sendable {
  /// The commitment, a row of ``Commitments``.
  public let commitments: [Int32]
  /// The milestone; none: the report is on the commitment as a whole.
  public let milestones: OptionalRows
  /// `reported_on`.
  public let reportedOn: [Day]
  /// `status`.
  public let statuses: [TrackerStatus]
  /// `progress`: the Support Unit's own reading, where it has one.
  public let progress: [Bool?]
  /// `evidence`: how many documents.
  public let evidence: SmallCounts

  package init(
    commitments: [Int32], milestones: OptionalRows, reportedOn: [Day], statuses: [TrackerStatus],
    progress: [Bool?], evidence: SmallCounts
  ) {
    self.commitments = commitments
    self.milestones = milestones
    self.reportedOn = reportedOn
    self.statuses = statuses
    self.progress = progress
    self.evidence = evidence
  }

  /// How many rows the table has.
  public var count: Int { commitments.count }
}
