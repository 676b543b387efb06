internal import Warehouse

/// For each row of one table the latest row of another that refers to it, up to a day: by day,
/// then by order in the data, so that a later row of the same day replaces an earlier one.
struct LatestRows: Sendable {
  private let rows: [Int32]

  /// - Parameters:
  ///   - count: How many rows the table referred to has.
  ///   - references: For each row the row it refers to; negative: none.
  ///   - days: For each row its day.
  ///   - last: The last day that counts.
  /// - Complexity: O(rows + count).
  init(_ count: Int, _ references: [Int32], _ days: [Day], upTo last: Day) {
    var rows = [Int32](repeating: -1, count: count)
    for (row, reference) in references.enumerated() where reference >= 0 && days[row] <= last {
      let known = rows[Int(reference)]
      if known < 0 || days[Int(known)] <= days[row] { rows[Int(reference)] = Int32(row) }
    }
    self.rows = rows
  }

  /// Each commitment's latest completion assessment.
  init(completionsIn dataset: Dataset, upTo last: Day) {
    let table = dataset.completionAssessments
    self.init(dataset.commitments.count, table.commitments, table.submittedOn, upTo: last)
  }

  /// Each commitment's latest review.
  init(reviewsIn dataset: Dataset, upTo last: Day) {
    let table = dataset.commitmentReviews
    self.init(dataset.commitments.count, table.commitments, table.submittedOn, upTo: last)
  }

  /// Each plan's latest inception assessment.
  init(inceptionsIn dataset: Dataset, upTo last: Day) {
    let table = dataset.inceptionAssessments
    self.init(dataset.plans.count, table.plans, table.submittedOn, upTo: last)
  }

  /// Each milestone's latest report.
  init(reportsIn dataset: Dataset, upTo last: Day) {
    let table = dataset.reports
    self.init(
      dataset.milestones.count, table.milestones.numbers, table.reportedOn, upTo: last)
  }

  /// The latest row that refers to a row, if any.
  @inline(__always)
  subscript(row: Int) -> Int? {
    let found = rows[row]
    return found < 0 ? nil : Int(found)
  }
}
