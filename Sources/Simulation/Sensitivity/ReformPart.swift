public import Membership
import Warehouse

/// One of the changes that a reform is made of.
public struct ReformPart: Hashable, Sendable {
  /// The parameters that change together: one, or `required` with `min_met` where one of them alone
  /// would not be a rule set.
  public let parameters: [Parameter]
  /// Their values under the baseline, as `--set` takes them.
  public let before: [String]
  /// Their values under the reform.
  public let after: [String]

  /// The names, joined by `+`.
  public var name: String { parameters.map(\.name).joined(separator: "+") }

  private init(_ parameters: [Parameter], _ baseline: RuleSet, _ reform: RuleSet) {
    self.parameters = parameters
    before = parameters.map { baseline.text(of: $0) }
    after = parameters.map { reform.text(of: $0) }
  }

  /// Where it stands among the parameters.
  var place: Int { parameters.first.flatMap { Parameter.allCases.firstIndex(of: $0) } ?? 0 }

  /// The rules with this part's values under the reform, or under the baseline.
  func set(in rules: RuleSet, reformed: Bool) -> RuleSet {
    zip(parameters, reformed ? after : before).reduce(rules) { rules, value in
      // The texts were made from values of these parameters.
      (try? rules.setting(value.0, to: value.1)) ?? rules
    }
  }

  /// The parts of a reform, in the order of the parameters.
  static func all(from baseline: RuleSet, to reform: RuleSet) -> [ReformPart] {
    var changed = Parameter.allCases.filter { baseline.text(of: $0) != reform.text(of: $0) }
    let isBound =
      changed.contains(.required) && changed.contains(.minMet)
      && (baseline.minMet > reform.required.size || reform.minMet > baseline.required.size)
    if isBound { changed.removeAll { $0 == .minMet } }
    return changed.map { parameter in
      ReformPart(
        isBound && parameter == .required ? [.required, .minMet] : [parameter], baseline, reform)
    }
  }
}
