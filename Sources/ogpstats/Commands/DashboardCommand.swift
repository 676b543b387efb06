import Membership
import Metrics
import Reports
import Warehouse

/// `ogpstats dashboard`: the Support Unit's view of the cohort as at a day.
enum DashboardCommand {
  static let within = Option(
    "within", "N", .number(0...36_525), "look so many days ahead; default: 120")

  static let declaration = Command(
    name: "dashboard", summary: "the cohort as at a day: worklist, status, deadlines, each member",
    examples: [
      Command.Example("dashboard demo --out dashboard", "as at the latest day in the data"),
      Command.Example(
        "dashboard demo --as-of 2024-12-31 --lang es --out tablero", "as at that day, in Spanish"),
    ],
    details: [
      "The folder holds the same kinds of files as that of 'ogpstats report': pages, tables/*.csv and"
        + " report.json. Today's figures stand beside those of a quarter and a year ago."
    ],
    operands: [.data], options: [.outFolder, within] + PageCommand.options + Option.ofData,
    exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let days = invocation.number(within) ?? 120
    try PageCommand.write(invocation, &console) { cohort, options in
      try CohortDashboard(of: cohort, within: days, options: options).files()
    }
  }
}
