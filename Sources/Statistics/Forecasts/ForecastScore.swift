import Glibc

/// How good stated chances were, once it is known what happened.
///
/// The chances are whole numbers of replicates, so that the Brier score is too, before the last
/// division. Source: Brier (1950), "Verification of forecasts expressed in terms of probability",
/// Monthly Weather Review 78; Good (1952), "Rational decisions" (the log score).
public struct ForecastScore: Sendable {
  /// How many forecasts were scored.
  public private(set) var forecasts = 0
  /// Of how many replicates each chance is made.
  public let replicates: Int
  private var squares = 0
  private var logarithms = 0.0

  /// No forecasts yet.
  ///
  /// - Precondition: `replicates` is above 0.
  /// - Parameter replicates: Of how many replicates each chance is made.
  public init(replicates: Int) {
    precondition(replicates > 0, "chances out of \(replicates) replicates")
    self.replicates = replicates
  }

  /// Adds a forecast of a yes or no.
  ///
  /// - Parameters:
  ///   - count: In how many replicates it happened.
  ///   - happened: Whether it happened.
  public mutating func add(_ count: Int, happened: Bool) {
    forecasts += 1
    let miss = happened ? replicates - count : count
    squares += miss * miss
    logarithms -= log(Self.chance(replicates - miss, of: replicates, classes: 2))
  }

  /// Adds a forecast over classes, such as the statuses.
  ///
  /// - Parameters:
  ///   - counts: For each class in how many replicates it came out.
  ///   - outcome: The class that happened.
  public mutating func add(_ counts: [Int], outcome: Int) {
    forecasts += 1
    for (index, count) in counts.enumerated() {
      let miss = index == outcome ? replicates - count : count
      squares += miss * miss
    }
    logarithms -= log(Self.chance(counts[outcome], of: replicates, classes: counts.count))
  }

  /// The mean over the forecasts of the squared distance between chances and what happened,
  /// added over the classes; of a yes or no only that of the yes.
  public var brier: Double? {
    guard forecasts > 0 else { return nil }
    return Double(squares) / (Double(replicates) * Double(replicates) * Double(forecasts))
  }

  /// The mean of −ln of the chance given to what happened, 0 at best.
  ///
  /// Half a replicate is added to each class, so that what no replicate showed is very unlikely
  /// rather than impossible.
  public var logScore: Double? {
    forecasts > 0 ? logarithms / Double(forecasts) : nil
  }

  private static func chance(_ count: Int, of replicates: Int, classes: Int) -> Double {
    (Double(count) + 0.5) / (Double(replicates) + 0.5 * Double(classes))
  }
}
