import Foundation
import Testing

@Suite("Projections on the command line")
struct ProjectTests {
  static let refusals = [
    CommandLineTests.Refusal("project", "DATA is missing"),
    CommandLineTests.Refusal("project --quarters 0 x", "whole number from 1 to 80"),
    CommandLineTests.Refusal("project --replicates 0 x", "whole number from 1 to 1000000"),
    CommandLineTests.Refusal("project --seed -1 x", "whole number"),
    CommandLineTests.Refusal("project --fix plan_submited=1 x", "did you mean 'plan_submitted'"),
    CommandLineTests.Refusal("project --fix plan_submitted=1.5 x", "no chance from 0 to 1"),
    CommandLineTests.Refusal("project --fix plan_submitted=nan x", "no chance from 0 to 1"),
    CommandLineTests.Refusal("project --fix plan_submitted x", "no chance from 0 to 1"),
    CommandLineTests.Refusal(
      "project --fix withdrawn=1 --fix withdrawn=0 x", "'withdrawn' is set twice"),
    CommandLineTests.Refusal("project --table differences x", "goes with a reform"),
    CommandLineTests.Refusal("project --table scores x", "--backtest DATE"),
    CommandLineTests.Refusal(
      "project --backtest 2020-01-01 --table bands x", "is not of a backtest"),
    CommandLineTests.Refusal("project --table all x", "needs --out DIR"),
    CommandLineTests.Refusal(
      "project --backtest 2020-01-01 --change silent_quarters=1 x", "exclude each other"),
    CommandLineTests.Refusal("project --effective 2027-01-01 x", "there is no reform"),
    CommandLineTests.Refusal("project --change silent_quarters=0 x", "silent_quarters"),
  ]

  @Test("what cannot be projected is refused before anything is read", arguments: refusals)
  func refuses(refusal: CommandLineTests.Refusal) throws {
    try CommandLineTests().refuses(refusal: refusal)
  }

  private let few = ["project", "--replicates", "5", "--quarters", "2", Demo.path]

  @Test("the same seed gives the same bytes on any number of threads, another seed others")
  func determinism() throws {
    let one = try Tool.run(few + ["--seed", "7", "--threads", "1"])
    let two = try Tool.run(few + ["--seed", "7", "--threads", "2"])
    let other = try Tool.run(few + ["--seed", "8"])
    #expect(one.status == 0)
    #expect(one.output == two.output)
    #expect(one.output != other.output)
    let rows = CSVRecords.parse(one.output)
    #expect(rows.count == 1 + 2 * 6)
    #expect(rows[0][0...3] == ["scenario", "at", "status", "members"])
  }

  @Test("all tables become a file each; a reform adds the differences")
  func tables() throws {
    let scratch = try Scratch()
    let run = try Tool.run(few + ["--table", "all", "--out", "future"], in: scratch.path)
    #expect(run.status == 0)
    let names = scratch.listing.filter { $0.hasSuffix(".csv") }
    #expect(names.count == 4)
    let reform = try Tool.run(
      few + ["--table", "all", "--out", "future", "--change", "silent_quarters=never"],
      in: scratch.path)
    #expect(reform.status == 0)
    #expect(scratch.listing.filter { $0.hasSuffix(".csv") }.count == 5)
    let differences = try Tool.run(
      few + ["--table", "differences", "--change", "silent_quarters=2"])
    let rows = CSVRecords.parse(differences.output)
    let place = try #require(rows[0].firstIndex(of: "difference"))
    #expect(rows.dropFirst().allSatisfy { $0[place] == "0.000000" }, "an identity changes nothing")
  }

  @Test("a backtest scores the projection beside simple forecasts")
  func backtest() throws {
    let run = try Tool.run(few + ["--backtest", "2024-12-31"])
    #expect(run.status == 0)
    let rows = CSVRecords.parse(run.output)
    #expect(
      Set(rows.dropFirst().map { $0[0] }) == ["projection", "nobody_changes", "cohort_rates"])
    let late = try Tool.run(few + ["--backtest", "2199-01-01"])
    #expect(late.status == 2)
    #expect(late.errors.contains("nothing to score"))
  }
}
