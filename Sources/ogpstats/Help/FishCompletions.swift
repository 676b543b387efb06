/// Completions for fish, made from the declared table.
enum FishCompletions {
  /// The script.
  static var script: String {
    var text = "# fish completion for ogpstats, made by 'ogpstats completions fish'\n"
    text += "complete -c ogpstats -n __fish_use_subcommand -f -l version -d 'version and rules'\n"
    for command in CommandTable.all {
      text += "complete -c ogpstats -n __fish_use_subcommand -f"
      text += " -a \(command.name) -d \(quoted(command.summary))\n"
    }
    for command in CommandTable.all {
      let begin = "complete -c ogpstats -n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.allOptions {
        text += "\(begin) -l \(option.name)\(argument(option.value?.kind))"
        text += " -d \(quoted(option.help))\n"
      }
      let takesFiles = command.operands.contains { $0.kind.suggestions.isEmpty }
      for operand in command.operands where !operand.kind.suggestions.isEmpty {
        text += "\(begin)\(takesFiles ? "" : " -f") -a \(offer(operand.kind))\n"
      }
    }
    return text
  }

  private static func argument(_ kind: ValueKind?) -> String {
    switch kind {
    case nil: ""
    case .file, .dataset: " -r -F"
    case .folder: " -x -a '(__fish_complete_directories)'"
    case .text, .day, .number, .seed: " -x"
    case .some(let kind): " -x -a \(offer(kind))"
    }
  }

  /// What is offered: words, or of a list with commas between them the next one.
  private static func offer(_ kind: ValueKind) -> String {
    let words = kind.suggestions.joined(separator: " ")
    if case .words = kind {
      return quoted("(__fish_complete_list , 'printf %s\\\\n \(words)')")
    }
    return quoted(words)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "'"
    for character in text {
      if character == "'" || character == "\\" { quoted += "\\" }
      quoted.append(character)
    }
    return quoted + "'"
  }
}
