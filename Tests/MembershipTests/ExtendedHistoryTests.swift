import Membership
import TestSupport
import Testing
import Warehouse

@Suite("ExtendedHistory")
struct ExtendedHistoryTests {
  @Test("A history extended with what happened later replays as if it had been known")
  func extending() {
    for seed in 0..<4000 {
      let draft = HistoryDraft(seed: UInt64(seed))
      let data = draft.dataset
      let early = draft.asOf - 200
      let before = MemberHistories(of: data, asOf: early)
      let after = MemberHistories(of: data, asOf: draft.asOf)
      let expected = Replay(of: after, under: draft.schedule)
      var sweep = StatusSweep(of: before)
      var spells: [Spell] = []
      for member in 0..<data.members.count where before.hasJoined(member) {
        var history = ExtendedHistory(of: member, in: before, through: draft.asOf)
        // What is added and dropped again must leave no trace.
        for _ in 0..<2 {
          history.reset()
          extend(&history, with: member, of: after, since: early)
        }
        sweep.replay(
          0, of: history.histories, under: CompiledSchedule(draft.schedule), into: &spells)
        #expect(spells == Array(expected.spells(of: member)), "history \(seed)\n\(draft)")
        history.reset()
        sweep.replay(
          0, of: history.histories, under: CompiledSchedule(draft.schedule), into: &spells)
        let alone = Replay(of: before, under: draft.schedule)
        #expect(spells.first?.from == alone.spells(of: member).first?.from)
      }
    }
  }

  private func extend(
    _ history: inout ExtendedHistory, with member: Int, of after: MemberHistories, since day: Day
  ) {
    let (start, end) = (after.records[member], after.records[member + 1])
    for fact in after.plans[Int(start.plans)..<Int(end.plans)] where fact.submittedOn > day.number {
      history.addPlan(
        submittedOn: Day(number: fact.submittedOn), endsOn: Day(number: fact.endsOn))
    }
    for fact in after.extensions[Int(start.extensions)..<Int(end.extensions)]
    where fact.on > day.number {
      history.addExtension(on: Day(number: fact.on), until: Day(number: fact.until))
    }
    for fact in after.pauses[Int(start.pauses)..<Int(end.pauses)] where fact.on > day.number {
      history.addPause(
        on: Day(number: fact.on),
        until: fact.until == MemberRecord.unknown ? nil : Day(number: fact.until))
    }
    for fact in after.requirements[Int(start.requirements)..<Int(end.requirements)]
    where fact.on > day.number {
      history.setRequirements(on: Day(number: fact.on), present: fact.present)
    }
    for on in after.activity[Int(start.activity)..<Int(end.activity)] where on > day.number {
      history.addActivity(on: Day(number: on))
    }
    if start.withdrewOn != MemberRecord.unknown, start.withdrewOn > day.number {
      history.withdraw(on: Day(number: start.withdrewOn))
    }
    let last = Quarter(containing: after.asOf.adding(months: 120)).index
    for index in Int(start.baseQuarter)...last {
      let quarter = Quarter(index: index)
      history.set(
        quarter, isObligated: after.isObligated(quarter, for: member),
        isUpdated: after.isUpdated(quarter, for: member),
        isProgress: after.isProgress(quarter, for: member))
    }
  }
}
