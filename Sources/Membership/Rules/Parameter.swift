public import Warehouse

/// One number, list or code that the rules depend on (status.md, "Parameters").
///
/// The one table of them: rule files, `--set`, sweeps, help, explanations and the manual read
/// unit, section, bounds and meaning from here. Raw values are the names people write.
public enum Parameter: String, CaseIterable, Sendable {
  case firstPlanMonths = "first_plan_months"
  case planGapMonths = "plan_gap_months"
  case stalledQuarters = "stalled_quarters"
  case silentQuarters = "silent_quarters"
  case inactiveMonths = "inactive_months"
  case required
  case minMet = "min_met"
  case probationMonths = "probation_months"
  case inceptionMonths = "inception_months"
  case completionMonths = "completion_months"
  case learningMonths = "learning_months"
  case maxCommitments = "max_commitments"
  case minCommitmentMonths = "min_commitment_months"
  case amendmentMonths = "amendment_months"
  case termMarginMonths = "term_margin_months"
  case coCreationMeetings = "co_creation_meetings"
  case meetingsPerYear = "meetings_per_year"
  case starMinSpecificity = "star_min_specificity"
  case starMinImpact = "star_min_impact"
  case starMinCompletion = "star_min_completion"

  /// What a value counts or names.
  public enum Unit: String, CaseIterable, Sendable {
    /// Calendar months.
    case months
    /// Calendar quarters.
    case quarters
    /// Things.
    case count
    /// Codes of a list.
    case list
    /// One code of a list.
    case code
  }

  /// What values a parameter takes.
  public enum Values: Hashable, Sendable {
    /// One whole number within bounds.
    case number(ClosedRange<Int>)
    /// So many whole numbers, each within bounds.
    case numbers(count: Int, ClosedRange<Int>)
    /// Some of the codes of a list, each once.
    case codes(CodeList)
    /// One code of a list.
    case code(CodeList)
  }

  /// The name as people write it.
  public var name: String { rawValue }

  /// What a value counts or names.
  public var unit: Unit { row.unit }

  /// The handbook's sections, `3.2, 4.1`; empty where the handbook is silent.
  public var section: String { row.section }

  /// What values it takes (readings.md 14).
  public var values: Values { row.values }

  /// Whether `never` is allowed: the rule is off.
  public var allowsNever: Bool { row.allowsNever }

  /// The handbook's value, as it is written.
  public var handbookText: String { RuleSet.handbook.text(of: self) }

  /// What the parameter means, in one sentence without a full stop.
  ///
  /// - Parameter language: One of the three.
  /// - Returns: The words.
  public func meaning(_ language: Language) -> String {
    switch language {
    case .en: row.en
    case .es: row.es
    case .fr: Wording.spaced(row.fr)
    }
  }

  /// The parameter with this name.
  ///
  /// - Parameter name: A name as people write it; space around it is ignored.
  /// - Throws: ``ParameterError/unknown(name:nearest:)`` for any other text.
  public init(named name: String) throws(ParameterError) {
    let trimmed = name.trimmed
    guard let parameter = Parameter(rawValue: trimmed) else {
      let names = Parameter.allCases.map(\.rawValue)
      throw .unknown(name: trimmed, nearest: SimilarNames.nearest(to: trimmed, among: names))
    }
    self = parameter
  }
}

extension String {
  /// The text without spaces and tabs at its ends.
  var trimmed: String {
    let blanks: Set<Character> = [" ", "\t"]
    guard let first = firstIndex(where: { !blanks.contains($0) }),
      let last = lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return String(self[first...last])
  }
}
