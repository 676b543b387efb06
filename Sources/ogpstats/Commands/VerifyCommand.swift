import Membership
import Metrics
import Reports
import Storage
import Warehouse

/// `ogpstats verify`: makes a published report again and says which of its figures agree.
enum VerifyCommand {
  static let declaration = Command(
    name: "verify", summary: "make a published report again, and say which figures agree",
    examples: [
      Command.Example("verify report/report.json demo", "every input, page and table, compared")
    ],
    details: [
      "Takes day, window, rules and options from the receipt, computes everything anew from DATA,"
        + " and compares files by their hashes; where a table differs and still stands beside its"
        + " receipt, figure by figure.",
      "Columns: file, figures, agree, verdict (same or differs), note. Exit status 1 where anything"
        + " differs.",
    ],
    operands: [
      Operand("report.json", .file, "the receipt, in the folder that it belongs to"), .data,
    ],
    options: [.threads, .quiet] + Option.ofTables,
    exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let output = ResultOutput(invocation)
    let path = invocation.operands[0]
    let recorded = try record(path)
    let result = try Dataset.load(path: invocation.dataPath, options: options(recorded, invocation))
    guard let dataset = result.dataset else {
      console.complain(result.log.shown.map(\.description))
      throw RunError("the data cannot be used: nothing is compared")
    }
    let cohort = Cohort(
      of: dataset, asOf: recorded.asOf, under: recorded.schedule,
      threads: Input.threads(invocation))
    guard let made = try files(recorded, cohort) else {
      throw RunError(
        "cannot verify \(path): it is of kind '\(recorded.kind)'; expected report or dashboard")
    }
    let folder = Paths.parent(of: path)
    let verification = Verification(of: recorded, from: dataset, made: made) { name in
      // A file that cannot be read is not there to compare.
      (try? Paths.contents(of: Paths.join(folder, name), limit: 1 << 28)) ?? nil
    }
    try output.write(verification.table, to: &console)
    guard verification.holds else {
      throw RunError("not everything is as \(path) records it")
    }
    console.note("everything is as \(path) records it")
  }

  private static func record(_ path: String) throws -> RecordedReport {
    guard let bytes = try Paths.contents(of: path, limit: 1 << 26) else {
      throw RunError("cannot read \(path): there is no such file; check the path")
    }
    do {
      return try RecordedReport(try JSON(parsing: bytes))
    } catch let error as JSONError {
      throw RunError("\(path):\(error.line):\(error.column): \(error.message)")
    } catch {
      throw RunError("\(path): \(error)")
    }
  }

  private static func options(
    _ recorded: RecordedReport, _ invocation: Invocation
  ) -> LoadOptions {
    var options = LoadOptions()
    options.threads = Input.threads(invocation)
    options.hashesInputs = true
    options.skipsBadRows = recorded.leftRowsOut
    return options
  }

  private static func files(
    _ recorded: RecordedReport, _ cohort: Cohort
  ) throws -> [ReportFile]? {
    switch recorded.kind {
    case "report":
      try BiennialReport(of: cohort, over: recorded.window, options: recorded.options).files()
    case "dashboard":
      try CohortDashboard(
        of: cohort, within: recorded.option("within").flatMap { Int($0) } ?? 120,
        options: recorded.options
      ).files()
    default: nil
    }
  }
}
