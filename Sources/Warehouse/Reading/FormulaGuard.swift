internal import Storage

/// The apostrophe before text that a spreadsheet would run as a formula (trust.md X6).
///
/// Files for spreadsheets carry it, and `dataset.json` then says `"spreadsheet": true`; the loader takes
/// it away again, so that such a folder reads as the data that it was written from. Text that already
/// begins with apostrophes before such a sign gets one more: taking one away gives back any text.
package enum FormulaGuard {
  /// What is put in front.
  package static let mark = UInt8(ascii: "'")

  /// Whether text gets an apostrophe in front: it begins with a sign that starts a formula, or with
  /// apostrophes before one.
  ///
  /// - Parameter text: The text of a cell.
  /// - Returns: Whether it is dangerous, or would be taken for guarded text.
  package static func guards(_ text: String) -> Bool {
    var bytes = Array(text.utf8.prefix { $0 == mark })
    bytes.append(contentsOf: text.utf8.dropFirst(bytes.count).prefix(3))
    return isGuarded(bytes, 0, isQuoted: true, separator: nil)
  }

  /// A file of CSV without the apostrophes.
  ///
  /// - Parameters:
  ///   - bytes: The file as it was written for spreadsheets.
  ///   - dialect: How it is written.
  /// - Returns: The file as it would be for programs; whatever is wrong with its form stays so.
  /// - Complexity: O(bytes).
  static func undone(_ bytes: [UInt8], _ dialect: CSVDialect) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var undone: [UInt8] = []
    undone.reserveCapacity(bytes.count)
    undone.append(contentsOf: bytes.prefix(dialect.textStart))
    var place = Place.cell
    for offset in dialect.textStart..<max(bytes.count, dialect.textStart) {
      let byte = bytes[offset]
      if byte == mark, place == .cell || place == .quotedCell,
        isGuarded(bytes, offset, isQuoted: place == .quotedCell, separator: dialect.separator)
      {
        place = place == .cell ? .plain : .quoted
        continue
      }
      undone.append(byte)
      let endsCell = byte == dialect.separator || byte == UInt8(ascii: "\n")
      place =
        switch place {
        case .cell: byte == quote ? .quotedCell : endsCell ? .cell : .plain
        case .quotedCell, .quoted: byte == quote ? .quoteWithin : .quoted
        case .quoteWithin: byte == quote ? .quoted : endsCell ? .cell : .plain
        case .plain: endsCell ? .cell : .plain
        }
    }
    return undone
  }

  /// Where the next byte stands.
  private enum Place {
    /// At the beginning of a cell, or of the text of one in quotes.
    case cell, quotedCell
    /// Further on, without quotes or within them.
    case plain, quoted
    /// Behind a quote within quotes: they end here, or the next quote makes it one of the text.
    case quoteWithin
  }

  /// Whether apostrophes, if any, stand before a sign that starts a formula.
  private static func isGuarded(
    _ bytes: [UInt8], _ start: Int, isQuoted: Bool, separator: UInt8?
  ) -> Bool {
    let signs = bytes[start...].drop { $0 == mark }
    switch signs.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0: return true
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return isQuoted
    case UInt8(ascii: "\t"): return isQuoted || separator != UInt8(ascii: "\t")
    // The full-width forms of = + - @.
    case 0xEF:
      let rest = Array(signs.dropFirst().prefix(2))
      return [[0xBC, 0x9D], [0xBC, 0x8B], [0xBC, 0x8D], [0xBC, 0xA0]].contains(rest)
    default: return false
    }
  }
}
