/// How many spells have ended by each time, by what ended them.
///
/// F(t) of a cause is the sum of S(s−) · d(s) ÷ n(s) over the times s up to t, with S the survival
/// of all causes together: the causes add up to 1 − S. Source: Kalbfleisch and Prentice (1980);
/// the causes' own 1 − Kaplan–Meier would count spells twice.
public struct CumulativeIncidence: Sendable {
  /// One spell: how long it was seen, and the cause that ended it, if any.
  public struct Spell: Hashable, Sendable {
    /// When it ended or was last seen.
    public let lasted: Int
    /// The number of the cause, `nil` for a censored spell.
    public let cause: Int?

    /// One spell.
    ///
    /// - Parameters:
    ///   - lasted: When it ended or was last seen.
    ///   - cause: The number of the cause that ended it, if it ended.
    public init(lasted: Int, cause: Int?) {
      self.lasted = lasted
      self.cause = cause
    }
  }

  /// The curves just after a time at which spells ended.
  public struct Step: Hashable, Sendable {
    /// The time.
    public let time: Int
    /// The share that lasts longer.
    public let survival: Double
    /// For each cause the share that it has ended.
    public let incidence: [Double]
  }

  /// The times at which spells ended, ascending.
  public let steps: [Step]

  /// Estimates the curves.
  ///
  /// - Precondition: Causes are within `0..<causes`.
  /// - Parameters:
  ///   - spells: Spells in any order.
  ///   - causes: How many causes there are.
  /// - Complexity: O(n log n).
  public init(_ spells: [Spell], causes: Int) {
    let sorted = spells.sorted { $0.lasted < $1.lasted }
    var steps: [Step] = []
    var survival = 1.0
    var incidence = [Double](repeating: 0, count: causes)
    var first = 0
    while first < sorted.count {
      var end = first
      var ended = [Int](repeating: 0, count: causes)
      while end < sorted.count, sorted[end].lasted == sorted[first].lasted {
        if let cause = sorted[end].cause {
          precondition(ended.indices.contains(cause), "cause \(cause) of \(causes)")
          ended[cause] += 1
        }
        end += 1
      }
      let (all, atRisk) = (ended.reduce(0, +), sorted.count - first)
      if all > 0 {
        for cause in ended.indices {
          incidence[cause] += survival * Double(ended[cause]) / Double(atRisk)
        }
        survival *= Double(atRisk - all) / Double(atRisk)
        steps.append(
          Step(time: sorted[first].lasted, survival: survival, incidence: incidence))
      }
      first = end
    }
    self.steps = steps
  }
}
