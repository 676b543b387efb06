package import Warehouse

/// One member's history with facts added that have not happened: what a projection replays.
///
/// Facts are drawn, added, replayed and dropped again; the compiled past is copied once, and after
/// the first draws nothing is allocated. Replays of it go through the same code as real ones.
package struct ExtendedHistory: Sendable {
  /// The history, of one member whose row is 0.
  ///
  /// Its as-of day is the last day replayed.
  package private(set) var histories: MemberHistories
  private let past: MemberRecord
  private let pastWords: [QuarterWord]

  /// A member's history, open to new facts.
  ///
  /// - Parameters:
  ///   - member: A row of the members table, joined by the as-of day.
  ///   - histories: All histories.
  ///   - end: The last day that will be replayed.
  package init(of member: Int, in histories: MemberHistories, through end: Day) {
    var record = histories.records[member]
    let last = MonthCalendar.shared.quarter(of: end.adding(months: 120).number)
    var words = Array(histories.words[histories.wordRange(of: member)])
    while words.count * 64 <= last - Int(record.baseQuarter) { words.append(QuarterWord()) }
    let plans = Array(histories.plans[histories.planRange(of: member)])
    let extensions = Array(histories.extensions[histories.extensionRange(of: member)])
    let pauses = Array(histories.pauses[histories.pauseRange(of: member)])
    let requirements = Array(histories.requirements[histories.requirementRange(of: member)])
    let activity = Array(histories.activity[histories.activityRange(of: member)])
    record.plans = 0
    record.extensions = 0
    record.pauses = 0
    record.requirements = 0
    record.activity = 0
    record.words = 0
    var ends = record
    ends.plans = Int32(plans.count)
    ends.extensions = Int32(extensions.count)
    ends.pauses = Int32(pauses.count)
    ends.requirements = Int32(requirements.count)
    ends.activity = Int32(activity.count)
    ends.words = Int32(words.count)
    self.histories = MemberHistories(
      asOf: end, interpretation: histories.interpretation, records: [record, ends], plans: plans,
      extensions: extensions, pauses: pauses, requirements: requirements, activity: activity,
      words: words, finishedDays: [], trackerFinishedDays: [])
    past = ends
    pastWords = words
  }

  /// Drops all facts added.
  package mutating func reset() {
    histories.plans.removeLast(histories.plans.count - Int(past.plans))
    histories.extensions.removeLast(histories.extensions.count - Int(past.extensions))
    histories.pauses.removeLast(histories.pauses.count - Int(past.pauses))
    histories.requirements.removeLast(histories.requirements.count - Int(past.requirements))
    histories.activity.removeLast(histories.activity.count - Int(past.activity))
    for index in pastWords.indices { histories.words[index] = pastWords[index] }
    histories.records[0].withdrewOn = past.withdrewOn
    histories.records[1] = past
  }

  /// Adds a plan submitted after all others; its submission is not yet a day of activity.
  package mutating func addPlan(submittedOn: Day, endsOn: Day) {
    histories.plans.append(
      PlanFact(submittedOn: submittedOn.number, endsOn: endsOn.number, row: -1))
    histories.records[1].plans += 1
  }

  /// Adds a day of activity, not before any other.
  package mutating func addActivity(on day: Day) {
    if let last = histories.activity.last, last >= day.number {
      precondition(last == day.number, "activity on \(day) is added after a later day's")
      return
    }
    histories.activity.append(day.number)
    histories.records[1].activity += 1
  }

  /// Says of a quarter whether it is obligated, updated and a progress quarter.
  package mutating func set(
    _ quarter: Quarter, isObligated: Bool, isUpdated: Bool, isProgress: Bool
  ) {
    let place = quarter.index - Int(histories.records[0].baseQuarter)
    guard place >= 0, place >> 6 < histories.words.count else { return }
    let bit = UInt64(1) << UInt64(place & 63)
    func changed(_ bits: UInt64, _ isSet: Bool) -> UInt64 { isSet ? bits | bit : bits & ~bit }
    var word = histories.words[place >> 6]
    word.obligated = changed(word.obligated, isObligated)
    word.updated = changed(word.updated, isUpdated)
    word.progress = changed(word.progress, isProgress)
    histories.words[place >> 6] = word
  }

  /// Whether a quarter is obligated as things stand, those added included.
  package func isObligated(_ quarter: Quarter) -> Bool { histories.isObligated(quarter, for: 0) }

  /// The requirement states present after the last fact: bit n is set where some assessed plan has
  /// met exactly the requirements of bit pattern n.
  package var present: UInt16 { histories.requirements.last?.present ?? 0 }

  /// Says which requirement states are present from a day on, not before the last such day.
  package mutating func setRequirements(on day: Day, present: UInt16) {
    if histories.requirements.count > Int(past.requirements),
      histories.requirements.last?.on == day.number
    {
      histories.requirements[histories.requirements.count - 1].present = present
      return
    }
    histories.requirements.append(RequirementFact(on: day.number, present: present))
    histories.records[1].requirements += 1
  }

  /// Adds a request for voluntary inactivity, later than all others.
  package mutating func addPause(on day: Day, until: Day?) {
    histories.pauses.append(
      PauseFact(on: day.number, until: until?.number ?? MemberRecord.unknown))
    histories.records[1].pauses += 1
  }

  /// Adds an extension, granted later than all others.
  package mutating func addExtension(on day: Day, until: Day) {
    let latest = max(until.number, histories.extensions.last?.until ?? Int32.min)
    histories.extensions.append(ExtensionFact(on: day.number, until: latest))
    histories.records[1].extensions += 1
  }

  /// Makes the member withdraw on a day, if it has not before.
  package mutating func withdraw(on day: Day) {
    histories.records[0].withdrewOn = min(histories.records[0].withdrewOn, day.number)
  }
}
