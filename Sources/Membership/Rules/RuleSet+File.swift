public import Warehouse

extension RuleSet {
  /// The rules as the JSON object that a rule file holds: every parameter, `"never"` for never.
  public var json: JSON {
    .object(
      Parameter.allCases.map { parameter in
        let text = text(of: parameter)
        let items = text.isEmpty ? [] : text.split(separator: ",").map(String.init)
        let value: JSON =
          switch parameter.values {
          case .numbers: .array(items.map { .number($0) })
          case .codes: .array(items.map { .string($0) })
          case .number where text != "never": .number(text)
          case .number, .code: .string(text)
          }
        return JSON.Member(parameter.name, value)
      })
  }

  /// Rules from a rule file: a flat object of parameters; what it leaves out is as in `base`.
  ///
  /// Never is `"never"` or null; a list is an array, or text as `--set` takes it.
  ///
  /// - Parameters:
  ///   - json: The file's value.
  ///   - base: The handbook for `--rules`, the baseline for `--reform`.
  /// - Returns: The rules, not yet ``validated()``, since `--set` may follow.
  /// - Throws: ``ParameterError`` for the first member that cannot be.
  public static func reading(
    _ json: JSON, onto base: RuleSet = .handbook
  ) throws(ParameterError) -> RuleSet {
    guard case .object(let members) = json else { throw .notAnObject }
    var rules = base
    for member in members {
      let parameter = try Parameter(named: member.name)
      guard let text = member.value.settingText else {
        throw parameter.refusal(of: member.value.compact)
      }
      rules = try rules.setting(parameter, to: text)
    }
    return rules
  }
}

extension JSON {
  /// The value as `--set` would take it; nothing for what no parameter takes.
  fileprivate var settingText: String? {
    switch self {
    case .null: return "never"
    case .number(let digits): return digits
    case .string(let text): return text
    case .array(let items):
      var texts: [String] = []
      for item in items {
        switch item {
        case .number(let text), .string(let text): texts.append(text)
        default: return nil
        }
      }
      return texts.joined(separator: ",")
    case .bool, .object: return nil
    }
  }
}
