import Warehouse

/// A command line that was understood: a command and what was given to it.
struct Invocation: Sendable {
  /// The command.
  let command: Command
  /// What stands at places, in order.
  let operands: [String]
  private let values: [String: [String]]

  init(_ command: Command, operands: [String], values: [String: [String]]) {
    self.command = command
    self.operands = operands
    self.values = values
  }

  /// Whether an option was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option, if it was given.
  func value(_ option: Option) -> String? { values[option.name]?.first }

  /// The values of a repeatable option, in their order.
  func values(_ option: Option) -> [String] { values[option.name] ?? [] }

  /// The value of an option that takes a day; the parser has checked it.
  func day(_ option: Option) -> Day? { value(option).flatMap { Day(iso: $0) } }

  /// The value of an option that takes a whole number; the parser has checked it.
  func number(_ option: Option) -> Int? { value(option).flatMap { Int($0) } }

  /// The words of an option or operand that takes several with commas between them.
  static func words(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmedSpace)
  }

  /// The dataset that the command reads: its last operand.
  var dataPath: String { operands.last ?? "" }
}
