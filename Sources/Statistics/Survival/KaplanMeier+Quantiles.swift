extension KaplanMeier {
  /// Two times, each empty where the curve never gets there.
  public struct TimeBounds: Hashable, Sendable {
    /// The first time at which the lower limit of S has come down to one half.
    public let low: Int?
    /// The first time at which the upper limit of S has come down to one half.
    public let high: Int?

    /// Two times.
    ///
    /// - Parameters:
    ///   - low: The first time with a lower limit of one half or less.
    ///   - high: The first time with an upper limit of one half or less.
    public init(low: Int?, high: Int?) {
      self.low = low
      self.high = high
    }
  }

  /// The first time by which a part of the spells has ended: S(t) ≤ 1 − part ÷ parts.
  ///
  /// Decided in whole numbers. Where S stays at exactly that height for a while, this is the time
  /// at which it got there; R gives the middle of the flat piece.
  ///
  /// - Precondition: 0 < `part` ≤ `parts`.
  /// - Parameters:
  ///   - part: 1 for the lower quartile.
  ///   - parts: 4 for quartiles.
  /// - Returns: `nil` where too few spells ended.
  /// - Complexity: O(log n) comparisons of doubles; O(n²) multiplications of words where one is
  ///   too close to call.
  public func quantile(_ part: Int, of parts: Int) -> Int? {
    precondition(0 < part && part <= parts, "no quantile \(part) of \(parts)")
    let index = Partition.firstIndex(in: 0..<steps.count) {
      isSurvival(at: $0, atMost: parts - part, of: parts)
    }
    return index < steps.count ? steps[index].time : nil
  }

  /// The time by which half of the spells have ended.
  public var median: Int? { quantile(1, of: 2) }

  /// The interval of the median: from where the lower to where the upper log–log limit of S is
  /// one half or less.
  ///
  /// Times at which S is 0 or 1 have no limits and are passed over. Source: Brookmeyer and
  /// Crowley (1982), "A confidence interval for the median survival time", Biometrics 38, 29–41.
  ///
  /// - Parameter confidence: The level.
  /// - Returns: Two times with an ended spell.
  /// - Complexity: O(n).
  public func medianBounds(_ confidence: Confidence = .ninetyFive) -> TimeBounds {
    var (low, high): (Int?, Int?) = (nil, nil)
    for step in steps {
      guard let limits = step.limits(confidence) else { continue }
      if low == nil, limits.low <= 0.5 { low = step.time }
      if limits.high <= 0.5 {
        high = step.time
        break
      }
    }
    return TimeBounds(low: low, high: high)
  }

  /// Whether S after a step is at most a fraction, in exact arithmetic.
  private func isSurvival(at index: Int, atMost part: Int, of parts: Int) -> Bool {
    let bound = Double(part) / Double(parts)
    let survival = steps[index].survival
    // Each step rounds twice, so that this covers the error of the double many times over.
    let doubt = Double(4 * index + 16) * Double.ulpOfOne * bound
    if abs(survival - bound) > doubt { return survival < bound }

    // S = ∏ (n − d) ÷ n. Without censoring in between, one step's n − d is the next one's n.
    var (above, below) = (BigNatural(UInt(parts)), BigNatural(UInt(part)))
    var staying = 1
    for step in steps[...index] {
      if step.atRisk != staying {
        above.multiply(by: UInt(staying))
        below.multiply(by: UInt(step.atRisk))
      }
      staying = step.atRisk - step.ended
    }
    above.multiply(by: UInt(staying))
    return above <= below
  }
}
