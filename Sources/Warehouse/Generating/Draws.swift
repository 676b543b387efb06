/// Random numbers of one member: a counter hashed under a key of seed, member and purpose.
///
/// Nothing is shared between members, so that any part of a dataset can be made on any thread,
/// and one more draw for one member changes nothing for the others. The mixing function is that
/// of SplitMix64 (Steele, Lea and Flood 2014). Chances are whole numbers of a thousand: there is
/// no floating point that could differ between machines.
struct Draws {
  private let key: UInt64
  private var counter: UInt64 = 0

  /// The numbers for one purpose.
  ///
  /// - Parameters:
  ///   - seed: The dataset's seed.
  ///   - purpose: What they are for, such as a cluster or a member.
  ///   - index: Which one.
  init(seed: UInt64, purpose: UInt64, index: Int) {
    key = Self.mixed(Self.mixed(seed &+ Self.step &* purpose) &+ UInt64(index))
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ step
    value = (value ^ (value &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value &>> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value &>> 31)
  }

  /// A whole number from 0 to `count` - 1, each as likely but for a bias below 2^-50.
  mutating func below(_ count: Int) -> Int {
    counter &+= 1
    let bits = Self.mixed(key &+ counter &* Self.step)
    return Int(bits.multipliedFullWidth(by: UInt64(max(count, 1))).high)
  }

  /// A whole number in a range.
  mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

  /// Whether something happens that does so many times in a thousand.
  mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

  /// An index, each as often as its weight says.
  mutating func weighted(_ weights: [Int]) -> Int {
    var total = 0
    for weight in weights { total += weight }
    var rest = below(total)
    for index in weights.indices {
      rest -= weights[index]
      if rest < 0 { return index }
    }
    return weights.count - 1
  }
}
