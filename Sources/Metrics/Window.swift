public import Warehouse

/// A span of days, both ends included; an end that is missing is open (readings.md 24).
public struct Window: Hashable, Sendable {
  /// The first day; `nil`: there is no beginning.
  public let from: Day?
  /// The last day; `nil`: there is no end.
  public let to: Day?

  /// A window.
  ///
  /// - Parameters:
  ///   - from: The first day; `nil`: open.
  ///   - to: The last day; `nil`: open.
  /// - Throws: ``MetricError/backwardWindow(_:)`` where the last day is before the first.
  public init(from: Day?, to: Day?) throws(MetricError) {
    self.init(unchecked: from, to)
    if let from, let to, to < from { throw .backwardWindow(self) }
  }

  private init(unchecked from: Day?, _ to: Day?) {
    self.from = from
    self.to = to
  }

  /// All days.
  public static let all = Window(unchecked: nil, nil)

  /// 1 January of a year to 31 December of the next.
  ///
  /// - Parameter year: The biennium's first year, 1 to 9998; `nil` for any other.
  public init?(biennium year: Int) {
    guard let from = Day(year: year, month: 1, day: 1),
      let to = Day(year: year + 1, month: 12, day: 31)
    else { return nil }
    self.init(unchecked: from, to)
  }

  /// Whether a day lies in the window.
  ///
  /// - Parameter day: Any day.
  /// - Returns: Whether it is not before the first and not after the last day.
  public func contains(_ day: Day) -> Bool {
    if let from, day < from { return false }
    if let to, day > to { return false }
    return true
  }

  /// The window of the same length just before (readings.md 39): as many months before a window of
  /// whole months, so that a biennium's is the biennium before it, else as many days.
  ///
  /// - Returns: A window that ends on the day before this one begins.
  /// - Throws: ``MetricError/openWindow`` where an end is open.
  public func previous() throws(MetricError) -> Window {
    guard let from, let to else { throw .openWindow }
    let first = from.parts
    let next = (to + 1).parts
    guard first.day == 1, next.day == 1 else {
      return Window(unchecked: from - (to - from + 1), from - 1)
    }
    let months = (next.year - first.year) * 12 + next.month - first.month
    return Window(unchecked: from.adding(months: -months), from - 1)
  }

  /// The days as numbers, open ends at the ends of 32 bits.
  var numbers: ClosedRange<Int32> {
    let first = from?.number ?? Int32.min
    return first...max(first, to?.number ?? Int32.max)
  }
}

extension Window: CustomStringConvertible {
  /// `2021-01-01..2022-12-31`; an open end is left out.
  public var description: String {
    (from?.description ?? "") + ".." + (to?.description ?? "")
  }
}
