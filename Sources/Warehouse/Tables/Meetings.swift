/// Meetings of the forum (handbook §3.3.1).
public struct Meetings: Sendable {
  /// The member, a row of ``Members``.
  public let members: [Int32]
  /// The plan; none: not submitted yet.
  public let plans: OptionalRows
  /// `held_on`.
  public let heldOn: [Day]
  /// `phase`.
  public let phases: [Phase]
  /// Whether the government was represented.
  public let government: [Bool?]
  /// Whether others were represented.
  public let nonGovernment: [Bool?]

  package init(
    members: [Int32], plans: OptionalRows, heldOn: [Day], phases: [Phase], government: [Bool?],
    nonGovernment: [Bool?]
  ) {
    self.members = members
    self.plans = plans
    self.heldOn = heldOn
    self.phases = phases
    self.government = government
    self.nonGovernment = nonGovernment
  }

  /// How many rows the table has.
  public var count: Int { members.count }

  /// Whether both sides are known to have been represented.
  ///
  /// - Parameter meeting: A row of the table.
  /// - Returns: True where both cells say yes.
  public func hadBothSides(_ meeting: Int) -> Bool {
    government[meeting] == true && nonGovernment[meeting] == true
  }
}
