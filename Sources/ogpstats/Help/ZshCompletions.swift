/// Completions for zsh, made from the declared table.
enum ZshCompletions {
  /// The script.
  static var script: String {
    var commands = ""
    var cases = ""
    for command in CommandTable.all {
      commands += "    '\(command.name):\(escaped(command.summary))'\n"
      cases += "    \(command.name))\n      _arguments -s -S \\\n"
      let specifications =
        command.allOptions.map { specification(of: $0, in: command) }
        + command.operands.enumerated().map { index, operand in
          "'\(index + 1):\(escaped(operand.placeholder)):\(action(operand.kind))'"
        }
      cases += specifications.map { "        " + $0 }.joined(separator: " \\\n") + "\n      ;;\n"
    }
    return """
      #compdef ogpstats
      # zsh completion for ogpstats, made by 'ogpstats completions zsh'
      _ogpstats() {
        local -a commands
        commands=(
      \(commands)  )
        if (( CURRENT == 2 )); then
          _describe 'command' commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
      \(cases)  esac
      }
      _ogpstats "$@"

      """
  }

  private static func specification(of option: Option, in command: Command) -> String {
    let others = command.exclusive.filter { $0.contains { $0.name == option.name } }
      .flatMap { $0.map(\.flag) }
    let excluded =
      option.isRepeatable
      ? "*" : "(\((others.isEmpty ? [option.flag] : others).joined(separator: " ")))"
    var text = "\(excluded)\(option.flag)"
    if let value = option.value {
      text += "=[\(escaped(option.help))]:\(escaped(value.placeholder)):\(action(value.kind))"
    } else {
      text += "[\(escaped(option.help))]"
    }
    return "'\(text)'"
  }

  private static func action(_ kind: ValueKind) -> String {
    switch kind {
    case .file, .dataset: "_files"
    case .folder: "_files -/"
    case .text, .day, .number, .seed: ""
    case .word: "(\(kind.suggestions.joined(separator: " ")))"
    case .words: "_sequence compadd - \(kind.suggestions.joined(separator: " "))"
    case .assignment: "compadd -S \"\" - \(kind.suggestions.joined(separator: " "))"
    }
  }

  /// Text within a specification within single quotes.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "'": escaped += "'\\''"
      case ":", "[", "]", "\\": escaped += "\\\(character)"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
