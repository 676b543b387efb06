/// Events counted over an exposure, such as changes of status over member-years.
public struct EventRate: Hashable, Sendable {
  /// How many events.
  public let events: Int
  /// Over how much: years, quarters, days.
  public let exposure: Double

  /// Events over an exposure.
  ///
  /// - Precondition: Neither is negative.
  /// - Parameters:
  ///   - events: How many.
  ///   - exposure: Over how much.
  public init(events: Int, exposure: Double) {
    precondition(events >= 0 && exposure >= 0, "\(events) events over \(exposure)")
    self.events = events
    self.exposure = exposure
  }

  /// Events ÷ exposure, `nil` where there is no exposure.
  public var value: Double? { exposure > 0 ? Double(events) / exposure : nil }

  /// Garwood's exact Poisson interval.
  ///
  /// The lower end is exactly 0 for no event. Source: Garwood (1936), "Fiducial limits for the
  /// Poisson distribution", Biometrika 28, 437–442: the quantiles at α/2 and 1 − α/2 of the χ²
  /// distributions with 2x and 2x + 2 degrees of freedom, halved, over the exposure.
  ///
  /// - Parameter confidence: The level.
  /// - Returns: Two rates, `nil` where there is no exposure.
  /// - Complexity: O(√events), some sixty times.
  public func garwood(_ confidence: Confidence = .ninetyFive) -> Interval? {
    guard exposure > 0 else { return nil }
    let tail = confidence.alpha / 2
    let shape = Double(events)
    // Chernoff: both quantiles lie within this distance of the shape for any tail down to 1e-9.
    let reach = 10 * (shape + 1).squareRoot() + 25
    let low =
      events == 0
      ? 0
      : Bisection.lastPoint(in: Interval(low: max(0, shape - reach), high: shape)) {
        IncompleteGamma.tails(shape: shape, at: $0).lower < tail
      }
    let high = Bisection.lastPoint(in: Interval(low: shape, high: shape + reach)) {
      IncompleteGamma.tails(shape: shape + 1, at: $0).upper > tail
    }
    return Interval(low: low / exposure, high: high / exposure)
  }
}
