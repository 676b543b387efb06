import Foundation
import Testing

@Suite("What-if on the command line")
struct SimulateTests {
  static let refusals = [
    CommandLineTests.Refusal("simulate", "DATA is missing"),
    CommandLineTests.Refusal("simulate --sweep silent_quarters x", "NAME=RANGE"),
    CommandLineTests.Refusal("simulate --sweep silent_qarters=1 x", "did you mean"),
    CommandLineTests.Refusal("simulate --sweep silent_quarters=3..1 x", "no range"),
    CommandLineTests.Refusal("simulate --sweep silent_quarters=0..1 x", "silent_quarters"),
    CommandLineTests.Refusal("simulate --sweep required=forum x", "is a list"),
    CommandLineTests.Refusal("simulate --sweep max_commitments=1 x", "is a list"),
    CommandLineTests.Refusal(
      "simulate --change required=forum,endorsement --sweep min_met=1..3 x", "min_met=3"),
    CommandLineTests.Refusal(
      "simulate --sweep min_met=1 --sweep min_met=2 x", "min_met is swept twice"),
    CommandLineTests.Refusal("simulate --change silent_quarters=0 x", "silent_quarters"),
    CommandLineTests.Refusal("simulate --change required=forum x", "min_met is 4"),
    CommandLineTests.Refusal("simulate --effective 2024-01-01 x", "there is no reform"),
    CommandLineTests.Refusal("simulate --outcome star x", "did you mean 'stars'"),
    CommandLineTests.Refusal("simulate --margins --members x", "exclude each other"),
    CommandLineTests.Refusal("simulate --margins --sweep silent_quarters=1 x", "exclude each"),
    CommandLineTests.Refusal("simulate --margins --outcome stars x", "exclude each other"),
    CommandLineTests.Refusal("simulate --members --emit partial x", "exclude each other"),
    CommandLineTests.Refusal("simulate --shapley --sweep silent_quarters=1 x", "exclude each"),
    CommandLineTests.Refusal("simulate --sensitivity x", "--sensitivity goes with --sweep"),
    CommandLineTests.Refusal("simulate --shard 1/2 x", "--emit partial"),
    CommandLineTests.Refusal("simulate --emit partial --shard 3/2 x", "I/N"),
  ]

  @Test("what cannot be simulated is refused before anything is read", arguments: refusals)
  func refuses(refusal: CommandLineTests.Refusal) throws {
    try CommandLineTests().refuses(refusal: refusal)
  }

  /// The rows of a run under their header.
  private func rows(_ arguments: String...) throws -> [[String]] {
    let run = try Tool.run(["simulate"] + arguments + [Demo.path])
    #expect(run.status == 0, "\(run.errors)")
    return Array(CSVRecords.parse(run.output).dropFirst())
  }

  @Test("a reform that changes nothing has no effect")
  func identity() throws {
    for arguments in [
      [], ["--change", "silent_quarters=2"],
      ["--change", "silent_quarters=2", "--effective", "2023-02-15"],
    ] {
      let run = try Tool.run(["simulate"] + arguments + [Demo.path])
      let rows = CSVRecords.parse(run.output).dropFirst()
      #expect(rows.count == 6)
      #expect(rows.allSatisfy { $0[4] == "0" && $0[2] == $0[3] && $0[0] == "reform" })
      let members = try Tool.run(["simulate", "--members"] + arguments + [Demo.path])
      #expect(CSVRecords.parse(members.output).count == 1)
    }
  }

