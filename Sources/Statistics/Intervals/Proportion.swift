/// A count out of a total.
///
/// Nothing of nothing is a proportion without a share: what is computed from it is `nil`.
public struct Proportion: Hashable, Sendable {
  /// How many.
  public let count: Int
  /// Of how many.
  public let total: Int

  /// A count out of a total.
  ///
  /// - Precondition: 0 ≤ `count` ≤ `total`.
  /// - Parameters:
  ///   - count: How many.
  ///   - total: Of how many.
  public init(_ count: Int, of total: Int) {
    precondition(0 <= count && count <= total, "\(count) of \(total) is no proportion")
    self.count = count
    self.total = total
  }

  /// Count ÷ total, `nil` for nothing of nothing.
  public var share: Double? { total == 0 ? nil : Double(count) / Double(total) }

  /// Wilson's score interval.
  ///
  /// The lower end is exactly 0 at none and the upper exactly 1 at all. Source: Wilson (1927),
  /// "Probable inference, the law of succession, and statistical inference", JASA 22.
  ///
  /// - Parameter confidence: The level.
  /// - Returns: Two shares, `nil` for nothing of nothing.
  /// - Complexity: O(1).
  public func wilson(_ confidence: Confidence = .ninetyFive) -> Interval? {
    guard total > 0 else { return nil }
    let (n, z) = (Double(total), confidence.z)
    let p = Double(count) / n
    let scale = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / scale
    let half = z / scale * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return Interval(
      low: count == 0 ? 0 : max(0, centre - half),
      high: count == total ? 1 : min(1, centre + half))
  }
}
