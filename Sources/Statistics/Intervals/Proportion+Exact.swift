extension Proportion {
  /// The interval of Clopper and Pearson, which covers at least as often as it says.
  ///
  /// The lower end is exactly 0 at none and the upper exactly 1 at all. Source: Clopper and
  /// Pearson (1934), "The use of confidence or fiducial limits illustrated in the case of the
  /// binomial", Biometrika 26: the quantiles of Beta(x, n − x + 1) and Beta(x + 1, n − x).
  ///
  /// - Parameter confidence: The level.
  /// - Returns: Two shares, `nil` for nothing of nothing.
  /// - Complexity: O(√n), some sixty times.
  public func clopperPearson(_ confidence: Confidence = .ninetyFive) -> Interval? {
    guard total > 0 else { return nil }
    let (x, rest) = (Double(count), Double(total - count))
    let tail = confidence.alpha / 2
    return Interval(
      low: count == 0 ? 0 : IncompleteBeta.point(lowerTail: tail, x, rest + 1),
      high: count == total ? 1 : IncompleteBeta.point(upperTail: tail, x + 1, rest))
  }

  /// The equal-tailed interval of the posterior under Jeffreys' prior, Beta(x + ½, n − x + ½).
  ///
  /// The raw quantiles: at none the lower end is a little above 0, at all the upper one a little
  /// below 1. Source: Brown, Cai and DasGupta (2001), "Interval estimation for a binomial
  /// proportion", Statistical Science 16, without their change at the ends.
  ///
  /// - Parameter confidence: The level.
  /// - Returns: Two shares, `nil` for nothing of nothing.
  /// - Complexity: O(√n), some sixty times.
  public func jeffreys(_ confidence: Confidence = .ninetyFive) -> Interval? {
    guard total > 0 else { return nil }
    let (a, b) = (Double(count) + 0.5, Double(total - count) + 0.5)
    let tail = confidence.alpha / 2
    return Interval(
      low: IncompleteBeta.point(lowerTail: tail, a, b),
      high: IncompleteBeta.point(upperTail: tail, a, b))
  }
}
