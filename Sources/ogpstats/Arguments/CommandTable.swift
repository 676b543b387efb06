/// All commands, in the order of help.
enum CommandTable {
  static let all: [Command] = [
    CheckCommand.declaration,
    MetricsCommand.declaration,
    StatusCommand.declaration,
    SimulateCommand.declaration,
    ProjectCommand.declaration,
    MergeCommand.declaration,
    DiffCommand.declaration,
    ReportCommand.declaration,
    DashboardCommand.declaration,
    VerifyCommand.declaration,
    SelfTestCommand.declaration,
    ExportCommand.declaration,
    SQLCommand.declaration,
    ImportCommand.declaration,
    RulesCommand.declaration,
    GenerateCommand.declaration,
    CompletionsCommand.declaration,
    HelpCommand.declaration,
  ]

  /// The command with a name.
  ///
  /// - Parameter name: What was typed.
  /// - Returns: The command.
  /// - Throws: ``UsageError`` with the nearest name.
  static func command(_ name: String) throws(UsageError) -> Command {
    if let command = all.first(where: { $0.name == name }) { return command }
    guard !name.hasPrefix("-") else {
      if let nearest = Suggestion.nearest(to: name, among: ["--version", "--help"]) {
        throw UsageError("unknown option '\(name)'; did you mean '\(nearest)'?")
      }
      throw UsageError("name a command before '\(name)'; 'ogpstats help' lists them all")
    }
    if let nearest = Suggestion.nearest(to: name, among: all.map(\.name)) {
      throw UsageError("unknown command '\(name)'; did you mean '\(nearest)'?")
    }
    throw UsageError("unknown command '\(name)'; 'ogpstats help' lists them all")
  }
}
