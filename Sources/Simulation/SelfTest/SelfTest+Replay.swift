internal import Membership
internal import Metrics
internal import Warehouse

extension SelfTest {
  func identity() -> Outcome {
    var outcome = Outcome(.identity)
    guard cohort.schedule.reform == nil else { return outcome }
    let replay = cohort.replay
    let rules = cohort.schedule.rules(on: cohort.asOf)
    for effective in [nil, cohort.asOf - 365, cohort.asOf - 1000] {
      let same = Replay(
        of: cohort.histories,
        under: RuleSchedule(
          baseline: cohort.schedule.baseline, reform: rules, effective: effective),
        threads: cohort.threads)
      for member in 0..<replay.memberCount {
        outcome.expect(
          same.spells(of: member) == replay.spells(of: member),
          "member \(cohort.dataset.members.ids[member])")
      }
    }
    return outcome
  }

  /// Replays as of each of the last years' ends and some odd days.
  func beginnings() -> Outcome {
    var outcome = Outcome(.beginnings)
    let replay = cohort.replay
    for back in [1, 100, 365, 731, 1461] {
      let day = cohort.asOf - back
      let earlier = Replay(
        of: MemberHistories(of: cohort.dataset, asOf: day, threads: cohort.threads),
        under: cohort.schedule, threads: cohort.threads)
      for member in 0..<replay.memberCount {
        let cut = replay.spells(of: member).filter { $0.from <= day }
        let spells = earlier.spells(of: member)
        outcome.expect(
          cut.map(\.status) == spells.map(\.status) && cut.map(\.from) == spells.map(\.from),
          "member \(cohort.dataset.members.ids[member]) as of \(day)")
      }
    }
    return outcome
  }
}
