import Foundation
import Metrics
import Testing

@testable import ogpstats

@Suite("Metrics on the command line")
struct MetricsTests {
  static let refusals = [
    CommandLineTests.Refusal("metrics", "NAME[,NAME] is missing"),
    CommandLineTests.Refusal("metrics completion", "DATA is missing"),
    CommandLineTests.Refusal("metrics list x", "'metrics list' reads no data"),
    CommandLineTests.Refusal("metrics list,plans x", "'list' stands alone"),
    CommandLineTests.Refusal("metrics completon x", "did you mean 'completion'"),
    CommandLineTests.Refusal("metrics plans,plans x", "'plans' stands twice"),
    CommandLineTests.Refusal("metrics plans, x", "'' is not known"),
    CommandLineTests.Refusal("metrics plans,status x", "several metrics in csv need --out DIR"),
    CommandLineTests.Refusal("metrics plans --by regoin x", "did you mean 'region'"),
    CommandLineTests.Refusal("metrics plans --by region,region x", "'region' stands twice"),
    CommandLineTests.Refusal(
      "metrics plans --by region,kind,country,cohort x", "at most three"),
    CommandLineTests.Refusal("metrics status --by sector x", "members", "no sector", "region"),
    CommandLineTests.Refusal("metrics status --where sector=health x", "no sector"),
    CommandLineTests.Refusal("metrics status --where region x", "DIM=CODE"),
    CommandLineTests.Refusal("metrics status --where regoin=europe x", "did you mean 'region'"),
    CommandLineTests.Refusal("metrics status --where region= x", "names an empty group"),
    CommandLineTests.Refusal("metrics status --where region=europe,,americas x", "an empty group"),
    CommandLineTests.Refusal("metrics status --where region=\"europe x", "not closed"),
    CommandLineTests.Refusal(
      "metrics plans --biennium 2021 --from 2021-01-01 x", "--biennium and --from exclude"),
    CommandLineTests.Refusal(
      "metrics plans --biennium 2021 --to 2021-01-01 x", "--biennium and --to exclude"),
    CommandLineTests.Refusal("metrics plans --biennium 21 x", "whole number from 1900"),
    CommandLineTests.Refusal(
      "metrics plans --from 2021-01-02 --to 2021-01-01 x", "ends before it begins"),
    CommandLineTests.Refusal("metrics completion --compare previous x", "both ends"),
    CommandLineTests.Refusal("metrics completion --compare last x", "2021-01-01..2022-12-31"),
    CommandLineTests.Refusal(
      "metrics completion --compare 2021-01-01..2020-01-01 x", "ends before it begins"),
    CommandLineTests.Refusal(
      "metrics dwell --biennium 2021 --compare previous x", "--compare is not for dwell"),
    CommandLineTests.Refusal("metrics plans --denominator codable x", "not for plans"),
    CommandLineTests.Refusal("metrics plans --min-cell -1 x", "whole number from 0"),
    CommandLineTests.Refusal(
      "metrics plans,status --format json --trace t.csv x", "--trace is for one metric"),
  ]

  @Test("what cannot be asked is refused before anything is read", arguments: refusals)
  func refuses(refusal: CommandLineTests.Refusal) throws {
    try CommandLineTests().refuses(refusal: refusal)
  }

  @Test("a code that is not there is refused, a text that nothing has gives no row")
  func filters() throws {
    let code = try Tool.run(["metrics", "status", "--where", "region=eurpe", Demo.path])
    #expect(code.status == 2)
    #expect(code.errors.contains("did you mean 'europe'"))
    let text = try Tool.run(["metrics", "status", "--where", "member=nobody", Demo.path])
    #expect(text.status == 0)
    #expect(text.output == "level,count,total,share,low,high\n")
    let label = try Tool.run(["metrics", "status", "--where", "region=Amériques", Demo.path])
    let same = try Tool.run(["metrics", "status", "--where", "region=americas", Demo.path])
    #expect(label.output == same.output)
    #expect(same.output.split(separator: "\n").count == 7)
  }

