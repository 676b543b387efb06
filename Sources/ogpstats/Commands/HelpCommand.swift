/// `ogpstats help`: help on the terminal, and the man pages.
enum HelpCommand {
  static let man = Option("man", "the man page instead, for ogpstats.1 or ogpstats-COMMAND.1")
  static let names = Option("names", "the names of all commands, one a line")

  static let declaration = Command(
    name: "help", summary: "help on a command, and man pages",
    examples: [
      Command.Example("help status", "what status does and takes"),
      Command.Example("help --man status", "the same as a man page"),
    ],
    details: ["'ogpstats COMMAND --help' is the same as 'ogpstats help COMMAND'."],
    operands: [
      Operand(
        "COMMAND", .word { CommandTable.all.map(\.name) }, optional: true, "one of the commands")
    ],
    options: [man, names], exclusive: [[man, names]], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    if invocation.has(names) {
      return try console.print(CommandTable.all.map { $0.name + "\n" }.joined())
    }
    guard let name = invocation.operands.first else {
      return try console.print(invocation.has(man) ? ManPage.overview : HelpText.overview)
    }
    let command = try CommandTable.command(name)
    try console.print(
      invocation.has(man) ? ManPage.page(of: command) : HelpText.page(of: command))
  }
}
