import Membership
import Warehouse

/// SplitMix64: the same histories on every machine.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  package mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &self) == 0
  }
  package mutating func upTo(_ most: Int) -> Int { Int.random(in: 0...most, using: &self) }

  package mutating func pick<Item>(_ items: [Item]) -> Item { items[upTo(items.count - 1)] }
}

extension HistoryDraft {
  /// A history made to be awkward: days crowd around month ends, quarter edges and the days on
  /// which something made before falls due.
  package init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let first =
      random.pick([
        Day(iso: "2019-12-01"), Day(iso: "2019-12-01"), Day(iso: "2015-11-30"),
        Day(iso: "1900-01-01"), Day(iso: "2097-10-31"), Day(iso: "2195-01-31"),
      ]) ?? Day.first
    let span = random.pick([400, 900, 1500])
    var days = Days(first: first, span: span)

    baseline = Self.rules(&random)
    if random.chance(3) {
      reform = Self.rules(&random)
      if !random.chance(4) { effective = days.pick(&random) }
    }
    let months = [baseline, reform ?? baseline].flatMap {
      [$0.firstPlanMonths, $0.planGapMonths, $0.inactiveMonths, $0.probationMonths]
    }.compactMap { $0 }

    for _ in 0...(random.chance(3) ? 1 + random.upTo(1) : 0) {
      let joined = days.pick(&random, within: span / 3)
      let due = random.chance(3) ? days.pick(&random) : nil
      members.append(Member(joined: joined, firstPlanDue: due))
      days.note(joined, months)
      if let due { days.note(due, []) }
    }
    for _ in 0..<random.pick([0, 1, 1, 2, 2, 3, 5]) {
      var those = [random.upTo(members.count - 1)]
      for other in members.indices where other != those[0] && random.chance(2) {
        those.append(other)
      }
      let starts = days.pick(&random)
      let ends = random.chance(2) ? starts + random.upTo(800) : max(starts, days.pick(&random))
      let submitted = random.chance(2) ? starts - random.upTo(40) : days.pick(&random)
      plans.append(
        Plan(
          members: those, submitted: min(max(submitted, .first), .last), starts: starts,
          ends: min(ends, .last)))
      days.note(min(ends, .last), months)
      days.note(submitted, [])
    }
    addCommitments(&random, &days)
    addEvents(&random, &days, months)
    asOf =
      random.chance(4) ? days.pick(&random) : min(first + span + random.upTo(300), .last)
    if random.chance(4) {
      alternatives = Interpretation(rawValue: 1 << UInt8(random.upTo(5)))
    }
  }

  private mutating func addCommitments(_ random: inout SeededGenerator, _ days: inout Days) {
    guard !plans.isEmpty else { return }
    for _ in 0..<random.pick([0, 1, 2, 3, 4]) {
      let plan = random.upTo(plans.count - 1)
      let body = plans[plan]
      let starts = random.chance(2) ? body.starts : days.pick(&random)
      commitments.append(
        Commitment(
          plan: plan, member: random.chance(3) ? random.pick(body.members) : nil,
          submitted: random.chance(2) ? body.submitted : days.pick(&random), starts: starts,
          ends: max(starts, body.ends), withdrawn: random.chance(5) ? days.pick(&random) : nil))
    }
    guard !commitments.isEmpty else { return }
    for _ in 0..<random.upTo(3) { milestones.append(random.upTo(commitments.count - 1)) }
    for _ in 0..<random.pick([0, 0, 1, 2, 4, 8]) {
      var commitment = random.upTo(commitments.count - 1)
      var milestone: Int?
      if !milestones.isEmpty, random.chance(2) {
        let row = random.upTo(milestones.count - 1)
        milestone = row
        commitment = milestones[row]
      }
      reports.append(
        Report(
          commitment: commitment, milestone: milestone, on: days.pick(&random),
          status: random.pick(TrackerStatus.allCases),
          progress: random.pick([nil, nil, nil, true, false])))
    }
    if random.chance(2) { reports.sort { $0.on < $1.on } }
    for _ in 0..<random.pick([0, 0, 0, 1, 2]) {
      completed.append(
        Completed(
          commitment: random.upTo(commitments.count - 1), on: days.pick(&random),
          completion: random.pick(Completion.allCases)))
    }
  }

  private mutating func addEvents(
    _ random: inout SeededGenerator, _ days: inout Days, _ months: [Int]
  ) {
    if !plans.isEmpty {
      for _ in 0..<random.pick([0, 0, 0, 1, 2, 3]) {
        let on = days.pick(&random)
        let met = UInt8(random.chance(3) ? 15 : random.upTo(15))
        assessments.append(Assessment(plan: random.upTo(plans.count - 1), on: on, met: met))
        days.note(on, months)
      }
    }
    for _ in 0..<random.pick([0, 0, 0, 1]) {
      meetings.append(
        Meeting(
          member: random.upTo(members.count - 1), on: days.pick(&random),
          phase: random.pick(Phase.allCases)))
    }
    for _ in 0..<random.pick([0, 1, 2, 3, 5]) {
      let on = days.pick(&random)
      let kind = random.pick([
        EventKind.extensionGranted, .voluntaryInactivity, .voluntaryInactivity, .resumed,
        .coCreationStarted, .requirementMet, .requirementMet, .civicSpaceConcern,
        random.chance(4) ? .withdrew : .voluntaryInactivity,
      ])
      let until = random.chance(3) ? nil : max(on, days.pick(&random))
      let usesUntil = kind == .extensionGranted || kind == .voluntaryInactivity
      events.append(
        Event(
          member: random.upTo(members.count - 1), on: on, kind: kind,
          until: usesUntil ? until : nil,
          requirement: kind == .requirementMet && !random.chance(8)
            ? random.pick(Requirement.allCases) : nil))
      days.note(on, months)
      if let until { days.note(until, []) }
    }
  }

  private static func rules(_ random: inout SeededGenerator) -> RuleSet {
    guard !random.chance(3) else { return .handbook }
    var settings: [String] = []
    for (name, values) in [
      ("first_plan_months", ["never", "0", "1", "6", "12", "12"]),
      ("plan_gap_months", ["never", "0", "1", "2", "4", "4", "13"]),
      ("stalled_quarters", ["never", "1", "2", "2", "3"]),
      ("silent_quarters", ["never", "1", "2", "2", "4"]),
      ("inactive_months", ["never", "0", "1", "3", "6", "6"]),
      ("probation_months", ["never", "0", "1", "2", "4", "4"]),
    ] { settings.append("\(name)=\(random.pick(values))") }
    let required = Requirement.allCases.filter { _ in !random.chance(3) }
    settings.append("required=" + required.map(\.code).joined(separator: ","))
    settings.append("min_met=\(random.chance(2) ? required.count : random.upTo(required.count))")
    return (try? RuleSet.handbook.setting(settings)) ?? .handbook
  }
}

/// Days worth trying: those near which something was put before.
struct Days {
  let first: Day
  let span: Int
  private var notable: [Day] = []

  init(first: Day, span: Int) {
    self.first = first
    self.span = span
  }

  /// Keeps a day, and those so many months after it and the day after, for later picks.
  mutating func note(_ day: Day, _ months: [Int]) {
    notable.append(day)
    for count in Set(months).sorted() {
      notable.append(day.adding(months: count))
      notable.append(day.adding(months: count) + 1)
    }
  }

  func pick(_ random: inout SeededGenerator, within limit: Int? = nil) -> Day {
    let any = first + random.upTo(limit ?? span)
    let day: Day
    switch random.upTo(5) {
    case 0, 1: day = notable.isEmpty ? any : random.pick(notable) + random.upTo(2) - 1
    case 2: day = Quarter(containing: any).firstDay - random.upTo(1)
    case 3:
      let parts = any.parts
      let last = Day.daysIn(month: parts.month, ofYear: parts.year)
      day = (Day(year: parts.year, month: parts.month, day: last) ?? any) + random.upTo(1)
    default: day = any
    }
    return min(max(day, .first), .last)
  }
}
