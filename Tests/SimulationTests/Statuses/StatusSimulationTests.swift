import Foundation
import Membership
import Simulation
import Synchronization
import TestSupport
import Testing
import Warehouse

@Suite("StatusSimulation")
struct StatusSimulationTests {
  static let names = [
    "01-adversarial", "02-adversarial", "03-adversarial", "04-adversarial", "05-adversarial",
    "06-adversarial", "07-adversarial", "08-adversarial", "09-realistic",
  ]

  private func grid(_ changes: [String], _ sweeps: [String] = []) throws -> ScenarioGrid {
    try ScenarioGrid(
      reform: try RuleSet.handbook.setting(changes), sweeps: sweeps.map { try SweptParameter($0) })
  }

  private func demo() throws -> (Dataset, MemberHistories) {
    let folder = Shared.packageRoot.appending(path: "datasets/demo").path
    let dataset = try #require(try Dataset.load(path: folder).dataset)
    return (dataset, MemberHistories(of: dataset, asOf: try #require(dataset.defaultAsOf)))
  }

  private func text(_ table: ResultTable) -> [[String]] {
    [table.columns.map(\.name)] + table.rows.map { $0.map(CSVText.text) }
  }

  @Test("The tables of the cases come out row by row", arguments: names)
  func cases(name: String) throws {
    let folder = Shared.folder.appending(path: "cases/\(name)")
    let dataset = try #require(
      try Dataset.load(path: folder.appending(path: "data").path(percentEncoded: false)).dataset)
    let histories = MemberHistories(of: dataset, asOf: try #require(dataset.defaultAsOf))
    for (file, scenarios) in [
      ("simulate.csv", try grid(["stalled_quarters=3", "silent_quarters=3"])),
      ("sweep.csv", try grid([], ["stalled_quarters=1..3", "probation_months=2,never"])),
    ] {
      let simulation = try StatusSimulation(
        of: histories, baseline: .handbook, scenarios: scenarios, threads: 2)
      #expect(text(simulation.table()) == (try CSVText.rows(of: folder, file)))
    }
    let differences = try MemberDifferences(
      of: histories, baseline: .handbook, scenarios: grid(["silent_quarters=1"]),
      effective: Day(iso: "2022-05-17"))
    #expect(
      text(differences.table(of: dataset))
        == (try CSVText.rows(of: folder, "simulate-effective.csv")))
  }

  @Test("A reform that changes nothing has no effect, from any day on")
  func identity() throws {
    let (dataset, histories) = try demo()
    let rules = try RuleSet.handbook.setting(["plan_gap_months=6", "min_met=3"])
    for effective in [nil, Day(iso: "2022-02-14"), Day.last] {
      let scenarios = try ScenarioGrid(reform: rules)
      let simulation = try StatusSimulation(
        of: histories, baseline: rules, scenarios: scenarios, effective: effective)
      #expect(simulation.baseline == simulation.counts(of: 0))
      #expect(simulation.baseline.reduce(0, +) == 150)
      let differences = try MemberDifferences(
        of: histories, baseline: rules, scenarios: scenarios, effective: effective)
      #expect(differences.table(of: dataset).rows.isEmpty)
    }
    // Parameters that no status depends on make no difference either, however they are swept.
    let idle = try StatusSimulation(
      of: histories, baseline: .handbook,
      scenarios: grid([], ["inception_months=0..2", "star_min_impact=none..minor"]))
    #expect((0..<6).allSatisfy { idle.counts(of: $0) == idle.baseline })
  }

  @Test("Every scenario of a sweep counts as its own plain replay, on awkward histories")
  func agreement() throws {
    let pool = [
      "first_plan_months=12,0,never", "plan_gap_months=2..5", "stalled_quarters=3,1,never,2",
      "silent_quarters=1..3", "inactive_months=never,6,1", "min_met=0..2", "probation_months=2,4",
      "inception_months=1,2",
    ]
    for seed in 0..<Volume.of(2000, inDebug: 100) {
      let draft = HistoryDraft(seed: UInt64(seed))
      var random = SeededGenerator(seed: UInt64(seed) &+ 99)
      var sweeps: [String] = []
      for sweep in pool where random.chance(3) { sweeps.append(sweep) }
      let reform = draft.reform ?? draft.baseline
      guard reform.required.size >= 2 else { continue }
      let scenarios = try ScenarioGrid(
        reform: reform, sweeps: sweeps.map { try SweptParameter($0) })
      let histories = MemberHistories(of: draft.dataset, asOf: draft.asOf)
      let simulation = try StatusSimulation(
        of: histories, baseline: draft.baseline, scenarios: scenarios, effective: draft.effective)
      let differences = try MemberDifferences(
        of: histories, baseline: draft.baseline, scenarios: scenarios, effective: draft.effective)
      let table = differences.table(of: draft.dataset).rows.map { $0.map(CSVText.text) }
      let before = Replay(of: histories, under: RuleSchedule(draft.baseline))
      var rows: [[String]] = []
      for scenario in 0..<scenarios.count {
        let replay = Replay(
          of: histories,
          under: RuleSchedule(
            baseline: draft.baseline, reform: scenarios.rules(of: scenario),
            effective: draft.effective))
        var counts = [Int](repeating: 0, count: 6)
        for member in draft.members.indices {
          guard let now = replay.current(of: member), let then = before.current(of: member) else {
            continue
          }
          counts[now.status.number] += 1
          guard let first = Self.firstDifference(replay, before, member, draft.asOf) else {
            continue
          }
          rows.append([
            scenarios.name(of: scenario), "m\(member)", then.status.code, "\(then.from)",
            now.status.code, "\(now.from)", "\(first)",
          ])
        }
        #expect(simulation.counts(of: scenario) == counts, "history \(seed), \(scenario)")
      }
      #expect(table == rows, "history \(seed)")
    }
  }

  /// The first day whose status differs, day by day.
  private static func firstDifference(
    _ left: Replay, _ right: Replay, _ member: Int, _ last: Day
  ) -> Day? {
    guard var day = left.spells(of: member).first?.from else { return nil }
    while day <= last {
      if left.status(of: member, on: day) != right.status(of: member, on: day) { return day }
      day = day + 1
    }
    return nil
  }

  @Test("Threads and shards change nothing: the counts of the parts add up")
  func partsAndThreads() throws {
    let (dataset, histories) = try demo()
    let scenarios = try grid(
      ["inactive_months=3"],
      ["silent_quarters=1..3", "min_met=2..4", "probation_months=1,never,2", "plan_gap_months=2,6"])
    func counts(_ members: [Int]?, threads: Int) throws -> [[Int]] {
      let simulation = try StatusSimulation(
        of: histories, baseline: .handbook, scenarios: scenarios, members: members,
        threads: threads)
      return [simulation.baseline] + (0..<scenarios.count).map { simulation.counts(of: $0) }
    }
    let whole = try counts(nil, threads: 1)
    #expect(try counts(nil, threads: 2) == whole)
    for count in [1, 2, 7, 64] {
      var sum = whole.map { _ in [Int](repeating: 0, count: 6) }
      var seen: [Int] = []
      for part in 0..<count {
        let members = try Shard("\(part)/\(count)").members(of: dataset)
        seen += members
        for (row, counts) in try counts(members, threads: 1).enumerated() {
          for status in counts.indices { sum[row][status] += counts[status] }
        }
      }
      #expect(seen.sorted() == Array(0..<150))
      #expect(sum == whole)
    }
    let one = try MemberDifferences(of: histories, baseline: .handbook, scenarios: scenarios)
    let two = try MemberDifferences(
      of: histories, baseline: .handbook, scenarios: scenarios, threads: 2)
    #expect(one.table(of: dataset) == two.table(of: dataset))
    #expect(one.count(of: 0) > 0)
  }

  @Test("A run is followed to its end, and has no result where it is stopped")
  func control() throws {
    let (_, histories) = try demo()
    let told = Mutex<[Int]>([])
    _ = try StatusSimulation(
      of: histories, baseline: .handbook, scenarios: grid([]), threads: 2,
      control: RunControl(progress: { done, total in told.withLock { $0 += [done, total] } }))
    #expect(told.withLock { $0 }.max() == 150)
    let asked = Atomic<Int>(0)
    #expect(throws: RunCancelled.self) {
      try StatusSimulation(
        of: histories, baseline: .handbook, scenarios: grid([]), threads: 2,
        control: RunControl(isCancelled: { asked.add(1, ordering: .relaxed).newValue > 1 }))
    }
  }

  @Test("No members, no scenarios' difference: an empty history gives zeros")
  func nobody() throws {
    let histories = MemberHistories(of: HistoryDraft().dataset, asOf: Day.last)
    let simulation = try StatusSimulation(
      of: histories, baseline: .handbook, scenarios: grid([], ["silent_quarters=1..2"]))
    #expect(simulation.table().rows.count == 12)
    #expect(simulation.baseline == [0, 0, 0, 0, 0, 0])
    #expect(simulation.counts(of: 1) == [0, 0, 0, 0, 0, 0])
  }
}
