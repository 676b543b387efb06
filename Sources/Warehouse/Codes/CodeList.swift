/// One code of a list, with what people call it.
public struct CodeEntry: Hashable, Sendable {
  /// The code: what CSV and JSON carry, in every language.
  public let code: String
  /// English label.
  public let en: String
  /// Spanish label.
  public let es: String
  /// French label.
  public let fr: String
  /// Other names that are read as this code.
  public let aliases: [String]

  /// The label in a language.
  ///
  /// - Parameter language: One of the three.
  /// - Returns: The label as in taxonomy.csv.
  public func label(_ language: Language) -> String {
    switch language {
    case .en: en
    case .es: es
    case .fr: fr
    }
  }
}

/// A closed list of codes in the order of every output, with labels in three languages.
///
/// Source: taxonomy.csv, built in (`CodeList+Taxonomy.swift`); a dataset's own `codes` table
/// appends to policy areas and sectors.
public struct CodeList: Hashable, Sendable {
  /// The list's name as in taxonomy.csv, such as `policy_area`.
  public let name: String
  /// The codes in order; an entry's index is its number in columns and bit sets.
  public internal(set) var entries: [CodeEntry]

  /// The number of the entry with exactly this code.
  ///
  /// - Parameter code: A code, not a label; compared byte for byte.
  /// - Returns: The number, or nothing.
  /// - Complexity: O(n) in the length of the list.
  public func number(of code: String) -> Int? {
    entries.firstIndex { $0.code == code }
  }

  /// All codes in order.
  public var codes: [String] { entries.map(\.code) }
}
