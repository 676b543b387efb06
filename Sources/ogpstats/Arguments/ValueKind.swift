import Warehouse

/// What an option or an operand takes: the parser checks it, help and completions show it.
enum ValueKind: Sendable {
  /// Any text that is not empty.
  case text
  /// A file.
  case file
  /// A folder.
  case folder
  /// A dataset: a folder of CSV files or a SQLite file.
  case dataset
  /// A calendar day.
  case day
  /// A whole number within bounds.
  case number(ClosedRange<Int>)
  /// A 64-bit number that draws start from.
  case seed
  /// One of some words.
  case word(@Sendable () -> [String])
  /// One or more of some words with commas between them.
  case words(@Sendable () -> [String])
  /// A word, a sign and more: `NAME=VALUE`, `DIM=CODE`; completions offer the words.
  case assignment(@Sendable () -> [String])

  /// Words that completions offer.
  var suggestions: [String] {
    switch self {
    case .word(let words), .words(let words): words()
    case .assignment(let words): words().map { $0 + "=" }
    case .text, .file, .folder, .dataset, .day, .number, .seed: []
    }
  }

  /// What is wrong with a value, in words that can follow the name of what takes it.
  ///
  /// - Parameter value: What was written.
  /// - Returns: The objection, or nothing.
  func objection(to value: String) -> String? {
    if value.isEmpty { return "is empty" }
    switch self {
    case .text, .file, .folder, .assignment: return nil
    case .dataset:
      guard value == "-" else { return nil }
      return "'-' is not a dataset: name a folder of CSV files or a SQLite file"
    case .day:
      if let day = Day(iso: value), (Day.first...Day.last).contains(day) { return nil }
      return "'\(value)' is not a day; expected YYYY-MM-DD, a day of the calendar"
        + " from \(Day.first) to \(Day.last)"
    case .number(let bounds):
      if value.isDigits, let number = Int(value), bounds.contains(number) { return nil }
      return bounds.upperBound == .max
        ? "'\(value)' is not a whole number from \(bounds.lowerBound)"
        : "'\(value)' is not a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .seed:
      if value.isDigits, UInt64(value) != nil { return nil }
      return "'\(value)' is not a whole number from 0 to \(UInt64.max)"
    case .word(let words): return Self.objection(to: value, words())
    case .words(let words):
      let known = words()
      var seen: Set<String> = []
      for part in value.split(separator: ",", omittingEmptySubsequences: false) {
        let word = part.trimmedSpace
        if let objection = Self.objection(to: word, known) { return objection }
        if !seen.insert(word).inserted { return "'\(word)' stands twice" }
      }
      return nil
    }
  }

  private static func objection(to word: String, _ known: [String]) -> String? {
    guard !known.contains(word) else { return nil }
    if let nearest = Suggestion.nearest(to: word, among: known) {
      return "'\(word)' is not known; did you mean '\(nearest)'?"
    }
    return "'\(word)' is not known; expected one of \(known.joined(separator: ", "))"
  }
}

extension StringProtocol {
  /// The text without spaces and tabs at its ends.
  var trimmedSpace: String {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let begun = Array(utf8).drop(while: isBlank)
    let end = begun.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? begun.startIndex
    return String(decoding: begun[..<end], as: UTF8.self)
  }

  /// Whether it is ASCII digits and nothing else.
  var isDigits: Bool { !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
