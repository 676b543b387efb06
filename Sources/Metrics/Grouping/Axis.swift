internal import Warehouse

/// A dimension made ready for a dataset: each item's groups as small numbers in their order of
/// output, `unknown` the last.
struct Axis: Sendable {
  /// Where an item's groups are found.
  enum Source: Sendable {
    /// A group a member; an item has those of its members, each once.
    case member([Int32])
    /// A group a plan.
    case plan([Int32])
    /// A group a commitment.
    case commitment([Int32])
    /// A set of groups a commitment; an empty set is the group of that number.
    case commitmentSet([CodeSet], empty: Int32)
    /// The calendar year of the placing day.
    case year
    /// The quarter of the placing day.
    case quarter
    /// The two-year step of the placing day.
    case biennium(firstYear: Int)
    /// The metric's own first column.
    case stratum
  }

  /// The column's name.
  let name: String
  /// Where an item's groups are found.
  let source: Source
  /// Above every group's number.
  let size: Int
  /// What the groups are called.
  let labels: Labels
  /// For each group, whether items in it are kept; empty: all are.
  var isKept: [Bool] = []

  /// What groups are called, by number.
  enum Labels: Sendable {
    /// A cell a group.
    case cells([ResultTable.Cell])
    /// Texts of a column, by rows of it in order.
    case texts(TextArena, rows: [Int32])
    /// Years since ``Axis/firstYear``.
    case years
    /// Quarters since that of ``Axis/firstYear``.
    case quarters
    /// The last days of quarters, since that of ``Axis/firstYear``.
    case quarterEnds
    /// Two-year steps, the first with this first year.
    case biennia(firstYear: Int)
  }

  /// The year of day groups' number 0: well before any day of a dataset.
  static let firstYear = 1800
  /// How many years day groups span: well beyond any deadline.
  static let yearCount = 1200

  /// The cell of a group.
  func label(_ group: Int) -> ResultTable.Cell {
    switch labels {
    case .cells(let cells): cells[group]
    case .texts(let arena, let rows): .text(arena[Int(rows[group])])
    case .years: .text(String(Self.firstYear + group))
    case .quarters: .text(Self.quarter(group).description)
    case .quarterEnds: .day(Self.quarter(group).lastDay)
    case .biennia(let first): .text(String(first + group * 2))
    }
  }

  static func quarter(_ group: Int) -> Quarter { Quarter(index: group - (1900 - firstYear) * 4) }

  /// The group of a day on an axis of days.
  static func year(of day: Int32) -> Int {
    min(max(Day(number: day).year - firstYear, 0), yearCount - 1)
  }

  static func quarter(of day: Int32) -> Int {
    let group = Quarter(containing: Day(number: day)).index + (1900 - firstYear) * 4
    return min(max(group, 0), yearCount * 4 - 1)
  }
}
