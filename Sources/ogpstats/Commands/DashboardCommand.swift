import Reports

/// `ogpstats dashboard`: the Support Unit's cohort dashboard as at a day.
enum DashboardCommand {
  static let within = Option(
    "within", "N", .number(0...36_525), "look ahead so many days; default: 120")

  static let declaration = Command(
    name: "dashboard", summary: "the cohort dashboard as at a day: pages, tables, receipt",
    examples: [
      Command.Example("dashboard demo --out dashboard", "as at the latest day in the data"),
      Command.Example(
        "dashboard demo --as-of 2026-03-31 --within 60 --out dashboard",
        "as at a day, with a worklist of 60 days"),
    ],
    details: [
      "The worklist, members by status, the tracker, deadlines ahead, data quality, and a part for"
        + " each member. The folder holds the same files as that of 'report'."
    ],
    operands: [.data],
    options: [.outFolder, within] + PageCommand.options + Option.ofData,
    exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    try PageCommand.write(invocation, &console) { cohort, options in
      try CohortDashboard(
        of: cohort, within: invocation.number(within) ?? 120, options: options
      ).files()
    }
  }
}
