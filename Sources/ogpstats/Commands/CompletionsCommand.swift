/// `ogpstats completions`: scripts for shells.
enum CompletionsCommand {
  static let shells = ["bash", "zsh", "fish"]

  static let declaration = Command(
    name: "completions", summary: "completions for bash, zsh and fish",
    examples: [
      Command.Example("completions bash", "a script for bash to source"),
      Command.Example("completions fish", "one for ~/.config/fish/completions/ogpstats.fish"),
    ],
    details: [
      "bash: source it, or put it where bash-completion looks, as 'ogpstats'. zsh: put it on fpath"
        + " as '_ogpstats'. fish: put it in its completions folder as 'ogpstats.fish'."
    ],
    operands: [Operand("SHELL", .word { shells }, "bash, zsh or fish")],
    options: [], exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    switch invocation.operands.first {
    case "zsh": try console.print(ZshCompletions.script)
    case "fish": try console.print(FishCompletions.script)
    default: try console.print(BashCompletions.script)
    }
  }
}
