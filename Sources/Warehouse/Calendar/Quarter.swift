/// A calendar quarter, counted from the first quarter of 1900.
public struct Quarter: Hashable, Comparable, Sendable {
  /// Quarters since 1900-Q1, which is 0; negative before.
  public let index: Int

  /// The quarter with this index.
  ///
  /// - Parameter index: Quarters since 1900-Q1.
  @inlinable
  public init(index: Int) { self.index = index }

  /// The quarter that a day lies in.
  ///
  /// - Parameter day: Any day.
  public init(containing day: Day) {
    let (year, month, _) = day.parts
    index = (year - 1900) * 4 + (month - 1) / 3
  }

  /// The calendar year.
  public var year: Int { 1900 + (index >= 0 ? index / 4 : (index - 3) / 4) }

  /// The number within the year, 1 to 4.
  public var number: Int { index - (year - 1900) * 4 + 1 }

  /// The quarter's first day.
  public var firstDay: Day { Day(unchecked: year, number * 3 - 2, 1) }

  /// The quarter's last day.
  public var lastDay: Day { Quarter(index: index + 1).firstDay - 1 }

  /// The order of the calendar.
  @inlinable
  public static func < (left: Quarter, right: Quarter) -> Bool { left.index < right.index }
}

extension Quarter: CustomStringConvertible {
  /// The quarter as `2021-Q3`.
  public var description: String { "\(year)-Q\(number)" }
}
