internal import Storage

/// What an id may look like (data.md, readings.md 2).
enum IdRules {
  /// The most bytes of an id.
  static let longest = 128

  /// What is wrong with an id.
  ///
  /// - Returns: Nothing where it is right; an empty one is not looked at.
  @inline(__always)
  static func fault(_ text: RawSpan, _ start: Int, _ count: Int) -> String? {
    if count <= 0 { return nil }
    if count <= longest, text.byte(start) != 0x20, text.byte(start &+ count &- 1) != 0x20,
      isPlain(text, start, count)
    {
      return nil
    }
    return slowFault(text, start, count)
  }

  /// Whether all bytes are printable ASCII other than a semicolon.
  @inline(__always)
  private static func isPlain(_ text: RawSpan, _ start: Int, _ count: Int) -> Bool {
    var offset = start
    var left = count
    while left > 0 {
      let size = min(left, 8)
      // Bytes behind the last are made spaces, which are plain.
      let spaces =
        size == 8 ? 0 : (0x2020_2020_2020_2020 as UInt64) << UInt64(truncatingIfNeeded: size &* 8)
      let word = text.word(offset, count: size) | spaces
      let semicolons = (word ^ 0x3B3B_3B3B_3B3B_3B3B).zeroBytes
      let deletes = (word ^ 0x7F7F_7F7F_7F7F_7F7F).zeroBytes
      // Below 0x20: adding 0x60 leaves the high bit clear.
      let low = ~((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x6060_6060_6060_6060)
      if (word | semicolons | deletes | low) & 0x8080_8080_8080_8080 != 0 { return false }
      offset &+= 8
      left &-= 8
    }
    return true
  }

  private static func slowFault(_ text: RawSpan, _ start: Int, _ count: Int) -> String? {
    if count > longest {
      return "an id has at most \(longest) bytes; this one has \(count)"
    }
    if text.byte(start) == 0x20 || text.byte(start &+ count &- 1) == 0x20 {
      return "an id may not begin or end with a space"
    }
    for scalar in String(decoding: text.copy(start..<start &+ count), as: UTF8.self).unicodeScalars
    {
      if scalar == ";" { return "an id may not hold a semicolon" }
      if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
        return "an id may not hold control characters"
      }
    }
    return nil
  }
}
