public import Warehouse

/// The rules over time: a baseline, and from a day on a reform.
public struct RuleSchedule: Hashable, Sendable {
  /// The rules in force where there is no reform, and before its first day.
  public let baseline: RuleSet
  /// The reform, if any.
  public let reform: RuleSet?
  /// The reform's first day; `nil`: it holds throughout.
  public let effective: Day?

  /// One rule set throughout.
  ///
  /// - Parameter rules: The rules.
  public init(_ rules: RuleSet) {
    baseline = rules
    reform = nil
    effective = nil
  }

  /// A baseline and a reform.
  ///
  /// - Parameters:
  ///   - baseline: The rules before the reform.
  ///   - reform: The rules from its first day on; `nil`: there is none.
  ///   - effective: The reform's first day; `nil`: it holds throughout.
  public init(baseline: RuleSet, reform: RuleSet? = nil, effective: Day? = nil) {
    self.baseline = baseline
    self.reform = reform
    self.effective = effective
  }

  /// The rules in force on a day.
  ///
  /// - Parameter day: Any day.
  /// - Returns: The baseline or the reform.
  public func rules(on day: Day) -> RuleSet {
    guard let reform else { return baseline }
    guard let effective else { return reform }
    return day < effective ? baseline : reform
  }

  /// The handbook throughout.
  public static let handbook = RuleSchedule(.handbook)
}
