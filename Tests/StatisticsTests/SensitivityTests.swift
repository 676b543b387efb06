import Statistics
import Testing

@Suite("Sensitivity")
struct SensitivityTests {
  @Test("Shares of variance are those of statsmodels' anova_lm")
  func anova() {
    let variance = FactorialVariance(
      levels: [3, 4, 2], outcomes: ReplicateNumbers.outcomes.rows.map { $0.int("outcome") },
      order: 3)
    #expect(
      variance.parts.map(\.factors) == [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]])
    for row in ReplicateNumbers.shares.rows {
      let factors = (0..<3).filter { row.int("set") >> $0 & 1 == 1 }
      let part = variance.parts.first { $0.factors == factors }
      let share = part.flatMap { variance.share(of: $0.numerator) }
      #expect(abs((share ?? .nan) - row["share"]) < 1e-13, "\(row)")
    }
  }

  @Test("Parts add up to the whole, totals to the sets that hold a factor, in whole numbers")
  func sums() {
    var random = SplitMix(seed: 12)
    for _ in 0..<200 {
      let levels = (0..<random.below(4) + 1).map { _ in random.below(4) + 1 }
      let outcomes = (0..<levels.reduce(1, *)).map { _ in random.below(50) }
      let variance = FactorialVariance(levels: levels, outcomes: outcomes, order: levels.count)
      #expect(variance.parts.map(\.numerator).reduce(0, +) == variance.total)
      #expect(variance.parts.allSatisfy { $0.numerator >= 0 })
      for factor in levels.indices {
        let holding = variance.parts.filter { $0.factors.contains(factor) }
        #expect(holding.map(\.numerator).reduce(0, +) == variance.totalParts[factor])
      }
      // The definition of the whole: N² times the population variance.
      let sum = outcomes.reduce(0, +)
      let squares = outcomes.map { $0 * $0 }.reduce(0, +)
      #expect(variance.total == Int128(outcomes.count * squares - sum * sum))
    }
  }

  @Test("An outcome that one factor decides is that factor's alone")
  func single() {
    let outcomes = (0..<24).map { ($0 / 2) % 3 * 10 }
    let variance = FactorialVariance(levels: [4, 3, 2], outcomes: outcomes)
    #expect(variance.parts.first { $0.factors == [1] }?.numerator == variance.total)
    #expect(variance.totalParts == [0, variance.total, 0])
    let flat = FactorialVariance(levels: [2, 2], outcomes: [5, 5, 5, 5])
    #expect(flat.share(of: flat.total) == nil)
  }

  @Test("Shapley's split of the toy example, beside the sequential one")
  func toy() {
    // Parts 0 and 1 help each other by one; part 2 adds six on its own.
    let values = [0, 4, 2, 7, 6, 10, 8, 13]
    #expect(ShapleySplit(values: values).shares == [4.5, 2.5, 6])
    #expect(ShapleySplit.sequential(values: values) == [4, 3, 6])
  }

  @Test("Shapley's split is the mean over every order, in whole numbers")
  func orders() {
    var random = SplitMix(seed: 13)
    for _ in 0..<60 {
      let parts = random.below(5) + 1
      let values = (0..<1 << parts).map { _ in random.below(100) - 50 }
      let split = ShapleySplit(values: values)
      var sums = [Int](repeating: 0, count: parts)
      for order in Self.permutations(Array(0..<parts)) {
        var set = 0
        for part in order {
          sums[part] += values[set | 1 << part] - values[set]
          set |= 1 << part
        }
      }
      #expect(split.numerators == sums)
      #expect(sums.reduce(0, +) == split.denominator * (values[values.count - 1] - values[0]))
    }
  }

  @Test("A part that does nothing has no share, and parts alike have the same")
  func axioms() {
    let values = (0..<16).map { set in (set & 0b0111).nonzeroBitCount * 7 % 11 }
    let split = ShapleySplit(values: values)
    #expect(split.numerators[3] == 0)
    #expect(split.numerators[0] == split.numerators[1])
    #expect(split.numerators[1] == split.numerators[2])
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard let first = items.first else { return [[]] }
    return permutations(Array(items.dropFirst())).flatMap { rest in
      (0...rest.count).map { place in Array(rest[..<place]) + [first] + Array(rest[place...]) }
    }
  }
}
