import Foundation
import Membership
import TestSupport
import Testing
import Warehouse

@Suite("The cases with their answers")
struct CasesTests {
  static let names = [
    "01-adversarial", "02-adversarial", "03-adversarial", "04-adversarial", "05-adversarial",
    "06-adversarial", "07-adversarial", "08-adversarial", "09-realistic",
  ]

  @Test("Status and history come out row by row", arguments: names)
  func statusAndHistory(name: String) throws {
    let folder = Shared.folder.appending(path: "cases/\(name)")
    let dataset = try #require(
      try Dataset.load(path: folder.appending(path: "data").path(percentEncoded: false)).dataset)
    let asOf = try #require(dataset.defaultAsOf)
    for (file, settings, day) in [
      ("history", [], asOf), ("history-2022", [], try #require(Day(iso: "2022-03-31"))),
      (
        "history-rules",
        [
          "stalled_quarters=3", "silent_quarters=1", "inactive_months=3", "probation_months=2",
        ], asOf
      ), ("history-min-met", ["min_met=2", "plan_gap_months=never"], asOf),
    ] {
      let histories = MemberHistories(of: dataset, asOf: day, threads: 2)
      let rules = try RuleSet.handbook.setting(settings)
      let replay = Replay(of: histories, under: RuleSchedule(rules), threads: 2)
      try expect(replay.historyTable(of: dataset), toBe: "\(file).csv", in: folder)
      if file == "history" {
        try expect(replay.statusTable(of: dataset, threads: 2), toBe: "status.csv", in: folder)
      }
    }
  }

  @Test("A reform that begins in mid-quarter changes the members it should", arguments: names)
  func reform(name: String) throws {
    let folder = Shared.folder.appending(path: "cases/\(name)")
    let dataset = try #require(
      try Dataset.load(path: folder.appending(path: "data").path(percentEncoded: false)).dataset)
    let histories = MemberHistories(of: dataset, asOf: try #require(dataset.defaultAsOf))
    let base = Replay(of: histories, under: .handbook)
    let reform = Replay(
      of: histories,
      under: RuleSchedule(
        baseline: .handbook, reform: try RuleSet.handbook.setting(["silent_quarters=1"]),
        effective: Day(iso: "2022-05-17")))
    var rows: [[String]] = []
    for member in 0..<dataset.members.count {
      guard let day = reform.firstDifference(of: member, from: base),
        let before = base.current(of: member), let after = reform.current(of: member)
      else { continue }
      rows.append([
        "reform", dataset.members.ids[member], before.status.code, before.from.description,
        after.status.code, after.from.description, day.description,
      ])
    }
    #expect(rows == Array(try CSVText.rows(of: folder, "simulate-effective.csv").dropFirst()))
  }

  private func expect(_ table: ResultTable, toBe file: String, in folder: URL) throws {
    let expected = try CSVText.rows(of: folder, file)
    #expect(expected.first == table.columns.map(\.name))
    let rows = table.rows.map { $0.map(CSVText.text) }
    for (row, wanted) in zip(rows, expected.dropFirst()) where row != wanted {
      Issue.record("\(file): \(row) is not \(wanted)")
    }
    #expect(rows.count == expected.count - 1, "\(file)")
  }
}
