// Eight bytes at a time: which of them end a cell, which are not ASCII, where lines end.

extension UInt64 {
  /// The high bit of each byte of the word that is zero, exactly.
  @inlinable @inline(__always)
  package var zeroBytes: UInt64 {
    ~(((self & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F) | self | 0x7F7F_7F7F_7F7F_7F7F)
  }

  /// The word that holds one byte eight times.
  ///
  /// - Parameter byte: The byte.
  @inlinable
  package init(eightTimes byte: UInt8) { self = UInt64(byte) &* 0x0101_0101_0101_0101 }
}

/// The bytes that a CSV scanner has to look at, as words to compare with.
@frozen
package struct CellEnds: Hashable, Sendable {
  @usableFromInline let separator: UInt64
  @usableFromInline let quote: UInt64 = 0x2222_2222_2222_2222

  /// Ends of cells.
  ///
  /// - Parameter separator: The byte between cells.
  package init(separator: UInt8) { self.separator = UInt64(eightTimes: separator) }

  /// The high bit of each byte that is the separator, a quote, LF, CR or NUL.
  ///
  /// - Parameter word: Eight bytes of a file.
  /// - Returns: Bits 7, 15, 23 …
  @inlinable @inline(__always)
  package func marks(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let separated = word ^ separator
    let quoted = word ^ quote
    let lineFeed = word ^ 0x0A0A_0A0A_0A0A_0A0A
    let carriage = word ^ 0x0D0D_0D0D_0D0D_0D0D
    // A byte is zero where neither its high bit is set nor its low seven bits carry into it.
    let separatorSet = ((separated & low) &+ low) | separated
    let quoteSet = ((quoted & low) &+ low) | quoted
    let lineFeedSet = ((lineFeed & low) &+ low) | lineFeed
    let carriageSet = ((carriage & low) &+ low) | carriage
    let zeroSet = ((word & low) &+ low) | word
    return ~(separatorSet & quoteSet & lineFeedSet & carriageSet & zeroSet) & ~low
  }
}

extension RawSpan {
  /// The first offset from which a byte stands, or the end of the range where it does not.
  ///
  /// - Parameters:
  ///   - byte: The byte looked for.
  ///   - range: Offsets within the span.
  /// - Returns: The offset of the first one.
  package func first(_ byte: UInt8, in range: Range<Int>) -> Int {
    let pattern = UInt64(eightTimes: byte)
    var offset = range.lowerBound
    while offset &+ 8 <= range.upperBound {
      let found = (word(offset) ^ pattern).zeroBytes
      if found != 0 { return offset &+ found.trailingZeroBitCount >> 3 }
      offset &+= 8
    }
    while offset < range.upperBound, self.byte(offset) != byte { offset &+= 1 }
    return offset
  }

  /// How often a byte stands in a range.
  ///
  /// - Parameters:
  ///   - byte: The byte counted.
  ///   - range: Offsets within the span.
  /// - Returns: The count.
  package func count(_ byte: UInt8, in range: Range<Int>) -> Int {
    let pattern = UInt64(eightTimes: byte)
    var count = 0
    var offset = range.lowerBound
    while offset &+ 8 <= range.upperBound {
      count &+= (word(offset) ^ pattern).zeroBytes.nonzeroBitCount
      offset &+= 8
    }
    while offset < range.upperBound {
      if self.byte(offset) == byte { count &+= 1 }
      offset &+= 1
    }
    return count
  }

  /// The first offset in a range whose byte is not ASCII, or the range's end.
  ///
  /// - Parameter range: Offsets within the span.
  /// - Returns: The offset.
  package func firstNonASCII(in range: Range<Int>) -> Int {
    var offset = range.lowerBound
    while offset &+ 32 <= range.upperBound {
      let bits =
        word(offset) | word(offset &+ 8) | word(offset &+ 16) | word(offset &+ 24)
      if bits & 0x8080_8080_8080_8080 != 0 { break }
      offset &+= 32
    }
    while offset < range.upperBound, byte(offset) < 0x80 { offset &+= 1 }
    return offset
  }
}
