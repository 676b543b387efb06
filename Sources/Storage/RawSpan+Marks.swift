// Sixty-four bytes at a time: which of them a scanner of CSV has to look at.
//
// A bit a byte needs an instruction that Swift's vectors have no name for: they compare byte by
// byte. The compiler's own header for the processor has it; other processors add within words.

#if arch(x86_64)
public import _Builtin_intrinsics.intel.sse2
#endif

extension RawSpan {
  /// Which of sixty-four bytes a scanner of CSV has to look at; traps outside the span.
  ///
  /// - Parameters:
  ///   - offset: At most sixty-four below the span's length.
  ///   - separator: The byte between cells.
  /// - Returns: A bit a byte, the first in the lowest: 1 where it is the separator, a quote or below
  ///   a space.
  @inlinable @inline(__always)
  package func marks(_ offset: Int, separator: UInt8) -> UInt64 {
    #if arch(x86_64)
    let separators = _mm_set1_epi8(CChar(bitPattern: separator))
    return sixteenMarks(offset, separators)
      | sixteenMarks(offset &+ 16, separators) << 16
      | sixteenMarks(offset &+ 32, separators) << 32
      | sixteenMarks(offset &+ 48, separators) << 48
    #else
    return portableMarks(offset, separator: separator)
    #endif
  }

  #if arch(x86_64)
  @inlinable @inline(__always)
  package func sixteenMarks(_ offset: Int, _ separators: __m128i) -> UInt64 {
    let bytes = unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: __m128i.self)
    let separated = _mm_cmpeq_epi8(bytes, separators)
    let quoted = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x22))
    let isLow = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes)
    let marked = _mm_or_si128(_mm_or_si128(separated, quoted), isLow)
    return UInt64(UInt32(bitPattern: _mm_movemask_epi8(marked)))
  }
  #endif

  /// The same as ``marks(_:separator:)`` on any processor.
  @inlinable
  package func portableMarks(_ offset: Int, separator: UInt8) -> UInt64 {
    let separators = UInt64(eightTimes: separator)
    let quotes = UInt64(eightTimes: 0x22)
    var marks: UInt64 = 0
    var index = 0
    while index < 8 {
      let word = word(offset &+ index &* 8)
      // A byte is below a space where it is zero but for its low five bits.
      let found =
        (word ^ separators).zeroBytes | (word ^ quotes).zeroBytes
        | (word & 0xE0E0_E0E0_E0E0_E0E0).zeroBytes
      // The high bits of eight bytes, moved side by side.
      marks |= (((found >> 7) &* 0x0102_0408_1020_4080) >> 56) << UInt64(index &* 8)
      index &+= 1
    }
    return marks
  }
}
