import Warehouse

/// What the cells of one column hold that a reader without a schema could take for something else.
struct FieldCensus: Sendable {
  /// How many cells are empty.
  private(set) var missing = 0
  /// How many cells are one of the words that pandas or R take for missing.
  private(set) var missingWords = 0
  /// How many cells hold something.
  private(set) var filled = 0
  private var numbers = 0
  private var changed = 0
  private var rows = 0
  private var turnsToText = false

  /// Whether every cell looks like a number, and a reader that makes it one changes some of them.
  var losesDigits: Bool { filled > 0 && numbers == filled && changed > 0 }

  /// Whether the rows that readers take a type from look like numbers, and a later one does not.
  var becomesText: Bool { numbers > 0 && turnsToText }

  /// How many rows polars looks at before it settles a column's type.
  private static let rowsLookedAt = 100

  /// The words that `pandas.read_csv` takes for missing where nobody forbids it; R takes `NA`.
  static let missingTexts: Set<String> = [
    "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN",
    "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
  ]

  mutating func add(_ cell: ResultTable.Cell) {
    rows += 1
    switch cell {
    case .empty: missing += 1
    case .text(let text): add(text)
    case .word(let text) where !text.isEmpty: add(text)
    default: filled += 1
    }
  }

  private mutating func add(_ text: String) {
    filled += 1
    // Every such word is short, so that long texts cost no hash.
    if text.utf8.count <= 8, Self.missingTexts.contains(text) { missingWords += 1 }
    guard filled == numbers + 1 else { return }
    guard text.utf8.count < 64, let number = Double(text) else {
      turnsToText = rows > Self.rowsLookedAt
      return
    }
    numbers += 1
    let whole = Int64(exactly: number)
    let isKept = whole.map { String($0) == text && $0.magnitude < 1 << 53 } ?? false
    if !isKept { changed += 1 }
  }
}
