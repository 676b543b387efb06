/// Quantiles of replicates.
public enum SampleQuantile {
  /// The quantile of Hyndman and Fan's type 7, the default of numpy and R.
  ///
  /// Between the two nearest values in proportion, with the place, (n − 1) · part ÷ parts, in
  /// whole numbers. Source: Hyndman and Fan (1996), "Sample quantiles in statistical packages".
  ///
  /// - Precondition: 0 ≤ `part` ≤ `parts`.
  /// - Parameters:
  ///   - part: 5 for the fifth percentile.
  ///   - parts: 100 for percentiles.
  ///   - sorted: Values, ascending.
  /// - Returns: `nil` of nothing.
  /// - Complexity: O(1).
  public static func type7(_ part: Int, of parts: Int, in sorted: [Int]) -> Double? {
    precondition(0 <= part && part <= parts && parts > 0, "no quantile \(part) of \(parts)")
    guard !sorted.isEmpty else { return nil }
    let (index, rest) = ((sorted.count - 1) * part).quotientAndRemainder(dividingBy: parts)
    guard rest > 0 else { return Double(sorted[index]) }
    let step = Double(sorted[index + 1] - sorted[index])
    return Double(sorted[index]) + step * Double(rest) / Double(parts)
  }
}
