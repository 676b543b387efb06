internal import Storage

/// Goes from one byte that could end a cell to the next, sixty-four bytes at a time.
///
/// Such bytes are the separator, quotes and everything below a space.
struct CellMarks {
  private let separator: UInt8
  /// Where the sixty-four bytes begin that were looked at last.
  private var start: Int
  /// Those of them that are still to be given, a bit a byte.
  private var marks: UInt64 = 0

  /// - Parameters:
  ///   - separator: The byte between cells.
  ///   - offset: Where to begin.
  init(separator: UInt8, from offset: Int) {
    self.separator = separator
    start = offset &- 64
  }

  /// The offset of the next one; −1 where fewer than sixty-four bytes are left.
  @inline(__always)
  mutating func next(in file: RawSpan) -> Int {
    while marks == 0 {
      start &+= 64
      guard start &+ 64 <= file.byteCount else { return -1 }
      marks = file.marks(start, separator: separator)
    }
    let offset = start &+ marks.trailingZeroBitCount
    marks &= marks &- 1
    return offset
  }
}
