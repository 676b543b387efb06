import Statistics
import Testing

@Suite("Distributions")
struct DistributionTests {
  @Test("Student's t quantiles are scipy's, to the ten digits that these have")
  func student() {
    for row in SpecialNumbers.studentT.rows {
      let t = StudentT.quantile(twoSided: 1 - row["level"], degrees: row["degrees"])
      #expect(abs(t - row["t"]) < 3e-11 * row["t"], "\(row)")
    }
    #expect(abs(StudentT.quantile(twoSided: 0.05, degrees: 9) - 2.262157162798) < 1e-12)
    // With one and two degrees of freedom there are formulas: tan(π L ÷ 2), L √(2 ÷ (1 − L²)).
    #expect(abs(StudentT.quantile(twoSided: 0.5, degrees: 1) - 1) < 1e-15)
    #expect(abs(StudentT.quantile(twoSided: 0.1, degrees: 1) - 6.313_751_514_675_043) < 1e-14)
    let two = 0.95 * (2 / (1 - 0.95 * 0.95)).squareRoot()
    #expect(abs(StudentT.quantile(twoSided: 0.05, degrees: 2) - two) < 1e-14)
    #expect(abs(StudentT.quantile(twoSided: 0.05, degrees: 199) - 1.971956544252) < 1e-12)
  }

  @Test("Both tails of the gamma distribution are scipy's")
  func gamma() {
    for row in SpecialNumbers.gammaTails.rows {
      let tails = IncompleteGamma.tails(shape: row["shape"], at: row["x"])
      #expect(abs(tails.lower - row["lower"]) <= 2e-12 * row["lower"] + 1e-300, "\(row)")
      #expect(abs(tails.upper - row["upper"]) <= 2e-12 * row["upper"] + 1e-300, "\(row)")
    }
  }

  @Test("Both tails of the beta distribution are scipy's")
  func beta() {
    for row in SpecialNumbers.betaTails.rows {
      let tails = IncompleteBeta.tails(row["a"], row["b"], at: row["x"])
      #expect(abs(tails.lower - row["lower"]) <= 2e-12 * row["lower"] + 1e-300, "\(row)")
      #expect(abs(tails.upper - row["upper"]) <= 2e-12 * row["upper"] + 1e-300, "\(row)")
    }
  }

  @Test("A point found for a tail has that tail")
  func points() {
    for (a, b) in [(0.5, 0.5), (1.0, 1), (3, 40), (800, 2)] {
      for chance in [0.001, 0.025, 0.5, 0.9] {
        let low = IncompleteBeta.point(lowerTail: chance, a, b)
        let high = IncompleteBeta.point(upperTail: chance, a, b)
        #expect(abs(IncompleteBeta.tails(a, b, at: low).lower - chance) < 1e-12)
        #expect(abs(IncompleteBeta.tails(a, b, at: high).upper - chance) < 1e-12)
      }
    }
  }

  @Test("Big naturals compare as the products they are")
  func naturals() {
    var random = SplitMix(seed: 77)
    for _ in 0..<2000 {
      let factors = (0..<random.below(6) + 1).map { _ in UInt(random.next() >> random.next() % 64) }
      var (there, back) = (BigNatural(1), BigNatural(1))
      for factor in factors { there.multiply(by: factor) }
      for factor in factors.reversed() { back.multiply(by: factor) }
      #expect(there == back)
      guard !factors.contains(0) else { continue }
      var more = BigNatural(factors[0] / 2 + 1)
      for factor in factors { more.multiply(by: factor) }
      #expect(factors[0] < 2 ? more == there : there < more)
    }
    var small = BigNatural(6)
    small.multiply(by: 7)
    #expect(small == BigNatural(42) && BigNatural(0) < small)
  }
}
