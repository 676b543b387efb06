/// The jurisdictions of the programme, one row each.
public struct Members: Sendable {
  /// `member_id`, unique.
  public let ids: TextArena
  /// `name`.
  public let names: TextArena
  /// `country`.
  public let countries: [Country]
  /// `region`: OGP's own.
  public let regions: [Region]
  /// `kind`.
  public let kinds: [Kind?]
  /// `population`.
  public let populations: OptionalNumbers
  /// `joined_on`: the first day of the first spell.
  public let joinedOn: [Day]
  /// `cohort`, or the year of `joined_on` where the data has none.
  public let cohorts: TextArena
  /// `first_plan_due_on`: set by the Support Unit.
  public let firstPlanDueOn: OptionalDays

  package init(
    ids: TextArena, names: TextArena, countries: [Country], regions: [Region], kinds: [Kind?],
    populations: OptionalNumbers, joinedOn: [Day], cohorts: TextArena,
    firstPlanDueOn: OptionalDays
  ) {
    self.ids = ids
    self.names = names
    self.countries = countries
    self.regions = regions
    self.kinds = kinds
    self.populations = populations
    self.joinedOn = joinedOn
    self.cohorts = cohorts
    self.firstPlanDueOn = firstPlanDueOn
  }

  /// How many rows the table has.
  public var count: Int { countries.count }
}
