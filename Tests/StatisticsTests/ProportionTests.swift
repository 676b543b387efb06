import Statistics
import Testing

@Suite("Proportion")
struct ProportionTests {
  static let levels: [Double: Confidence] = [0.9: .ninety, 0.95: .ninetyFive, 0.99: .ninetyNine]

  @Test("Wilson's, Clopper and Pearson's and Jeffreys' intervals are those of statsmodels")
  func golden() throws {
    for row in ProportionNumbers.intervals.rows {
      let confidence = try #require(Self.levels[row["level"]])
      let proportion = Proportion(row.int("count"), of: row.int("total"))
      let intervals = [
        ("wilson", try #require(proportion.wilson(confidence)), 4e-16),
        ("exact", try #require(proportion.clopperPearson(confidence)), 1e-14),
        ("jeffreys", try #require(proportion.jeffreys(confidence)), 1e-14),
      ]
      for (name, interval, tolerance) in intervals {
        #expect(abs(interval.low - row[name + "Low"]) <= tolerance, "\(name): \(row)")
        #expect(abs(interval.high - row[name + "High"]) <= tolerance, "\(name): \(row)")
      }
    }
  }

  @Test("The handbook of numbers: 45 of 150 three ways")
  func printed() throws {
    let proportion = Proportion(45, of: 150)
    let expected = [
      (try #require(proportion.wilson()), 0.232408293787, 0.377579803960),
      (try #require(proportion.clopperPearson()), 0.227970015802, 0.380121233624),
      (try #require(proportion.jeffreys()), 0.231008746511, 0.376624985416),
    ]
    for (interval, low, high) in expected {
      #expect(abs(interval.low - low) < 1e-12 && abs(interval.high - high) < 1e-12)
    }
  }

  @Test("None ends at exactly 0, all at exactly 1, and nothing of nothing has no interval")
  func ends() {
    for total in 1...400 {
      #expect(Proportion(0, of: total).wilson()?.low == 0)
      #expect(Proportion(total, of: total).wilson()?.high == 1)
    }
    #expect(Proportion(0, of: 7).clopperPearson()?.low == 0)
    #expect(Proportion(7, of: 7).clopperPearson()?.high == 1)
    for interval in [
      Proportion(0, of: 0).wilson(), Proportion(0, of: 0).clopperPearson(),
      Proportion(0, of: 0).jeffreys(),
    ] {
      #expect(interval == nil)
    }
    #expect(Proportion(0, of: 0).share == nil)
  }

  @Test("The exact interval is where the binomial tails added up by hand come to 2.5 %")
  func tails() throws {
    for (count, total) in [(1, 3), (4, 9), (10, 31), (30, 31)] {
      let interval = try #require(Proportion(count, of: total).clopperPearson())
      #expect(abs(Self.tail(count...total, of: total, at: interval.low) - 0.025) < 1e-12)
      #expect(abs(Self.tail(0...count, of: total, at: interval.high) - 0.025) < 1e-12)
    }
  }

  private static func tail(_ counts: ClosedRange<Int>, of total: Int, at p: Double) -> Double {
    var sum = 0.0
    for count in counts {
      var term = 1.0
      for index in 0..<count { term *= p * Double(total - index) / Double(index + 1) }
      for _ in count..<total { term *= 1 - p }
      sum += term
    }
    return sum
  }

  @Test("Newcombe's interval of a difference is statsmodels'")
  func newcombe() throws {
    for row in ProportionNumbers.differences.rows {
      let difference = ProportionDifference(
        of: Proportion(row.int("x1"), of: row.int("n1")),
        minus: Proportion(row.int("x2"), of: row.int("n2")))
      let interval = try #require(difference.newcombe())
      #expect(abs(interval.low - row["low"]) < 1e-14, "\(row)")
      #expect(abs(interval.high - row["high"]) < 1e-14, "\(row)")
    }
    let nothing = ProportionDifference(of: Proportion(0, of: 0), minus: Proportion(1, of: 2))
    #expect(nothing.newcombe() == nil)
    #expect(nothing.value == nil)
  }

  @Test("Turning a difference round turns its interval round")
  func symmetry() throws {
    for row in ProportionNumbers.differences.rows {
      let a = Proportion(row.int("x1"), of: row.int("n1"))
      let b = Proportion(row.int("x2"), of: row.int("n2"))
      let there = try #require(ProportionDifference(of: a, minus: b).newcombe())
      let back = try #require(ProportionDifference(of: b, minus: a).newcombe())
      #expect(abs(there.low + back.high) < 1e-15 && abs(there.high + back.low) < 1e-15)
    }
  }
}
