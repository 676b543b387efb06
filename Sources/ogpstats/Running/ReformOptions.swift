import Membership
import Warehouse

/// The options that say what a reform is.
enum ReformOptions {
  static let reform = Option(
    "reform", "FILE", .file, "a rule file of the reform; what it leaves out is as in the baseline")
  static let change = Option(
    "change", "NAME=VALUE", .assignment { Parameter.allCases.map(\.name) }, repeatable: true,
    "another value for a parameter under the reform")
  static let effective = Option(
    "effective", "DATE", .day, "the reform's first day; default: it holds throughout")

  /// All of them.
  static let all = [reform, change, effective]

  /// Whether a command line asks for a reform.
  static func isGiven(_ invocation: Invocation) -> Bool {
    invocation.has(reform) || invocation.has(change)
  }

  /// The baseline, and the reform where one is asked for.
  ///
  /// - Parameters:
  ///   - invocation: The command line.
  ///   - baseline: The rules under `--rules` and `--set`.
  /// - Returns: The schedule; without a reform the baseline alone.
  /// - Throws: ``UsageError`` for rules that cannot be, ``RunError`` for a file that cannot be read.
  static func schedule(_ invocation: Invocation, from baseline: RuleSet) throws -> RuleSchedule {
    guard isGiven(invocation) else {
      if invocation.has(effective) {
        throw UsageError(
          "\(effective.flag) goes with \(reform.flag) or \(change.flag); there is no reform")
      }
      return RuleSchedule(baseline)
    }
    let rules = try RuleReading.rules(
      invocation, file: reform, settings: change, onto: baseline)
    return RuleSchedule(
      baseline: baseline, reform: rules, effective: invocation.day(effective))
  }
}
