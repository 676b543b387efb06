import Reports
import Storage
import Warehouse

/// `ogpstats check`: what is wrong with a dataset, and what is in it.
enum CheckCommand {
  static let declaration = Command(
    name: "check", summary: "what is wrong with a dataset, and what is in it",
    examples: [
      Command.Example("check demo", "every fault with its place, then an overview"),
      Command.Example("check --format csv --out faults.csv demo", "the faults as a table"),
      Command.Example(
        "check --skip-bad-rows rejects.csv demo", "which rows would be left out, and why"),
    ],
    details: [
      "One line a fault: FILE:LINE:COLUMN: error|warning: what stands there, what was expected. Of"
        + " each kind the first \(DiagnosticLog.shownOfKind) are shown and all are counted. Then"
        + " rows and period of each table, missing values of each column, and how often the"
        + " handbook's limits are overstepped.",
      "Exit status 1 if there are errors: nothing is computed from such data. Line 0 is the file as"
        + " a whole, column 0 the line as a whole.",
      "--format json has everything; csv has the faults only: file, line, column, severity, code,"
        + " message.",
    ],
    operands: [.data], options: Option.ofData + Option.ofTables, exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let output = ResultOutput(invocation)
    let rules = try RuleReading.baseline(invocation)
    let result = try Input.load(invocation)
    try Input.writeRejects(result, invocation, &console)
    let report = try CheckReport(
      result, asOf: invocation.day(.asOf), rules: rules, threads: Input.threads(invocation))
    let text =
      switch output.asked {
      case nil, .table: report.text(output.language)
      case .csv: report.diagnostics.formatted(.csv, language: output.language)
      case .json: report.json.pretty
      case .markdown: report.markdown(output.language)
      }
    try output.write(text: text, to: &console)
    if result.dataset == nil { throw RunError.told }
  }
}
