/// Final learning exercises of plans (handbook §3.5.3).
public struct LearningExercises: Sendable {
  /// The plan, a row of ``Plans``.
  public let plans: [Int32]
  /// `submitted_on`.
  public let submittedOn: [Day]

  package init(
    plans: [Int32], submittedOn: [Day]
  ) {
    self.plans = plans
    self.submittedOn = submittedOn
  }

  /// How many rows the table has.
  public var count: Int { plans.count }
}
