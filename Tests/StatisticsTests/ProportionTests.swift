import Statistics
import Testing

@Suite("Proportion")
struct ProportionTests {
  static let levels: [Double: Confidence] = [0.9: .ninety, 0.95: .ninetyFive, 0.99: .ninetyNine]

  @Test("Wilson's interval is statsmodels'")
  func wilson() throws {
    for row in ProportionNumbers.intervals {
      let confidence = try #require(Self.levels[row.level])
      let interval = try #require(Proportion(row.count, of: row.total).wilson(confidence))
      #expect(abs(interval.low - row.wilsonLow) <= 4e-16, "\(row)")
      #expect(abs(interval.high - row.wilsonHigh) <= 4e-16, "\(row)")
    }
  }

  @Test("None ends at exactly 0, all at exactly 1, and nothing of nothing has no interval")
  func ends() {
    for total in 1...400 {
      #expect(Proportion(0, of: total).wilson()?.low == 0)
      #expect(Proportion(total, of: total).wilson()?.high == 1)
    }
    #expect(Proportion(0, of: 0).wilson() == nil)
    #expect(Proportion(0, of: 0).share == nil)
  }

  @Test("Newcombe's interval of a difference is statsmodels'")
  func newcombe() throws {
    for row in ProportionNumbers.differences {
      let difference = ProportionDifference(
        of: Proportion(row.x1, of: row.n1), minus: Proportion(row.x2, of: row.n2))
      let interval = try #require(difference.newcombe())
      #expect(abs(interval.low - row.low) < 1e-14, "\(row)")
      #expect(abs(interval.high - row.high) < 1e-14, "\(row)")
    }
    let nothing = ProportionDifference(of: Proportion(0, of: 0), minus: Proportion(1, of: 2))
    #expect(nothing.newcombe() == nil)
    #expect(nothing.value == nil)
  }

  @Test("Turning a difference round turns its interval round")
  func symmetry() throws {
    for row in ProportionNumbers.differences {
      let (a, b) = (Proportion(row.x1, of: row.n1), Proportion(row.x2, of: row.n2))
      let there = try #require(ProportionDifference(of: a, minus: b).newcombe())
      let back = try #require(ProportionDifference(of: b, minus: a).newcombe())
      #expect(abs(there.low + back.high) < 1e-15 && abs(there.high + back.low) < 1e-15)
    }
  }
}
