/// A language of the handbook, the pages and the labels.
public enum Language: String, CaseIterable, Sendable {
  /// English.
  case en
  /// Spanish.
  case es
  /// French.
  case fr
}