  @Test("scenarios of a sweep are named in the order given, the first varying slowest")
  func names() throws {
    let rows = try rows(
      "--sweep", "probation_months=2,never", "--sweep", "silent_quarters=2..3,never")
    let names = rows.map { $0[0] }.reduce(into: [String]()) { names, name in
      if names.last != name { names.append(name) }
    }
    #expect(
      names == [
        "probation_months=2 silent_quarters=2", "probation_months=2 silent_quarters=3",
        "probation_months=2 silent_quarters=never", "probation_months=never silent_quarters=2",
        "probation_months=never silent_quarters=3", "probation_months=never silent_quarters=never",
      ])
    #expect(rows.count == 6 * names.count)
  }

  @Test("each scenario of a sweep is what the same change alone gives")
  func sweepIsMany() throws {
    let swept = try rows(
      "--change", "inactive_months=3", "--sweep", "silent_quarters=1,4", "--sweep", "min_met=0..1")
    for name in Set(swept.map { $0[0] }) {
      let changes = name.split(separator: " ").flatMap { ["--change", String($0)] }
      let run = try Tool.run(
        ["simulate", "--change", "inactive_months=3"] + changes + [Demo.path])
      let alone = CSVRecords.parse(run.output).dropFirst().map { Array($0.dropFirst()) }
      #expect(swept.filter { $0[0] == name }.map { Array($0.dropFirst()) } == alone)
    }
  }

  @Test("whether min_met agrees with required is asked of every combination only")
  func requirements() throws {
    #expect(try rows("--change", "required=forum", "--sweep", "min_met=0..1").count == 12)
  }

  @Test("a long sweep is the same table whatever the piece that it is made in")
  func pieces() throws {
    let long = try rows("--sweep", "inactive_months=0..60", "--sweep", "probation_months=0..80")
    #expect(long.count == 61 * 81 * 6)
    let some = try rows("--sweep", "inactive_months=59", "--sweep", "probation_months=0..80")
    #expect(Array(long[(59 * 81 * 6)..<(60 * 81 * 6)]) == some)
  }

  @Test("members that differ are those whose status the counts moved, and more")
  func members() throws {
    let counts = try rows("--change", "silent_quarters=never", "--change", "stalled_quarters=1")
    let members = try rows(
      "--change", "silent_quarters=never", "--change", "stalled_quarters=1", "--members")
    #expect(!members.isEmpty)
    for row in counts {
      let joined = members.count { $0[4] == row[1] && $0[2] != row[1] }
      let left = members.count { $0[2] == row[1] && $0[4] != row[1] }
      #expect(String(joined - left) == row[4])
    }
  }

  @Test("margins: at the nearest value the member has the status then")
  func margins() throws {
    let run = try Tool.run(["simulate", "--margins", Demo.path])
    #expect(run.status == 0)
    let records = CSVRecords.parse(run.output)
    #expect(
      records[0] == [
        "member_id", "parameter", "value", "nearest_value", "status", "status_then", "missed_by",
        "unit",
      ])
    let near = records.dropFirst().filter { !$0[3].isEmpty }
    #expect(!near.isEmpty)
    for row in near.prefix(4) {
      let status = try Tool.run(["status", "--set", "\(row[1])=\(row[3])", Demo.path])
      let record = CSVRecords.parse(status.output).first { $0[0] == row[0] }
      #expect(record?[1] == row[5])
    }
  }

  @Test("the split of a reform adds up to what the reform changes")
  func shapley() throws {
    let reform = ["--change", "silent_quarters=never", "--change", "inactive_months=2"]
    let counts = CSVRecords.parse(try Tool.run(["simulate"] + reform + [Demo.path]).output)
    let run = try Tool.run(["simulate", "--shapley"] + reform + [Demo.path])
    let rows = CSVRecords.parse(run.output)
    #expect(rows[0][0] == "part")
    for count in counts.dropFirst() {
      let own = rows.filter { $0[3] == count[1] }
      #expect(own.count == 3)
      #expect(own.last?[7] == count[4])
      let parts = own.dropLast().reduce(0) { $0 + (Int($1[4]) ?? 0) }
      #expect(String(parts) == own.last?[4])
    }
  }

  @Test("the shares of a sweep add up to one")
  func sensitivity() throws {
    let rows = try rows(
      "--sensitivity", "--sweep", "silent_quarters=1..3", "--sweep", "inactive_months=2,6")
    #expect(rows.count == 6 * 3)
    for status in Set(rows.map { $0[0] }) {
      let shares = rows.filter { $0[0] == status }.compactMap { Double($0[5]) }
      #expect(shares.isEmpty || abs(shares.reduce(0, +) - 1) < 1e-5)
    }
  }

  @Test("stars: counts add up to the commitments that differ")
  func stars() throws {
    let change = ["--outcome", "stars", "--change", "star_min_impact=moderate"]
    let counts = CSVRecords.parse(try Tool.run(["simulate"] + change + [Demo.path]).output)
    let commitments = CSVRecords.parse(
      try Tool.run(["simulate", "--members"] + change + [Demo.path]).output)
    #expect(
      counts[0] == [
        "scenario", "starred", "commitments", "baseline_commitments", "difference",
      ])
    #expect(commitments[0] == ["scenario", "commitment_id", "baseline_starred", "starred"])
    #expect(counts[1][4] == String(commitments.count - 1))
  }

  @Test("parts of the members, merged in any order, are the whole byte for byte")
  func parts() throws {
    let scratch = try Scratch()
    let sweep = ["simulate", "--sweep", "silent_quarters=1..3", Demo.path]
    for part in 1...3 {
      let run = try Tool.run(
        sweep + ["--emit", "partial", "--shard", "\(part)/3", "--out", "part-\(4 - part)"],
        in: scratch.path)
      #expect(run.status == 0, "\(run.errors)")
    }
    let merged = try Tool.run(["merge", "."], in: scratch.path)
    #expect(merged.status == 0, "\(merged.errors)")
    #expect(merged.output == (try Tool.run(sweep)).output)
  }
}
