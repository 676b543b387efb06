// Eight bytes at a time: where one stands, which are not ASCII.

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
    while offset &+ 64 <= range.upperBound {
      let words =
        (vector(offset) | vector(offset &+ 16)) | (vector(offset &+ 32) | vector(offset &+ 48))
      if (words[0] | words[1]) & 0x8080_8080_8080_8080 != 0 { break }
      offset &+= 64
    }
    while offset < range.upperBound, byte(offset) < 0x80 { offset &+= 1 }
    return offset
  }
}
