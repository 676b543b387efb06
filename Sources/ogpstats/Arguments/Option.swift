/// An option of the command line, declared once.
///
/// Parsing, help, man pages, completions and suggestions all read it.
struct Option: Sendable {
  /// The name without its dashes.
  let name: String
  /// What it takes, with the name that help gives to it; nothing for a switch.
  let value: (placeholder: String, kind: ValueKind)?
  /// Whether it may stand more than once.
  let isRepeatable: Bool
  /// Whether the command cannot run without it.
  let isRequired: Bool
  /// What it does: a phrase without a full stop.
  let help: String

  /// A switch.
  init(_ name: String, _ help: String) {
    self.name = name
    value = nil
    isRepeatable = false
    isRequired = false
    self.help = help
  }

  /// An option with a value.
  init(
    _ name: String, _ placeholder: String, _ kind: ValueKind, repeatable: Bool = false,
    required: Bool = false, _ help: String
  ) {
    self.name = name
    value = (placeholder, kind)
    isRepeatable = repeatable
    isRequired = required
    self.help = help
  }

  /// As people write it: `--name`.
  var flag: String { "--" + name }

  /// As help shows it: `--name VALUE`.
  var usage: String { value.map { "\(flag) \($0.placeholder)" } ?? flag }
}

/// An argument that has no name but a place.
struct Operand: Sendable {
  /// The name that help gives to it.
  let placeholder: String
  /// What it takes.
  let kind: ValueKind
  /// Whether it may be left out.
  let isOptional: Bool
  /// What it is: a phrase without a full stop.
  let help: String

  /// An operand.
  init(_ placeholder: String, _ kind: ValueKind, optional: Bool = false, _ help: String) {
    self.placeholder = placeholder
    self.kind = kind
    isOptional = optional
    self.help = help
  }

  /// As help shows it.
  var usage: String { isOptional ? "[\(placeholder)]" : placeholder }

  /// The dataset that a command reads.
  static let data = Operand(
    "DATA", .dataset, "the dataset: a folder of CSV files, or a SQLite file")
}
