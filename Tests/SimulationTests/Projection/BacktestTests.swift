import Membership
import Statistics
import Testing
import Warehouse

@testable import Simulation

@Suite("Backtest")
struct BacktestTests {
  static let asOf = Quarter(index: (2025 - 1900) * 4 + 1).lastDay

  private func backtest(
    from day: Day = ProjectionData.middle, quarters: Int = 6, threads: Int = 1
  ) throws -> Backtest {
    try Backtest(
      Projection.Plan(asOf: Self.asOf, quarters: quarters, replicates: 60, seed: 3),
      of: try #require(ProjectionData.generated), from: day, threads: threads)
  }

  @Test("The forecast that nobody changes is scored as can be counted by hand")
  func nobodyChanges() throws {
    let dataset = try #require(ProjectionData.generated)
    let backtest = try backtest()
    let past = Replay(
      of: MemberHistories(of: dataset, asOf: ProjectionData.middle), under: .handbook)
    let now = Replay(of: MemberHistories(of: dataset, asOf: Self.asOf), under: .handbook)
    let scores = try #require(backtest.scores[.nobodyChanges])
    #expect(backtest.days.count == 6 && scores.count == 6)
    for (day, score) in zip(backtest.days, scores) {
      var (members, changed) = (0, 0)
      var counts = [[Int]](repeating: [Int](repeating: 0, count: 6), count: 2)
      for member in 0..<dataset.members.count {
        guard let before = past.current(of: member)?.status else { continue }
        let after = try #require(now.status(of: member, on: day))
        members += 1
        counts[0][before.number] += 1
        counts[1][after.number] += 1
        if before != after { changed += 1 }
      }
      #expect(score.members == members)
      #expect(abs(score.brier - 2 * Double(changed) / Double(members)) < 1e-12)
      let covered = zip(counts[0], counts[1]).count { $0 == $1 }
      #expect(score.covered == Proportion(covered, of: 6))
    }
  }

  @Test("Totals are of all members and quarters, and the tables hold every n")
  func totals() throws {
    let backtest = try backtest()
    for forecast in Backtest.Forecast.allCases {
      let scores = try #require(backtest.scores[forecast])
      let total = try #require(backtest.totals[forecast])
      #expect(total.members == scores.reduce(0) { $0 + $1.members })
      #expect(total.covered.total == 36)
      #expect(total.covered.count == scores.reduce(0) { $0 + $1.covered.count })
      let brier = scores.reduce(0.0) { $0 + $1.brier * Double($1.members) }
      #expect(abs(total.brier - brier / Double(total.members)) < 1e-12)
      #expect((0...2).contains(total.brier) && total.logScore > 0)
    }
    #expect(backtest.scoreTable.rows.count == 3 * 7)
    #expect(backtest.prevalenceTable.rows.count == 3 * 6 * 6)
    #expect(backtest.comparisonTable.rows.count == 4)
    let better = backtest.comparisonTable.rows.allSatisfy { $0.last == .word("better") }
    #expect(better == backtest.isBetter)
  }

  @Test("Threads change nothing")
  func threads() throws {
    #expect(try backtest(quarters: 3).tables == backtest(quarters: 3, threads: 3).tables)
  }

  @Test("What happens after the day to fit up to is not used for the forecast")
  func blind() throws {
    var files = ProjectionData.files
    let members = try #require(files["members.csv"]).split(separator: "\n").dropFirst()
    var events = try #require(files["events.csv"])
    for row in members {
      events += "\(row.prefix { $0 != "," }),\(ProjectionData.middle + 1),withdrew,,,\n"
    }
    files["events.csv"] = events
    let known = try Projection.partial(
      ProjectionTests.plan(replicates: 10), of: try #require(ProjectionData.generated))
    let blind = try Projection.partial(
      ProjectionTests.plan(replicates: 10), of: ProjectionData.read(files))
    #expect(known == blind)
    let backtest = try Backtest(
      Projection.Plan(asOf: Self.asOf, quarters: 2, replicates: 10),
      of: ProjectionData.read(files), from: ProjectionData.middle)
    // All have withdrawn who had not been revoked, and no forecast saw it coming.
    #expect((backtest.totals[.projection]?.brier ?? 0) > 0.8)
    #expect(!backtest.isBetter)
  }

  @Test("A day that no quarter ends after, or before anybody joined, is refused")
  func refused() throws {
    #expect(throws: ProjectionError.nothingToScore(Self.asOf)) {
      _ = try backtest(from: Self.asOf)
    }
    #expect(throws: ProjectionError.nothingToScore(Day.first)) {
      _ = try backtest(from: Day.first)
    }
  }

  @Test("The cohort's rates: its own steps, else all members', else none")
  func cohortRates() throws {
    let model = ProjectionModel(
      of: try ProjectionData.read(DecisionTalliesTests.files),
      asOf: try #require(Day(iso: "2023-12-31")), under: .handbook, threads: 1)
    let rates = CohortRates(of: model)
    // The first cohort's one member: fifteen steps from quarter's end to quarter's end, of which
    // one leads to inactive and one back.
    func share(_ from: Status, _ to: Status, _ cohort: String) -> Int {
      (0..<1400).count { step in
        rates.next(after: from, cohort: cohort, word: UInt64(step) * (UInt64.max / 1400)) == to
      }
    }
    #expect(abs(share(.active, .inactive, "first") - 100) <= 1)
    #expect(share(.inactive, .active, "first") == 1400)
    #expect(share(.active, .active, "second") == 1400)
    #expect(share(.inactive, .active, "second") == 1400)
    #expect(share(.probation, .probation, "first") == 1400)
  }
}
