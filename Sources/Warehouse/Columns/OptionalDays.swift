/// A column of days some of which are missing: four bytes a row.
public struct OptionalDays: Hashable, Sendable {
  /// What stands for a missing day: one that no calendar reaches, before all others.
  public static let missing = Day(number: Int32.min)

  /// Days, ``missing`` where there is none.
  public let days: [Day]

  /// A column from days.
  ///
  /// - Parameter days: Days, ``missing`` where there is none.
  public init(days: [Day]) { self.days = days }

  /// A column from optional days.
  ///
  /// - Parameter days: A day or nothing a row.
  public init(_ days: [Day?]) { self.days = days.map { $0 ?? OptionalDays.missing } }

  /// How many rows the column has.
  @inlinable
  public var count: Int { days.count }

  /// The day of a row, if it has one.
  @inlinable
  public subscript(row: Int) -> Day? {
    let day = days[row]
    return day == OptionalDays.missing ? nil : day
  }
}
