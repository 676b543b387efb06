/// Why a spell is inactive or on probation.
public struct Reasons: OptionSet, Hashable, Sendable {
  /// One bit a reason, in the order of ``codes``.
  public let rawValue: UInt8

  /// Reasons from their bits.
  ///
  /// - Parameter rawValue: One bit a reason, in the order of ``codes``.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// No first plan by its deadline (§4.1).
  public static let noFirstPlan = Reasons(rawValue: 1 << 0)
  /// No next plan in time after a plan's end (§4.1).
  public static let noNextPlan = Reasons(rawValue: 1 << 1)
  /// The tracker was not updated for so many quarters (§4.1).
  public static let trackerSilent = Reasons(rawValue: 1 << 2)
  /// The tracker shows no progress for so many quarters (§4.1).
  public static let trackerStalled = Reasons(rawValue: 1 << 3)
  /// Activities not resumed in time (§4.2): an issue of a probation.
  public static let inactivity = Reasons(rawValue: 1 << 4)
  /// Co-creation requirements not met (§4.2): an issue of a probation.
  public static let requirements = Reasons(rawValue: 1 << 5)

  /// All reasons in the order in which they are written, with their codes.
  public static let all: [(reason: Reasons, code: String)] = [
    (.noFirstPlan, "no_first_plan"), (.noNextPlan, "no_next_plan"),
    (.trackerSilent, "tracker_silent"), (.trackerStalled, "tracker_stalled"),
    (.inactivity, "inactivity"), (.requirements, "requirements"),
  ]

  /// The codes of these reasons, in order.
  public var codes: [String] {
    Reasons.all.filter { contains($0.reason) }.map(\.code)
  }
}
