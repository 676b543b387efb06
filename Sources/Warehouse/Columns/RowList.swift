/// A column of short lists of references to rows of another table, in the order of the data.
public struct RowList: Hashable, Sendable {
  /// Where each row's list begins in ``rows``; one more than there are rows.
  public let starts: [Int32]
  /// The references, list after list.
  public let rows: [Int32]

  package init(starts: [Int32], rows: [Int32]) {
    self.starts = starts
    self.rows = rows
  }

  /// A column from lists.
  ///
  /// - Parameter lists: Row numbers of the other table, a list a row.
  public init(_ lists: [[Int32]]) {
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    for list in lists {
      rows.append(contentsOf: list)
      starts.append(Int32(rows.count))
    }
    self.init(starts: starts, rows: rows)
  }

  /// How many rows the column has.
  public var count: Int { starts.count - 1 }

  /// The references of a row.
  public subscript(row: Int) -> ArraySlice<Int32> {
    rows[Int(starts[row])..<Int(starts[row + 1])]
  }
}
