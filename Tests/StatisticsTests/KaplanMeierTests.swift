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

  @Test("Curves and limits are lifelines', with ties, censoring and late entry")
  func lifelines() throws {
    for row in SurvivalNumbers.steps.rows {
      let lives = Self.lives(row.int("set"))
      let step = try #require(KaplanMeier(lives).steps.first { $0.time == row.int("time") })
      #expect(abs(step.survival - row["survival"]) < 1e-13, "\(row)")
      if let limits = step.limits() {
        #expect(abs(limits.low - row["low"]) < 1e-12, "\(row)")
        #expect(abs(limits.high - row["high"]) < 1e-12, "\(row)")
      } else {
        #expect(step.survival == 0 || step.survival == 1)
      }
    }
  }

  @Test("Restricted mean and log-rank test are lifelines'")
  func summaries() throws {
    for row in SurvivalNumbers.summaries.rows {
      let set = row.int("set")
      let mean = KaplanMeier(Self.lives(set)).restrictedMean(until: row.int("tau")).mean
      #expect(abs(mean - row["mean"]) < 1e-6 * row["mean"], "\(row)")
      let test = LogRank(
        LifeTable(Self.lives(set) { $0.int("first") == 1 }),
        LifeTable(Self.lives(set) { $0.int("first") == 0 }))
      #expect(abs((test.chiSquare ?? 0) - row["chiSquare"]) < 1e-12, "\(row)")
      #expect(abs((test.pValue ?? 0) - row["p"]) < 1e-12, "\(row)")
    }
  }

  private static func lives(
    _ set: Int, where kept: (GoldenTable.Row) -> Bool = { _ in true }
  ) -> [Life] {
    SurvivalNumbers.lives.rows.filter { $0.int("set") == set && kept($0) }.map { row in
      let entry = row.int("entry")
      return Life(
        lasted: row.int("lasted"), ended: row.int("ended") == 1,
        enteredAfter: entry < 0 ? nil : entry)
    }
  }

  @Test("The event history: restricted mean and log-rank test of R's survival 3.5-3")
  func eventHistory() throws {
    let mean = KaplanMeier(EventHistory.lives(in: "A")).restrictedMean(until: 6)
    #expect(abs(mean.mean - 2.709401709402) < 1e-12)
    #expect(abs(mean.standardError - 0.346055302985) < 1e-12)
    let test = LogRank(
      LifeTable(EventHistory.lives(in: "A") { $0.id % 2 == 0 }),
      LifeTable(EventHistory.lives(in: "A") { $0.id % 2 == 1 }))
    #expect(abs((test.chiSquare ?? 0) - 0.828714329695) < 1e-12)
  }

  @Test("Groups that cannot be told apart have no statistic")
  func noStatistic() {
    #expect(LogRank(LifeTable([]), LifeTable([])).chiSquare == nil)
    let one = LifeTable([Life(lasted: 1, ended: true)])
    #expect(LogRank(one, LifeTable([])).pValue == nil)
    #expect(KaplanMeier([Life]()).restrictedMean(until: 9).mean == 9)
  }
}
