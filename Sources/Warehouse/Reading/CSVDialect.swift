internal import Storage

/// How a CSV file is written: what separates its cells, and whether it begins with a byte-order
/// mark.
public struct CSVDialect: Hashable, Sendable {
  /// The byte between cells: a comma, a semicolon or a TAB.
  public let separator: UInt8
  /// Whether a UTF-8 byte-order mark stands before the header.
  public let hasMark: Bool

  /// A dialect.
  ///
  /// - Parameters:
  ///   - separator: The byte between cells.
  ///   - hasMark: Whether a UTF-8 byte-order mark stands before the header.
  public init(separator: UInt8 = UInt8(ascii: ","), hasMark: Bool = false) {
    self.separator = separator
    self.hasMark = hasMark
  }

  /// Where the text begins: after the mark.
  var textStart: Int { hasMark ? 3 : 0 }

  /// Recognises the separator from the header (readings.md 1).
  ///
  /// It is the one of `,` `;` TAB that stands most often outside quotes, on a tie the first of them.
  /// Lines with nothing on them before the header are passed.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: The dialect; a comma for an empty file.
  static func sniff(_ bytes: RawSpan) -> CSVDialect {
    let hasMark =
      bytes.byteCount >= 3 && bytes.byte(0) == 0xEF && bytes.byte(1) == 0xBB
      && bytes.byte(2) == 0xBF
    var counts = (comma: 0, semicolon: 0, tab: 0)
    var isQuoted = false
    var offset = hasMark ? 3 : 0
    while offset < bytes.byteCount,
      bytes.byte(offset) == UInt8(ascii: "\n") || bytes.byte(offset) == UInt8(ascii: "\r")
    {
      offset += 1
    }
    let end = min(bytes.byteCount, offset + CSVLimits.standard.recordBytes)
    scan: while offset < end {
      switch bytes.byte(offset) {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): if !isQuoted { break scan }
      case UInt8(ascii: ","): if !isQuoted { counts.comma += 1 }
      case UInt8(ascii: ";"): if !isQuoted { counts.semicolon += 1 }
      case UInt8(ascii: "\t"): if !isQuoted { counts.tab += 1 }
      default: break
      }
      offset += 1
    }
    let separator =
      if counts.comma >= counts.semicolon && counts.comma >= counts.tab {
        UInt8(ascii: ",")
      } else if counts.semicolon >= counts.tab {
        UInt8(ascii: ";")
      } else {
        UInt8(ascii: "\t")
      }
    return CSVDialect(separator: separator, hasMark: hasMark)
  }
}

/// Sizes beyond which a file is refused before anything of that size is kept (trust.md L8).
public struct CSVLimits: Hashable, Sendable {
  /// The most bytes of a file.
  public var fileBytes = 1 << 31
  /// The most bytes of one cell.
  public var cellBytes = 1 << 20
  /// The most bytes of one record.
  public var recordBytes = 2_000_000
  /// The most columns.
  public var columns = 1024

  /// The limits that hold where nobody sets others.
  public static let standard = CSVLimits()

  /// The standard limits, ready to be changed.
  public init() {}
}
