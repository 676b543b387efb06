import Foundation
import Membership
import TestSupport
import Testing
import Warehouse

@Suite("Replay")
struct ReplayTests {
  @Test("Any number of threads gives the same result")
  func threads() throws {
    let folder = Shared.packageRoot.appending(path: "datasets/demo").path(percentEncoded: false)
    let dataset = try #require(try Dataset.load(path: folder).dataset)
    let asOf = try #require(dataset.defaultAsOf)
    func tables(_ threads: Int) -> [ResultTable] {
      let histories = MemberHistories(of: dataset, asOf: asOf, threads: threads)
      let replay = Replay(of: histories, under: .handbook, threads: threads)
      return [
        replay.historyTable(of: dataset), replay.statusTable(of: dataset, threads: threads),
        replay.worklistTable(of: dataset, within: 120, threads: threads),
        HandbookReading.table(of: dataset, against: replay, threads: threads),
      ]
    }
    let single = tables(1)
    for threads in [0, 2, 3, 64] { #expect(tables(threads) == single) }
  }

  @Test("A replay as of an earlier day is the beginning of the later one")
  func prefixes() {
    for seed in 0..<2000 {
      let draft = HistoryDraft(seed: UInt64(seed))
      let data = draft.dataset
      func statuses(_ asOf: Day) -> Replay {
        Replay(of: MemberHistories(of: data, asOf: asOf), under: draft.schedule)
      }
      let late = statuses(draft.asOf)
      let early = statuses(draft.asOf - 150)
      for member in 0..<data.members.count {
        for spell in early.spells(of: member) {
          let last = spell.to ?? early.asOf
          #expect(late.status(of: member, on: spell.from) == spell.status)
          #expect(late.status(of: member, on: last) == spell.status)
        }
        #expect(early.status(of: member, on: early.asOf + 1) == nil)
        #expect(late.firstDifference(of: member, from: late) == nil)
      }
    }
  }

  @Test("A sweep counts what replays say")
  func sweep() {
    for seed in 0..<500 {
      let draft = HistoryDraft(seed: UInt64(seed))
      let histories = MemberHistories(of: draft.dataset, asOf: draft.asOf)
      let replay = Replay(of: histories, under: draft.schedule)
      var sweep = StatusSweep(of: histories)
      let counts = sweep.counts(under: CompiledSchedule(draft.schedule))
      for status in Status.allCases {
        let members = (0..<replay.memberCount).filter {
          replay.current(of: $0)?.status == status
        }
        #expect(counts[status.number] == members.count)
      }
    }
  }
}
