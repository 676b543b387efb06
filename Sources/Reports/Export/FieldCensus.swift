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

  /// Whether every cell looks like a number, and a reader that makes it one changes some of them.
  var losesDigits: Bool { filled > 0 && numbers == filled && changed > 0 }

  /// The words that `pandas.read_csv` takes for missing where nobody forbids it; R takes `NA`.
  static let missingTexts: Set<String> = [
    "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN",
    "<NA>", "N/A", "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
  ]

  mutating func add(_ cell: ResultTable.Cell) {
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
    guard filled == numbers + 1, let number = Double(text), text.utf8.count < 64 else { return }
    numbers += 1
    guard let whole = Int64(exactly: number), String(whole) == text, whole.magnitude < 1 << 53
    else {
      changed += 1
      return
    }
  }
}
