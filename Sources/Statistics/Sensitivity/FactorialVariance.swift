/// Whose doing the variance of an outcome over a full factorial is, exactly.
///
/// Every combination counts alike. For a set u of factors the part V(u) is the variance of
/// E[Y | u] less the parts of the sets within u; on a full factorial these are at once the sums of
/// squares of the analysis of variance and Sobol's indices. Outcomes are whole numbers, and so is
/// every part times N²: they add up to the whole without a rounding.
///
/// Source: Sobol (1993), "Sensitivity estimates for nonlinear mathematical models"; Archer,
/// Saltelli and Sobol (1997), "Sensitivity measures, ANOVA-like techniques and the use of
/// bootstrap".
public struct FactorialVariance: Sendable {
  /// The part of one set of factors.
  public struct Part: Hashable, Sendable {
    /// The numbers of the factors, ascending.
    public let factors: [Int]
    /// V(u) times N².
    public let numerator: Int128
  }

  /// The variance of the outcome times N².
  public let total: Int128
  /// The part of each set of factors up to the order asked, singles first.
  public let parts: [Part]
  /// For each factor the variance of every set that it is in, times N².
  public let totalParts: [Int128]

  /// Takes the variance apart.
  ///
  /// - Precondition: There are as many outcomes as combinations, and at least one.
  /// - Parameters:
  ///   - levels: For each factor how many values it takes.
  ///   - outcomes: The outcome of every combination, the last factor fastest.
  ///   - order: How many factors a set may have: 2 for singles and pairs.
  /// - Complexity: O(N) for each set of factors.
  public init(levels: [Int], outcomes: [Int], order: Int = 2) {
    let combinations = levels.reduce(1, *)
    precondition(
      combinations == outcomes.count && combinations > 0,
      "\(outcomes.count) outcomes of \(levels) levels")
    let grid = Grid(levels: levels, outcomes: outcomes)
    let everything = (1 << levels.count) - 1
    total = grid.explained(by: everything)
    let sets = (0...everything).filter { (1...max(order, 1)).contains($0.nonzeroBitCount) }
      .sorted { ($0.nonzeroBitCount, Self.factors($0)) < ($1.nonzeroBitCount, Self.factors($1)) }
    var own: [Int: Int128] = [:]
    parts = sets.map { set in
      var part = grid.explained(by: set)
      var within = (set - 1) & set
      while within > 0 {
        part -= own[within] ?? 0
        within = (within - 1) & set
      }
      own[set] = part
      return Part(factors: Self.factors(set), numerator: part)
    }
    let total = total
    totalParts = levels.indices.map { total - grid.explained(by: everything & ~(1 << $0)) }
  }

  /// A part as a share of the whole variance.
  ///
  /// - Parameter numerator: A part's numerator.
  /// - Returns: `nil` where the outcome is the same everywhere.
  public func share(of numerator: Int128) -> Double? {
    total == 0 ? nil : Double(numerator) / Double(total)
  }

  private static func factors(_ set: Int) -> [Int] {
    (0..<Int.bitWidth).filter { set >> $0 & 1 == 1 }
  }

  /// The outcomes with the way to find each combination's values.
  private struct Grid {
    let levels: [Int]
    let outcomes: [Int]

    /// N² times the variance of the mean outcome given the values of some factors:
    /// ∏ levels · Σ (sum of the outcomes with these values)² − (sum of all)².
    func explained(by set: Int) -> Int128 {
      var strides = [Int](repeating: 0, count: levels.count)
      var cells = 1
      for factor in levels.indices.reversed() where set >> factor & 1 == 1 {
        strides[factor] = cells
        cells *= levels[factor]
      }
      var sums = [Int](repeating: 0, count: cells)
      var values = [Int](repeating: 0, count: levels.count)
      var cell = 0
      for outcome in outcomes {
        sums[cell] += outcome
        var factor = levels.count - 1
        while factor >= 0 {
          values[factor] += 1
          cell += strides[factor]
          if values[factor] < levels[factor] { break }
          cell -= strides[factor] * levels[factor]
          values[factor] = 0
          factor -= 1
        }
      }
      var (squares, all): (Int128, Int128) = (0, 0)
      for sum in sums {
        squares += Int128(sum) * Int128(sum)
        all += Int128(sum)
      }
      return Int128(cells) * squares - all * all
    }
  }
}

private func < (left: (Int, [Int]), right: (Int, [Int])) -> Bool {
  left.0 != right.0 ? left.0 < right.0 : left.1.lexicographicallyPrecedes(right.1)
}
