/// A column of whole numbers some of which are missing: eight bytes a row.
public struct OptionalNumbers: Hashable, Sendable {
  /// The numbers, −1 where there is none; data.md has no negative numbers.
  public let values: [Int64]

  /// A column from numbers.
  ///
  /// - Parameter values: Numbers from 0, −1 for none.
  public init(values: [Int64]) { self.values = values }

  /// How many rows the column has.
  @inlinable
  public var count: Int { values.count }

  /// The number of a row, if it has one.
  @inlinable
  public subscript(row: Int) -> Int64? {
    let value = values[row]
    return value < 0 ? nil : value
  }
}
