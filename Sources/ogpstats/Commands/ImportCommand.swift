import Warehouse

/// `ogpstats import`: a published database into a dataset.
enum ImportCommand {
  static let countries = Option(
    "countries", "FILE", .file, required: true,
    "a CSV file with country, iso3 and region for the names used in the source")

  static let declaration = Command(
    name: "import", summary: "the IRM commitments database into a dataset",
    examples: [
      Command.Example(
        "import irm commitments.csv --countries countries.csv --out irm",
        "one edition of the database as a dataset folder")
    ],
    details: [
      "Values are read by label, never by numeric code; an unknown label is an error that names it."
        + " The account on standard error tells the rows read and written, the values dropped by"
        + " reason, every label that contradicts its numeric code, and every commitment number that"
        + " occurs twice."
    ],
    operands: [
      Operand("SOURCE", .word { ["irm"] }, "what is imported: irm, the IRM commitments database"),
      Operand("FILE", .file, "the published CSV file"),
    ],
    options: [countries, .outFolder, .quiet], exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let account = try IRMImport.run(
      file: invocation.operands[1], countries: invocation.value(countries) ?? "",
      out: invocation.value(.outFolder) ?? "")
    console.note(account.text.split(separator: "\n").map(String.init))
  }
}
