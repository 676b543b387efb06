import Warehouse

/// Help on the terminal, made from the declared table: examples first.
enum HelpText {
  /// What the program is: the first line of help and of its man page.
  static let purpose = "the figures of open local government, from the members' data to the report"

  /// The exit statuses and what they mean.
  static let statuses: [(status: String, meaning: String)] = [
    ("0", "done"), ("1", "the data or the run is at fault"), ("2", "the command line is"),
    ("130", "interrupted"), ("141", "the reader closed the pipe"),
  ]

  /// The commands whose first examples a new user can type one after the other.
  static var tour: [Command] {
    let first = ["generate"]
    let apart = first + ["import", "help", "completions"]
    return CommandTable.all.filter { first.contains($0.name) }
      + CommandTable.all.filter { !apart.contains($0.name) }
  }

  /// `ogpstats help`.
  static var overview: String {
    var page = TextPage()
    page.paragraph("ogpstats: \(purpose)")
    page.heading("Examples")
    for example in tour.compactMap(\.examples.first) {
      page.entry("ogpstats \(example.arguments)", example.gives)
    }
    page.heading("Usage")
    page.line("  ogpstats COMMAND [options] DATA")
    page.heading("Commands")
    page.table(CommandTable.all.map { ($0.name, $0.summary) })
    page.paragraph(
      "DATA is a folder of CSV files or a SQLite file. Results go to standard output or to --out,"
        + " messages to standard error. 'ogpstats help COMMAND' tells more, 'ogpstats --version'"
        + " names version, commit and rules.")
    page.paragraph(
      "Exit status: " + statuses.map { "\($0.status) \($0.meaning)" }.joined(separator: ", ") + ".")
    return page.text
  }

  /// `ogpstats help COMMAND`.
  static func page(of command: Command) -> String {
    var page = TextPage()
    page.paragraph("ogpstats \(command.name): \(command.summary)")
    page.heading("Examples")
    for example in command.examples {
      page.entry("ogpstats \(example.arguments)", example.gives)
    }
    page.heading("Usage")
    page.line("  \(command.usage)")
    if !command.operands.isEmpty {
      page.heading("Arguments")
      page.table(command.operands.map { ($0.placeholder, $0.help) })
    }
    page.heading("Options")
    page.table(command.allOptions.map { ($0.usage, description(of: $0)) })
    for group in command.exclusive {
      page.paragraph("Of \(group.map(\.flag).joined(separator: ", ")) give at most one.")
    }
    for paragraph in command.details { page.paragraph(paragraph) }
    return page.text
  }

  /// What an option does, and whether it must or may often stand.
  static func description(of option: Option) -> String {
    let marks =
      (option.isRequired ? ["required"] : []) + (option.isRepeatable ? ["repeatable"] : [])
    return marks.isEmpty ? option.help : option.help + " (\(marks.joined(separator: ", ")))"
  }
}

/// Text in lines of at most 80 characters.
struct TextPage {
  private static let width = 80
  private(set) var text = ""

  /// A line as it is.
  mutating func line(_ line: String) { text += line + "\n" }

  /// A heading with an empty line before it.
  mutating func heading(_ heading: String) { text += "\n\(heading):\n" }

  /// A paragraph with an empty line before it, but for the first.
  mutating func paragraph(_ paragraph: String) {
    if !text.isEmpty { text += "\n" }
    wrap(paragraph, indent: 0)
  }

  /// A line to type, and below it what it does.
  mutating func entry(_ line: String, _ meaning: String) {
    text += "  \(line)\n"
    wrap(meaning, indent: 6)
  }

  /// Names and their meanings side by side; a long name has a line of its own.
  mutating func table(_ rows: [(name: String, meaning: String)]) {
    let indent = min(rows.map { $0.name.count }.max() ?? 0, 22) + 4
    for (name, meaning) in rows {
      let lead = "  " + name
      if lead.count + 2 > indent {
        text += lead + "\n"
        wrap(meaning, indent: indent)
      } else {
        wrap(meaning, indent: indent, lead: lead)
      }
    }
  }

  private mutating func wrap(_ words: String, indent: Int, lead: String = "") {
    let margin = String(repeating: " ", count: indent)
    var line = lead.isEmpty ? margin : lead + String(margin.dropFirst(lead.count))
    var isEmpty = true
    for word in words.split(separator: " ") {
      if !isEmpty, line.count + 1 + word.count > Self.width {
        text += line + "\n"
        line = margin
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    text += line + "\n"
  }
}
