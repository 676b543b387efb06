import Storage
import Testing

@Suite("Scanning bytes")
struct ScanningTests {
  /// Bytes of which many are, or nearly are, what a scanner looks for.
  static func bytes(_ count: Int, _ draws: inout SystemRandomNumberGenerator) -> [UInt8] {
    let near: [UInt8] = [0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x21, 0x22, 0x2B, 0x2C, 0x3B, 0x7F]
    return (0..<count).map { _ in
      var byte = UInt8.random(in: 0...255, using: &draws)
      if Bool.random(using: &draws) {
        byte = near.randomElement(using: &draws) ?? 0
        if Int.random(in: 0..<4, using: &draws) == 0 { byte |= 0x80 }
      }
      return byte
    }
  }

  @Test("the bytes that could end a cell, sixty-four at a time, on this processor and on any")
  func marks() {
    var draws = SystemRandomNumberGenerator()
    for separator in Array(",;\t|".utf8) {
      let bytes = Self.bytes(4096, &draws)
      for start in 0...(bytes.count - 64) {
        var expected: UInt64 = 0
        for index in 0..<64 {
          let byte = bytes[start + index]
          if byte == separator || byte == UInt8(ascii: "\"") || byte < 0x20 {
            expected |= 1 << UInt64(index)
          }
        }
        let marks = bytes.rawBytes.marks(start, separator: separator)
        let portable = bytes.rawBytes.portableMarks(start, separator: separator)
        guard marks == expected, portable == expected else {
          Issue.record("\(bytes[start..<start + 64]): \(marks), \(portable), not \(expected)")
          return
        }
      }
    }
  }

  @Test("two stretches are the same where every byte is", arguments: 0...70)
  func equality(count: Int) {
    var draws = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      // Behind the stretch stands what must not be looked at.
      let (before, behind) = (
        Int.random(in: 0...3, using: &draws), Int.random(in: 0...9, using: &draws)
      )
      let text = Self.bytes(count, &draws)
      let left = Self.bytes(before, &draws) + text + Self.bytes(behind, &draws)
      let isSame = left.rawBytes.equals(at: before, count: count, text.rawBytes, at: 0)
      #expect(isSame)
      guard let place = text.indices.randomElement(using: &draws) else { continue }
      var other = text
      other[place] ^= 1 << UInt8.random(in: 0...7, using: &draws)
      let isStillSame = left.rawBytes.equals(at: before, count: count, other.rawBytes, at: 0)
      #expect(!isStillSame)
    }
  }
}
