import Warehouse

/// A row of a metric's table of shares, read by its columns' names.
struct ShareRow: Sendable {
  /// What stands before the level.
  let group: [ResultTable.Cell]
  let level: ResultTable.Cell
  let count: Int
  let total: Int
  let share: Double?
  let low: Double?
  let high: Double?
  var previousCount: Int?
  var previousTotal: Int?
  var previousShare: Double?
  var difference: Double?
  var differenceLow: Double?
  var differenceHigh: Double?

  /// The level's code or word.
  var code: String { level.code }

  /// The row as a line of a drawing.
  func bar(_ label: Argument? = nil) -> ShareBars.Bar {
    ShareBars.Bar(
      label: label ?? .cell(level), count: count, total: total, share: share, low: low,
      high: high, before: previousShare)
  }

  /// Whether the interval of the difference leaves out zero.
  var isClear: Bool {
    guard let differenceLow, let differenceHigh else { return false }
    return differenceLow > 0 || differenceHigh < 0
  }
}

extension ResultTable.Cell {
  /// The code or word of a label; its text where it is one.
  var code: String {
    switch self {
    case .code(let code, _), .word(let code), .text(let code): code
    default: ""
    }
  }

  /// The number of a count.
  var countValue: Int? {
    if case .count(let number) = self { number } else { nil }
  }

  /// The value of a share or number.
  var value: Double? {
    switch self {
    case .share(let value), .number(let value): value
    case .count(let number): Double(number)
    default: nil
    }
  }
}

extension ResultTable {
  /// The rows of a table of shares.
  var shareRows: [ShareRow] {
    guard let level = column("level"), let count = column("count"), let total = column("total")
    else { return [] }
    let places = [
      "share", "low", "high", "previous_count", "previous_total", "previous_share", "difference",
      "difference_low", "difference_high",
    ].map { column($0) }
    return rows.map { row in
      func cell(_ number: Int) -> ResultTable.Cell { places[number].map { row[$0] } ?? .empty }
      return ShareRow(
        group: Array(row[..<level]), level: row[level], count: row[count].countValue ?? 0,
        total: row[total].countValue ?? 0, share: cell(0).value, low: cell(1).value,
        high: cell(2).value, previousCount: cell(3).countValue, previousTotal: cell(4).countValue,
        previousShare: cell(5).value, difference: cell(6).value, differenceLow: cell(7).value,
        differenceHigh: cell(8).value)
    }
  }

  /// The row of a level in a table without groups.
  func shareRow(_ level: String) -> ShareRow? { shareRows.first { $0.code == level } }

  /// The rows that fit, under another name.
  func keeping(_ name: String, where fits: ([Cell]) -> Bool) -> ResultTable {
    ResultTable(name: name, columns: columns, rows: rows.filter(fits))
  }

  /// The rows whose level is one of some.
  func keeping(levels: Set<String>) -> ResultTable {
    guard let level = column("level") else { return self }
    return keeping(name) { levels.contains($0[level].code) }
  }

  /// The table without a column that says the same in every row.
  func dropping(_ name: String) -> ResultTable {
    guard let place = column(name) else { return self }
    func without<Item>(_ items: [Item]) -> [Item] {
      items.indices.filter { $0 != place }.map { items[$0] }
    }
    return ResultTable(name: self.name, columns: without(columns), rows: rows.map(without))
  }

  /// The table with a first column that says the same in every row.
  func prefixed(_ column: String, _ cell: Cell) -> ResultTable {
    ResultTable(
      name: name, columns: [Column(column, .label)] + columns, rows: rows.map { [cell] + $0 })
  }

  /// The rows in another order: by a number, largest first, then as they were.
  func sorted(_ value: ([Cell]) -> Int) -> ResultTable {
    let order = rows.indices.sorted { left, right in
      let (first, second) = (value(rows[left]), value(rows[right]))
      return first != second ? first > second : left < right
    }
    return ResultTable(name: name, columns: columns, rows: order.map { rows[$0] })
  }
}
