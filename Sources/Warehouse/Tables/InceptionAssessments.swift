/// Inception assessments of plans (handbook §3.5.1).
public struct InceptionAssessments: Sendable {
  /// The plan, a row of ``Plans``.
  public let plans: [Int32]
  /// `submitted_on`.
  public let submittedOn: [Day]
  /// The four requirements of §3.3.1: bit n is ``Requirement`` n, set where met.
  public let met: [UInt8]
  /// The eight practices of §3.3.2, two bits each from ``Practice`` 0 up: ``Extent`` + 1, 0 where empty.
  public let practices: [UInt16]

  package init(
    plans: [Int32], submittedOn: [Day], met: [UInt8], practices: [UInt16]
  ) {
    self.plans = plans
    self.submittedOn = submittedOn
    self.met = met
    self.practices = practices
  }

  /// How many rows the table has.
  public var count: Int { plans.count }

  /// What an assessment says of a practice, if anything.
  ///
  /// - Parameters:
  ///   - practice: One of the eight.
  ///   - assessment: A row of the table.
  /// - Returns: Yes, partially or no; nothing where the cell is empty.
  public func extent(of practice: Practice, in assessment: Int) -> Extent? {
    let bits = UInt8(practices[assessment] >> (UInt16(practice.rawValue) * 2) & 3)
    return bits == 0 ? nil : Extent(rawValue: bits - 1)
  }
}
