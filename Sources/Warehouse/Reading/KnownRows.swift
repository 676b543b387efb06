/// What is known of the tables read so far: where references lead, and what rows are checked
/// against.
struct KnownRows: Sendable {
  /// The ids of members; nothing where the table could not be read, so that nobody is blamed for
  /// referring to it.
  var members: IdTable?
  var plans: IdTable?
  var commitments: IdTable?
  var milestones: IdTable?
  /// The countries of members.
  var countries: [Int32] = []
  /// The members of each plan.
  var planMembers = RowList(starts: [0], rows: [])
  /// The day from which each commitment is withdrawn.
  var withdrawnOn: [Day] = []
  /// The commitment of each milestone.
  var milestoneCommitments: [Int32] = []
  /// The code lists with the dataset's own codes.
  var matchers = KnownRows.builtInMatchers
  /// Whether the dataset's own codes could be read; else nobody is blamed for a code that may be
  /// one of them.
  var knowsAllCodes = true
  /// The words for yes and no.
  let yesNo = YesNoWords.builtIn
  /// Days from text.
  let days = DayCells.standard

  private static let builtInMatchers = ClosedList.allCases.map { list in
    CodeMatcher(list.codes, words: list == .practice ? YesNoWords.words : [])
  }

  /// The ids that a column of references is looked up in.
  func ids(of table: TableName) -> IdTable? {
    switch table {
    case .members: members
    case .plans: plans
    case .commitments: commitments
    case .milestones: milestones
    default: nil
    }
  }

  /// The lists that outputs use.
  var taxonomy: Taxonomy {
    Taxonomy(
      policyAreas: matchers[ClosedList.policyArea.rawValue].list,
      sectors: matchers[ClosedList.sector.rawValue].list)
  }
}

/// The words for yes and no in three languages (data.md).
struct YesNoWords: Sendable {
  /// The words of data.md.
  static let builtIn = YesNoWords()

  private let matcher: CodeMatcher
  private let isYes: [Bool]

  private static let yes = ["yes", "true", "1", "sí", "oui"]
  private static let no = ["no", "false", "0", "non"]

  /// Each word with the code it means.
  static let words = yes.map { ($0, "yes") } + no.map { ($0, "no") }

  private init() {
    let all = Self.yes + Self.no
    isYes = all.map(Self.yes.contains)
    matcher = CodeMatcher(
      CodeList(
        name: "yes_no",
        entries: all.map { CodeEntry(code: $0, en: "", es: "", fr: "", aliases: []) }))
  }

  /// Yes or no; nothing where the number is none.
  @inline(__always)
  func value(_ number: UInt8?) -> Bool? {
    guard let number else { return nil }
    return isYes[Int(number)]
  }

  /// The matcher of the words.
  var words: CodeMatcher { matcher }
}
