internal import Storage

/// A fault found in a piece of a table, before anyone knows on which line the piece begins.
struct Finding: Sendable {
  let fault: Fault
  /// The row in the piece; −1: none.
  let row: Int
  /// The line, counted from the piece's start, from 0.
  let line: Int
  /// The character in the line, from 1, or the column of a database's table.
  let column: Int
  /// What was found and what was expected.
  let message: String
  /// An id that is not there, and the table that it should be in: the nearest is looked for once it
  /// is known that the finding is shown.
  var missing: (table: TableName, id: String)?
}

/// The findings of a piece of a table: the first of each kind in full, the rest counted.
///
/// A block's columns are read one after another, so a kind's first findings by line are only
/// certain to be among its first in each column: that many are kept.
struct Findings: Sendable {
  private struct KindInColumn: Hashable, Sendable {
    let fault: Fault
    let column: Int
  }

  /// How many of a kind are kept in each column; every one where rows are to be left out with their
  /// reasons.
  let keptOfKind: Int
  private(set) var kept: [Finding] = []
  private(set) var counts: [Fault: Int] = [:]
  private var columnCounts: [KindInColumn: Int] = [:]
  /// Rows with a fault that leaving them out would mend, each once, in no order.
  private(set) var badRows: Set<Int> = []

  init(keptOfKind: Int) { self.keptOfKind = keptOfKind }

  /// Counts a fault and says whether it is worth a message.
  mutating func counts(_ fault: Fault, row: Int, column: Int) -> Bool {
    counts[fault, default: 0] += 1
    if fault.isOfRow, row >= 0 { badRows.insert(row) }
    let place = KindInColumn(fault: fault, column: column)
    let before = columnCounts[place, default: 0]
    columnCounts[place] = before + 1
    return before < keptOfKind
  }

  mutating func keep(_ finding: Finding) { kept.append(finding) }
}

/// Text as messages show it: in quotes, short, control characters visible.
enum Shown {
  /// A cell's text.
  static func text(_ text: String) -> String {
    var shown = "\""
    var count = 0
    for scalar in text.unicodeScalars {
      count += 1
      if count > 60 {
        shown += "…"
        break
      }
      if scalar == "\"" { shown += "\\\"" } else { append(scalar, to: &shown) }
    }
    return shown + "\""
  }

  /// Text of any length in which no character breaks a line or stays unseen.
  static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnseen) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars { append(scalar, to: &shown) }
    return shown
  }

  private static func append(_ scalar: Unicode.Scalar, to shown: inout String) {
    switch scalar {
    case "\n": shown += "\\n"
    case "\r": shown += "\\r"
    case "\t": shown += "\\t"
    case _ where isUnseen(scalar):
      shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: shown.unicodeScalars.append(scalar)
    }
  }

  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// A column's name: as it stands where it is a plain one.
  static func name(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "_")
    }
    return isPlain && name.utf8.count <= 60 ? name : text(name)
  }

  /// A list of words for a message: the first twelve.
  static func choices(_ words: [String]) -> String {
    words.count <= 12
      ? words.joined(separator: ", ") : words.prefix(12).joined(separator: ", ") + ", …"
  }
}
