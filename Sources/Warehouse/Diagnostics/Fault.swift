/// Everything that can be wrong with a dataset, each with the stable word that programs see.
package enum Fault: String, CaseIterable, Sendable {
  // The folder or the file as a whole
  case missingTable = "missing-table"
  case unreadableFile = "unreadable-file"
  case fileChanged = "file-changed"
  case notCSV = "not-csv"
  case missingHeader = "missing-header"
  case missingColumn = "missing-column"
  case repeatedColumn = "repeated-column"
  case tooManyColumns = "too-many-columns"
  // The file's form
  case notUTF8 = "not-utf8"
  case nul = "nul"
  case unclosedQuote = "unclosed-quote"
  case textAfterQuote = "text-after-quote"
  case loneReturn = "lone-carriage-return"
  case longCell = "cell-too-long"
  case longRecord = "record-too-long"
  case tooFewCells = "too-few-cells"
  case tooManyCells = "too-many-cells"
  // One cell
  case emptyCell = "empty-cell"
  case badId = "bad-id"
  case badDate = "bad-date"
  case badNumber = "bad-number"
  case badYesNo = "bad-yes-no"
  case badCode = "bad-code"
  case badCountry = "bad-country"
  case emptyItem = "empty-item"
  case badCell = "bad-cell"
  // One row and the rows it refers to
  case repeatedId = "repeated-id"
  case missingRow = "missing-row"
  case endsBeforeStart = "ends-before-start"
  case untilBeforeOn = "until-before-on"
  case otherCommitment = "milestone-of-another-commitment"
  case notOfPlan = "member-not-of-plan"
  case tooManyMembers = "too-many-members"
  case repeatedMember = "repeated-member"
  case differentCountries = "different-countries"
  case repeatedCode = "repeated-code"
  case tooManyCodes = "too-many-codes"
  case badAbout = "bad-dataset-json"
  // Warnings
  case unknownColumn = "unknown-column"
  case strayQuote = "stray-quote"
  case blankLines = "blank-lines"
  case mixedLineEnds = "mixed-line-ends"
  case manyCodes = "many-codes"
  case withdrawnCommitment = "report-on-withdrawn"
  case missingTerm = "missing-term"
  case openExtension = "extension-without-until"
  case openRequirement = "requirement-not-named"
  case afterAsOf = "after-as-of"
  case databaseNote = "sqlite-no-log"

  /// Whether nothing is computed from such data.
  var severity: Diagnostic.Severity {
    switch self {
    case .unknownColumn, .strayQuote, .blankLines, .mixedLineEnds, .manyCodes,
      .withdrawnCommitment, .missingTerm, .openExtension, .openRequirement, .afterAsOf,
      .databaseNote:
      .warning
    default: .error
    }
  }

  /// Whether leaving out the row, and whatever refers to it, mends it.
  ///
  /// Faults of form are not: where quotes or the encoding are wrong nobody knows where rows begin
  /// or what their text is. A row with too few or too many cells begins and ends for certain, so it
  /// can be left out whole.
  var isOfRow: Bool {
    switch self {
    case .tooFewCells, .tooManyCells, .emptyCell, .badId, .badDate, .badNumber, .badYesNo, .badCode,
      .badCountry, .emptyItem, .badCell, .repeatedId, .missingRow, .endsBeforeStart,
      .untilBeforeOn, .otherCommitment, .notOfPlan, .tooManyMembers, .repeatedMember,
      .differentCountries, .repeatedCode, .tooManyCodes:
      true
    default: false
    }
  }

  /// The word as diagnostics carry it.
  var code: Diagnostic.Code { Diagnostic.Code(rawValue: rawValue) }
}
