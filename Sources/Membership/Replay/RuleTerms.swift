import Warehouse

/// A rule set as the replay's loop reads it: numbers only, no references.
struct RuleTerms: Hashable, Sendable {
  /// Stands for never.
  static let never = Int32.max

  let firstPlanMonths: Int32
  let planGapMonths: Int32
  let stalledQuarters: Int
  let silentQuarters: Int
  let inactiveMonths: Int32
  let probationMonths: Int32
  /// Bit n is set where a plan that has met exactly the requirements of bit pattern n fails.
  let failing: UInt16

  init(_ rules: RuleSet) {
    func months(_ value: Int?) -> Int32 { value.map { Int32(clamping: $0) } ?? Self.never }
    firstPlanMonths = months(rules.firstPlanMonths)
    planGapMonths = months(rules.planGapMonths)
    stalledQuarters = rules.stalledQuarters ?? Int(Self.never)
    silentQuarters = rules.silentQuarters ?? Int(Self.never)
    inactiveMonths = months(rules.inactiveMonths)
    probationMonths = months(rules.probationMonths)
    var failing: UInt16 = 0
    for met in 0..<16 {
      let counted = UInt64(met) & rules.required.rawValue
      if counted.nonzeroBitCount < rules.minMet { failing |= 1 << UInt16(met) }
    }
    self.failing = failing
  }
}

/// A schedule of rules as the replay's loop reads it.
package struct CompiledSchedule: Hashable, Sendable {
  let baseline: RuleTerms
  let reform: RuleTerms
  /// The reform's first day; `Int32.min`: throughout, `Int32.max`: no reform.
  let effective: Int32

  /// - Parameter schedule: The rules over time.
  package init(_ schedule: RuleSchedule) {
    baseline = RuleTerms(schedule.baseline)
    guard let reform = schedule.reform else {
      self.reform = baseline
      effective = Int32.max
      return
    }
    self.reform = RuleTerms(reform)
    effective = schedule.effective?.number ?? Int32.min
  }
}
