/// The root of a monotone function by halving, down to neighbouring doubles.
package enum Bisection {
  /// Where a condition that holds up to some point stops to hold.
  ///
  /// - Parameters:
  ///   - range: The condition holds at its lower end and not at its upper one.
  ///   - holds: A condition that, once false, stays false.
  /// - Returns: The last double found at which it holds.
  /// - Complexity: At most some 60 halvings for a range of one order of magnitude, 1,100 for all.
  package static func lastPoint(
    in range: Interval, where holds: (Double) -> Bool
  ) -> Double {
    var (low, high) = (range.low, range.high)
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { return low }
      if holds(middle) { low = middle } else { high = middle }
    }
  }
}
