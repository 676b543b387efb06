/// Terms of the administrations in office.
public struct Terms: Sendable {
  /// The member, a row of ``Members``.
  public let members: [Int32]
  /// `starts_on`.
  public let startsOn: [Day]
  /// `ends_on`.
  public let endsOn: [Day]

  package init(
    members: [Int32], startsOn: [Day], endsOn: [Day]
  ) {
    self.members = members
    self.startsOn = startsOn
    self.endsOn = endsOn
  }

  /// How many rows the table has.
  public var count: Int { members.count }
}
