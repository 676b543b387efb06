import Reports

/// The options that ask for CSV as spreadsheets open it.
enum SpreadsheetOptions {
  static let spreadsheet = Option(
    "spreadsheet",
    "CSV that spreadsheets open: byte order mark, CR LF, an apostrophe before text that would run as"
      + " a formula")
  static let delimiter = Option(
    "delimiter", "CHARACTER",
    .word { SpreadsheetFlavour.Delimiter.allCases.map { $0 == .tab ? "tab" : $0.rawValue } },
    "with --spreadsheet: , or ; or tab between cells; default: ,")
  static let decimal = Option(
    "decimal", "CHARACTER", .word { SpreadsheetFlavour.DecimalMark.allCases.map(\.rawValue) },
    "with --spreadsheet: the decimal mark, . or , ; default: .")

  /// All of them.
  static let all = [spreadsheet, delimiter, decimal]

  /// The flavour that a command line asks for; nothing where it asks for none.
  static func flavour(_ invocation: Invocation) throws(UsageError) -> SpreadsheetFlavour? {
    guard invocation.has(spreadsheet) else {
      for option in [delimiter, decimal] where invocation.has(option) {
        throw UsageError("\(option.flag) goes with \(spreadsheet.flag); give both")
      }
      return nil
    }
    let character = invocation.value(delimiter) ?? ","
    let mark = invocation.value(decimal) ?? "."
    return SpreadsheetFlavour(
      delimiter: character == "tab" ? .tab : .init(rawValue: character) ?? .comma,
      decimalMark: .init(rawValue: mark) ?? .point)
  }
}
