/// One thing that is wrong with the data: what, where, what was expected, what to do.
public struct Diagnostic: Error, Hashable, Sendable {
  /// A stable word for programs: `ends-before-start`.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The word.
    public let rawValue: String

    /// A code.
    ///
    /// - Parameter rawValue: Lower-case words joined by hyphens.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// How bad it is.
  public enum Severity: String, Sendable {
    /// Nothing is computed from such data.
    case error
    /// The data is used; a person should look.
    case warning
  }

  /// Where it stands.
  public struct Place: Hashable, Sendable {
    /// The file, or for SQLite the file and the table: `data.sqlite/plans`.
    public let file: String
    /// The line in the file, or the row in the table, from 1; 0: the file as a whole.
    public let line: Int
    /// The character in the line (Unicode scalars, from 1), or the column of the table; 0: the
    /// line as a whole.
    public let column: Int

    /// A place.
    ///
    /// - Parameters:
    ///   - file: The file as people know it; control characters become visible.
    ///   - line: The line, 0 for the whole file.
    ///   - column: The character, 0 for the whole line.
    public init(file: String, line: Int, column: Int) {
      self.file = Shown.line(file)
      self.line = line
      self.column = column
    }
  }

  /// What kind of fault it is.
  public let code: Code
  /// Whether it stops the computation.
  public let severity: Severity
  /// Where it stands.
  public let place: Place
  /// What was found, what was expected, and where it helps the nearest right value.
  public let message: String

  /// A diagnostic.
  ///
  /// - Parameters:
  ///   - code: What kind of fault it is.
  ///   - severity: Whether it stops the computation.
  ///   - place: Where it stands.
  ///   - message: A sentence without a full stop at its end; control characters become visible, so
  ///     that a diagnostic is one line whatever name or text of the data it quotes.
  public init(code: Code, severity: Severity, place: Place, message: String) {
    self.code = code
    self.severity = severity
    self.place = place
    self.message = Shown.line(message)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `FILE:LINE:COLUMN: error: message [code]`.
  public var description: String {
    "\(place.file):\(place.line):\(place.column): \(severity.rawValue): \(message)"
      + " [\(code.rawValue)]"
  }
}
