public import Membership
import Warehouse

/// A parameter with the values that a sweep gives it.
public struct SweptParameter: Hashable, Sendable {
  /// Which one.
  public let parameter: Parameter
  /// The values as `--set` takes them, in the order given, each once.
  public let values: [String]

  /// A sweep as `--sweep` takes it: `silent_quarters=1..6`, `plan_gap_months=2,3,never`,
  /// `star_min_impact=moderate..transformative`.
  ///
  /// Ranges and values may be mixed; a value that comes again counts where it came first. Ranges of
  /// codes go by the order of the codes.
  ///
  /// - Parameter text: `NAME=RANGE`.
  /// - Throws: ``SweepError``.
  public init(_ text: String) throws(SweepError) {
    guard let sign = text.firstIndex(of: "=") else { throw .notASweep(text: text) }
    do throws(ParameterError) {
      parameter = try Parameter(named: String(text[..<sign]))
    } catch { throw .parameter(error) }
    var values: [String] = []
    var seen: Set<String> = []
    let range = text[text.index(after: sign)...]
    for item in range.split(separator: ",", omittingEmptySubsequences: false) {
      for value in try Self.values(of: parameter, in: String(item))
      where seen.insert(value).inserted {
        values.append(value)
      }
      guard values.count <= ScenarioGrid.most else { throw .tooMany(most: ScenarioGrid.most) }
    }
    self.values = values
  }

  /// The value of a reform's part under the baseline, then under the reform.
  init(splitting part: ReformPart) {
    parameter = part.parameters[0]
    values = [part.before[0], part.after[0]]
  }

  /// One value, or all from one to another.
  private static func values(
    of parameter: Parameter, in item: String
  ) throws(SweepError) -> [String] {
    switch parameter.values {
    case .codes, .numbers: throw .isAList(parameter)
    case .number, .code: break
    }
    let ends = item.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard ends.count == 3, ends[1].isEmpty else { return [try normal(item, of: parameter)] }
    let first = try normal(String(ends[0]), of: parameter)
    let last = try normal(String(ends[2]), of: parameter)
    if case .code(let list) = parameter.values {
      guard let start = list.number(of: first), let end = list.number(of: last), start <= end else {
        throw .badRange(parameter, text: item)
      }
      return Array(list.codes[start...end])
    }
    guard let start = Int(first), let end = Int(last), start <= end else {
      throw .badRange(parameter, text: item)
    }
    guard end - start < ScenarioGrid.most else { throw .tooMany(most: ScenarioGrid.most) }
    return (start...end).map { String($0) }
  }

  /// A value as it is always written.
  private static func normal(
    _ text: String, of parameter: Parameter
  ) throws(SweepError) -> String {
    do throws(ParameterError) {
      return try RuleSet.handbook.setting(parameter, to: text).text(of: parameter)
    } catch { throw .parameter(error) }
  }
}
