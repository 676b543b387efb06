internal import Warehouse

/// The levels of a metric and the totals that they are counted out of.
struct Levels: Sendable {
  /// One level: a row in every group.
  struct Level: Sendable {
    /// What the row says.
    let cell: ResultTable.Cell
    /// Which total it is counted out of.
    let total: Int
  }

  /// In the order of output; at most 64.
  let levels: [Level]
  /// How many different totals there are; at most 64.
  let totalCount: Int

  /// Levels that share one total.
  init(_ cells: [ResultTable.Cell]) {
    levels = cells.map { Level(cell: $0, total: 0) }
    totalCount = 1
  }

  /// Levels with the total of each.
  init(_ cells: [ResultTable.Cell], totals: [Int]) {
    levels = zip(cells, totals).map { Level(cell: $0, total: $1) }
    totalCount = (totals.max() ?? 0) + 1
  }

  /// Levels named by the codes of a list, then by words.
  static func codes(_ list: CodeList, then words: [String] = []) -> Levels {
    Levels(
      list.entries.map { .code($0.code, list: list) } + words.map { .word($0) })
  }

  /// Levels named by words.
  static func words(_ words: [String]) -> Levels { Levels(words.map { .word($0) }) }
}
