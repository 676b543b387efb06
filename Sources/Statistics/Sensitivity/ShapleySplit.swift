/// The effect of a reform of several parts, split among them.
///
/// Each part's share is its effect averaged over every order in which the parts could be brought
/// in. Values are whole numbers, and so is every share times n!: the shares add up to the effect
/// of all without a rounding. Source: Shapley (1953), "A value for n-person games".
public struct ShapleySplit: Hashable, Sendable {
  /// For each part its share of the effect, times n!.
  public let numerators: [Int]
  /// n!.
  public let denominator: Int

  /// For each part its share of the effect.
  public var shares: [Double] { numerators.map { Double($0) / Double(denominator) } }

  /// Splits an effect.
  ///
  /// - Precondition: There are 2ⁿ values, with n of 12 at most.
  /// - Parameter values: The value of every set of parts, at the number whose bit i says whether
  ///   part i is in it: none first, all last.
  /// - Complexity: O(n 2ⁿ).
  public init(values: [Int]) {
    let parts = values.count.trailingZeroBitCount
    precondition(
      values.count == 1 << parts && parts <= 12, "\(values.count) values, not 2ⁿ up to 2¹²")
    var factorials = [1]
    for number in 0..<parts { factorials.append(factorials[number] * (number + 1)) }
    numerators = (0..<parts).map { part in
      var sum = 0
      for set in values.indices where set >> part & 1 == 0 {
        let before = set.nonzeroBitCount
        let weight = factorials[before] * factorials[parts - before - 1]
        sum += weight * (values[set | 1 << part] - values[set])
      }
      return sum
    }
    denominator = factorials[parts]
  }

  /// The effect of each part when they are brought in one after another in the order given.
  ///
  /// - Parameter values: As for ``init(values:)``.
  /// - Returns: For each part what it adds to those before it; depends on the order.
  public static func sequential(values: [Int]) -> [Int] {
    (0..<values.count.trailingZeroBitCount).map { part in
      values[(1 << (part + 1)) - 1] - values[(1 << part) - 1]
    }
  }
}
