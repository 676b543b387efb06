import Statistics
import Testing

@Suite("Forecasts")
struct ForecastTests {
  @Test("A member is pulled towards its group by as much as the group weighs")
  func shrinking() {
    let group = BetaBinomial(mean: 0.25, strength: 8)
    #expect(group.shrunk(Proportion(0, of: 0)) == 0.25)
    #expect(group.shrunk(Proportion(4, of: 4)) == 0.5)
    #expect(BetaBinomial(mean: 0, strength: 8).shrunk(Proportion(0, of: 3)) == 0)
    #expect(BetaBinomial(mean: 1, strength: 8).shrunk(Proportion(3, of: 3)) == 1)
    #expect(BetaBinomial(mean: 0, strength: 8).interval(Proportion(0, of: 3)).high == 0)
    let interval = group.interval(Proportion(4, of: 4))
    #expect(interval.contains(0.5) && interval.low > 0 && interval.high < 1)
  }

  @Test("The likelihoods of all outcomes of n observations add up to 1")
  func likelihood() {
    for (mean, strength) in [(0.1, 0.5), (0.5, 2), (0.9, 100)] {
      let group = BetaBinomial(mean: mean, strength: strength)
      var sum = 0.0
      for count in 0...6 {
        let orders = [1, 6, 15, 20, 15, 6, 1][count]
        sum += Double(orders) * Self.exponential(group.logLikelihood(Proportion(count, of: 6)))
      }
      #expect(abs(sum - 1) < 1e-10)
    }
  }

  private static func exponential(_ value: Double) -> Double {
    // Enough for small exponents, without the mathematics library that is under test.
    var (sum, term) = (1.0, 1.0)
    for index in 1...80 {
      term *= value / Double(index)
      sum += term
    }
    return sum
  }

  @Test("Large counts have the likelihood of as many factors")
  func largeCounts() {
    let group = BetaBinomial(mean: 0.3, strength: 4)
    var (step, n) = (0.0, 60)
    // One more success each time multiplies by (1.2 + x) ÷ (4 + n).
    for x in 60..<90 {
      let ratio =
        group.logLikelihood(Proportion(x + 1, of: n + 1))
        - group.logLikelihood(Proportion(x, of: n))
      step = Self.exponential(ratio)
      #expect(abs(step - (1.2 + Double(x)) / (4 + Double(n))) < 1e-11)
      n += 1
    }
    #expect(
      BetaBinomial(mean: 0, strength: 1).logLikelihood(Proportion(70, of: 80)) == -.infinity)
    #expect(BetaBinomial(mean: 0, strength: 1).logLikelihood(Proportion(0, of: 80)) == 0)
  }

  @Test("Members that differ much weigh their group little, members alike weigh it much")
  func strength() {
    let different = (0..<20).map { (own: Proportion($0 % 2 * 12, of: 12), mean: 0.5) }
    let alike = (0..<20).map { _ in (own: Proportion(6, of: 12), mean: 0.5) }
    #expect(BetaBinomial.strength(of: different) <= 0.5)
    #expect(BetaBinomial.strength(of: alike) == 4096)
    #expect(BetaBinomial.strength(of: []) == 4096)
    #expect(BetaBinomial.strengths.first == 0.25 && BetaBinomial.strengths.count == 29)
  }

  @Test("The strength that made generated members is found again, within a factor of two")
  func recovery() {
    var random = SplitMix(seed: 14)
    for strength in [2, 8] {
      let members = (0..<400).map { _ -> (own: Proportion, mean: Double) in
        // An urn of half red balls draws members of a beta-binomial.
        var (red, all, count) = (strength, 2 * strength, 0)
        for _ in 0..<12 {
          let drawn = random.below(all) < red
          if drawn {
            count += 1
            red += 1
          }
          all += 1
        }
        return (Proportion(count, of: 12), 0.5)
      }
      let found = BetaBinomial.strength(of: members)
      #expect(found >= Double(strength) && found <= Double(4 * strength), "\(found)")
    }
  }

  @Test("Scores of chances that are right, wrong and even")
  func scores() throws {
    var right = ForecastScore(replicates: 100)
    right.add(100, happened: true)
    right.add(0, happened: false)
    #expect(right.brier == 0 && right.forecasts == 2)
    #expect(abs(try #require(right.logScore) - 0.004962789) < 1e-8)

    // sklearn.metrics.brier_score_loss([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]) of 1.9.1: 0.0375
    var plain = ForecastScore(replicates: 10)
    for (count, happened) in [(1, false), (9, true), (8, true), (3, false)] {
      plain.add(count, happened: happened)
    }
    #expect(abs(try #require(plain.brier) - 0.0375) < 1e-16)

    var classes = ForecastScore(replicates: 4)
    classes.add([2, 1, 1], outcome: 0)
    #expect(classes.brier == 0.375)
    #expect(ForecastScore(replicates: 4).brier == nil)
    #expect(ForecastScore(replicates: 4).logScore == nil)
  }

  @Test("What no replicate showed is unlikely, not impossible")
  func impossible() throws {
    var score = ForecastScore(replicates: 1000)
    score.add([1000, 0], outcome: 1)
    #expect(score.brier == 2)
    let logScore = try #require(score.logScore)
    #expect(logScore > 7 && logScore < 8)
  }
}
