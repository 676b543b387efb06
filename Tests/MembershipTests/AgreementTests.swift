import Membership
import TestSupport
import Testing
import Warehouse

@Suite("Agreement with the plain reading")
struct AgreementTests {
  /// How many histories each test run compares.
  static let count = 24_000

  @Test("The replay says what status.md says, day by day, on histories made to be awkward")
  func agreement() {
    let chunks = 48
    let failures = Parallel.map(chunks, threads: 2) { chunk -> String? in
      for seed in Self.count * chunk / chunks..<Self.count * (chunk + 1) / chunks {
        let draft = HistoryDraft(seed: UInt64(seed))
        guard Disagreement.found(in: draft) != nil else { continue }
        let smallest = draft.shrunk { Disagreement.found(in: $0) != nil }
        let what = Disagreement.found(in: smallest) ?? ""
        return "history \(seed), shrunk:\n\(smallest)\n\(what)"
      }
      return nil
    }
    let first = failures.compactMap { $0 }.first
    #expect(first == nil, "\(first ?? "")")
  }
}

/// What the engine and the plain reading see differently.
enum Disagreement {
  static func found(in draft: HistoryDraft) -> String? {
    let data = draft.dataset
    let histories = MemberHistories(
      of: data, asOf: draft.asOf, threads: 1, reading: draft.alternatives)
    let replay = Replay(of: histories, under: draft.schedule)
    let plain = PlainReading(
      data: data, asOf: draft.asOf, schedule: draft.schedule, alternatives: draft.alternatives)
    for commitment in 0..<data.commitments.count {
      guard histories.finishedOn(commitment) == plain.finishedOn(commitment),
        histories.trackerFinishedOn(commitment) == plain.finishedOn(commitment, byTracker: true)
      else { return "finished day of c\(commitment)" }
    }
    let progress = plain.progressReports
    var sweep = StatusSweep(of: histories)
    for member in 0..<data.members.count {
      let story = plain.story(of: member)
      let runs = replay.spells(of: member).map {
        PlainReading.Run(status: $0.status, from: $0.from, to: $0.to, reasons: $0.reasons.codes)
      }
      if runs != story.runs { return "m\(member)\nengine \(runs)\nplain \(story.runs)" }
      let next = replay.next(of: member).map {
        PlainReading.Run(status: $0.status, from: $0.on, to: nil, reasons: $0.reasons.codes)
      }
      if next != story.next {
        return "m\(member), next\nengine \(String(describing: next))\nplain "
          + String(describing: story.next)
      }
      let judged = replay.deadlines(of: member).map {
        PlainReading.Judged(plan: $0.plan, day: $0.day, on: $0.judgedOn, isKept: $0.isKept)
      }
      if judged != story.judged { return "m\(member)\nengine \(judged)\nplain \(story.judged)" }
      let last = sweep.last(of: member, under: CompiledSchedule(draft.schedule))
      if last?.status != runs.last?.status || last?.since != runs.last?.from {
        return "m\(member), last status by sweep"
      }
      guard let joined = runs.first?.from else { continue }
      let quarters = Quarter(containing: joined).index...Quarter(containing: draft.asOf).index + 4
      for quarter in quarters.map(Quarter.init(index:)) where quarter.firstDay >= joined {
        guard histories.isObligated(quarter, for: member) == plain.isObligated(quarter, member),
          histories.isUpdated(quarter, for: member)
            == plain.isUpdated(quarter, member, progress),
          histories.isProgress(quarter, for: member)
            == plain.isProgress(quarter, member, progress)
        else { return "m\(member), quarter \(quarter)" }
      }
    }
    return nil
  }
}
