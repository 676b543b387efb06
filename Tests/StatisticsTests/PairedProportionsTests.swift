import Statistics
import Testing

@Suite("PairedProportions")
struct PairedProportionsTests {
  @Test("Newcombe's airway data: −0.507 to −0.026")
  func airway() throws {
    let pairs = PairedProportions(both: 1, firstOnly: 1, secondOnly: 7, neither: 12)
    let interval = try #require(pairs.newcombe())
    #expect(abs((pairs.difference ?? 0) + 0.285714285714) < 1e-12)
    #expect(abs(interval.low + 0.506920226686) < 1e-12)
    #expect(abs(interval.high + 0.025559124165) < 1e-12)
  }

  @Test("McNemar's exact test is statsmodels'")
  func mcNemar() {
    for row in ProportionNumbers.mcNemar.rows {
      let pairs = PairedProportions(
        both: row.int("a"), firstOnly: row.int("b"), secondOnly: row.int("c"),
        neither: row.int("d"))
      #expect(abs(pairs.exactMcNemar - row["p"]) < 1e-13, "\(row)")
    }
  }

  @Test("The interval holds the difference, and turns round with it, whatever the counts")
  func generated() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<2000 {
      let counts = (0..<4).map { _ in random.below(9) }
      let pairs = PairedProportions(
        both: counts[0], firstOnly: counts[1], secondOnly: counts[2], neither: counts[3])
      guard pairs.total > 0 else {
        #expect(pairs.newcombe() == nil)
        continue
      }
      let interval = try #require(pairs.newcombe())
      let turned = try #require(
        PairedProportions(
          both: counts[0], firstOnly: counts[2], secondOnly: counts[1], neither: counts[3]
        ).newcombe())
      #expect(interval.contains(try #require(pairs.difference)), "\(counts)")
      #expect(abs(interval.low + turned.high) < 1e-15, "\(counts)")
      #expect(-1 <= interval.low && interval.high <= 1)
    }
  }
}