  @Test("values of --where are read like one record of CSV")
  func records() {
    #expect(CSVRecord.fields(of: "a,b") == ["a", "b"])
    #expect(CSVRecord.fields(of: #""a,b",c"#) == ["a,b", "c"])
    #expect(CSVRecord.fields(of: #""a ""b""",c"#) == [#"a "b""#, "c"])
    #expect(CSVRecord.fields(of: #"a"b,c"#) == [#"a"b"#, "c"])
    #expect(CSVRecord.fields(of: "") == [""])
    #expect(CSVRecord.fields(of: "a,") == ["a", ""])
    #expect(CSVRecord.fields(of: #""a"#) == nil)
    #expect(CSVRecord.fields(of: #""a"b"#) == nil)
  }

  @Test("the list names every metric and every dimension")
  func list() throws {
    let csv = try Tool.run(["metrics", "list"]).output
    let table = try Tool.run(["metrics", "list", "--format", "table"]).output
    for name in Metric.allCases.map(\.name) + Dimension.allCases.map(\.name) {
      #expect(csv.contains(name))
      #expect(table.contains(name))
    }
    #expect(CSVRecords.parse(csv).count == Metric.allCases.count + 1)
  }

  @Test("several metrics become a file each, or stand one after the other")
  func several() throws {
    let scratch = try Scratch()
    let names = ["completion", "plans"]
    let run = try Tool.run(
      ["metrics", names.joined(separator: ","), "--out", "figures", Demo.path], in: scratch.path)
    #expect(run.status == 0)
    #expect(
      scratch.listing == [
        "figures", "figures/completion.csv", "figures/manifest.json", "figures/plans.csv",
      ])
    let json = try Tool.run(
      ["metrics", names.joined(separator: ","), "--format", "json", Demo.path])
    let value = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let object = try #require(value as? [String: [[String: Any]]])
    #expect(object.keys.sorted() == names)
    for name in names {
      let alone = try Tool.run(["metrics", name, Demo.path])
      #expect(scratch.text("figures/\(name).csv") == alone.output)
      #expect(object[name]?.count == CSVRecords.parse(alone.output).count - 1)
    }
    let markdown = try Tool.run(["metrics", "completion,plans", "--format", "markdown", Demo.path])
    #expect(markdown.output.contains("## completion\n\n|"))
    #expect(markdown.output.contains("\n## plans\n\n|"))
  }

  @Test("the records behind a metric add up to its counts")
  func trace() throws {
    let scratch = try Scratch()
    let run = try Tool.run(
      ["metrics", "completion", "--trace", "t.csv", Demo.path], in: scratch.path)
    let counts = CSVRecords.parse(run.output).dropFirst()
    let records = CSVRecords.parse(scratch.text("t.csv") ?? "").dropFirst()
    #expect(!records.isEmpty)
    for row in counts {
      let weight = records.filter { $0[0] == row[0] && $0[1] == "count" }
        .reduce(0) { $0 + (Int($1[5]) ?? 0) }
      #expect(String(weight) == row[1])
    }
  }

  @Test("check tells each overstepped limit with its place, as often as the metric counts it")
  func limits() throws {
    let metric = try Tool.run(["metrics", "handbook_checks", Demo.path])
    let check = try Tool.run(["check", "--format", "json", Demo.path])
    let value = try JSONSerialization.jsonObject(with: Data(check.output.utf8))
    let object = try #require(value as? [String: Any])
    let kinds = try #require(object["kinds"] as? [[String: Any]])
    var overstepped = 0
    for row in CSVRecords.parse(metric.output).dropFirst() where !row[0].hasPrefix("too_many") {
      let code = row[0].replacing("_", with: "-")
      let kind = kinds.first { $0["code"] as? String == code }
      #expect(kind?["count"] as? Int ?? 0 == Int(row[1]), "\(code)")
      overstepped += Int(row[1]) ?? 0
    }
    #expect(overstepped > 0)
  }
}
