/// Finds the name that a mistyped one was probably meant to be.
package enum SimilarNames {
  /// The nearest of some names, if any is near enough to be worth naming.
  ///
  /// Near is at most a third of the longer name's letters changed, added, left out or swapped with
  /// their neighbour, case aside; on a tie the first in order.
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - names: What could have been meant.
  /// - Returns: One of the names, or nothing.
  package static func nearest(to text: String, among names: [String]) -> String? {
    let written = Array(text.lowercased().utf8.prefix(64))
    var best: (name: String, distance: Int)?
    for name in names {
      let wanted = Array(name.lowercased().utf8)
      let distance = distance(written, wanted)
      guard distance * 3 <= max(written.count, wanted.count) else { continue }
      if distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// The number of edits between two words, swapped neighbours counting as one (Damerau).
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(above[column + 1], current[column]) + 1
        cost = min(cost, above[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      (before, above) = (above, current)
    }
    return above[right.count]
  }
}
