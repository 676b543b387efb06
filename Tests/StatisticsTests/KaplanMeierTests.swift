import Statistics
import Testing

@Suite("KaplanMeier")
struct KaplanMeierTests {
  @Test("The event history's spells in A: R 4.2.2 survival 3.5-3, lifelines 0.30.3")
  func golden() throws {
    let curve = KaplanMeier(EventHistory.lives(in: "A"))
    let expected: [Int: Double] = [
      1: 0.769230769231, 2: 0.341880341880, 3: 0.256410256410, 4: 0.170940170940,
      6: 0.113960113960, 7: 0.056980056980, 8: 0,
    ]
    #expect(curve.steps.map(\.time) == expected.keys.sorted())
    for step in curve.steps {
      #expect(abs(step.survival - (expected[step.time] ?? -1)) < 1e-12)
    }
    let first = try #require(curve.steps[0].limits())
    #expect(abs(first.low - 0.556919789002) < 1e-12 && abs(first.high - 0.889052023745) < 1e-12)
    let second = try #require(curve.steps[1].limits())
    #expect(abs(second.low - 0.164521912629) < 1e-12 && abs(second.high - 0.528185578230) < 1e-12)
    #expect(curve.steps.last?.limits() == nil)
    #expect(curve.median == 2)
    #expect(curve.medianBounds() == KaplanMeier.TimeBounds(low: 2, high: 3))
  }

  @Test("A survival of exactly one half is reached, however it comes about")
  func exactHalf() {
    // Without censoring S = (n − k) ÷ n; the doubles multiply to a little more or less.
    for half in 1...60 {
      let lives = (1...(2 * half)).map { Life(lasted: $0, ended: true) }
      #expect(KaplanMeier(lives).median == half)
    }
    // 2/3 · 3/4, with others censored in between.
    for m in stride(from: 4, through: 400, by: 4) {
      let lives =
        Array(repeating: Life(lasted: 1, ended: true), count: m)
        + Array(repeating: Life(lasted: 2, ended: false), count: m)
        + Array(repeating: Life(lasted: 3, ended: true), count: m / 4)
        + Array(repeating: Life(lasted: 4, ended: false), count: m - m / 4)
      #expect(KaplanMeier(lives).median == 3)
    }
  }

  @Test("Quantiles are those of fractions reduced step by step")
  func exactQuantiles() {
    var random = SplitMix(seed: 32)
    for _ in 0..<4000 {
      let lives = (0..<random.below(14) + 1).map { _ in
        Life(lasted: random.below(6), ended: random.below(4) > 0)
      }
      let curve = KaplanMeier(lives)
      for parts in [2, 3, 4, 5, 10] {
        for part in 1...parts {
          #expect(
            curve.quantile(part, of: parts) == Self.plainQuantile(part, of: parts, lives),
            "\(part) of \(parts): \(lives)")
        }
      }
    }
  }

  /// The definition with 64-bit fractions: small tables only.
  private static func plainQuantile(_ part: Int, of parts: Int, _ lives: [Life]) -> Int? {
    var (above, below) = (1, 1)
    for time in Set(lives.map(\.lasted)).sorted() {
      let atRisk = lives.count { $0.lasted >= time }
      let ended = lives.count { $0.lasted == time && $0.ended }
      guard ended > 0 else { continue }
      above *= atRisk - ended
      below *= atRisk
      if above * parts <= (parts - part) * below { return time }
    }
    return nil
  }

  @Test("With late entry a spell is at risk only after it")
  func lateEntry() {
    let lives = [
      Life(lasted: 5, ended: true), Life(lasted: 8, ended: true, enteredAfter: 5),
      Life(lasted: 9, ended: false, enteredAfter: 2),
    ]
    let curve = KaplanMeier(lives)
    #expect(curve.steps.map(\.atRisk) == [2, 2])
    #expect(curve.survival(at: 4) == 1)
    #expect(curve.survival(at: 5) == 0.5)
    #expect(curve.survival(at: 100) == 0.25)
  }

  @Test("Tables of parts add up to the table of all")
  func adding() {
    var random = SplitMix(seed: 5)
    for _ in 0..<500 {
      let lives = (0..<random.below(30)).map { _ in
        let last = random.below(9)
        return Life(
          lasted: last, ended: random.below(2) == 0,
          enteredAfter: last > 0 && random.below(3) == 0 ? random.below(last) : nil)
      }
      let cut = random.below(lives.count + 1)
      var sum = LifeTable(Array(lives[cut...]))
      sum.add(LifeTable(Array(lives[..<cut])))
      #expect(sum == LifeTable(lives))
      #expect(
        sum.atRisk
          == sum.rows.map { row in
            lives.count { $0.lasted >= row.time && ($0.enteredAfter ?? -1) < row.time }
          })
    }
  }

  @Test("No spells, and none that ended, have no quantile")
  func empty() {
    #expect(KaplanMeier([Life]()).median == nil)
    #expect(KaplanMeier([Life(lasted: 3, ended: false)]).steps.isEmpty)
    #expect(KaplanMeier([Life(lasted: 0, ended: true)]).median == 0)
    #expect(
      KaplanMeier([Life(lasted: 0, ended: true)]).medianBounds()
        == KaplanMeier.TimeBounds(low: nil, high: nil))
  }
}
