internal import Storage

/// Goes from one byte that could end a cell to the next, sixteen bytes at a time.
///
/// Such bytes are the separator, quotes and everything below a space.
struct CellMarks {
  private let separator: SIMD2<UInt64>
  /// Where the sixteen bytes begin that were looked at last.
  private var start: Int
  /// The high bits of the bytes, of eight from `first`, that are still to be given.
  private var marks: UInt64 = 0
  private var first = 0
  /// Those of the eight bytes behind them.
  private var later: UInt64 = 0

  /// - Parameters:
  ///   - separator: The byte between cells.
  ///   - offset: Where to begin.
  init(separator: UInt8, from offset: Int) {
    self.separator = SIMD2(repeating: UInt64(eightTimes: separator))
    start = offset &- 16
  }

  /// The offset of the next one; −1 where fewer than sixteen bytes are left.
  @inline(__always)
  mutating func next(in file: RawSpan) -> Int {
    while marks == 0 {
      if later != 0 {
        marks = later
        later = 0
        first = start &+ 8
      } else {
        start &+= 16
        guard start &+ 16 <= file.byteCount else { return -1 }
        let found = file.marks(start, separator)
        marks = found[0]
        later = found[1]
        first = start
      }
    }
    let offset = first &+ marks.trailingZeroBitCount >> 3
    marks &= marks &- 1
    return offset
  }
}
