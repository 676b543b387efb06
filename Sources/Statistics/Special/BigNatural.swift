/// A whole number of any size, for the comparisons that doubles cannot decide.
package struct BigNatural: Comparable, Sendable {
  /// The lowest word first; no zero word at the end.
  private var words: [UInt]

  /// A number of one word.
  package init(_ value: UInt) { words = value == 0 ? [] : [value] }

  /// Multiplies by a number of one word.
  ///
  /// - Complexity: O(n) in the words.
  package mutating func multiply(by factor: UInt) {
    guard factor != 0 else {
      words = []
      return
    }
    var carry: UInt = 0
    for index in words.indices {
      let (high, low) = words[index].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      words[index] = sum
      carry = high + (overflow ? 1 : 0)
    }
    if carry > 0 { words.append(carry) }
  }

  package static func < (left: BigNatural, right: BigNatural) -> Bool {
    if left.words.count != right.words.count { return left.words.count < right.words.count }
    for index in left.words.indices.reversed() where left.words[index] != right.words[index] {
      return left.words[index] < right.words[index]
    }
    return false
  }
}
