/// An ISO 3166-1 alpha-3 country code: three capital letters in one number, ordered as text.
public struct Country: Hashable, Comparable, Sendable {
  /// The three letters, the first in the highest of the three low bytes.
  public let packed: UInt32

  package init(packed: UInt32) { self.packed = packed }

  /// A country from three letters in any case.
  ///
  /// - Parameter code: `MEX`, `mex` …; nothing where it is not three ASCII letters.
  public init?(_ code: String) {
    let letters = Array(code.utf8)
    guard letters.count == 3 else { return nil }
    var packed: UInt32 = 0
    for letter in letters {
      let capital = letter & 0xDF
      guard (0x41...0x5A).contains(capital) else { return nil }
      packed = packed << 8 | UInt32(capital)
    }
    self.packed = packed
  }

  /// The order of the codes as text.
  public static func < (left: Country, right: Country) -> Bool { left.packed < right.packed }
}

extension Country: CustomStringConvertible {
  /// The code in capitals: `MEX`.
  public var description: String {
    let bytes = [16, 8, 0].map { UInt8(truncatingIfNeeded: packed >> UInt32($0)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
