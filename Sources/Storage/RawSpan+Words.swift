// Loads of several bytes at once, checked against the span's end.

extension RawSpan {
  /// The byte at an offset; traps outside the span.
  ///
  /// - Parameter offset: From 0.
  /// - Returns: The byte.
  @inlinable @inline(__always)
  package func byte(_ offset: Int) -> UInt8 {
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// The eight bytes from an offset, the first in the lowest bits; traps outside the span.
  ///
  /// - Parameter offset: At most eight below the span's length.
  /// - Returns: The bytes as one number.
  @inlinable @inline(__always)
  package func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The sixteen bytes from an offset; traps outside the span.
  ///
  /// - Parameter offset: At most sixteen below the span's length.
  /// - Returns: The bytes as two numbers.
  @inlinable @inline(__always)
  package func vector(_ offset: Int) -> SIMD2<UInt64> {
    let words = unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
    return SIMD2(UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
  }

  /// The two bytes from an offset, the first in the lowest bits; traps outside the span.
  ///
  /// - Parameter offset: At most two below the span's length.
  /// - Returns: The bytes as one number.
  @inlinable @inline(__always)
  package func pair(_ offset: Int) -> UInt16 {
    UInt16(littleEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  /// Up to eight bytes from an offset, the first in the lowest bits, zeros after the last.
  ///
  /// - Parameters:
  ///   - offset: Where they begin.
  ///   - count: How many, 0 to 8; all of them must lie in the span.
  /// - Returns: The bytes as one number.
  @inlinable @inline(__always)
  package func word(_ offset: Int, count: Int) -> UInt64 {
    if count == 0 { return 0 }
    if offset &+ 8 <= byteCount {
      return word(offset) & (UInt64.max >> UInt64(truncatingIfNeeded: 64 &- count &* 8))
    }
    var word: UInt64 = 0
    var index = count
    while index > 0 {
      index &-= 1
      word = word << 8 | UInt64(byte(offset &+ index))
    }
    return word
  }

  /// Whether two stretches of bytes are the same.
  ///
  /// - Parameters:
  ///   - offset: Where the one begins in this span.
  ///   - count: How long both are.
  ///   - other: The span of the other.
  ///   - otherOffset: Where the other begins.
  /// - Returns: True where all bytes agree.
  @inlinable @inline(__always)
  package func equals(
    at offset: Int, count: Int, _ other: RawSpan, at otherOffset: Int
  ) -> Bool {
    if count < 8 { return word(offset, count: count) == other.word(otherOffset, count: count) }
    // What differs mostly differs at the end: ids count up. The first and the last bytes may overlap.
    let last = count &- 8
    if word(offset &+ last) != other.word(otherOffset &+ last) { return false }
    if count <= 16 { return word(offset) == other.word(otherOffset) }
    var done = 0
    while done < last &- 8 {
      let difference = vector(offset &+ done) ^ other.vector(otherOffset &+ done)
      if difference[0] | difference[1] != 0 { return false }
      done &+= 16
    }
    return done >= last || word(offset &+ done) == other.word(otherOffset &+ done)
  }

  /// A copy of a stretch of bytes.
  ///
  /// - Parameter range: Offsets within the span.
  /// - Returns: The bytes.
  package func copy(_ range: Range<Int>) -> [UInt8] {
    let part = extracting(range)
    return unsafe part.withUnsafeBytes { unsafe Array($0) }
  }

  /// Appends a stretch of bytes to an array.
  ///
  /// - Parameters:
  ///   - range: Offsets within the span.
  ///   - bytes: The array.
  @inlinable
  package func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
    let part = extracting(range)
    unsafe part.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }
}

extension [UInt8] {
  /// The array's bytes.
  @inlinable
  package var rawBytes: RawSpan {
    @_lifetime(borrow self)
    get {
      let elements = span
      return unsafe _overrideLifetime(elements.bytes, borrowing: self)
    }
  }
}
