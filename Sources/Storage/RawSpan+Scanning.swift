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

  /// Which of sixteen bytes a scanner of CSV has to look at.
  ///
  /// - Parameters:
  ///   - offset: At most sixteen below the span's length.
  ///   - separator: The byte between cells, sixteen times.
  /// - Returns: The high bit of each byte that is the separator, a quote or below a space, the
  ///   first eight bytes in the first word.
  @inlinable @inline(__always)
  package func marks(_ offset: Int, _ separator: SIMD2<UInt64>) -> SIMD2<UInt64> {
    // Sums within bytes: comparing sixteen bytes as such is compiled byte by byte.
    let low = SIMD2<UInt64>(repeating: 0x7F7F_7F7F_7F7F_7F7F)
    let bytes = vector(offset)
    let separated = bytes ^ separator
    let quoted = bytes ^ SIMD2(repeating: 0x2222_2222_2222_2222)
    // A byte is zero where neither its high bit is set nor its low seven bits carry into it.
    let separatorSet = ((separated & low) &+ low) | separated
    let quoteSet = ((quoted & low) &+ low) | quoted
    let spaceSet = ((bytes & low) &+ SIMD2(repeating: 0x6060_6060_6060_6060)) | bytes
    return ~(separatorSet & quoteSet & spaceSet) & ~low
  }
}
