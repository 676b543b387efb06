package import Warehouse

/// A table's cells as people read them: labels, grouped numbers, per cent, days in words.
package struct ReadableTable: Sendable {
  /// The table.
  package let table: ResultTable
  /// How numbers and days are written.
  package let style: NumberStyle
  private var vocabulary: Vocabulary
  private let places: [Int]

  /// A table for readers of a language.
  package init(_ table: ResultTable, language: Language) {
    self.table = table
    style = NumberStyle(language)
    vocabulary = Vocabulary(language)
    places = table.columns.indices.map { column in Self.places(table, column) }
  }

  /// What stands over a column.
  package mutating func header(_ column: Int) -> String {
    // A rate's total is time, not a number of cases.
    if table.columns[column].name == "total", isRate {
      return Word.memberDays.label(style.language)
    }
    return vocabulary.header(table.columns[column])
  }

  /// Whether the table's shares are rates.
  private var isRate: Bool {
    table.columns.contains { $0.name == "share" && $0.kind == .number }
  }

  /// Whether a column is set flush right.
  package func isNumeric(_ column: Int) -> Bool {
    switch table.columns[column].kind {
    case .count, .number, .share: true
    case .label, .day: false
    }
  }

  /// A cell as text; nothing for an empty one.
  package mutating func text(_ cell: ResultTable.Cell, column: Int) -> String {
    switch cell {
    case .empty: ""
    case .code(let code, let list): vocabulary.label(code, in: list)
    case .word(let word): vocabulary.label(word)
    case .text(let text):
      table.columns[column].name == "quarter" ? vocabulary.quarter(text) ?? text : text
    case .count(let number): style.count(number)
    case .number(let value): style.number(value, places: places[column])
    case .share(let value):
      Self.isDifference(table.columns[column]) ? style.points(value) : style.share(value)
    case .day(let day): style.shortDay(day)
    case .words(let words): words.map { vocabulary.label($0) }.joined(separator: style.listMark)
    }
  }

  /// Whether a column holds differences of shares: percentage points, not per cent.
  package static func isDifference(_ column: ResultTable.Column) -> Bool {
    column.kind == .share && column.name.hasPrefix("difference")
  }

  /// As many decimals as the column's largest number needs, so that its points stand in a line.
  private static func places(_ table: ResultTable, _ column: Int) -> Int {
    // A rate and its bounds are read together.
    if ["share", "low", "high"].contains(table.columns[column].name) { return 2 }
    var largest = 0.0
    for row in table.rows {
      if case .number(let value) = row[column], value.isFinite {
        largest = max(largest, value.magnitude)
      }
    }
    return largest >= 10 ? 1 : largest >= 1 ? 2 : 3
  }
}
