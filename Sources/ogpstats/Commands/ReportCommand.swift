import Membership
import Metrics
import Reports
import Storage
import Warehouse

/// `ogpstats report`: the biennial analysis as pages, tables and a receipt.
enum ReportCommand {
  static let declaration = Command(
    name: "report", summary: "the biennial analysis: pages in three languages, tables, receipt",
    examples: [
      Command.Example(
        "report demo --biennium 2023 --out report", "the analysis of 2023 and 2024"),
      Command.Example(
        "report demo --biennium 2023 --lang es --out informe", "one page, in Spanish"),
      Command.Example(
        "report demo --biennium 2023 --change silent_quarters=3 --effective 2024-01-01 --out whatif",
        "with a chapter on what another rule would have done"),
    ],
    details: [
      "The folder holds index.html (English), index.es.html, index.fr.html, tables/*.csv with every"
        + " figure of the pages, and report.json: hashes of the inputs, rules, window, options,"
        + " version, and the hash of each file. 'ogpstats verify' makes it again and compares.",
      "The pages open from disk, ask nothing of the network, and are complete without scripts.",
    ],
    operands: [.data],
    options: [.outFolder, MetricsCommand.biennium, MetricsCommand.from, MetricsCommand.to]
      + ReformOptions.all + PageCommand.options + Option.ofData,
    exclusive: [
      [MetricsCommand.biennium, MetricsCommand.from], [MetricsCommand.biennium, MetricsCommand.to],
    ], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let window = try MetricsCommand.window(invocation)
    try PageCommand.write(invocation, &console) { cohort, options in
      try BiennialReport(of: cohort, over: window, options: options).files()
    }
  }
}

/// What `report` and `dashboard` have in common.
enum PageCommand {
  static let languages = Option(
    "lang", "LANG[,LANG]", .words { Language.allCases.map(\.rawValue) },
    "the languages of the pages; default: en,es,fr")
  static let minCell = Option(
    "min-cell", "N", .number(0...Int.max),
    "show no share of a group's total under N; default: 5")

  /// The options of every command that writes pages.
  static let options = [languages, minCell] + SpreadsheetOptions.all

  /// Computes pages and writes their folder, whole or not at all.
  ///
  /// - Parameters:
  ///   - invocation: The command line.
  ///   - console: Where to say what was written.
  ///   - make: The files, from the cohort and the options.
  /// - Throws: ``UsageError``, ``RunError``, or what keeps the folder from being written.
  static func write(
    _ invocation: Invocation, _ console: inout Console,
    _ make: (Cohort, PageOptions) throws -> [ReportFile]
  ) throws {
    let flavour = try SpreadsheetOptions.flavour(invocation)
    let schedule = try ReformOptions.schedule(
      invocation, from: try RuleReading.baseline(invocation))
    let input = try Input(invocation, &console, hashing: true)
    let cohort = Cohort(
      of: input.dataset, asOf: input.day, under: RuleSchedule(input.rules),
      threads: input.threads)
    var options = PageOptions(version: "\(Version.number) \(builtCommit)")
    if let words = invocation.value(languages) {
      let asked = Invocation.words(words)
      options.languages = Language.allCases.filter { asked.contains($0.rawValue) }
    }
    if let number = invocation.number(minCell) { options.minCell = number }
    options.reform = schedule.reform == nil ? nil : schedule
    options.spreadsheet = flavour
    options.recorded = RunReceipt.options(of: invocation)
    let files = try make(cohort, options)
    let path = invocation.value(.outFolder) ?? ""
    var folder = try OutputFolder(path, inputs: input.inputs)
    for file in files { try folder.write(file.path, file.bytes) }
    try folder.commit()
    console.note(
      "\(path): \(Count.of(files.count, "file")), \(files.reduce(0) { $0 + $1.bytes.count }) bytes")
  }
}
