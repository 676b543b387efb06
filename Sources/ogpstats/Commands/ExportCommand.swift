import Membership
import Metrics
import Reports
import Storage
import Warehouse

/// `ogpstats export`: a folder for notebooks, spreadsheets and warehouses.
enum ExportCommand {
  static let declaration = Command(
    name: "export", summary: "tidy CSV files with a data package, and a SQLite file, for notebooks",
    examples: [
      Command.Example("export demo --out demo-export", "a folder for pandas, R, DuckDB, SQLite"),
      Command.Example(
        "export demo --out planilla --spreadsheet --delimiter ';' --decimal ,",
        "for a spreadsheet where the comma is the decimal mark"),
      Command.Example("export demo --as-of 2023-12-31 --out then", "as it was known on that day"),
    ],
    details: [
      "The tables of the data with what follows from them, status spells, transitions, obligations"
        + " with due and done days, quarters, and all metrics in long form: ungrouped and by every"
        + " dimension but member and plan, over all days and each biennium.",
      "datapackage.json describes every column; labels.csv has the labels of all codes; README.md"
        + " lists the files. The folder can itself be read as a dataset.",
    ],
    operands: [.data],
    options: [.outFolder] + SpreadsheetOptions.all + Option.ofData, exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let flavour = try SpreadsheetOptions.flavour(invocation)
    let input = try Input(invocation, &console)
    let path = invocation.value(.outFolder) ?? ""
    let cohort = Cohort(
      of: input.dataset, asOf: input.day, under: RuleSchedule(input.rules), threads: input.threads)
    let export = DatasetExport(
      of: cohort, asOf: input.asOf, flavour: flavour, program: "ogpstats \(Version.number)")
    let summary = try export.write(to: path, inputs: input.inputs)
    console.note(summary.cautions)
    if flavour != nil {
      console.note("\(Count.of(summary.guardedCells, "cell")) got an apostrophe in front")
    }
    console.note("\(path): \(summary.tables) tables, \(Count.of(summary.rows, "row"))")
  }
}
