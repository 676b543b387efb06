internal import Warehouse

/// Makes items of rows of commitments.
struct CommitmentItems: Sendable {
  private let members: [Int32]
  private let plans: [Int32]

  init(_ dataset: Dataset) {
    members = dataset.commitments.members.numbers
    plans = dataset.commitments.plans
  }

  /// A commitment placed by a day.
  @inline(__always)
  func item(_ commitment: Int, on day: Day) -> Item {
    Item(
      member: members[commitment], plan: plans[commitment], commitment: Int32(commitment),
      day: day.number)
  }
}
