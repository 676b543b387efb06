package import Warehouse

/// What people call the codes and words of tables, in one language.
///
/// Looks each word up once: tables repeat few words many times.
package struct Vocabulary: Sendable {
  /// The language.
  package let language: Language
  private var known: [String: String] = [:]
  private var codes: [String: [String: String]] = [:]

  /// The vocabulary of a language.
  package init(_ language: Language) { self.language = language }

  /// The label of a code of a list; the code where the list has it not.
  package mutating func label(_ code: String, in list: CodeList) -> String {
    if let label = codes[list.name]?[code] { return label }
    let label = list.entries.first { $0.code == code }?.label(language) ?? code
    codes[list.name, default: [:]][code] = label
    return label
  }

  /// What people call a word of the program; the word itself where they have no other.
  ///
  /// Besides single words it reads what is made of them: `active>inactive`, `a|b`, `2_of:a|b`,
  /// `requirement_met:forum`.
  package mutating func label(_ word: String) -> String {
    if let label = known[word] { return label }
    let label = compound(word) ?? single(word) ?? word
    known[word] = label
    return label
  }

  /// The header of a column.
  package mutating func header(_ column: ResultTable.Column) -> String {
    // What stands as share, low and high in a table of rates is no share of one.
    if column.name == "share", column.kind != .share { return Word.rate.label(language) }
    let header = label(column.name)
    guard ReadableTable.isDifference(column) else { return header }
    return switch language {
    case .en: header + " (pp)"
    case .es: header + " (p.\u{A0}p.)"
    case .fr: header + " (points)"
    }
  }

  private func single(_ word: String) -> String? {
    if let word = Word(rawValue: word) { return word.label(language) }
    for list in Self.lists {
      if let entry = list.entries.first(where: { $0.code == word }) { return entry.label(language) }
    }
    return nil
  }

  /// A quarter as people write it: Q3 2026, T3 2026; nothing for any other text.
  func quarter(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q"),
      bytes[..<4].allSatisfy(isDigit), isDigit(bytes[6])
    else { return nil }
    return (language == .en ? "Q" : "T") + text.suffix(1) + "\u{A0}" + text.prefix(4)
  }

  private mutating func compound(_ word: String) -> String? {
    if let quarter = quarter(word) { return quarter }
    if let sign = word.firstIndex(of: ">") {
      let (before, after) = (word[..<sign], word[word.index(after: sign)...])
      return label(String(before)) + " → " + label(String(after))
    }
    if let mark = word.range(of: "_of:") {
      let number = word[..<mark.lowerBound]
      let rest = label(String(word[mark.upperBound...]))
      return switch language {
      case .en: "\(number) of: \(rest)"
      case .es: "\(number) de: \(rest)"
      case .fr: "\(number) de\u{A0}: \(rest)"
      }
    }
    // The six kinds of activity always stand together; tables say so in one word.
    if word == Self.anyActivity { return Word.anyActivity.label(language) }
    if word.utf8.contains(UInt8(ascii: "|")) {
      let joint =
        switch language {
        case .en: " or "
        case .es: " o "
        case .fr: " ou "
        }
      return word.split(separator: "|").map { label(String($0)) }.joined(separator: joint)
    }
    if word.hasPrefix("requirement_met:") {
      return Word.requirementMet.label(language) + NumberStyle(language).colon
        + label(String(word.dropFirst("requirement_met:".utf8.count)), in: .requirement)
    }
    return nil
  }

  /// What gives active status back (§4.1), as the worklist writes it.
  static let anyActivity =
    "plan_submitted|co_creation_started|resumed|co_creation_meeting|progress_report"
    + "|completion_assessment"

  /// Where words are looked for that are codes: levels of metrics.
  private static let lists: [CodeList] = [
    .status, .completion, .earlyResults, .requirement, .practice, .trackerStatus,
    .potentialImpact, .specificity, .resourcesSecured, .policyArea, .sector, .value, .region,
  ]
}

extension String {
  /// The range of another text in this one.
  fileprivate func range(of other: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) {
        return start..<index(start, offsetBy: other.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
