/// The nearest right word to a wrong one, for messages.
enum Nearest {
  /// The index of the nearest candidate by edit distance, where one is near enough to be meant.
  ///
  /// Near enough is one edit for words of up to four characters, two up to eight, then a third of
  /// the length. The first of several equally near is taken.
  ///
  /// - Parameters:
  ///   - word: The wrong word.
  ///   - candidates: The right ones.
  /// - Returns: An index into the candidates.
  static func index(of word: String, among candidates: [String]) -> Int? {
    let wanted = Array(word.unicodeScalars.prefix(200))
    let bound = limit(wanted.count)
    var best: (index: Int, distance: Int)?
    for (index, candidate) in candidates.enumerated() {
      let letters = Array(candidate.unicodeScalars)
      let allowed = best.map { $0.distance - 1 } ?? bound
      guard let distance = distance(wanted, letters, atMost: allowed) else { continue }
      best = (index, distance)
      if distance == 0 { break }
    }
    return best?.index
  }

  /// How far a word may lie from the one that is meant.
  static func limit(_ length: Int) -> Int { length <= 4 ? 1 : length <= 8 ? 2 : length / 3 }

  /// Insertions, deletions, replacements and swaps of neighbours between two words.
  ///
  /// - Returns: Nothing where there are more than the limit.
  static func distance<Letter: Equatable>(
    _ left: [Letter], _ right: [Letter], atMost limit: Int
  ) -> Int? {
    guard limit >= 0, abs(left.count - right.count) <= limit else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      var least = row + 1
      for column in 0..<right.count {
        var best = min(
          previous[column] + (left[row] == right[column] ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
        least = min(least, best)
      }
      if least > limit { return nil }
      beforePrevious = previous
      previous = current
    }
    let distance = previous[right.count]
    return distance <= limit ? distance : nil
  }
}
