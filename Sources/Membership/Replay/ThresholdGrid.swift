package import Warehouse

/// Values of every threshold: all their combinations are the grid that a sweep asks about.
package struct ThresholdGrid: Sendable {
  /// How many thresholds there are.
  package static let width = 7

  /// The values of all thresholds, one after the other, those of each ascending.
  let values: [Int32]
  /// Where each threshold's values begin.
  let starts: [7 of Int32]
  /// How many values each threshold has.
  package let counts: [7 of Int32]

  /// A grid of some values around a rule set.
  ///
  /// - Parameters:
  ///   - rules: The value of each threshold that has no values of its own.
  ///   - given: Values of some thresholds, ascending, each once, at least one.
  package init(around rules: RuleSet, values given: [Threshold: [Int32]]) {
    var values: [Int32] = []
    var starts = [7 of Int32](repeating: 0)
    var counts = [7 of Int32](repeating: 0)
    for threshold in Threshold.allCases {
      let own = given[threshold] ?? [threshold.value(in: rules)]
      precondition(
        !own.isEmpty && zip(own, own.dropFirst()).allSatisfy(<),
        "values of \(threshold) that do not ascend: \(own)")
      starts[threshold.rawValue] = Int32(values.count)
      counts[threshold.rawValue] = Int32(own.count)
      values += own
    }
    self.values = values
    self.starts = starts
    self.counts = counts
  }

  /// The box of all combinations.
  var whole: ThresholdBox {
    var box = ThresholdBox()
    for place in 0..<Self.width { box.high[place] = counts[place] - 1 }
    return box
  }

  func value(_ threshold: Threshold, _ index: Int32) -> Int32 {
    values[Int(starts[threshold.rawValue] + index)]
  }
}

/// A part of a grid: from one index to another, both included, of each threshold's values.
package struct ThresholdBox: Sendable {
  /// The lowest index of each threshold, in the order of ``Threshold``.
  package internal(set) var low = [7 of Int32](repeating: 0)
  /// The highest index of each.
  package internal(set) var high = [7 of Int32](repeating: 0)
}

/// A part of a grid on all of which a member's every day has the same status.
package struct GridLeaf: Sendable {
  /// The part.
  package let box: ThresholdBox
  /// The status on the as-of day.
  package let status: Status
  /// The first day of its spell.
  package let since: Day
}
