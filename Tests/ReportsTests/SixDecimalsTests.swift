import Foundation
import Testing

@testable import Reports

@Suite("SixDecimals")
struct SixDecimalsTests {
  static func written(_ value: Double) -> String {
    var text = ByteText()
    text.append(sixDecimals: value)
    return text.text
  }

  static func printf(_ value: Double) -> String {
    let text = String(format: "%.6f", value)
    return text == "-0.000000" ? "0.000000" : text
  }

  static let corners: [Double] = [
    0, -0.0, 1, -1, 0.5e-6, -0.5e-6, 1.5e-6, 2.5e-6, 0.0000005, 0.1, 1.0 / 3, 2.0 / 3, 0.9999995,
    0.99999949999, 1e-300, -1e-300, .leastNonzeroMagnitude, .leastNormalMagnitude, 365.25,
    123_456.7890125, 1_234_567.000000500, 4_503_599_627_370_496.5, 9_007_199_254_740_994, 1e15,
    1e18,
    1.8446744073709552e19, 1e20, -1e20, 0.0000015, 1.0000005, 8.5 / 1_048_576, 0.001953125 / 1000,
  ]

  @Test("rounds corner values as printf does", arguments: corners)
  func roundsCorner(value: Double) { #expect(Self.written(value) == Self.printf(value)) }

  @Test("rounds fractions, exact ties and random bit patterns as printf does")
  func agreesWithPrintf() {
    var random = SplitMix(seed: 7)
    for total in 1...60 {
      for count in 0...total {
        let share = Double(count) / Double(total)
        #expect(Self.written(share) == Self.printf(share))
      }
    }
    for _ in 0..<4000 {
      // Odd multiples of 2⁻⁷ … 2⁻³⁰ hold all ties that six decimals can have.
      let exponent = Int(random.next() % 24) + 7
      let tie = Double(random.next() % 100_000) / Double(1 << exponent)
      #expect(Self.written(tie) == Self.printf(tie))
      let any = Double(bitPattern: random.next())
      if any.magnitude <= 1e20 { #expect(Self.written(any) == Self.printf(any)) }
    }
  }

  @Test("writes nothing for what is no number", arguments: [Double.nan, .infinity, -.infinity])
  func noNumber(value: Double) { #expect(Self.written(value).isEmpty) }

  @Test("rounds what CSV says for people, half away from zero")
  func people() throws {
    // 3/80 is 3.75 per cent, whose binary value lies a little below.
    #expect(try #require(SixDecimals(3.0 / 80)).rounded(places: 3) == 38)
    #expect(try #require(SixDecimals(-0.0625)).rounded(places: 3) == 63)
    #expect(try #require(SixDecimals(0.99949999)).rounded(places: 3) == 1000)
    #expect(try #require(SixDecimals(0.9994994)).rounded(places: 3) == 999)
  }
}

/// A small generator of repeatable numbers (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
