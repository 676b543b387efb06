/// What happened to memberships.
public struct Events: Sendable {
  /// The member, a row of ``Members``.
  public let members: [Int32]
  /// `on`.
  public let on: [Day]
  /// `kind`.
  public let kinds: [EventKind]
  /// `until`.
  public let until: OptionalDays
  /// `requirement`.
  public let requirements: [Requirement?]
  /// `note`.
  public let notes: TextArena

  package init(
    members: [Int32], on: [Day], kinds: [EventKind], until: OptionalDays,
    requirements: [Requirement?], notes: TextArena
  ) {
    self.members = members
    self.on = on
    self.kinds = kinds
    self.until = until
    self.requirements = requirements
    self.notes = notes
  }

  /// How many rows the table has.
  public var count: Int { members.count }
}
