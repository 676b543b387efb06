/// Milestones of commitments.
public struct Milestones: Sendable {
  /// `milestone_id`, unique.
  public let ids: TextArena
  /// The commitment, a row of ``Commitments``.
  public let commitments: [Int32]
  /// `title`.
  public let titles: TextArena
  /// `starts_on`; none: the commitment's.
  public let startsOn: OptionalDays
  /// `ends_on`; none: the commitment's.
  public let endsOn: OptionalDays
  /// `agency`.
  public let agencies: TextArena

  package init(
    ids: TextArena, commitments: [Int32], titles: TextArena, startsOn: OptionalDays,
    endsOn: OptionalDays, agencies: TextArena
  ) {
    self.ids = ids
    self.commitments = commitments
    self.titles = titles
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.agencies = agencies
  }

  /// How many rows the table has.
  public var count: Int { commitments.count }
}
