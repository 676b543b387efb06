/// Reads a command line against the declared table.
enum ArgumentParser {
  /// Reads the words behind a command's name.
  ///
  /// Options may stand before, between and behind the operands, as `--name value` or
  /// `--name=value`; behind `--` everything is an operand. A lone `-` is one too.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - command: The command.
  /// - Returns: What was understood; not checked for what is missing where `--help` is among it.
  /// - Throws: ``UsageError`` for the first word that cannot be.
  static func parse(
    _ words: [String], of command: Command
  ) throws(UsageError) -> Invocation {
    var values: [String: [String]] = [:]
    var operands: [String] = []
    var index = 0
    var isOpen = true
    while index < words.count {
      let word = words[index]
      index += 1
      if isOpen, word == "--" {
        isOpen = false
        continue
      }
      guard isOpen, word.hasPrefix("-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let option = try option(String(parts[0]), of: command)
      var value = parts.count > 1 ? String(parts[1]) : nil
      if option.value == nil, value != nil {
        throw UsageError("\(option.flag) takes no value, but '\(word)' gives it one")
      }
      if let (placeholder, kind) = option.value {
        if value == nil, index < words.count, !words[index].hasPrefix("--") {
          value = words[index]
          index += 1
        }
        guard let value else {
          throw UsageError("\(option.flag) needs a value: \(option.flag) \(placeholder)")
        }
        if let objection = kind.objection(to: value) { throw UsageError(option, objection) }
      }
      if values[option.name] != nil, !option.isRepeatable {
        throw UsageError("\(option.flag) stands twice; it may be given once")
      }
      values[option.name, default: []].append(value ?? "")
    }
    let invocation = Invocation(command, operands: operands, values: values)
    if !invocation.has(.help) { try check(invocation) }
    return invocation
  }

  /// Refuses what goes not together, is missing, or is too much.
  private static func check(_ invocation: Invocation) throws(UsageError) {
    let command = invocation.command
    for group in command.exclusive {
      let given = group.filter(invocation.has)
      if given.count > 1 {
        throw UsageError("\(given[0].flag) and \(given[1].flag) exclude each other; give one")
      }
    }
    let operands = command.operands
    if invocation.operands.count > operands.count {
      let extra = invocation.operands[operands.count]
      throw UsageError("'\(extra)' is one argument too many; usage: \(command.usage)")
    }
    for (operand, value) in zip(operands, invocation.operands) {
      if let objection = operand.kind.objection(to: value) {
        throw UsageError("\(operand.placeholder): \(objection)")
      }
    }
    if let missing = operands.dropFirst(invocation.operands.count).first(where: { !$0.isOptional })
    {
      throw UsageError("\(missing.placeholder) is missing: \(missing.help)")
    }
    for option in command.options where option.isRequired && !invocation.has(option) {
      throw UsageError("\(option.usage) is missing: \(option.help)")
    }
  }

  private static func option(
    _ word: String, of command: Command
  ) throws(UsageError) -> Option {
    if word == "-h" { return .help }
    let name = String(word.drop { $0 == "-" })
    if word.hasPrefix("--"), let option = command.option(name) { return option }
    let names = command.allOptions.map(\.name)
    if let nearest = Suggestion.nearest(to: name, among: names) {
      throw UsageError("unknown option '\(word)'; did you mean '--\(nearest)'?")
    }
    let others = CommandTable.all.filter { $0.option(name) != nil }.map(\.name)
    guard others.isEmpty else {
      throw UsageError(
        "'\(command.name)' has no option '\(word)'; it belongs to \(others.joined(separator: ", "))"
      )
    }
    throw UsageError("unknown option '\(word)'; 'ogpstats help \(command.name)' lists them all")
  }
}
