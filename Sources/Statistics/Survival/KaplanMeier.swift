import Glibc

/// The product-limit estimate of how many spells outlast each time.
///
/// Source: Kaplan and Meier (1958), "Nonparametric estimation from incomplete observations",
/// JASA 53, 457–481. Quantiles follow from whole numbers alone: a survival of exactly one half
/// is never missed by a rounding.
public struct KaplanMeier: Sendable {
  /// The curve just after a time at which spells ended.
  public struct Step: Hashable, Sendable {
    /// The time.
    public let time: Int
    /// How many were at risk.
    public let atRisk: Int
    /// How many of them ended.
    public let ended: Int
    /// The estimated share that lasts longer, S(t).
    public let survival: Double
    /// Greenwood's sum d ÷ (n (n − d)) up to this time; infinite once S is 0.
    public let greenwood: Double

    /// Greenwood's standard error of S(t), 0 where S is 0.
    public var standardError: Double { survival == 0 ? 0 : survival * greenwood.squareRoot() }

    /// The interval of S(t) on the log–log scale, S^exp(±z √G ÷ ln S).
    ///
    /// Source: Kalbfleisch and Prentice (1980), "The Statistical Analysis of Failure Time Data";
    /// `conf.type = "log-log"` of R's survival.
    ///
    /// - Parameter confidence: The level.
    /// - Returns: `nil` where S is 0 or 1, which have no such interval.
    public func limits(_ confidence: Confidence = .ninetyFive) -> Interval? {
      guard survival > 0, survival < 1 else { return nil }
      let logarithm = log(survival)
      let stretch = exp(confidence.z * greenwood.squareRoot() / -logarithm)
      return Interval(low: exp(logarithm * stretch), high: exp(logarithm / stretch))
    }
  }

  /// The times at which spells ended, ascending.
  public let steps: [Step]

  /// The estimate from a table of counts.
  ///
  /// - Parameter table: Spells by time.
  /// - Complexity: O(n) in the rows.
  public init(_ table: LifeTable) {
    var steps: [Step] = []
    var (survival, greenwood) = (1.0, 0.0)
    for (row, atRisk) in zip(table.rows, table.atRisk) where row.ended > 0 {
      let staying = atRisk - row.ended
      survival *= Double(staying) / Double(atRisk)
      greenwood += Double(row.ended) / (Double(atRisk) * Double(staying))
      steps.append(
        Step(
          time: row.time, atRisk: atRisk, ended: row.ended, survival: survival,
          greenwood: greenwood))
    }
    self.steps = steps
  }

  /// The estimate from spells.
  ///
  /// - Parameter lives: Spells in any order.
  /// - Complexity: O(n log n).
  public init(_ lives: [Life]) { self.init(LifeTable(lives)) }

  /// The estimated share that lasts longer than a time.
  ///
  /// - Parameter time: Any time.
  /// - Returns: S(t): 1 before the first end.
  /// - Complexity: O(log n).
  public func survival(at time: Int) -> Double {
    let index = Partition.firstIndex(in: 0..<steps.count) { steps[$0].time > time }
    return index == 0 ? 1 : steps[index - 1].survival
  }
}
