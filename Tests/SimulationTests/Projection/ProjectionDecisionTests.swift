import Statistics
import Testing
import Warehouse

@testable import Simulation

@Suite("ProjectionDecision")
struct ProjectionDecisionTests {
  /// The words of seed 7, member OGPL-00001, 2026-Q3, replicate 41, by numpy 2.4.6:
  /// `Philox(key=[7, h("ogpstats/project/1/" + name)], counter=[h(id), 506, 41, 0] − 1)
  /// .random_raw(4)` with `h` the first 8 bytes of hashlib's sha256.
  static let golden: [(name: String, words: Philox4x64.Block)] = [
    (
      "tracker_updated",
      Philox4x64.Block(
        0xC9DF_F186_82CF_79E8, 0xBDD0_2B75_F51B_28A2, 0x23A1_9390_D140_A4FE,
        0xEFDB_2C90_402C_14BB)
    ),
    (
      "progress_made",
      Philox4x64.Block(
        0xB824_304E_692D_7921, 0x3B27_C700_4350_5362, 0x4EE2_B8CF_9C4F_784C,
        0x0F0E_FC97_984C_45B1)
    ),
    (
      "plan_submitted",
      Philox4x64.Block(
        0x3AE1_57E8_8A99_54DA, 0xCDA5_2DD9_DA25_1D4B, 0xD542_49BA_A76B_8DA2,
        0xB8B9_DF7D_F08B_9DC5)
    ),
    (
      "requirements_met",
      Philox4x64.Block(
        0x71A8_6CA6_4EAB_D3F8, 0x6DA5_B6C5_B502_0045, 0xF528_927F_0701_F410,
        0x7E7A_E03E_6CF7_9F4C)
    ),
    (
      "requirements_mended",
      Philox4x64.Block(
        0x59EF_3899_8DDE_F2A4, 0x74FD_A3B7_D036_BEE6, 0x1BC3_7720_2D45_4A97,
        0x0ACD_2F00_2F12_3D5A)
    ),
    (
      "activity_resumed",
      Philox4x64.Block(
        0xDA00_5497_4870_EBB9, 0x29DC_C5C2_87EC_00E8, 0x03D4_19AF_CAC5_37D3,
        0xB305_7471_686C_D638)
    ),
    (
      "leave_taken",
      Philox4x64.Block(
        0x92B9_63CB_8F1C_53E1, 0xCEF4_B108_29FF_594B, 0x5349_52DD_0DDE_B34C,
        0x4CEB_23E9_105D_C61E)
    ),
    (
      "withdrawn",
      Philox4x64.Block(
        0xCCA0_3DD3_7337_A37A, 0xE4E8_8648_1048_68B1, 0xA32A_6ECE_CEF5_8F16,
        0xFEB5_34AA_407D_7B61)
    ),
  ]

  @Test("The layout of the keys is frozen: one golden block a decision")
  func layout() throws {
    #expect(Self.golden.map(\.name) == ProjectionDecision.allCases.map(\.name))
    let draws = DecisionDraws(seed: 7)
    let member = DecisionDraws.hash("OGPL-00001")
    for (name, words) in Self.golden {
      let decision = try #require(ProjectionDecision(name: name))
      #expect(
        draws.words(for: decision, member: member, quarter: 506, replicate: 41) == words, "\(name)")
    }
    #expect(
      draws.cohortWords(member: member, quarter: 506, replicate: 41)
        == Philox4x64.Block(
          0xE51B_62DC_E963_E0E2, 0xC944_A605_B0E7_E79A, 0x9331_0C19_605A_4C43,
          0xED1D_9002_EEC7_921D))
    #expect(Quarter(index: 506).description == "2026-Q3")
    #expect(ProjectionDecision(name: "weather") == nil)
  }

  @Test("Every situation of every decision has a slot of its own, and every slot a situation")
  func slots() {
    var used: [Int] = []
    for silent in 0...5 {
      var record = TrackerRecord()
      record.append(isObligated: true, isUpdated: true, isProgress: false)
      for _ in 0..<silent { record.append(isObligated: true, isUpdated: false, isProgress: false) }
      used.append(DecisionSlot.trackerUpdated(record).index)
    }
    for isProgress in [true, false] {
      var record = TrackerRecord()
      used.append(DecisionSlot.trackerUpdated(record).index)
      used.append(DecisionSlot.progressMade(record).index)
      record.append(isObligated: true, isUpdated: true, isProgress: isProgress)
      used.append(DecisionSlot.progressMade(record).index)
    }
    used += (-9...9).map { DecisionSlot.firstPlan(quartersSinceDue: $0).index }
    used += (-9...9).map { DecisionSlot.nextPlan(quartersSinceEnd: $0).index }
    used += (0...9).map { DecisionSlot.requirementsMended(quartersSince: $0).index }
    used += [DecisionSlot.requirementsMet.index, DecisionSlot.resumedAtOnce.index]
    for status in Status.allCases {
      used += [
        DecisionSlot.activityResumed(status), .leaveTaken(status), .withdrawn(status),
      ].compactMap { $0?.index }
    }
    #expect(Set(used) == Set(0..<DecisionSlot.count))
    #expect(DecisionSlot.all.count == DecisionSlot.count)
    let places = [
      (DecisionSlot.firstPlan(quartersSinceDue: 0).index, "first_due"),
      (DecisionSlot.nextPlan(quartersSinceEnd: 0).index, "next_end"),
      (DecisionSlot.nextPlan(quartersSinceEnd: -2).index, "next_2_before"),
      (DecisionSlot.requirementsMended(quartersSince: 1).index, "next_quarter"),
      (DecisionSlot.resumedAtOnce.index, "newly_inactive"),
    ]
    for (slot, context) in places { #expect(DecisionSlot.all[slot].context == context) }
    for status in [Status.inactive, .inactiveVoluntary, .probation] {
      let slot = DecisionSlot.activityResumed(status)?.index
      #expect(slot.map { DecisionSlot.all[$0].context } == status.code)
    }
  }

  @Test("The running quarter's part that is still to come")
  func timeline() throws {
    let whole = Timeline(asOf: try #require(Day(iso: "2025-12-31")), quarters: 2)
    #expect(whole.firstPart == 1 && whole.last == Day(iso: "2026-06-30"))
    let running = Timeline(asOf: try #require(Day(iso: "2026-02-14")), quarters: 2)
    #expect(running.firstPart == 0.5 && running.last == Day(iso: "2026-06-30"))
    #expect(running.begins.map { Day(number: $0).description } == ["2026-02-14", "2026-03-31"])
  }
}
