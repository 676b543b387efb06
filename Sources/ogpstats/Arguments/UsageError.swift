import Membership

/// A command line that cannot be: exit status 2.
struct UsageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stands there, what was expected, and the nearest right word.
  let description: String

  init(_ description: String) { self.description = description }

  /// A command that reads data, and none is named.
  static let missingData = UsageError(
    "DATA is missing: name a folder of CSV files or a SQLite file")

  /// A value that an option does not take.
  init(_ option: Option, _ objection: String) { self.init("\(option.flag): \(objection)") }

  /// A parameter or a value of one that the rules do not have.
  init(_ option: Option, _ error: ParameterError) { self.init(option, error.description) }
}

/// A run that cannot go on for the data's or the machine's sake: exit status 1.
struct RunError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, why it failed, what to do; empty where all of that was said already.
  let description: String

  init(_ description: String) { self.description = description }

  /// What is wrong was told on standard error before.
  static let told = RunError("")
}
