/// How a command prints a table: `--format`.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// Columns of text for a terminal, in the words of a language.
  case table
  /// Comma-separated values for programs: codes, six decimals, ISO days.
  case csv
  /// A JSON list of one object a row: codes, numbers as numbers, `null` where empty.
  case json
  /// A Markdown table, in the words of a language.
  case markdown
}
