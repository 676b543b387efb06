import Warehouse

/// What a replay tells the caller about: nothing, the last status, spells, or a whole story.
///
/// The replay is generic over it, so that what nobody asks for costs nothing, and the explanation
/// comes from the same run of the same code as the result.
protocol ReplaySink {
  /// A day ended in another status than the day before.
  mutating func changed(to status: Status, on day: Int32, reasons: Reasons)
  /// An issue was opened in a probation that goes on.
  mutating func added(_ reasons: Reasons, on day: Int32)
  /// A deadline was judged; one that no one looked at on its day is told late, in no order.
  mutating func judged(_ deadline: DeadlineVerdict)
  /// A rule applied or a fact counted.
  mutating func noted(_ step: ReplayStep, on day: Int32)
  /// Whether and how to tell how far thresholds could rise.
  static var boundUnit: BoundUnit { get }
  /// Every day so far would have had the same status with any higher value up to this one.
  mutating func bounded(_ threshold: Threshold, at value: Int32)
  /// Whether such a bound would leave out a value that still matters.
  func wouldNarrow(_ threshold: Threshold, at value: Int32) -> Bool
}

extension ReplaySink {
  @inline(__always) static var boundUnit: BoundUnit { .none }
  @inline(__always) mutating func bounded(_ threshold: Threshold, at value: Int32) {}
  @inline(__always) func wouldNarrow(_ threshold: Threshold, at value: Int32) -> Bool { false }
  @inline(__always) mutating func added(_ reasons: Reasons, on day: Int32) {}
  @inline(__always) mutating func judged(_ deadline: DeadlineVerdict) {}
  @inline(__always) mutating func noted(_ step: ReplayStep, on day: Int32) {}
}

/// A deadline as it was judged.
struct DeadlineVerdict: Hashable, Sendable {
  /// 0: the first plan; n: the plan after the member's nth in order.
  let index: Int
  /// The deadline.
  let day: Int32
  /// The first day after it on which it could be judged.
  let judgedOn: Int32
  /// Whether the plan it waits for had been submitted.
  let isKept: Bool
}

/// One step of a replay, for those who want to know why.
enum ReplayStep: Hashable, Sendable {
  /// A deadline passed that was not kept: the member becomes inactive.
  case deadlineMissed(DeadlineVerdict)
  /// So many quarters, the last before the day, were silent or stalled: it becomes inactive.
  case quarters(Reasons, count: Int)
  /// Inactive longer than allowed, since a day: probation.
  case inactiveTooLong(since: Int32, until: Int32)
  /// On probation longer than allowed, since a day, with issues still open: revoked.
  case probationTooLong(since: Int32, until: Int32, open: Reasons, present: UInt16)
  /// The day to which voluntary inactivity was asked for has passed: active.
  case pauseEnded(until: Int32)
  /// The member withdrew.
  case withdrew
  /// Activity gave active status back, or settled the issue of inactivity.
  case activity(from: Status)
  /// Voluntary inactivity was asked for, until a day.
  case paused(until: Int32, from: Status)
  /// Some plan fails its co-creation requirements: probation, or one more issue of it.
  case requirementsFailed(from: Status, present: UInt16)
  /// No plan fails any more: the issue is settled.
  case requirementsSettled
  /// No issue is open any more: active.
  case probationEnded
  /// A deadline moved by the days of voluntary inactivity.
  case clockStopped(index: Int, days: Int32)
  /// The reform came into force.
  case reformed
}
