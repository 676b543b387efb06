/// The difference of two independent proportions: the first minus the second.
public struct ProportionDifference: Hashable, Sendable {
  /// The proportion that the other is taken from.
  public let first: Proportion
  /// The proportion that is taken from it.
  public let second: Proportion

  /// The difference of two independent proportions.
  ///
  /// - Parameters:
  ///   - first: The proportion that the other is taken from.
  ///   - second: The proportion that is taken from it.
  public init(of first: Proportion, minus second: Proportion) {
    self.first = first
    self.second = second
  }

  /// The difference of the shares, `nil` where either total is 0.
  public var value: Double? {
    guard let p1 = first.share, let p2 = second.share else { return nil }
    return p1 - p2
  }

  /// Newcombe's hybrid score interval, his method 10.
  ///
  /// Source: Newcombe (1998), "Interval estimation for the difference between independent
  /// proportions: comparison of eleven methods", Statistics in Medicine 17, 873–890.
  ///
  /// - Parameter confidence: The level.
  /// - Returns: Two differences within -1…1, `nil` where either total is 0.
  /// - Complexity: O(1).
  public func newcombe(_ confidence: Confidence = .ninetyFive) -> Interval? {
    guard
      let p1 = first.share, let w1 = first.wilson(confidence),
      let p2 = second.share, let w2 = second.wilson(confidence)
    else { return nil }
    func hypotenuse(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let difference = p1 - p2
    return Interval(
      low: max(-1, difference - hypotenuse(p1 - w1.low, w2.high - p2)),
      high: min(1, difference + hypotenuse(w1.high - p1, p2 - w2.low)))
  }
}
