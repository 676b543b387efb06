/// Replicates of a baseline and a reform on common draws, replicate by replicate.
///
/// Source: Stout and Goldie (2008), "Keeping the noise down: common random numbers for disease
/// simulation modeling", Health Care Management Science 11.
public struct PairedReplicates: Hashable, Sendable {
  /// The baseline's values.
  public private(set) var baseline = ReplicateSums()
  /// The reform's values.
  public private(set) var reform = ReplicateSums()
  /// The reform's value minus the baseline's.
  public private(set) var difference = ReplicateSums()

  /// No replicates yet.
  public init() {}

  /// Adds a replicate.
  ///
  /// - Parameters:
  ///   - baseline: The baseline's value.
  ///   - reform: The reform's value on the same draws.
  public mutating func add(baseline: Int, reform: Int) {
    self.baseline.add(baseline)
    self.reform.add(reform)
    difference.add(reform - baseline)
  }

  /// Adds other replicates.
  ///
  /// - Parameter other: Their sums.
  public mutating func add(_ other: PairedReplicates) {
    baseline.add(other.baseline)
    reform.add(other.reform)
    difference.add(other.difference)
  }

  /// How many times more replicates independent draws would need for the same error.
  ///
  /// `nil` where the difference does not vary.
  public var varianceReduction: Double? {
    guard let b = baseline.variance, let r = reform.variance, let d = difference.variance, d > 0
    else { return nil }
    return (b + r) / d
  }

  /// The correlation of the two, `nil` where either does not vary.
  public var correlation: Double? {
    guard let b = baseline.variance, let r = reform.variance, let d = difference.variance,
      b > 0, r > 0
    else { return nil }
    return (b + r - d) / (2 * (b * r).squareRoot())
  }
}
