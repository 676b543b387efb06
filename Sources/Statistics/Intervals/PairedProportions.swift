/// Two proportions of the same members, such as under two rule sets or on two days.
///
/// Only where the members are taken as a sample has the difference an interval. Over all members
/// it is a fact, told by the two counts that changed.
public struct PairedProportions: Hashable, Sendable {
  /// Yes both times.
  public let both: Int
  /// Yes the first time only.
  public let firstOnly: Int
  /// Yes the second time only.
  public let secondOnly: Int
  /// No both times.
  public let neither: Int

  /// The four counts.
  ///
  /// - Precondition: None is negative.
  /// - Parameters:
  ///   - both: Yes both times.
  ///   - firstOnly: Yes the first time only.
  ///   - secondOnly: Yes the second time only.
  ///   - neither: No both times.
  public init(both: Int, firstOnly: Int, secondOnly: Int, neither: Int) {
    precondition(
      min(both, firstOnly, secondOnly, neither) >= 0,
      "negative counts: \(both), \(firstOnly), \(secondOnly), \(neither)")
    self.both = both
    self.firstOnly = firstOnly
    self.secondOnly = secondOnly
    self.neither = neither
  }

  /// All members.
  public var total: Int { both + firstOnly + secondOnly + neither }

  /// The first share minus the second, `nil` without members.
  public var difference: Double? {
    total == 0 ? nil : Double(firstOnly - secondOnly) / Double(total)
  }

  /// Newcombe's hybrid score interval of the difference, with his corrected φ.
  ///
  /// Source: Newcombe (1998), "Improved confidence intervals for the difference between binomial
  /// proportions based on paired data", Statistics in Medicine 17, 2635–2650, method 10.
  ///
  /// - Parameter confidence: The level.
  /// - Returns: Two differences, `nil` without members.
  /// - Complexity: O(1).
  public func newcombe(_ confidence: Confidence = .ninetyFive) -> Interval? {
    let first = Proportion(both + firstOnly, of: total)
    let second = Proportion(both + secondOnly, of: total)
    guard
      let difference, let p1 = first.share, let w1 = first.wilson(confidence),
      let p2 = second.share, let w2 = second.wilson(confidence)
    else { return nil }
    let phi = correlation
    func distance(_ a: Double, _ b: Double) -> Double {
      max(0, a * a - 2 * phi * a * b + b * b).squareRoot()
    }
    return Interval(
      low: max(-1, difference - distance(p1 - w1.low, w2.high - p2)),
      high: min(1, difference + distance(p2 - w2.low, w1.high - p1)))
  }

  /// φ with half a table taken off a positive numerator.
  private var correlation: Double {
    let margins =
      Double(both + firstOnly) * Double(secondOnly + neither)
      * Double(both + secondOnly) * Double(firstOnly + neither)
    guard margins > 0 else { return 0 }
    let plain = Double(both) * Double(neither) - Double(firstOnly) * Double(secondOnly)
    let corrected = plain < 0 ? plain : max(0, plain - Double(total) / 2)
    return corrected / margins.squareRoot()
  }

  /// McNemar's exact test: how often chance alone tells the two apart at least so much.
  ///
  /// Twice the smaller tail of Bin(b + c, ½). Source: McNemar (1947), "Note on the sampling error
  /// of the difference between correlated proportions or percentages", Psychometrika 12.
  public var exactMcNemar: Double {
    let (fewer, changed) = (min(firstOnly, secondOnly), firstOnly + secondOnly)
    guard changed > 0 else { return 1 }
    let tail = IncompleteBeta.tails(Double(changed - fewer), Double(fewer + 1), at: 0.5).lower
    return min(1, 2 * tail)
  }
}
