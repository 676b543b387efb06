import Metrics
import Warehouse

/// What a page says, independent of its language: built once, written in each.
struct Document: Sendable {
  /// The two pages there are.
  enum Kind: String, Sendable {
    case report
    case dashboard
  }

  let kind: Kind
  let title: Sentence
  let subtitle: Sentence
  /// The finding that the browser's title begins with.
  var headline: Sentence?
  var scope: [Sentence]
  /// What a reader must know before any figure.
  var caution: Sentence?
  var keyFigures: [KeyFigure] = []
  var findings: [Sentence] = []
  var chapters: [DocumentChapter] = []
  var members: [MemberCard] = []
  /// First days of years in the members' strips, as shares of them.
  var years: [(year: Int, place: Double)] = []
  var method: [Sentence] = []
  let citation: Sentence
}

/// A large number with what it is, and a line or two below.
struct KeyFigure: Sendable {
  let value: Argument
  let label: Sentence
  var details: [Sentence] = []
}

/// A part of a page.
struct DocumentChapter: Sendable {
  let id: String
  let title: Chapter
  var lead: [Sentence] = []
  var exhibits: [Exhibit] = []
}

/// A figure: what it says, its drawing, its tables.
struct Exhibit: Sendable {
  /// Its address on the page; tables and drawings take theirs from it.
  let id: String
  let heading: Sentence
  let caption: Sentence
  var drawing: Drawing?
  var tables: [ExhibitTable]
  var notes: [Sentence] = []
}

/// A table of a page, which is also a CSV file.
struct ExhibitTable: Sendable {
  /// How it is shown.
  enum Style: Sendable {
    /// As it is; closed where it has many rows.
    case plain
    /// Counts as shades, always open.
    case heat
    /// Always open, with sorting and a filter where scripts run.
    case sortable
  }

  /// The file's name in `tables/`, without `.csv`.
  let file: String
  let table: ResultTable
  /// What stands over it and in the list of downloads.
  let title: Sentence
  var style = Style.plain
  /// The list that columns are named by, where they are codes.
  var columnCodes: CodeList?
  /// Members' addresses on the page, by row, for tables that link to them.
  var links: [String?] = []

  /// How many rows a page shows; CSV files have them all.
  static let rowLimit = 500
  /// From how many rows on a plain table is closed at first.
  static let openLimit = 15
}

/// What stands between a figure's caption and its table.
enum Drawing: Sendable {
  case stacked(StackedBars)
  case shares(ShareBars)
  case columns(StatusColumns)
  case multiples([SmallMultiple])
}

/// A member's part of the dashboard.
struct MemberCard: Sendable {
  let id: String
  let memberId: String
  let name: String
  let status: ResultTable.Cell
  /// Country, region, cohort and first day.
  let origin: Sentence
  let facts: [(label: Sentence, value: Argument)]
  let strip: StatusStrip
  /// Newest first; each line with its facts below.
  let story: [StoryLine]

  /// One change of status in words, in each language.
  struct StoryLine: Sendable {
    let texts: Texts
    let facts: [Texts]
  }
}
