/// A set of codes of one list as bits: bit n is entry n of the list.
public struct CodeSet: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt64

  /// A set from its bits.
  ///
  /// - Parameter rawValue: Bit n set means entry n of the list is in it.
  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Whether entry `number` of the list is in the set.
  @inlinable
  public func has(_ number: Int) -> Bool { rawValue >> UInt64(number) & 1 != 0 }

  /// How many codes are in the set.
  @inlinable
  public var size: Int { rawValue.nonzeroBitCount }

  /// The entries in the set, lowest first.
  public var numbers: [Int] {
    var numbers: [Int] = []
    var bits = rawValue
    while bits != 0 {
      numbers.append(bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
    return numbers
  }
}
