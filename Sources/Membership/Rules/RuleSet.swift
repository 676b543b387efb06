public import Warehouse

/// The values of all parameters: the rules in force.
///
/// Immutable; a change makes another one.
public struct RuleSet: Hashable, Sendable {
  /// The handbook's values.
  public static let handbook = RuleSet()

  /// From joining to the first plan, where the Support Unit set no date; `nil`: never.
  public internal(set) var firstPlanMonths: Int? = 12
  /// From a plan's end to the next plan's submission (§3.2, §4.1); `nil`: never.
  public internal(set) var planGapMonths: Int? = 4
  /// Consecutive quarters without progress (§4.1); `nil`: never.
  public internal(set) var stalledQuarters: Int? = 2
  /// Consecutive quarters without a tracker update (§4.1); `nil`: never.
  public internal(set) var silentQuarters: Int? = 2
  /// Months of inactivity until probation (§4.2); `nil`: never.
  public internal(set) var inactiveMonths: Int? = 6
  /// The requirements that count (§3.3.1): bit n is ``Warehouse/Requirement`` n.
  public internal(set) var required = CodeSet(rawValue: 0b1111)
  /// How many of the required ones must be met (§4.2); 0: the rule is off.
  public internal(set) var minMet = 4
  /// Months of probation until the membership is revoked (§4.2); `nil`: never.
  public internal(set) var probationMonths: Int? = 4
  /// From a plan's submission to its inception assessment (§3.5.1).
  public internal(set) var inceptionMonths = 2
  /// From a commitment's implementation or the plan's end to its assessment (§3.5.2).
  public internal(set) var completionMonths = 1
  /// From a plan's end to its final learning exercise (§3.5.3).
  public internal(set) var learningMonths = 2
  /// Commitments at any one time in a plan of 1, 2, 3 and 4 members (§3.2, §3.4).
  public internal(set) var maxCommitments = [5, 10, 12, 12]
  /// The shortest commitment (§3.2.1.2).
  public internal(set) var minCommitmentMonths = 12
  /// After a commitment's submission, in which it may be withdrawn (§3.2.1.3).
  public internal(set) var amendmentMonths = 6
  /// From a plan's end to the end of the administration's term (§3.2).
  public internal(set) var termMarginMonths = 2
  /// Meetings at least while a plan is co-created (§3.3.1).
  public internal(set) var coCreationMeetings = 1
  /// Meetings at least in each full year of a plan (§3.3.1).
  public internal(set) var meetingsPerYear = 2
  /// The star rule's least specificity; `nil`: not asked.
  public internal(set) var starMinSpecificity: Specificity? = .medium
  /// The star rule's least potential impact.
  public internal(set) var starMinImpact = PotentialImpact.transformative
  /// The star rule's least completion.
  public internal(set) var starMinCompletion = Completion.substantial

  /// How many commitments a plan of so many members may have at any one time.
  ///
  /// - Parameter members: How many members the plan lists, 1 to 4.
  /// - Returns: The limit.
  public func maxCommitments(ofPlanWith members: Int) -> Int {
    maxCommitments[min(max(members, 1), maxCommitments.count) - 1]
  }

  /// These rules, if they agree with each other: no more requirements must be met than count.
  ///
  /// One setting at a time cannot be judged for that, since another one may follow it.
  ///
  /// - Returns: The same rules.
  /// - Throws: ``ParameterError/tooManyRequired(minMet:required:)``.
  public func validated() throws(ParameterError) -> RuleSet {
    guard minMet <= required.size else {
      throw .tooManyRequired(minMet: minMet, required: required.size)
    }
    return self
  }
}
