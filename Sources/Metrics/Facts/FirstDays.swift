internal import Warehouse

/// For each row of one table the earliest day of the rows of another that refer to it, up to a day.
struct FirstDays: Sendable {
  private let days: [Int32]

  /// - Parameters:
  ///   - count: How many rows the table referred to has.
  ///   - references: For each row the row it refers to.
  ///   - days: For each row its day.
  ///   - last: The last day that counts.
  /// - Complexity: O(rows + count).
  init(_ count: Int, _ references: [Int32], _ days: [Day], upTo last: Day) {
    var first = [Int32](repeating: Int32.max, count: count)
    for (row, reference) in references.enumerated() where days[row] <= last {
      first[Int(reference)] = min(first[Int(reference)], days[row].number)
    }
    self.days = first
  }

  /// The earliest day, if there is one.
  @inline(__always)
  subscript(row: Int) -> Int32? { days[row] == Int32.max ? nil : days[row] }
}
