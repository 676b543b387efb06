/// A number of the rules that decides statuses: what sweeps and margins vary.
///
/// With every one of them a limit lies later, or is reached by more, the higher it is, and never
/// is the highest value of all. So where a run meets a limit, it would have met it just so for all
/// values up to some value, and that is what a replay can tell while it runs
/// (``StatusMachine``'s bounds).
package enum Threshold: Int, CaseIterable, Sendable {
  case firstPlan, planGap, stalled, silent, inactive, minMet, probation

  /// Stands for never: above every number.
  package static let never = RuleTerms.never

  /// The parameter that it is.
  package var parameter: Parameter {
    switch self {
    case .firstPlan: .firstPlanMonths
    case .planGap: .planGapMonths
    case .stalled: .stalledQuarters
    case .silent: .silentQuarters
    case .inactive: .inactiveMonths
    case .minMet: .minMet
    case .probation: .probationMonths
    }
  }

  /// The threshold that a parameter is, if it is one.
  package init?(_ parameter: Parameter) {
    guard let threshold = Threshold.allCases.first(where: { $0.parameter == parameter }) else {
      return nil
    }
    self = threshold
  }

  /// Whether it counts months, so that its limits are days.
  package var countsMonths: Bool { parameter.unit == .months }

  /// The value of a rule set.
  package func value(in rules: RuleSet) -> Int32 {
    rules.number(of: parameter).map { Int32(clamping: $0) } ?? Self.never
  }
}

/// How a listener wants to hear how far thresholds could rise.
enum BoundUnit {
  /// Not at all.
  case none
  /// As values of the thresholds: months, quarters, requirements.
  case values
  /// Months as days by which their limits move, the rest as values.
  case days
}
