/// A command, declared once: everything that parsing, help, man pages and completions say of it.
struct Command: Sendable {
  /// An example: a line to type, and what it does.
  struct Example: Sendable {
    /// The arguments behind `ogpstats`, as a shell reads them.
    let arguments: String
    /// What comes of it: a phrase without a full stop.
    let gives: String

    /// An example.
    init(_ arguments: String, _ gives: String) {
      self.arguments = arguments
      self.gives = gives
    }
  }

  /// What people type.
  let name: String
  /// What it does: a phrase without a full stop.
  let summary: String
  /// Lines to type; the first thing that help shows.
  let examples: [Example]
  /// Paragraphs about what comes out and how to read it.
  let details: [String]
  /// What stands behind the command's name, in order; optional ones last.
  let operands: [Operand]
  /// What it takes beside ``general``.
  let options: [Option]
  /// Options of which at most one may be given.
  let exclusive: [[Option]]
  /// What it does.
  let run: @Sendable (Invocation, inout Console) throws -> Void

  /// The options of every command.
  static let general = [Option.help]

  /// All options, in the order of help.
  var allOptions: [Option] { options + Self.general }

  /// The option with a name.
  func option(_ name: String) -> Option? { allOptions.first { $0.name == name } }

  /// One line: what to type.
  var usage: String {
    let required = options.filter(\.isRequired).map(\.usage)
    let words = ["ogpstats", name] + required + ["[options]"] + operands.map(\.usage)
    return words.joined(separator: " ")
  }
}
