extension KaplanMeier {
  /// The mean time up to a horizon, with its standard error.
  ///
  /// The area under S from 0 to the horizon. Source: Klein and Moeschberger (2003), "Survival
  /// Analysis", 4.5.
  ///
  /// - Precondition: The horizon is not negative.
  /// - Parameter horizon: The time at which to stop.
  /// - Returns: The restricted mean and Greenwood's error of it.
  /// - Complexity: O(n).
  public func restrictedMean(until horizon: Int) -> (mean: Double, standardError: Double) {
    precondition(horizon >= 0, "a horizon of \(horizon)")
    var (area, variance) = (0.0, 0.0)
    var end = horizon
    for step in steps.reversed() where step.time <= horizon {
      area += step.survival * Double(end - step.time)
      end = step.time
      // Once nobody is left there is no area behind the step, and nothing to vary.
      let staying = step.atRisk - step.ended
      if staying > 0 {
        variance +=
          area * area * Double(step.ended) / (Double(step.atRisk) * Double(staying))
      }
    }
    return (area + Double(end), variance.squareRoot())
  }
}
