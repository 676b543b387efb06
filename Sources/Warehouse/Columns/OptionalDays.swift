/// A column of days some of which are missing: four bytes a row.
public struct OptionalDays: Hashable, Sendable {
  /// The number that stands for a missing day; no calendar reaches it.
  public static let missing = Int32.min

  /// Day numbers, ``missing`` where there is no day.
  public let numbers: [Int32]

  /// A column from day numbers.
  ///
  /// - Parameter numbers: Day numbers, ``missing`` where there is none.
  public init(numbers: [Int32]) { self.numbers = numbers }

  /// A column from optional days.
  ///
  /// - Parameter days: A day or nothing a row.
  public init(_ days: [Day?]) { numbers = days.map { $0?.number ?? OptionalDays.missing } }

  /// How many rows the column has.
  @inlinable
  public var count: Int { numbers.count }

  /// The day of a row, if it has one.
  @inlinable
  public subscript(row: Int) -> Day? {
    let number = numbers[row]
    return number == OptionalDays.missing ? nil : Day(number: number)
  }
}
