/// Sums over replicates of a whole number, in whole numbers: the order they come in is nothing.
public struct ReplicateSums: Hashable, Sendable {
  /// How many replicates.
  public private(set) var replicates = 0
  /// The sum of their values.
  public private(set) var sum = 0
  /// The sum of the squares of their values.
  public private(set) var sumOfSquares = 0

  /// No replicates yet.
  public init() {}

  /// The sums over values.
  ///
  /// - Parameter values: One a replicate.
  public init(_ values: some Sequence<Int>) { for value in values { add(value) } }

  /// Adds a replicate.
  ///
  /// - Parameter value: Its value.
  public mutating func add(_ value: Int) {
    replicates += 1
    sum += value
    sumOfSquares += value * value
  }

  /// Adds other replicates.
  ///
  /// - Parameter other: Their sums.
  public mutating func add(_ other: ReplicateSums) {
    replicates += other.replicates
    sum += other.sum
    sumOfSquares += other.sumOfSquares
  }

  /// The mean, `nil` without replicates.
  public var mean: Double? { replicates == 0 ? nil : Double(sum) / Double(replicates) }

  /// The variance with n − 1, `nil` with fewer than two replicates.
  public var variance: Double? {
    guard replicates > 1 else { return nil }
    let numerator = Int128(replicates) * Int128(sumOfSquares) - Int128(sum) * Int128(sum)
    return Double(numerator) / (Double(replicates) * Double(replicates - 1))
  }

  /// The Monte Carlo error of the mean, s ÷ √R: what more replicates make smaller.
  public var standardError: Double? {
    variance.map { ($0 / Double(replicates)).squareRoot() }
  }

  /// The t interval of the mean, for the Monte Carlo error alone.
  ///
  /// - Parameter confidence: The level.
  /// - Returns: `nil` with fewer than two replicates.
  public func interval(_ confidence: Confidence = .ninetyFive) -> Interval? {
    guard let mean, let standardError else { return nil }
    let t = StudentT.quantile(twoSided: confidence.alpha, degrees: Double(replicates - 1))
    return Interval(low: mean - t * standardError, high: mean + t * standardError)
  }
}
