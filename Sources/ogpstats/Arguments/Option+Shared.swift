import Membership
import Reports
import Warehouse

/// Options that several commands have.
extension Option {
  static let help = Option("help", "show this help")
  static let asOf = Option(
    "as-of", "DATE", .day,
    "the day whose knowledge counts, YYYY-MM-DD; default: the latest day in the data")
  static let rules = Option(
    "rules", "FILE", .file,
    "a rule file: JSON as 'ogpstats rules --format json' prints it; default: the handbook")
  static let set = Option(
    "set", "NAME=VALUE", .assignment { Parameter.allCases.map(\.name) }, repeatable: true,
    "another value for a parameter, such as plan_gap_months=6 or required=forum,endorsement")
  static let skipBadRows = Option(
    "skip-bad-rows", "REJECTS.csv", .file,
    "go on without the rows that are wrong, and write each of them with its reason to this file")
  static let format = Option(
    "format", "FORMAT", .word { OutputFormat.allCases.map(\.rawValue) },
    "table, csv, json or markdown; default: table on a terminal, else csv")
  static let threads = Option(
    "threads", "N", .number(1...256),
    "how many threads; default: one a processor. The output does not depend on it")
  static let language = Option(
    "lang", "LANG", .word { Language.allCases.map(\.rawValue) },
    "en, es or fr: the labels that people read (table, markdown); csv and json carry codes")
  static let quiet = Option("quiet", "nothing on standard error but errors")
  static let out = Option(
    "out", "FILE", .file, "write there instead of to standard output, whole or not at all")
  static let receipt = Option(
    "receipt", "FILE", .file,
    "also write, as JSON, what the output was made of: SHA-256 of the inputs, rules, options, day,"
      + " version")
  static let outFolder = Option(
    "out", "DIR", .folder, required: true,
    "the folder to write, whole or not at all; one that this program wrote is replaced")

  /// The options of every command that reads data.
  static let ofData: [Option] = [.asOf, .rules, .set, .skipBadRows, .threads, .quiet]

  /// The options of every command that prints tables.
  static let ofTables: [Option] = [.format, .language, .out]
}
