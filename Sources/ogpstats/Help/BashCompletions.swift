/// Completions for bash, made from the declared table.
enum BashCompletions {
  /// The script.
  static var script: String {
    let names = CommandTable.all.map(\.name).joined(separator: " ")
    var values = ""
    var options = ""
    for command in CommandTable.all {
      for option in command.options {
        guard let kind = option.value?.kind else { continue }
        values += "    \(command.name):\(option.flag)) \(reply(to: kind)); return ;;\n"
      }
      let flags = command.allOptions.map(\.flag).joined(separator: " ")
      options += "    \(command.name)) flags=\"\(flags)\"; words=\"\(words(of: command))\" ;;\n"
    }
    return """
      # bash completion for ogpstats, made by 'ogpstats completions bash'
      _ogpstats_words() {
        # Of words with commas between them the last one is completed.
        local before=""
        if [[ $cur == *,* ]]; then before="${cur%,*},"; fi
        COMPREPLY=( $(compgen -P "$before" -W "$1" -- "${cur##*,}") )
      }
      _ogpstats() {
        local cur="${COMP_WORDS[COMP_CWORD]}" prev="" flags="" words=""
        COMPREPLY=()
        if [[ $COMP_CWORD -eq 1 ]]; then
          COMPREPLY=( $(compgen -W "\(names) --help --version" -- "$cur") )
          return
        fi
        prev="${COMP_WORDS[COMP_CWORD-1]}"
        # bash cuts --name=value into three words.
        if [[ $cur == "=" ]]; then cur=""
        elif [[ $prev == "=" ]]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi
        case "${COMP_WORDS[1]}:$prev" in
      \(values)  esac
        case "${COMP_WORDS[1]}" in
      \(options)  esac
        if [[ $cur == -* ]]; then COMPREPLY=( $(compgen -W "$flags" -- "$cur") ); return; fi
        if [[ $COMP_CWORD -eq 2 && -n $words ]]; then _ogpstats_words "$words"; return; fi
        COMPREPLY=( $(compgen -f -- "$cur") )
      }
      complete -o filenames -o nospace -F _ogpstats ogpstats

      """
  }

  /// The words of a command's first operand.
  private static func words(of command: Command) -> String {
    (command.operands.first?.kind.suggestions ?? []).joined(separator: " ")
  }

  private static func reply(to kind: ValueKind) -> String {
    switch kind {
    case .file, .dataset: "COMPREPLY=( $(compgen -f -- \"$cur\") )"
    case .folder: "COMPREPLY=( $(compgen -d -- \"$cur\") )"
    case .text, .day, .number, .seed: ":"
    case .word, .words, .assignment:
      "_ogpstats_words \"\(kind.suggestions.joined(separator: " "))\""
    }
  }
}
