public import Membership
public import Warehouse

extension Projection {
  /// What is projected: from which day, how far, under which rules, how often.
  public struct Plan: Hashable, Sendable {
    /// The day whose knowledge counts; the future begins on the next one.
    public let asOf: Day
    /// How many quarters: those whose last day comes after the as-of day.
    public let quarters: Int
    /// How many futures are drawn.
    public let replicates: Int
    /// The seed of all draws.
    public let seed: UInt64
    /// The rules that the past is read by and that the future goes on under.
    public let baseline: RuleSchedule
    /// Other rules, to be compared on the same draws.
    public let reform: RuleSchedule?
    /// Chances that are set rather than estimated, in all situations of a decision.
    public let fixed: [ProjectionDecision: Double]

    /// How many quarters may be asked for.
    public static let quarterRange = 1...80
    /// How many replicates may be asked for.
    public static let replicateRange = 1...1_000_000

    /// A plan.
    ///
    /// - Parameters:
    ///   - asOf: The day whose knowledge counts.
    ///   - quarters: How many quarters, within ``quarterRange``.
    ///   - replicates: How many futures, within ``replicateRange``.
    ///   - seed: The seed of all draws.
    ///   - baseline: The rules.
    ///   - reform: Other rules to compare, with the baseline's before their first day.
    ///   - fixed: Chances within 0…1 that are set rather than estimated.
    /// - Throws: ``ProjectionError/outOfRange(_:allowed:)``.
    public init(
      asOf: Day, quarters: Int = 12, replicates: Int = 1000, seed: UInt64 = 1,
      baseline: RuleSchedule = .handbook, reform: RuleSchedule? = nil,
      fixed: [ProjectionDecision: Double] = [:]
    ) throws(ProjectionError) {
      guard Self.quarterRange.contains(quarters) else {
        throw .outOfRange("\(quarters) quarters", allowed: "1 to 80")
      }
      guard Self.replicateRange.contains(replicates) else {
        throw .outOfRange("\(replicates) replicates", allowed: "1 to 1,000,000")
      }
      for (decision, chance) in fixed where !(0...1).contains(chance) {
        throw .outOfRange("a chance of \(chance) for \(decision.name)", allowed: "0 to 1")
      }
      self.asOf = asOf
      self.quarters = quarters
      self.replicates = replicates
      self.seed = seed
      self.baseline = baseline
      self.reform = reform
      self.fixed = fixed
    }

    /// The rules of each scenario: the baseline's, and the reform's if there is one.
    var schedules: [RuleSchedule] { [baseline] + (reform.map { [$0] } ?? []) }

    /// The days on which the quarters end.
    var timeline: Timeline { Timeline(asOf: asOf, quarters: quarters) }
  }
}

/// Why there is no projection.
public enum ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A number of the plan is not allowed.
  case outOfRange(String, allowed: String)
  /// The caller asked to stop.
  case stopped
  /// No quarter ends between the day to fit up to and the as-of day, or no member had joined.
  case nothingToScore(Day)
  /// Partial results were made under different plans.
  case differentPlans
  /// Two partial results hold the same member, or the same part of the members.
  case overlapping(String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .outOfRange(let found, let allowed): "\(found): allowed are \(allowed)"
    case .stopped: "the projection was stopped"
    case .nothingToScore(let day):
      "no quarter ends after \(day) by the as-of day, or no member had joined: there is nothing to"
        + " score a projection by"
    case .differentPlans:
      "the partial results were made from different days, rules, seeds, quarters or replicates;"
        + " make all of them with the same options"
    case .overlapping(let what): "\(what) is in two of the partial results; leave one of them out"
    }
  }
}

/// The coming quarters as days.
struct Timeline: Hashable, Sendable {
  /// The first coming quarter.
  let first: Int
  /// For each quarter the day before its first coming one.
  let begins: [Int32]
  /// For each quarter its last day.
  let ends: [Int32]
  /// The part of the first quarter that is still to come.
  let firstPart: Double

  init(asOf: Day, quarters: Int) {
    let first = Quarter(containing: asOf + 1)
    self.first = first.index
    let days = (first.index..<first.index + quarters).map { Quarter(index: $0) }
    begins = days.map { max($0.firstDay.number - 1, asOf.number) }
    ends = days.map { $0.lastDay.number }
    firstPart = Double(first.lastDay - asOf) / Double(first.lastDay - first.firstDay + 1)
  }

  var count: Int { ends.count }

  /// The last day of all.
  var last: Day { Day(number: ends[ends.count - 1]) }
}
