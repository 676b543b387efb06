import Membership
import TestSupport
import Testing
import Warehouse

@Suite("HandbookReading")
struct ReadingsTests {
  private func rows(_ draft: HistoryDraft) -> [[String]] {
    let data = draft.dataset
    let replay = Replay(of: MemberHistories(of: data, asOf: draft.asOf), under: draft.schedule)
    return HandbookReading.table(of: data, against: replay, threads: 2).rows.map {
      $0.map(CSVText.text)
    }
  }

  @Test("A plan that ends on 31 October is the handbook's own riddle")
  func monthEnd() {
    var draft = HistoryDraft()
    ExamplesTests.planned(&draft)
    draft.plans[0].ends = on("2021-10-31")
    ExamplesTests.progress(&draft, "2020-07-01", "2021-09-30")
    draft.asOf = on("2022-03-01")
    #expect(
      rows(draft) == [
        ["month_end_overflow", "m0", "inactive", "2022-03-01", "active", "2020-01-15"]
      ])
  }

  @Test("Reports without progress, and quarters from before the member was active again")
  func tracker() {
    var draft = HistoryDraft()
    ExamplesTests.planned(&draft)
    draft.reports = ["2020-08-01", "2020-11-01", "2021-02-01"].map {
      .init(commitment: 0, on: on($0), status: .notStarted, progress: nil)
    }
    draft.events = [
      .init(member: 0, on: on("2021-01-02"), kind: .resumed, until: nil, requirement: nil)
    ]
    draft.asOf = on("2021-06-30")
    #expect(
      rows(draft) == [
        ["earlier_quarters", "m0", "active", "2021-01-02", "inactive", "2021-04-01"]
      ])
  }

  @Test("A requirement met by one member of a joint plan")
  func shared() {
    var draft = HistoryDraft()
    ExamplesTests.planned(&draft)
    draft.members.append(draft.members[0])
    draft.plans[0].members = [0, 1]
    draft.assessments = [.init(plan: 0, on: on("2020-08-20"), met: 0b1110)]
    draft.events = [
      .init(
        member: 1, on: on("2020-09-01"), kind: .requirementMet, until: nil, requirement: .forum)
    ]
    draft.asOf = on("2020-09-30")
    #expect(
      rows(draft) == [
        ["shared_requirements", "m0", "probation", "2020-08-20", "active", "2020-09-01"]
      ])
  }
}
