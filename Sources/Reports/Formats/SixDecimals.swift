/// A number rounded to six decimals, half to even from its exact binary value, as printf does
/// (readings.md 44).
///
/// What rounds to nothing has no sign. Every figure is rounded this way first; text for people
/// then rounds what CSV says, so that a reader who checks a page against its CSV finds the same.
struct SixDecimals: Hashable, Sendable {
  /// Whether it is below zero.
  let isNegative: Bool
  /// How many millionths it is from zero.
  let millionths: UInt128

  /// Rounds a number.
  ///
  /// Nothing for what is no number, and beyond 10²⁰, where no figure of ours can be.
  init?(_ value: Double) {
    guard value.isFinite, value.magnitude <= 1e20 else { return nil }
    let magnitude = value.magnitude
    guard magnitude > 0 else {
      isNegative = false
      millionths = 0
      return
    }
    // value = significand · 2^exponent with a whole significand below 2^53, so the millionths are
    // a whole number below 2^73 shifted by the exponent: exact in 128 bits.
    let exponent = Int(magnitude.exponent) - Double.significandBitCount
    let isNormal = magnitude.isNormal
    let bits = magnitude.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let scale = isNormal ? exponent : -1074
    let product = UInt128(bits) * 1_000_000
    var rounded: UInt128
    if scale >= 0 {
      rounded = product << UInt128(scale)
    } else if scale <= -120 {
      rounded = 0
    } else {
      let shift = UInt128(-scale)
      rounded = product >> shift
      let rest = product & ((1 << shift) - 1)
      let half: UInt128 = 1 << (shift - 1)
      if rest > half || (rest == half && rounded & 1 == 1) { rounded += 1 }
    }
    isNegative = value < 0 && rounded > 0
    millionths = rounded
  }

  /// The digits before the point.
  var whole: UInt128 { millionths / 1_000_000 }

  /// The value in units of 10⁻ᵖ, half away from zero: how people round.
  ///
  /// - Parameter places: Decimals to keep, 0 to 6.
  /// - Returns: A whole number of those units.
  func rounded(places: Int) -> UInt128 {
    var unit: UInt128 = 1
    for _ in 0..<max(6 - places, 0) { unit *= 10 }
    return (millionths + unit / 2) / unit
  }
}

extension ByteText {
  /// A number with six decimals and a point; nothing where it is none.
  mutating func append(sixDecimals value: Double) {
    guard let number = SixDecimals(value) else { return }
    if number.isNegative { append(UInt8(ascii: "-")) }
    if let small = UInt64(exactly: number.millionths) {
      append(digitsOf: small / 1_000_000)
      append(UInt8(ascii: "."))
      append(digitsOf: small % 1_000_000, width: 6)
    } else {
      append(String(number.whole))
      append(UInt8(ascii: "."))
      append(digitsOf: UInt64(number.millionths % 1_000_000), width: 6)
    }
  }
}
