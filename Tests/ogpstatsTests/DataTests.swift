import Foundation
import Testing

@Suite("Data through the program")
struct DataTests {
  /// A small dataset with faults of which one row refers to another.
  private func faulty() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.put(
      """
      member_id,name,country,region,joined_on,colour
      a,Anna,ALB,europe,2020-01-01,red
      b,Bert,ALB,europe,2020-13-01,blue
      c,Carl,ALB,eurpoe,2020-01-01,green

      """, "data/members.csv")
    try scratch.put(
      """
      plan_id,member_ids,submitted_on,starts_on,ends_on
      p,a,2020-06-01,2020-07-01,2022-06-30
      q,b,2020-06-01,2020-07-01,2022-06-30

      """, "data/plans.csv")
    try scratch.put(
      """
      commitment_id,plan_id,starts_on,ends_on,policy_areas,sectors
      k,p,2020-07-01,2022-06-30,open_data,education

      """, "data/commitments.csv")
    return scratch
  }

  @Test("faults stand on standard error, and nothing is computed")
  func refuses() throws {
    let scratch = try faulty()
    let run = try Tool.run(["status", "data"], in: scratch.path)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("members.csv:3:19: error: "))
    #expect(run.errors.contains("members.csv:4:12: error: "))
    #expect(run.errors.contains("did you mean europe"))
    #expect(run.errors.contains("nothing is computed"))
  }

  @Test("check prints faults on standard output, then the overview")
  func check() throws {
    let scratch = try faulty()
    let run = try Tool.run(["check", "data"], in: scratch.path)
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("members.csv:3:19: error: ") })
    #expect(lines.contains { $0.hasPrefix("members.csv:1:41: warning: ") })
    #expect(run.output.contains("3 errors") || run.output.contains("2 errors"))
    #expect(run.output.contains("nothing is computed"))

    let good = try Tool.run(["check", Demo.path])
    #expect(good.status == 0)
    #expect(good.output.contains("0 errors"))
    #expect(good.output.contains("tracker.csv"))
    #expect(good.output.contains("first_plan_due_on"))
  }

  @Test("check has everything as JSON and the faults as CSV")
  func checkFormats() throws {
    let scratch = try faulty()
    let run = try Tool.run(["check", "--format", "json", "data"], in: scratch.path)
    #expect(run.status == 1)
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let object = try #require(value as? [String: Any])
    #expect(object["usable"] as? Bool == false)
    let found = try #require(object["diagnostics"] as? [[String: Any]])
    #expect(found.contains { $0["line"] as? Int == 3 && $0["column"] as? Int == 19 })
    #expect((object["tables"] as? [Any])?.count == 3)
    let csv = try Tool.run(["check", "--format", "csv", "data"], in: scratch.path)
    let records = CSVRecords.parse(csv.output)
    #expect(records[0] == ["file", "line", "column", "severity", "code", "message"])
    #expect(records.count == found.count + 1)
  }

  @Test("bad rows are left out on request, counted and written down with their reasons")
  func skips() throws {
    let scratch = try faulty()
    let run = try Tool.run(["status", "--skip-bad-rows", "bad.csv", "data"], in: scratch.path)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").map { $0.prefix(2) } == ["me", "a,"])
    #expect(run.errors.contains("3 rows left out (members 2, plans 1)"))
    #expect(run.errors.contains("bad.csv"))
    let records = CSVRecords.parse(scratch.text("bad.csv") ?? "")
    #expect(records[0] == ["table", "file", "line", "column", "code", "message"])
    #expect(
      records.dropFirst().map { Array($0[0...3]) } == [
        ["members", "members.csv", "3", "19"], ["members", "members.csv", "4", "12"],
        ["plans", "plans.csv", "3", "0"],
      ])
    let check = try Tool.run(["check", "--skip-bad-rows", "bad.csv", "data"], in: scratch.path)
    #expect(check.status == 0)
    #expect(check.output.contains("3 rows left out"))
  }

  @Test("rows dated after the as-of day are told, each with its place")
  func lateRows() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(atPath: Demo.path, toPath: scratch["data"])
    let run = try Tool.run(
      ["check", "--as-of", "2019-12-31", "--format", "csv", "data"], in: scratch.path)
    #expect(run.status == 0)
    let late = CSVRecords.parse(run.output).filter { $0[4] == "after-as-of" }
    #expect(late.count == 50)
    let members = (scratch.text("data/members.csv") ?? "").split(separator: "\n")
    for record in late where record[0] == "members.csv" {
      let line = try #require(Int(record[1]))
      let day = record[5].split(separator: " ")[1]
      #expect(members[line - 1].contains(day))
      #expect(day > "2019-12-31")
    }
    let today = try Tool.run(["check", "data"], in: scratch.path)
    #expect(!today.output.contains("joined_on 2"))
  }

  @Test("data without a day gives only headers")
  func empty() throws {
    let scratch = try Scratch()
    try scratch.put("member_id,name,country,region,joined_on\n", "data/members.csv")
    try scratch.put("plan_id,member_ids,submitted_on,starts_on,ends_on\n", "data/plans.csv")
    try scratch.put(
      "commitment_id,plan_id,starts_on,ends_on,policy_areas,sectors\n", "data/commitments.csv")
    for mode in [
      ["status"], ["status", "--history"], ["status", "--worklist"], ["status", "--readings"],
    ] {
      let run = try Tool.run(mode + ["data"], in: scratch.path)
      #expect(run.status == 0)
      #expect(run.output.split(separator: "\n").count == 1)
    }
  }

  @Test("the output does not depend on the number of threads")
  func threads() throws {
    for mode in [["status"], ["status", "--history"], ["status", "--readings"], ["check"]] {
      let one = try Tool.run(mode + ["--threads", "1", Demo.path])
      let three = try Tool.run(mode + ["--threads", "3", Demo.path])
      #expect(one.output == three.output)
      #expect(!one.output.isEmpty)
    }
  }

  @Test("a story is told in words, and as a table where a format is asked for")
  func explain() throws {
    let run = try Tool.run(["status", "--explain", "OGPL-00003", Demo.path])
    #expect(run.status == 0)
    #expect(run.output.contains("OGPL-00003"))
    #expect(run.output.contains("§4."))
    let spanish = try Tool.run(["status", "--explain", "OGPL-00003", "--lang", "es", Demo.path])
    #expect(spanish.output.contains("Al "))
    let table = try Tool.run(["status", "--explain", "OGPL-00003", "--format", "csv", Demo.path])
    #expect(table.output.hasPrefix("on,before,after,about,text\n"))
    let wrong = try Tool.run(["status", "--explain", "OGPL-0003", Demo.path])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("OGPL-"))
  }

  @Test("a worklist looks as far ahead as it is told, 120 days otherwise")
  func worklist() throws {
    let usual = try Tool.run(["status", "--worklist", Demo.path])
    let same = try Tool.run(["status", "--worklist", "--within", "120", Demo.path])
    let short = try Tool.run(["status", "--worklist", "--within", "1", Demo.path])
    #expect(usual.output == same.output)
    #expect(short.output.utf8.count < usual.output.utf8.count)
    #expect(usual.output.hasPrefix("member_id,on,becomes,reasons,stopped_by\n"))
  }

  @Test("the same members and seed give the same dataset, which reads without a fault")
  func generate() throws {
    let scratch = try Scratch()
    for name in ["x", "y"] {
      let run = try Tool.run(
        ["generate", "--members", "30", "--seed", "7", "--out", name], in: scratch.path)
      #expect(run.status == 0)
      #expect(run.errors.contains("members 30"))
    }
    #expect(scratch.text("x/manifest.json") == scratch.text("y/manifest.json"))
    let check = try Tool.run(["check", "x"], in: scratch.path)
    #expect(check.status == 0)
    let foreign = try Tool.run(["generate", "--members", "30", "--out", "."], in: scratch.path)
    #expect(foreign.status == 1)
  }

  @Test("tables for people say below that data is synthetic and how many rows were left out")
  func footnotes() throws {
    let scratch = try faulty()
    try scratch.put(#"{"title": "Made up", "synthetic": true}"#, "data/dataset.json")
    let arguments = ["status", "--skip-bad-rows", "bad.csv", "data", "--format"]
    let table = try Tool.run(arguments + ["table", "--lang", "es"], in: scratch.path)
    #expect(table.output.contains("\ndatos sintéticos"))
    #expect(table.output.contains("\n3 filas omitidas (members 2, plans 1)\n"))
    let markdown = try Tool.run(arguments + ["markdown"], in: scratch.path)
    #expect(markdown.output.contains("\n_3 rows left out (members 2, plans 1)_\n"))
    let csv = try Tool.run(arguments + ["csv"], in: scratch.path)
    #expect(!csv.output.contains("synthetic") && csv.errors.contains("synthetic"))
  }
}
