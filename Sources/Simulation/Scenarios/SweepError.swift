public import Membership

/// Why sweeps cannot be what was asked for; a mistake in the command line (readings.md 47).
public enum SweepError: Error, Hashable, Sendable {
  /// A sweep is not of the form `NAME=RANGE`.
  case notASweep(text: String)
  /// There is no parameter of that name, or it does not take such a value.
  case parameter(ParameterError)
  /// The parameter is a list: it has no range.
  case isAList(Parameter)
  /// A range ends before it begins, or has an end that is not there.
  case badRange(Parameter, text: String)
  /// The same parameter is swept twice.
  case twice(Parameter)
  /// Some combination requires more than there is to meet.
  case tooManyRequired(minMet: Int, required: Int)
  /// There are too many combinations to hold.
  case tooMany(most: Int)
}

extension SweepError: CustomStringConvertible {
  /// What stands there and what to write instead.
  public var description: String {
    switch self {
    case .notASweep(let text):
      "'\(text)' is not NAME=RANGE, such as silent_quarters=1..6 or plan_gap_months=2,3,never"
    case .parameter(let error): error.description
    case .isAList(let parameter):
      "\(parameter.name) is a list and cannot be swept; set it with --change"
    case .badRange(let parameter, let text):
      "\(parameter.name): '\(text)' is no range: it goes from a value to one that is not lower,"
        + " such as 1..6"
    case .twice(let parameter):
      "\(parameter.name) is swept twice; give all its values in one sweep, such as 1..3,6"
    case .tooManyRequired(let minMet, let required):
      "min_met=\(minMet) is among the combinations, but required lists \(required);"
        + " sweep min_met up to \(required), or add to required"
    case .tooMany(let most):
      "there are more than \(most) combinations; give fewer or shorter ranges"
    }
  }
}
