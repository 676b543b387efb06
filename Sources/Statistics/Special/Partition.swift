/// Binary search.
package enum Partition {
  /// The first index for which a condition holds that, once true, stays true.
  ///
  /// - Parameters:
  ///   - range: The indices.
  ///   - holds: The condition.
  /// - Returns: The range's end if it holds for none.
  /// - Complexity: O(log n).
  package static func firstIndex(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
