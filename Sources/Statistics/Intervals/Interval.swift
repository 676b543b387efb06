/// The two ends of an interval, both included.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// An interval.
  ///
  /// - Parameters:
  ///   - low: The lower end.
  ///   - high: The upper end.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Whether a number lies in the interval or is one of its ends.
  ///
  /// - Parameter value: A number.
  /// - Returns: `false` too for a value that is not a number.
  public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}
