public import Membership
import Warehouse

/// The rule sets that a simulation compares with the baseline: a reform, or every combination of
/// swept values on top of it.
public struct ScenarioGrid: Hashable, Sendable {
  /// The most combinations that are held at once.
  public static let most = 4_000_000

  /// The reform that the swept values are set on.
  public let reform: RuleSet
  /// The swept parameters; none: the reform is the only scenario.
  public let sweeps: [SweptParameter]
  /// How many scenarios there are.
  public let count: Int

  /// A reform, or a full grid on top of it.
  ///
  /// - Parameters:
  ///   - reform: The reform; its `min_met` need not agree with `required` where it is swept.
  ///   - sweeps: The swept parameters, the first to vary slowest.
  /// - Throws: ``SweepError`` where a parameter is swept twice, some combination is no rule set, or
  ///   there are too many.
  public init(reform: RuleSet, sweeps: [SweptParameter] = []) throws(SweepError) {
    var count = 1
    for (place, sweep) in sweeps.enumerated() {
      guard !sweeps[..<place].contains(where: { $0.parameter == sweep.parameter }) else {
        throw .twice(sweep.parameter)
      }
      count *= sweep.values.count
      guard count <= Self.most else { throw .tooMany(most: Self.most) }
    }
    let swept = sweeps.first { $0.parameter == .minMet }?.values.compactMap { Int($0) }.max()
    let minMet = swept ?? reform.minMet
    guard minMet <= reform.required.size else {
      throw .tooManyRequired(minMet: minMet, required: reform.required.size)
    }
    self.reform = reform
    self.sweeps = sweeps
    self.count = count
  }

  /// Every set of some parts of a reform: the first of each part's two values is the baseline's.
  ///
  /// - Parameters:
  ///   - rules: The rules around the parts.
  ///   - parts: Parts of one parameter each; all their combinations are rule sets.
  init(splitting rules: RuleSet, _ parts: [ReformPart]) {
    reform = rules
    sweeps = parts.map { SweptParameter(splitting: $0) }
    count = 1 << parts.count
  }

  /// Which of its values each swept parameter has in a scenario.
  ///
  /// - Parameter scenario: 0 to ``count`` − 1.
  /// - Returns: A place among the values for each sweep, in their order.
  func places(of scenario: Int) -> [Int] {
    var places = [Int](repeating: 0, count: sweeps.count)
    var rest = scenario
    for index in sweeps.indices.reversed() {
      places[index] = rest % sweeps[index].values.count
      rest /= sweeps[index].values.count
    }
    return places
  }

  /// A scenario's name: `reform`, or `NAME=VALUE NAME=VALUE` in the order given.
  ///
  /// - Parameter scenario: 0 to ``count`` − 1.
  /// - Returns: The name as tables show it.
  public func name(of scenario: Int) -> String {
    guard !sweeps.isEmpty else { return "reform" }
    return zip(sweeps, places(of: scenario))
      .map { "\($0.parameter.name)=\($0.values[$1])" }
      .joined(separator: " ")
  }

  /// The rules of a scenario.
  ///
  /// - Parameter scenario: 0 to ``count`` − 1.
  /// - Returns: The reform with that combination of values.
  public func rules(of scenario: Int) -> RuleSet {
    zip(sweeps, places(of: scenario)).reduce(reform) { rules, sweep in
      // Every value was read as one of this parameter.
      (try? rules.setting(sweep.0.parameter, to: sweep.0.values[sweep.1])) ?? rules
    }
  }
}
