import Warehouse

/// What is drawn for a member in a coming quarter.
///
/// Everything that a projection leaves to chance is one of these questions; the rules themselves
/// have no random number in them. Each has its own stream of draws, so that no answer ever shifts
/// another one.
public enum ProjectionDecision: Int, CaseIterable, Hashable, Sendable {
  /// In an obligated quarter: is there a report on the tracker?
  case trackerUpdated
  /// In an updated quarter: is some report progress?
  case progressMade
  /// Is an action plan submitted?
  case planSubmitted
  /// When a plan is assessed: are all four co-creation requirements met?
  case requirementsMet
  /// While a plan lacks some: are they met after all?
  case requirementsMended
  /// Does an inactive member resume, other than by a plan or progress on the tracker?
  case activityResumed
  /// Is voluntary inactivity asked for?
  case leaveTaken
  /// Does the member withdraw?
  case withdrawn

  /// The decision's name in every output and in the keys of its draws.
  public var name: String {
    switch self {
    case .trackerUpdated: "tracker_updated"
    case .progressMade: "progress_made"
    case .planSubmitted: "plan_submitted"
    case .requirementsMet: "requirements_met"
    case .requirementsMended: "requirements_mended"
    case .activityResumed: "activity_resumed"
    case .leaveTaken: "leave_taken"
    case .withdrawn: "withdrawn"
    }
  }

  /// The decision with a name.
  ///
  /// - Parameter name: Such as `plan_submitted`.
  public init?(name: String) {
    guard let decision = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = decision
  }

  /// The situations that are told apart, each with a chance of its own.
  public var contexts: [String] {
    switch self {
    case .trackerUpdated:
      ["first_quarter", "after_update", "silent_1", "silent_2", "silent_3", "silent_4_or_more"]
    case .progressMade: ["first_quarter", "after_progress", "after_stall"]
    case .planSubmitted:
      [
        "first_early", "first_2_before", "first_1_before", "first_due", "first_1_after",
        "first_late", "next_early", "next_2_before", "next_1_before", "next_end", "next_1_after",
        "next_2_after", "next_late",
      ]
    case .requirementsMet: ["assessment"]
    case .requirementsMended: ["same_quarter", "next_quarter", "later"]
    case .activityResumed: ["newly_inactive", "inactive", "inactive_voluntary", "probation"]
    case .leaveTaken: ["active", "inactive"]
    case .withdrawn: ["active", "inactive", "inactive_voluntary", "probation"]
    }
  }
}

/// A decision in one of its situations, as a number from 0: the index of its tally and chance.
struct DecisionSlot: Hashable, Sendable {
  let index: Int

  /// How many there are.
  static let count = ProjectionDecision.allCases.reduce(0) { $0 + $1.contexts.count }

  /// All in order, with their names.
  static let all: [(decision: ProjectionDecision, context: String)] =
    ProjectionDecision.allCases.flatMap { decision in
      decision.contexts.map { (decision, $0) }
    }

  /// The slots of one decision.
  static func range(of decision: ProjectionDecision) -> Range<Int> {
    starts[decision.rawValue]..<starts[decision.rawValue + 1]
  }

  private static let starts: [Int] = ProjectionDecision.allCases.reduce(into: [0]) { starts, next in
    starts.append(starts[starts.count - 1] + next.contexts.count)
  }

  /// A decision's slot in its nth situation.
  private init(_ decision: ProjectionDecision, _ context: Int) {
    index = Self.starts[decision.rawValue] + context
  }

  /// Whether the tracker is updated, by what the quarters just before were.
  static func trackerUpdated(_ record: TrackerRecord) -> DecisionSlot {
    DecisionSlot(.trackerUpdated, record.isFirst ? 0 : min(record.silent, 4) + 1)
  }

  /// Whether there is progress, by whether there was before.
  static func progressMade(_ record: TrackerRecord) -> DecisionSlot {
    DecisionSlot(.progressMade, record.isFirst ? 0 : record.hadProgress ? 1 : 2)
  }

  /// Whether the first plan is submitted, by quarters since the one in which it is due.
  static func firstPlan(quartersSinceDue quarters: Int) -> DecisionSlot {
    DecisionSlot(.planSubmitted, min(max(quarters, -3), 2) + 3)
  }

  /// Whether the next plan is submitted, by quarters since the last one's end.
  static func nextPlan(quartersSinceEnd quarters: Int) -> DecisionSlot {
    DecisionSlot(.planSubmitted, min(max(quarters, -3), 3) + 9)
  }

  /// Whether an assessment finds all requirements met.
  static let requirementsMet = DecisionSlot(.requirementsMet, 0)

  /// Whether missing requirements are met, by quarters since they were found missing.
  static func requirementsMended(quartersSince quarters: Int) -> DecisionSlot {
    DecisionSlot(.requirementsMended, min(max(quarters, 0), 2))
  }

  /// Whether a member resumes in the quarter in which it became inactive.
  static let resumedAtOnce = DecisionSlot(.activityResumed, 0)

  /// Whether a member resumes that began the quarter in a status; nothing for one that need not.
  static func activityResumed(_ status: Status) -> DecisionSlot? {
    switch status {
    case .inactive: DecisionSlot(.activityResumed, 1)
    case .inactiveVoluntary: DecisionSlot(.activityResumed, 2)
    case .probation: DecisionSlot(.activityResumed, 3)
    case .active, .revoked, .withdrawn: nil
    }
  }

  /// Whether a member asks for leave that began the quarter in a status.
  static func leaveTaken(_ status: Status) -> DecisionSlot? {
    switch status {
    case .active: DecisionSlot(.leaveTaken, 0)
    case .inactive: DecisionSlot(.leaveTaken, 1)
    case .inactiveVoluntary, .probation, .revoked, .withdrawn: nil
    }
  }

  /// Whether a member withdraws that began the quarter in a status.
  static func withdrawn(_ status: Status) -> DecisionSlot? {
    switch status {
    case .active: DecisionSlot(.withdrawn, 0)
    case .inactive: DecisionSlot(.withdrawn, 1)
    case .inactiveVoluntary: DecisionSlot(.withdrawn, 2)
    case .probation: DecisionSlot(.withdrawn, 3)
    case .revoked, .withdrawn: nil
    }
  }
}

/// What the obligated quarters just before one were.
struct TrackerRecord: Hashable, Sendable {
  /// Whether the quarter before was not obligated.
  var isFirst = true
  /// How many quarters in a row were silent.
  var silent = 0
  /// Whether the quarter before was a progress quarter.
  var hadProgress = false

  /// Goes on by a quarter.
  mutating func append(isObligated: Bool, isUpdated: Bool, isProgress: Bool) {
    isFirst = !isObligated
    silent = isObligated && !isUpdated ? silent + 1 : 0
    hadProgress = isProgress
  }
}
