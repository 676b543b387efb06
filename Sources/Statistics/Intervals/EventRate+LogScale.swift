import Glibc

extension EventRate {
  /// The interval of an exactly observed intensity on the log scale, q · exp(±z ÷ √n).
  ///
  /// Source: Jackson (2011), "Multi-state models for panel data: the msm package for R", JSS 38.
  ///
  /// - Parameter confidence: The level.
  /// - Returns: Two rates, `nil` without events or exposure.
  public func logScale(_ confidence: Confidence = .ninetyFive) -> Interval? {
    guard let value, events > 0 else { return nil }
    let factor = exp(confidence.z / Double(events).squareRoot())
    return Interval(low: value / factor, high: value * factor)
  }

  /// The mean time until an event: exposure ÷ events, with its standard error and interval.
  ///
  /// - Parameter confidence: The level of the interval, which is on the log scale.
  /// - Returns: `nil` without events or exposure.
  public func meanSojourn(
    _ confidence: Confidence = .ninetyFive
  ) -> (mean: Double, standardError: Double, interval: Interval)? {
    guard let rates = logScale(confidence) else { return nil }
    let mean = exposure / Double(events)
    return (
      mean, mean / Double(events).squareRoot(), Interval(low: 1 / rates.high, high: 1 / rates.low)
    )
  }
}
