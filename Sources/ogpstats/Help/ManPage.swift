/// Man pages, made from the declared table.
enum ManPage {
  /// `ogpstats(1)`: the program as a whole.
  static var overview: String {
    var page = RoffText(title: "ogpstats")
    page.section("NAME")
    page.text("ogpstats \u{2d} \(HelpText.purpose)")
    page.section("SYNOPSIS")
    page.bold("ogpstats COMMAND [options] DATA")
    page.section("EXAMPLES")
    for example in HelpText.tour.compactMap(\.examples.first) {
      page.entry("ogpstats \(example.arguments)", example.gives)
    }
    page.section("COMMANDS")
    for command in CommandTable.all { page.entry(command.name, command.summary) }
    page.section("EXIT STATUS")
    for (status, meaning) in HelpText.statuses { page.entry(status, meaning) }
    page.section("SEE ALSO")
    page.text(CommandTable.all.map { "ogpstats-\($0.name)(1)" }.joined(separator: ", "))
    return page.roff
  }

  /// `ogpstats-COMMAND(1)`.
  static func page(of command: Command) -> String {
    var page = RoffText(title: "ogpstats-\(command.name)")
    page.section("NAME")
    page.text("ogpstats-\(command.name) \u{2d} \(command.summary)")
    page.section("SYNOPSIS")
    page.bold(command.usage)
    page.section("EXAMPLES")
    for example in command.examples {
      page.entry("ogpstats \(example.arguments)", example.gives)
    }
    page.section("DESCRIPTION")
    for paragraph in command.details { page.paragraph(paragraph) }
    if !command.operands.isEmpty {
      page.section("ARGUMENTS")
      for operand in command.operands { page.entry(operand.placeholder, operand.help) }
    }
    page.section("OPTIONS")
    for option in command.allOptions {
      page.entry(option.usage, HelpText.description(of: option))
    }
    for group in command.exclusive {
      page.paragraph("Of \(group.map(\.flag).joined(separator: ", ")) give at most one.")
    }
    page.section("EXIT STATUS")
    for (status, meaning) in HelpText.statuses { page.entry(status, meaning) }
    page.section("SEE ALSO")
    page.text("ogpstats(1)")
    return page.roff
  }
}

/// Text for `man`.
struct RoffText {
  private(set) var roff: String

  init(title: String) {
    roff = ".TH \(Self.escaped(title)) 1 \"\" \"ogpstats \(Version.number)\" \"User Commands\"\n"
  }

  /// A section's heading.
  mutating func section(_ title: String) { roff += ".SH \(title)\n" }

  /// Running text.
  mutating func text(_ text: String) { roff += Self.line(text) }

  /// A line in bold.
  mutating func bold(_ text: String) { roff += ".B \(Self.escaped(text))\n" }

  /// A paragraph.
  mutating func paragraph(_ text: String) { roff += ".PP\n" + Self.line(text) }

  /// A name, and below it what it means.
  mutating func entry(_ name: String, _ meaning: String) {
    roff += ".TP\n.B \(Self.escaped(name))\n" + Self.line(meaning)
  }

  private static func line(_ text: String) -> String {
    let escaped = escaped(text)
    let begins = escaped.first
    return (begins == "." || begins == "'" ? "\\&" : "") + escaped + "\n"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
