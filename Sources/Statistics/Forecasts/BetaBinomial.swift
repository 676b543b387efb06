import Glibc

/// A chance that varies between members of a group: Beta(mean · strength, (1 − mean) · strength).
///
/// Seen through counts of successes it is the beta-binomial distribution. A member with little
/// history of its own is pulled towards the group's mean, the more so the more alike the members
/// are. Source: Kleinman (1973), "Proportions with extraneous variance: single and independent
/// samples", JASA 68; Efron and Morris (1975), "Data analysis using Stein's estimator".
public struct BetaBinomial: Hashable, Sendable {
  /// The mean chance of the group.
  public let mean: Double
  /// How many observations the group's mean weighs as much as.
  public let strength: Double

  /// A group.
  ///
  /// - Precondition: `mean` is within 0…1 and `strength` above 0.
  /// - Parameters:
  ///   - mean: The mean chance of the group.
  ///   - strength: How many observations it weighs as much as.
  public init(mean: Double, strength: Double) {
    precondition((0...1).contains(mean) && strength > 0, "mean \(mean), strength \(strength)")
    self.mean = mean
    self.strength = strength
  }

  /// The chance of a member after its own observations: (x + mean · strength) ÷ (n + strength).
  ///
  /// - Parameter own: The member's successes out of its observations.
  /// - Returns: A chance between the member's share and the group's mean.
  public func shrunk(_ own: Proportion) -> Double {
    (Double(own.count) + mean * strength) / (Double(own.total) + strength)
  }

  /// The quantiles of the chance of a member after its own observations.
  ///
  /// - Parameters:
  ///   - own: The member's successes out of its observations.
  ///   - confidence: The level.
  /// - Returns: The equal-tailed interval; the chance itself where the mean is 0 or 1.
  public func interval(_ own: Proportion, _ confidence: Confidence = .ninetyFive) -> Interval {
    let a = Double(own.count) + mean * strength
    let b = Double(own.total - own.count) + (1 - mean) * strength
    guard a > 0, b > 0 else { return Interval(low: a > 0 ? 1 : 0, high: a > 0 ? 1 : 0) }
    return Interval(
      low: IncompleteBeta.point(lowerTail: confidence.alpha / 2, a, b),
      high: IncompleteBeta.point(upperTail: confidence.alpha / 2, a, b))
  }

  /// The logarithm of how likely a member's observations are, up to a term of theirs alone.
  ///
  /// - Parameter own: A member's successes out of its observations, in one given order.
  /// - Returns: −∞ for what cannot happen.
  public func logLikelihood(_ own: Proportion) -> Double {
    let (yes, no) = (RisingLogs(mean * strength), RisingLogs((1 - mean) * strength))
    return yes[own.count] + no[own.total - own.count] - RisingLogs(strength)[own.total]
  }

  /// The strengths that ``strength(of:)`` chooses from: half octaves from ¼ to 4,096.
  ///
  /// A grid, so that the last bit of a logarithm does not move any estimate.
  public static let strengths: [Double] = (-4...24).map { step in
    let octave = exp2(Double((step - (step & 1)) / 2))
    return step & 1 == 0 ? octave : octave * 1.414_213_562_373_095_1
  }

  /// The strength under which the members' observations are most likely together.
  ///
  /// - Parameter members: For each member its observations and its group's mean.
  /// - Returns: One of ``strengths``; of equals the largest, which shrinks most. Without
  ///   observations that is the last.
  /// - Complexity: O(members) for each strength, and a little for each group's mean.
  public static func strength(of members: [(own: Proportion, mean: Double)]) -> Double {
    let seen = members.filter { $0.own.total > 0 }
    var groups: [Double: Int] = [:]
    for member in seen { groups[member.mean] = groups[member.mean] ?? groups.count }
    let means = groups.sorted { $0.value < $1.value }.map(\.key)
    let groupOf = seen.map { groups[$0.mean] ?? 0 }
    var (best, likeliest) = (strengths[strengths.count - 1], -Double.infinity)
    for strength in strengths.reversed() {
      let yes = means.map { RisingLogs($0 * strength) }
      let no = means.map { RisingLogs((1 - $0) * strength) }
      let all = RisingLogs(strength)
      var sum = 0.0
      for (member, group) in zip(seen, groupOf) {
        let (count, total) = (member.own.count, member.own.total)
        sum += yes[group][count] + no[group][total - count] - all[total]
      }
      if sum > likeliest { (best, likeliest) = (strength, sum) }
    }
    return best
  }
}

/// ln (a (a + 1) … (a + n − 1)): small n from a table, larger ones from the gamma function.
private struct RisingLogs {
  private let start: Double
  private let sums: [Double]

  init(_ start: Double) {
    self.start = start
    var sums = [0.0]
    for index in 0..<64 { sums.append(sums[index] + log(start + Double(index))) }
    self.sums = sums
  }

  subscript(count: Int) -> Double {
    if count < sums.count { return sums[count] }
    return start > 0 ? lgamma(start + Double(count)) - lgamma(start) : -.infinity
  }
}
