/// A column of references to rows of another table, some of which are empty: four bytes a row.
public struct OptionalRows: Hashable, Sendable {
  /// Row numbers, −1 where the reference is empty.
  public let numbers: [Int32]

  /// A column from row numbers.
  ///
  /// - Parameter numbers: Row numbers of the other table, −1 for none.
  public init(numbers: [Int32]) { self.numbers = numbers }

  /// How many rows the column has.
  @inlinable
  public var count: Int { numbers.count }

  /// The row referred to, if any.
  @inlinable
  public subscript(row: Int) -> Int? {
    let number = numbers[row]
    return number < 0 ? nil : Int(number)
  }
}
