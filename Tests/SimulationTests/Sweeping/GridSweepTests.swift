import Membership
import TestSupport
import Testing
import Warehouse

@Suite("GridSweep")
struct GridSweepTests {
  /// Grids to sweep: few values of many thresholds, or many of few.
  static func grid(_ random: inout SeededGenerator, minMet: Int) -> [Threshold: [Int32]] {
    let never = Threshold.never
    let pool: [(Threshold, [Int32])] = [
      (.firstPlan, [0, 1, 2, 5, 6, 7, 12, 13, 30, never]),
      (.planGap, [0, 1, 2, 3, 4, 5, 6, 13, never]),
      (.stalled, [1, 2, 3, 4, 7, never]), (.silent, [1, 2, 3, 4, 6, never]),
      (.inactive, [0, 1, 2, 3, 6, 7, 12, never]),
      (.minMet, [0, 1, 2, 3, 4].filter { $0 <= Int32(minMet) }),
      (.probation, [0, 1, 2, 4, 5, 12, never]),
    ]
    var values: [Threshold: [Int32]] = [:]
    for (threshold, all) in pool where !random.chance(3) {
      let chosen = all.filter { _ in random.chance(3) }
      if !chosen.isEmpty { values[threshold] = chosen }
    }
    return values
  }

  @Test("Every combination of a grid ends as its own plain replay, on awkward histories")
  func agreement() {
    let chunks = 16
    let seeds = Volume.of(20_000, inDebug: 400)
    let failures = Parallel.map(chunks, threads: 2) { chunk -> String? in
      for seed in seeds * chunk / chunks..<seeds * (chunk + 1) / chunks {
        if let failure = Self.failure(seed: UInt64(seed)) { return failure }
      }
      return nil
    }
    let first = failures.compactMap { $0 }.first
    #expect(first == nil, "\(first ?? "")")
  }

  static func failure(seed: UInt64) -> String? {
    let draft = HistoryDraft(seed: seed)
    var random = SeededGenerator(seed: seed ^ 0xA5A5)
    let rules = draft.reform ?? draft.baseline
    let values = grid(&random, minMet: rules.required.size)
    guard let what = difference(in: draft, values) else { return nil }
    let smallest = draft.shrunk { difference(in: $0, values) != nil }
    return "history \(seed), grid \(values): \(what), shrunk:\n\(smallest)\n"
      + (difference(in: smallest, values) ?? "")
  }

  /// The first combination whose outcome is another one than the plain replay's, or that the parts
  /// do not hold exactly once.
  static func difference(in draft: HistoryDraft, _ values: [Threshold: [Int32]]) -> String? {
    let histories = MemberHistories(
      of: draft.dataset, asOf: draft.asOf, threads: 1, reading: draft.alternatives)
    let rules = draft.reform ?? draft.baseline
    let grid = ThresholdGrid(around: rules, values: values)
    var sweep = GridSweep(of: histories, under: draft.schedule, grid: grid)
    var plain = StatusSweep(of: histories)
    var leaves: [GridLeaf] = []
    for member in draft.members.indices {
      sweep.leaves(of: member, into: &leaves)
      var cell = [Int32](repeating: 0, count: ThresholdGrid.width)
      repeat {
        var varied = rules
        for threshold in Threshold.allCases {
          guard let own = values[threshold] else { continue }
          let value = own[Int(cell[threshold.rawValue])]
          let text = value == Threshold.never ? "never" : "\(value)"
          guard let next = try? varied.setting(threshold.parameter, to: text) else {
            return "no such value: \(threshold) \(text)"
          }
          varied = next
        }
        let schedule =
          draft.reform == nil
          ? RuleSchedule(varied)
          : RuleSchedule(baseline: draft.baseline, reform: varied, effective: draft.effective)
        let wanted = plain.last(of: member, under: CompiledSchedule(schedule))
        let holding = leaves.filter { leaf in
          cell.indices.allSatisfy { (leaf.box.low[$0]...leaf.box.high[$0]).contains(cell[$0]) }
        }
        guard holding.count == (wanted == nil ? 0 : 1) else {
          return "m\(member) \(cell): \(holding.count) parts"
        }
        if let leaf = holding.first, let wanted,
          leaf.status != wanted.status || leaf.since != wanted.since
        {
          return "m\(member) \(cell): \(leaf.status) \(leaf.since), plainly \(wanted)"
        }
      } while advance(&cell, grid)
    }
    return nil
  }

  private static func advance(_ cell: inout [Int32], _ grid: ThresholdGrid) -> Bool {
    for place in cell.indices.reversed() {
      cell[place] += 1
      if cell[place] < grid.counts[place] { return true }
      cell[place] = 0
    }
    return false
  }
}
