/// Spells counted by time: how many came under observation, ended or were censored.
///
/// Everything about survival is computed from these counts. They are whole numbers, so that
/// tables of parts of the members add up to the table of all, in any order.
public struct LifeTable: Hashable, Sendable {
  /// What happened at one time.
  public struct Row: Hashable, Sendable {
    /// The time.
    public let time: Int
    /// Spells that came under observation late, and are at risk after this time.
    public internal(set) var entered = 0
    /// Spells that ended.
    public internal(set) var ended = 0
    /// Spells last seen, and at risk, at this time.
    public internal(set) var censored = 0
  }

  private enum Mark { case entered, ended, censored }

  /// The times at which anything happened, ascending.
  public private(set) var rows: [Row]

  /// Counts spells.
  ///
  /// - Parameter lives: Spells in any order.
  /// - Complexity: O(n log n).
  public init(_ lives: [Life]) {
    var marks: [(time: Int, mark: Mark)] = []
    marks.reserveCapacity(lives.count)
    for life in lives {
      marks.append((life.lasted, life.ended ? .ended : .censored))
      if let entry = life.enteredAfter { marks.append((entry, .entered)) }
    }
    marks.sort { $0.time < $1.time }
    rows = []
    for (time, mark) in marks {
      if rows.last?.time != time { rows.append(Row(time: time)) }
      switch mark {
      case .entered: rows[rows.count - 1].entered += 1
      case .ended: rows[rows.count - 1].ended += 1
      case .censored: rows[rows.count - 1].censored += 1
      }
    }
  }

  /// Adds the counts of other spells.
  ///
  /// - Parameter other: A table on the same clock.
  /// - Complexity: O(n) in the rows of both.
  public mutating func add(_ other: LifeTable) {
    var sum: [Row] = []
    var (left, right) = (rows[...], other.rows[...])
    while let a = left.first, let b = right.first {
      if a.time < b.time {
        sum.append(left.removeFirst())
      } else if b.time < a.time {
        sum.append(right.removeFirst())
      } else {
        var both = left.removeFirst()
        both.entered += b.entered
        both.ended += b.ended
        both.censored += b.censored
        sum.append(both)
        right.removeFirst()
      }
    }
    rows = sum + left + right
  }

  /// How many spells are at risk at the time of each row.
  public var atRisk: [Int] {
    var numbers = [Int](repeating: 0, count: rows.count)
    var under = 0
    for index in rows.indices.reversed() {
      let row = rows[index]
      under += row.ended + row.censored - row.entered
      // Who enters at this time is at risk only after it.
      numbers[index] = under
    }
    return numbers
  }
}
