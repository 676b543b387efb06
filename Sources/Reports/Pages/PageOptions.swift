package import Membership
package import Warehouse

/// What a run of `report` or `dashboard` may be asked for beside its window.
package struct PageOptions: Sendable {
  /// The languages of the pages, each once: `--lang en,es`.
  package var languages: [Language]
  /// The program's version, as `--version` says it.
  package var version: String
  /// Other rules to hold the replay against; nothing: no what-if chapter.
  package var reform: RuleSchedule?
  /// A second flavour of every CSV file, in `spreadsheet/`: `--spreadsheet`.
  package var spreadsheet: SpreadsheetFlavour?
  /// What the command line said, for the receipt: name and value as written, in order.
  package var recorded: [(name: String, value: String)]

  /// The least total whose share is shown in a table by groups.
  package var minCell: Int

  /// Options as they are where nothing is asked for.
  package init(version: String) {
    languages = Language.allCases
    self.version = version
    reform = nil
    spreadsheet = nil
    recorded = []
    minCell = 5
  }
}
