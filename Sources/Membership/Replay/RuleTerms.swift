import Warehouse

/// A rule set as the replay's loop reads it: numbers only, no references.
struct RuleTerms: Hashable, Sendable {
  /// Stands for never.
  static let never = Int32.max

  var firstPlanMonths: Int32
  var planGapMonths: Int32
  var stalledQuarters: Int
  var silentQuarters: Int
  var inactiveMonths: Int32
  var probationMonths: Int32
  /// The requirements that count, as bits.
  let required: UInt8
  /// Bit n is set where a plan that has met exactly the requirements of bit pattern n fails.
  var failing: UInt16

  /// Days by which the limits of one threshold lie later than its months say; earlier if negative.
  var shifted: Threshold?
  var shift: Int32 = 0

  init(_ rules: RuleSet) {
    func months(_ value: Int?) -> Int32 { value.map { Int32(clamping: $0) } ?? Self.never }
    firstPlanMonths = months(rules.firstPlanMonths)
    planGapMonths = months(rules.planGapMonths)
    stalledQuarters = rules.stalledQuarters ?? Int(Self.never)
    silentQuarters = rules.silentQuarters ?? Int(Self.never)
    inactiveMonths = months(rules.inactiveMonths)
    probationMonths = months(rules.probationMonths)
    required = UInt8(truncatingIfNeeded: rules.required.rawValue)
    failing = Self.failing(required, rules.minMet)
  }

  /// The patterns of met requirements with fewer than so many of the required ones.
  static func failing(_ required: UInt8, _ minMet: Int) -> UInt16 {
    var failing: UInt16 = 0
    for met in 0..<UInt8(16) where (met & required).nonzeroBitCount < minMet {
      failing |= 1 << UInt16(met)
    }
    return failing
  }

  /// The fewest required ones met by any of some patterns.
  func fewestMet(of present: UInt16) -> Int32 {
    var fewest = Int32.max
    var rest = present
    while rest != 0 {
      let met = UInt8(truncatingIfNeeded: rest.trailingZeroBitCount)
      fewest = min(fewest, Int32((met & required).nonzeroBitCount))
      rest &= rest &- 1
    }
    return fewest
  }

  /// The months of a threshold that counts months.
  func months(of threshold: Threshold) -> Int32 {
    switch threshold {
    case .firstPlan: firstPlanMonths
    case .planGap: planGapMonths
    case .inactive: inactiveMonths
    case .probation: probationMonths
    case .stalled, .silent, .minMet: Self.never
    }
  }

  /// Sets one threshold.
  mutating func set(_ threshold: Threshold, to value: Int32) {
    switch threshold {
    case .firstPlan: firstPlanMonths = value
    case .planGap: planGapMonths = value
    case .inactive: inactiveMonths = value
    case .probation: probationMonths = value
    case .stalled: stalledQuarters = Int(value)
    case .silent: silentQuarters = Int(value)
    case .minMet: failing = Self.failing(required, Int(value))
    }
  }
}

/// A schedule of rules as the replay's loop reads it.
package struct CompiledSchedule: Hashable, Sendable {
  var baseline: RuleTerms
  var reform: RuleTerms
  /// The reform's first day; `Int32.min`: throughout, `Int32.max`: no reform.
  var effective: Int32

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
