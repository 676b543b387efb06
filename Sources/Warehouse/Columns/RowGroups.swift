/// The rows of a table by the row of another table that they refer to, in file order.
///
/// Built by counting, without sorting: `commitmentsOfPlan[plan]` are the plan's commitments.
public struct RowGroups: Hashable, Sendable {
  /// Where each group begins in ``rows``; one more than there are groups.
  public let starts: [Int32]
  /// Row numbers, group by group, ascending within each.
  public let rows: [Int32]

  package init(starts: [Int32], rows: [Int32]) {
    self.starts = starts
    self.rows = rows
  }

  /// Groups rows by a reference.
  ///
  /// - Parameters:
  ///   - references: For each row the group it belongs to; negative: none.
  ///   - count: How many groups there are.
  /// - Complexity: O(rows + groups).
  public init(references: [Int32], count: Int) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for reference in references where reference >= 0 { starts[Int(reference) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: Int(starts[count]))
    for (row, reference) in references.enumerated() where reference >= 0 {
      rows[Int(next[Int(reference)])] = Int32(row)
      next[Int(reference)] += 1
    }
    self.init(starts: starts, rows: rows)
  }

  /// How many groups there are.
  public var count: Int { starts.count - 1 }

  /// The rows of a group, ascending.
  public subscript(group: Int) -> ArraySlice<Int32> {
    rows[Int(starts[group])..<Int(starts[group + 1])]
  }
}
