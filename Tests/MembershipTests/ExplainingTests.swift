import Foundation
import Membership
import TestSupport
import Testing
import Warehouse

@Suite("Explaining")
struct ExplainingTests {
  @Test("A story tells exactly the spells, in every language, and ends with what comes next")
  func storyIsTheReplay() {
    for seed in 0..<1500 {
      let draft = HistoryDraft(seed: UInt64(seed))
      let data = draft.dataset
      let replay = Replay(
        of: MemberHistories(of: data, asOf: draft.asOf, threads: 1, reading: draft.alternatives),
        under: draft.schedule)
      for member in 0..<data.members.count {
        let stories = Language.allCases.map { replay.explain(member, of: data, in: $0) }
        for story in stories {
          var told: [(Status, Day)] = []
          for chapter in story.chapters where chapter.before != chapter.after {
            told.append((chapter.after, chapter.day))
          }
          let spells = replay.spells(of: member).map { ($0.status, $0.from) }
          #expect(told.elementsEqual(spells) { $0 == $1 }, "history \(seed)\n\(draft)")
          #expect(story.next?.day == replay.next(of: member)?.on)
          #expect(story.next?.after == replay.next(of: member)?.status)
          #expect(!story.chapters.contains { $0.reasons.isEmpty })
          #expect(!story.text.isEmpty)
        }
        let counts = Set(stories.map { $0.text.split(separator: "\n").count })
        #expect(counts.count == 1, "the languages tell it in as many lines: \(seed)")
      }
    }
  }

  @Test("A story can be followed with the handbook in hand, in three languages")
  func snapshot() {
    var draft = HistoryDraft()
    ExamplesTests.planned(&draft)
    draft.plans[0].ends = on("2021-10-31")
    ExamplesTests.progress(&draft, "2020-07-01", "2021-09-30")
    draft.asOf = on("2022-04-01")
    let data = draft.dataset
    let replay = Replay(of: MemberHistories(of: data, asOf: draft.asOf), under: draft.schedule)
    #expect(
      replay.explain(0, of: data, in: .en).text == """
        m0 (m0)
        As of 1 April 2022: Inactive since 1 March 2022 (no next action plan).

        15 January 2020: Active
          joined OGP Local
            · members:1
            · first action plan due by 15 January 2021 (first_plan_months = 12, §4.1)

        1 March 2022: Active → Inactive
          no action plan submitted within 4 months of the end of the previous one, by 28 February \
        2022 (plan_gap_months = 4, §3.2, §4.1)
            · plan p0 ended on 31 October 2021 (plans:1)
          What would have stopped it:
            · an action plan submitted, by 28 February 2022

        What comes next, if nothing more is submitted, reported or met:
        2 September 2022: Inactive → Probation
          activities not resumed after 6 months of inactivity, from 1 March 2022 to 1 September \
        2022 (inactive_months = 6, §4.2)
          What would stop it:
            · an action plan submitted, co-creation started, activities resumed, a co-creation \
        meeting, a report in the online tracker that shows progress in any commitment or a \
        commitment assessed as substantial or complete, by 1 September 2022

        """)
    let spanish = replay.explain(0, of: data, in: .es).text
    #expect(spanish.contains("Al 1 de abril de 2022: Inactivo desde el 1 de marzo de 2022"))
    #expect(spanish.contains("(inactive_months = 6, §4.2)"))
    let french = replay.explain(0, of: data, in: .fr).text
    #expect(french.contains("Au 1er avril 2022\u{A0}: Inactif depuis le 1er mars 2022"))
    #expect(!french.contains(" :"))
  }

  @Test("An unknown member is named with the nearest one")
  func unknownMember() {
    var draft = HistoryDraft()
    draft.members = [
      .init(joined: on("2020-01-15"), firstPlanDue: nil),
      .init(joined: on("2020-01-15"), firstPlanDue: nil),
    ]
    let data = draft.dataset
    #expect((try? data.member("m1")) == 1)
    do {
      _ = try data.member("m11")
      Issue.record("m11 was found")
    } catch { #expect(error.description == "no member has the id 'm11'; did you mean 'm1'?") }
    do {
      _ = try data.member("M1")
      Issue.record("M1 was found")
    } catch { #expect(error.description == "no member has the id 'M1'; did you mean 'm1'?") }
  }

  @Test("docs/status.md names every reading with its section, and every kind of evidence")
  func manual() throws {
    let url = Shared.packageRoot.appending(path: "docs/status.md")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    for reading in HandbookReading.allCases {
      #expect(text.contains("| `\(reading.rawValue)` | \(reading.section) |"))
      #expect(Set(Language.allCases.map { reading.explanation($0) }).count == 3)
    }
    let evidence: [Evidence] = [
      .planSubmitted, .extensionGranted, .trackerUpdate, .progressReport, .coCreationStarted,
      .coCreationMeeting, .resumed, .completionAssessment, .requirementMet(.forum),
      .voluntaryInactivity,
    ]
    for item in evidence {
      #expect(text.contains("| `\(item.code)`"))
      #expect(Set(Language.allCases.map { item.label($0) }).count == 3)
    }
  }
}
