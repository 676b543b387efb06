package import Warehouse

/// Replays of one member with one threshold varied, each with how far it could rise unchanged.
///
/// Going on from one above each answer finds every value at which something changes, without
/// trying the values between.
package struct MarginSweep: Sendable {
  /// What a replay says: the status on the as-of day, and the highest value of the threshold up to
  /// which every day's status is the same.
  package struct Answer: Sendable {
    package let status: Status
    package let highest: Int32
  }

  private let histories: MemberHistories
  private var machine: StatusMachine
  private let base: RuleTerms

  /// - Parameters:
  ///   - histories: What to replay.
  ///   - schedule: The rules over time; what is varied is the reform's, or that of the only rules.
  package init(of histories: MemberHistories, under schedule: RuleSchedule) {
    self.histories = histories
    let compiled = CompiledSchedule(varied: schedule)
    base = compiled.reform
    machine = StatusMachine(compiled)
  }

  /// Replays with another value.
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - threshold: What is varied.
  ///   - value: Its value; ``Threshold/never`` too.
  /// - Returns: Nothing if the member joined after the as-of day.
  package mutating func play(
    _ member: Int, _ threshold: Threshold, at value: Int32
  ) -> Answer? {
    machine.schedule.reform = base
    machine.schedule.reform.set(threshold, to: value)
    var sink = ValueSink(threshold: threshold)
    guard machine.play(member, of: histories, into: &sink) else { return nil }
    return Answer(status: sink.status, highest: sink.highest)
  }

  /// Replays with all limits of a threshold some days later, or earlier.
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - threshold: One that counts months.
  ///   - days: How many days later its limits lie; negative: earlier.
  /// - Returns: The highest value is one of days. Nothing if the member joined after the as-of day.
  package mutating func play(
    _ member: Int, _ threshold: Threshold, shiftedBy days: Int32
  ) -> Answer? {
    machine.schedule.reform = base
    machine.schedule.reform.shifted = threshold
    machine.schedule.reform.shift = days
    var sink = DaySink(threshold: threshold)
    guard machine.play(member, of: histories, into: &sink) else { return nil }
    return Answer(status: sink.status, highest: sink.highest)
  }
}

/// Keeps the last status, and the lowest bound of one threshold.
private struct ValueSink: ReplaySink {
  let threshold: Threshold
  var status = Status.active
  var highest = Int32.max

  init(threshold: Threshold) { self.threshold = threshold }

  static var boundUnit: BoundUnit { .values }

  mutating func changed(to status: Status, on day: Int32, reasons: Reasons) {
    self.status = status
  }
  mutating func bounded(_ threshold: Threshold, at value: Int32) {
    if threshold == self.threshold { highest = min(highest, value) }
  }
  func wouldNarrow(_ threshold: Threshold, at value: Int32) -> Bool {
    threshold == self.threshold && value < highest
  }
}

/// The same, in days by which the limits lie later.
private struct DaySink: ReplaySink {
  private var values: ValueSink

  init(threshold: Threshold) { values = ValueSink(threshold: threshold) }

  var status: Status { values.status }
  var highest: Int32 { values.highest }

  static var boundUnit: BoundUnit { .days }

  mutating func changed(to status: Status, on day: Int32, reasons: Reasons) {
    values.changed(to: status, on: day, reasons: reasons)
  }
  mutating func bounded(_ threshold: Threshold, at value: Int32) {
    values.bounded(threshold, at: value)
  }
  func wouldNarrow(_ threshold: Threshold, at value: Int32) -> Bool {
    values.wouldNarrow(threshold, at: value)
  }
}
