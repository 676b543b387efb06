import Glibc

/// The log-rank test of whether the spells of two groups end alike.
///
/// Source: Mantel (1966), "Evaluation of survival data and two new rank order statistics arising
/// in its consideration", Cancer Chemotherapy Reports 50.
public struct LogRank: Sendable {
  /// How many spells of the first group ended.
  public let observed: Int
  /// How many would have ended if both groups ended alike.
  public let expected: Double
  /// The hypergeometric variance of the difference.
  public let variance: Double

  /// Compares two groups.
  ///
  /// - Parameters:
  ///   - first: Spells of one group.
  ///   - second: Spells of the other, on the same clock.
  /// - Complexity: O(n) in the rows of both.
  public init(_ first: LifeTable, _ second: LifeTable) {
    var all = first
    all.add(second)
    let risks = Dictionary(uniqueKeysWithValues: zip(first.rows.map(\.time), first.atRisk))
    let ends = Dictionary(uniqueKeysWithValues: first.rows.map { ($0.time, $0.ended) })
    var (observed, expected, variance) = (0, 0.0, 0.0)
    // Of the first group as many are at risk at any time as at its next row.
    var ownRisk = 0
    for (row, atRisk) in zip(all.rows, all.atRisk).reversed() {
      ownRisk = risks[row.time] ?? ownRisk
      guard row.ended > 0 else { continue }
      let (n, d, share) = (Double(atRisk), Double(row.ended), Double(ownRisk) / Double(atRisk))
      observed += ends[row.time] ?? 0
      expected += d * share
      if atRisk > 1 { variance += d * share * (1 - share) * (n - d) / (n - 1) }
    }
    self.observed = observed
    self.expected = expected
    self.variance = variance
  }

  /// The statistic, χ² with one degree of freedom if the groups end alike.
  ///
  /// `nil` where nothing can tell them apart.
  public var chiSquare: Double? {
    let surplus = Double(observed) - expected
    return variance > 0 ? surplus * surplus / variance : nil
  }

  /// How often chance alone gives at least this statistic.
  public var pValue: Double? { chiSquare.map { erfc(($0 / 2).squareRoot()) } }
}
