/// Everything found in a dataset: the first fifty of a kind in full, the rest counted (data.md).
///
/// Diagnostics stand in the order of the tables in data.md, then by line and column.
public struct DiagnosticLog: Sendable {
  /// How many diagnostics of a kind are shown in full.
  public static let shownOfKind = 50

  /// The diagnostics shown in full.
  public private(set) var shown: [Diagnostic] = []
  /// How many of each kind there are, shown or not, in the order in which each kind was first seen.
  public private(set) var kinds: [Kind] = []

  /// How often a kind of diagnostic was found.
  public struct Kind: Hashable, Sendable {
    /// The kind.
    public let code: Diagnostic.Code
    /// Whether it stops the computation.
    public let severity: Diagnostic.Severity
    /// How many there are, shown or not.
    public internal(set) var count: Int
    /// How many there are in each file, in the order of the tables.
    public internal(set) var files: [FileCount]
  }

  /// How often a kind was found in a file.
  public struct FileCount: Hashable, Sendable {
    /// The file.
    public let file: String
    /// How many.
    public internal(set) var count: Int
  }

  /// An empty log.
  public init() {}

  /// How many errors there are, shown or not.
  public var errorCount: Int {
    kinds.reduce(0) { $0 + ($1.severity == .error ? $1.count : 0) }
  }

  /// How many warnings there are, shown or not.
  public var warningCount: Int {
    kinds.reduce(0) { $0 + ($1.severity == .warning ? $1.count : 0) }
  }

  /// Adds a diagnostic; beyond the first fifty of a kind it is only counted.
  ///
  /// - Parameter diagnostic: What was found.
  public mutating func append(_ diagnostic: Diagnostic) {
    let before = count(
      diagnostic.code, diagnostic.severity, in: diagnostic.place.file, adding: 1)
    if before < Self.shownOfKind { shown.append(diagnostic) }
  }

  /// Adds another log's findings behind these.
  ///
  /// - Parameter other: A log; what it only counted is only counted here too.
  public mutating func append(_ other: DiagnosticLog) {
    var left: [Diagnostic.Code: Int] = [:]
    for kind in other.kinds {
      var before = Self.shownOfKind
      for file in kind.files {
        before = min(before, count(kind.code, kind.severity, in: file.file, adding: file.count))
      }
      left[kind.code] = max(0, Self.shownOfKind - before)
    }
    for diagnostic in other.shown {
      guard let room = left[diagnostic.code], room > 0 else { continue }
      left[diagnostic.code] = room - 1
      shown.append(diagnostic)
    }
  }

  /// Counts diagnostics that are not shown.
  ///
  /// - Returns: How many of the kind there were before.
  @discardableResult
  mutating func count(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, in file: String, adding number: Int
  ) -> Int {
    let index: Int
    if let known = kinds.firstIndex(where: { $0.code == code && $0.severity == severity }) {
      index = known
    } else {
      index = kinds.count
      kinds.append(Kind(code: code, severity: severity, count: 0, files: []))
    }
    let before = kinds[index].count
    kinds[index].count += number
    if let known = kinds[index].files.firstIndex(where: { $0.file == file }) {
      kinds[index].files[known].count += number
    } else {
      kinds[index].files.append(FileCount(file: file, count: number))
    }
    return before
  }

  /// For each kind of which more were found than are shown a line that says so: `error: 12 more
  /// [bad-date]: plans.csv 12`.
  public var remainders: [String] {
    kinds.compactMap { kind in
      guard kind.count > Self.shownOfKind else { return nil }
      let files = kind.files.map { "\($0.file) \($0.count)" }.joined(separator: ", ")
      return "\(kind.severity.rawValue): \(kind.count - Self.shownOfKind) more of this kind, "
        + "\(kind.count) in all: \(files) [\(kind.code.rawValue)]"
    }
  }
}
