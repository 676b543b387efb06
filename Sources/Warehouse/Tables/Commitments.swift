/// Commitments of plans (handbook §3.2.1.2).
public struct Commitments: Sendable {
  /// `commitment_id`, unique.
  public let ids: TextArena
  /// The plan, a row of ``Plans``.
  public let plans: [Int32]
  /// `title`.
  public let titles: TextArena
  /// The one member it applies to; none: joint, it applies to every member of the plan.
  public let members: OptionalRows
  /// `submitted_on`, or the plan's where the data has none.
  public let submittedOn: [Day]
  /// `starts_on`; of a month its first day.
  public let startsOn: [Day]
  /// `ends_on`; of a month its last day.
  public let endsOn: [Day]
  /// `withdrawn_on`; known only from that day.
  public let withdrawnOn: OptionalDays
  /// `policy_areas`, as bits of the dataset's ``Taxonomy/policyAreas``.
  public let policyAreas: [CodeSet]
  /// `sectors`, as bits of the dataset's ``Taxonomy/sectors``.
  public let sectors: [CodeSet]
  /// `values`, as bits of ``Value``.
  public let values: [CodeSet]
  /// `resources_secured`.
  public let resourcesSecured: [Extent?]
  /// `lead_agency`.
  public let leadAgencies: TextArena
  /// `civil_society_lead`.
  public let civilSocietyLeads: TextArena

  package init(
    ids: TextArena, plans: [Int32], titles: TextArena, members: OptionalRows, submittedOn: [Day],
    startsOn: [Day], endsOn: [Day], withdrawnOn: OptionalDays, policyAreas: [CodeSet],
    sectors: [CodeSet], values: [CodeSet], resourcesSecured: [Extent?], leadAgencies: TextArena,
    civilSocietyLeads: TextArena
  ) {
    self.ids = ids
    self.plans = plans
    self.titles = titles
    self.members = members
    self.submittedOn = submittedOn
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.withdrawnOn = withdrawnOn
    self.policyAreas = policyAreas
    self.sectors = sectors
    self.values = values
    self.resourcesSecured = resourcesSecured
    self.leadAgencies = leadAgencies
    self.civilSocietyLeads = civilSocietyLeads
  }

  /// How many rows the table has.
  public var count: Int { plans.count }
}
