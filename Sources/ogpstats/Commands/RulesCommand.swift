import Membership
import Reports
import Warehouse

/// `ogpstats rules`: the parameters with value, unit, section and meaning.
enum RulesCommand {
  static let declaration = Command(
    name: "rules", summary: "the parameters of the rules: value, unit, section, meaning",
    examples: [
      Command.Example("rules", "the handbook's rules"),
      Command.Example("rules --format json --out rules.json", "a file that --rules takes"),
      Command.Example(
        "rules --rules rules.json --set plan_gap_months=6 --format json",
        "the same file with another value"),
    ],
    details: [
      "Columns: parameter, value, unit, section (of the handbook), handbook (its value), meaning.",
      "With --format json the output is a rule file: a flat object of all parameters, 'never' as"
        + " \"never\". In a rule file that you write, leave out what is to stay as it is.",
    ],
    operands: [], options: [.rules, .set] + Option.ofTables + [.quiet], exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let rules = try RuleReading.baseline(invocation)
    let output = ResultOutput(invocation)
    if output.format == .json { return try output.write(text: rules.json.pretty, to: &console) }
    try output.write(rules.table(output.language), to: &console)
  }
}
