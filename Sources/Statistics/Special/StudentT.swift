/// Student's t distribution.
package enum StudentT {
  /// The quantile of a two-sided level: what |t| exceeds with a chance of α.
  ///
  /// - Parameters:
  ///   - alpha: The chance of both tails together, within 0…1.
  ///   - degrees: Degrees of freedom, above 0.
  /// - Returns: A value of 0 or more.
  package static func quantile(twoSided alpha: Double, degrees: Double) -> Double {
    let x = IncompleteBeta.point(lowerTail: alpha, degrees / 2, 0.5)
    return (degrees * (1 - x) / x).squareRoot()
  }
}
