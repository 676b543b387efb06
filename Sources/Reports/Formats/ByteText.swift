import Warehouse

/// Text under construction, as UTF-8 bytes.
///
/// Outputs of many thousand cells spend their time here; strings would be put together and taken
/// apart once a cell.
package struct ByteText: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Nothing so far.
  package init() {}

  /// What was written, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// How many bytes were written.
  package var count: Int { bytes.count }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ character: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(character) ?? UTF8.encodedReplacementCharacter)
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ other: ByteText) { bytes.append(contentsOf: other.bytes) }

  mutating func append(repeating byte: UInt8, count: Int) {
    for _ in 0..<max(count, 0) { bytes.append(byte) }
  }

  /// A whole number: `-` before a negative one.
  mutating func append(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: UInt64(number.magnitude))
  }

  /// Digits, filled up with zeros from the left.
  mutating func append(digitsOf number: UInt64, width: Int = 1) {
    var digits: [20 of UInt8] = .init(repeating: 0)
    var rest = number
    var count = 0
    repeat {
      digits[count] = UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    append(repeating: UInt8(ascii: "0"), count: width - count)
    while count > 0 {
      count -= 1
      append(UInt8(ascii: "0") + digits[count])
    }
  }

  /// A day as `YYYY-MM-DD`.
  mutating func append(_ day: Day) {
    let (year, month, number) = day.parts
    append(digitsOf: UInt64(max(year, 0)), width: 4)
    append(UInt8(ascii: "-"))
    append(digitsOf: UInt64(month), width: 2)
    append(UInt8(ascii: "-"))
    append(digitsOf: UInt64(number), width: 2)
  }
}
