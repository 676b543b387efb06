import Warehouse

extension RuleSet {
  /// The value of a parameter as `--set` takes it: `4`, `never`, `forum,endorsement`, `medium`.
  ///
  /// - Parameter parameter: Any of them.
  /// - Returns: The text.
  public func text(of parameter: Parameter) -> String {
    switch parameter {
    case .required:
      return required.numbers.map { CodeList.requirement.entries[$0].code }.joined(separator: ",")
    case .maxCommitments: return maxCommitments.map(String.init).joined(separator: ",")
    case .starMinSpecificity: return starMinSpecificity?.code ?? "never"
    case .starMinImpact: return starMinImpact.code
    case .starMinCompletion: return starMinCompletion.code
    default: return number(of: parameter).map { String($0) } ?? "never"
    }
  }

  /// The value of a parameter that is one number; nothing for never, and for lists and codes.
  ///
  /// - Parameter parameter: Any of them.
  /// - Returns: The number.
  public func number(of parameter: Parameter) -> Int? {
    switch parameter {
    case .firstPlanMonths: firstPlanMonths
    case .planGapMonths: planGapMonths
    case .stalledQuarters: stalledQuarters
    case .silentQuarters: silentQuarters
    case .inactiveMonths: inactiveMonths
    case .minMet: minMet
    case .probationMonths: probationMonths
    case .inceptionMonths: inceptionMonths
    case .completionMonths: completionMonths
    case .learningMonths: learningMonths
    case .minCommitmentMonths: minCommitmentMonths
    case .amendmentMonths: amendmentMonths
    case .termMarginMonths: termMarginMonths
    case .coCreationMeetings: coCreationMeetings
    case .meetingsPerYear: meetingsPerYear
    case .required, .maxCommitments, .starMinSpecificity, .starMinImpact, .starMinCompletion: nil
    }
  }

  /// The same rules but for one value.
  ///
  /// - Parameters:
  ///   - parameter: Which one.
  ///   - text: The value as ``text(of:)`` writes it; space around it and its items is ignored.
  /// - Returns: The changed rules, not yet ``validated()``.
  /// - Throws: ``ParameterError/badValue(_:text:expected:)`` where the parameter does not take it.
  public func setting(_ parameter: Parameter, to text: String) throws(ParameterError) -> RuleSet {
    var changed = self
    let value = text.trimmed
    let isNever = value == "never" && parameter.allowsNever
    switch parameter.values {
    case .number(let bounds):
      let number = isNever ? nil : whole(value, in: bounds)
      guard isNever || number != nil else { throw parameter.refusal(of: text) }
      changed.set(parameter, to: number)
    case .numbers(let count, let bounds):
      let numbers = items(of: value).compactMap { whole($0, in: bounds) }
      guard numbers.count == count, items(of: value).count == count else {
        throw parameter.refusal(of: text)
      }
      changed.maxCommitments = numbers
    case .codes(let list):
      var set = CodeSet()
      for item in value.isEmpty ? [] : items(of: value) {
        guard let number = list.number(of: item) else { throw parameter.refusal(of: text) }
        set.insert(CodeSet(rawValue: 1 << UInt64(number)))
      }
      changed.required = set
    case .code(let list):
      let number = list.number(of: value).flatMap { UInt8(exactly: $0) }
      guard isNever || number != nil else { throw parameter.refusal(of: text) }
      changed.set(parameter, toCode: number)
    }
    return changed
  }

  /// The same rules but for some values, each written `NAME=VALUE`, set one after the other.
  ///
  /// - Parameter assignments: What `--set` and `--change` take.
  /// - Returns: The changed rules.
  /// - Throws: ``ParameterError`` for the first that cannot be, or where they do not agree with
  ///   each other in the end.
  public func setting(_ assignments: [String]) throws(ParameterError) -> RuleSet {
    var rules = self
    for assignment in assignments {
      guard let sign = assignment.firstIndex(of: "=") else { throw .notASetting(text: assignment) }
      let parameter = try Parameter(named: String(assignment[..<sign]))
      rules = try rules.setting(parameter, to: String(assignment[assignment.index(after: sign)...]))
    }
    return try rules.validated()
  }

  private mutating func set(_ parameter: Parameter, to number: Int?) {
    switch parameter {
    case .firstPlanMonths: firstPlanMonths = number
    case .planGapMonths: planGapMonths = number
    case .stalledQuarters: stalledQuarters = number
    case .silentQuarters: silentQuarters = number
    case .inactiveMonths: inactiveMonths = number
    case .minMet: minMet = number ?? minMet
    case .probationMonths: probationMonths = number
    case .inceptionMonths: inceptionMonths = number ?? inceptionMonths
    case .completionMonths: completionMonths = number ?? completionMonths
    case .learningMonths: learningMonths = number ?? learningMonths
    case .minCommitmentMonths: minCommitmentMonths = number ?? minCommitmentMonths
    case .amendmentMonths: amendmentMonths = number ?? amendmentMonths
    case .termMarginMonths: termMarginMonths = number ?? termMarginMonths
    case .coCreationMeetings: coCreationMeetings = number ?? coCreationMeetings
    case .meetingsPerYear: meetingsPerYear = number ?? meetingsPerYear
    case .required, .maxCommitments, .starMinSpecificity, .starMinImpact, .starMinCompletion: break
    }
  }

  private mutating func set(_ parameter: Parameter, toCode number: UInt8?) {
    switch parameter {
    case .starMinSpecificity: starMinSpecificity = number.flatMap(Specificity.init(rawValue:))
    case .starMinImpact:
      starMinImpact = number.flatMap(PotentialImpact.init(rawValue:)) ?? starMinImpact
    case .starMinCompletion:
      starMinCompletion = number.flatMap(Completion.init(rawValue:)) ?? starMinCompletion
    default: break
    }
  }
}

/// The items of a comma-separated list, without the space around them.
private func items(of text: String) -> [String] {
  text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
}

/// A whole number written in digits only (readings.md 5), within bounds.
private func whole(_ text: String, in bounds: ClosedRange<Int>) -> Int? {
  guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
    let number = Int(text), bounds.contains(number)
  else { return nil }
  return number
}

extension Parameter {
  /// The error for a value that the parameter does not take.
  func refusal(of text: String) -> ParameterError {
    .badValue(self, text: text, expected: expectation)
  }

  /// What the parameter takes, in words that can follow "is not".
  public var expectation: String {
    let never = allowsNever ? " or never" : ""
    switch values {
    case .number(let bounds) where bounds.upperBound == Int(Int32.max):
      return "a whole number from \(bounds.lowerBound)" + never
    case .number(let bounds):
      return "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)" + never
    case .numbers(let count, _):
      return "\(count) whole numbers with commas between them, such as \(handbookText)"
    case .codes(let list):
      return "a list of \(list.codes.joined(separator: ", ")) with commas between them"
    case .code(let list):
      return "one of \(list.codes.joined(separator: ", "))" + never
    }
  }
}
