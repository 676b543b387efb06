/// What the Support Unit published, to hold the replay against.
public struct RecordedStatuses: Sendable {
  /// The member, a row of ``Members``.
  public let members: [Int32]
  /// `from_on`.
  public let fromOn: [Day]
  /// `status`.
  public let statuses: [Status]
  /// `reason`.
  public let reasons: TextArena

  package init(
    members: [Int32], fromOn: [Day], statuses: [Status], reasons: TextArena
  ) {
    self.members = members
    self.fromOn = fromOn
    self.statuses = statuses
    self.reasons = reasons
  }

  /// How many rows the table has.
  public var count: Int { members.count }
}
