/// Action plans, single and joint (handbook §3.2, §3.4).
public struct Plans: Sendable {
  /// `plan_id`, unique.
  public let ids: TextArena
  /// `member_ids`: one to four rows of ``Members``, in the order listed.
  public let members: RowList
  /// `submitted_on`.
  public let submittedOn: [Day]
  /// `starts_on`.
  public let startsOn: [Day]
  /// `ends_on`.
  public let endsOn: [Day]
  /// `monitoring_body`.
  public let monitoringBodies: [MonitoringBody?]
  /// `endorsements`.
  public let endorsements: OptionalNumbers

  package init(
    ids: TextArena, members: RowList, submittedOn: [Day], startsOn: [Day], endsOn: [Day],
    monitoringBodies: [MonitoringBody?], endorsements: OptionalNumbers
  ) {
    self.ids = ids
    self.members = members
    self.submittedOn = submittedOn
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.monitoringBodies = monitoringBodies
    self.endorsements = endorsements
  }

  /// How many rows the table has.
  public var count: Int { submittedOn.count }

  /// Whether the plan lists more than one member.
  ///
  /// - Parameter plan: A row of the table.
  /// - Returns: True for two to four members.
  public func isJoint(_ plan: Int) -> Bool { members[plan].count > 1 }
}
