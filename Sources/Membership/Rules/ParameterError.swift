import Warehouse

/// Why a rule set cannot be what was asked for: the message says what to write instead.
public enum ParameterError: Error, Hashable, Sendable {
  /// There is no parameter of that name.
  case unknown(name: String, nearest: String?)
  /// The parameter does not take that value.
  case badValue(Parameter, text: String, expected: String)
  /// A setting is not of the form `NAME=VALUE`.
  case notASetting(text: String)
  /// More requirements must be met than count.
  case tooManyRequired(minMet: Int, required: Int)
  /// A rule file is not a flat JSON object.
  case notAnObject
}

extension Parameter {
  /// The code that was probably meant by text that is none, or whose first wrong item is none.
  fileprivate func nearestCode(to text: String) -> String? {
    switch values {
    case .code(let list), .codes(let list):
      let items = text.split(separator: ",").map { String($0).trimmed }
      guard let wrong = items.first(where: { list.number(of: $0) == nil }) else { return nil }
      return SimilarNames.nearest(to: wrong, among: list.codes)
    case .number, .numbers: return nil
    }
  }
}

extension ParameterError: CustomStringConvertible {
  /// What stands there, what was expected, and the nearest right name.
  public var description: String {
    switch self {
    case .unknown(let name, let nearest?):
      "unknown parameter '\(name)'; did you mean '\(nearest)'?"
    case .unknown(let name, nil):
      "unknown parameter '\(name)'; `ogpstats rules` lists them all"
    case .badValue(let parameter, let text, let expected):
      "\(parameter.name): '\(text)' is not \(expected)"
        + (parameter.nearestCode(to: text).map { "; did you mean '\($0)'?" } ?? "")
    case .notASetting(let text):
      "'\(text)' is not NAME=VALUE, such as plan_gap_months=6"
    case .tooManyRequired(let minMet, let required):
      "min_met is \(minMet), but required lists \(required);"
        + " set min_met to at most \(required), or add to required"
    case .notAnObject:
      "a rule file is one flat JSON object, such as {\"plan_gap_months\": 6}"
    }
  }
}
