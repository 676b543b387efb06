/// Stays in states counted by time: how many could leave each state, and how many moved where.
public struct MultiStateTable: Hashable, Sendable {
  /// One stay of one subject in one state.
  public struct Stay: Hashable, Sendable {
    /// The state.
    public let state: Int
    /// The time after which the subject was in it.
    public let after: Int
    /// The last time at which it was.
    public let until: Int
    /// The state it moved to then, `nil` if it was only last seen.
    public let next: Int?

    /// One stay.
    ///
    /// - Precondition: `after` < `until`.
    /// - Parameters:
    ///   - state: The state.
    ///   - after: The time after which the subject was in it.
    ///   - until: The last time at which it was.
    ///   - next: The state it moved to then, if it did.
    public init(in state: Int, after: Int, until: Int, next: Int?) {
      precondition(after < until, "a stay after \(after) until \(until)")
      self.state = state
      self.after = after
      self.until = until
      self.next = next
    }
  }

  /// What happened at one time.
  public struct Row: Hashable, Sendable {
    /// The time.
    public let time: Int
    /// For each state how many were in it just before.
    public let atRisk: [Int]
    /// For each state and each next state how many moved.
    public let moves: [[Int]]
  }

  /// How many states there are.
  public let states: Int
  /// The times at which somebody moved, ascending.
  public let rows: [Row]

  /// Counts stays.
  ///
  /// - Precondition: States are within `0..<states`.
  /// - Parameters:
  ///   - stays: Stays of all subjects in any order.
  ///   - states: How many states there are.
  /// - Complexity: O(n log n) in the stays, and states² for each time.
  public init(_ stays: [Stay], states: Int) {
    self.states = states
    let byEnd = stays.sorted { $0.until < $1.until }
    let byStart = stays.sorted { $0.after < $1.after }
    var atRisk = [Int](repeating: 0, count: states)
    var rows: [Row] = []
    var (begun, first) = (0, 0)
    while first < byEnd.count {
      let time = byEnd[first].until
      while begun < byStart.count, byStart[begun].after < time {
        atRisk[byStart[begun].state] += 1
        begun += 1
      }
      let before = atRisk
      var moves = [[Int]](repeating: [Int](repeating: 0, count: states), count: states)
      var moved = false
      while first < byEnd.count, byEnd[first].until == time {
        let stay = byEnd[first]
        atRisk[stay.state] -= 1
        if let next = stay.next {
          precondition(next != stay.state && next < states, "a move to \(next)")
          moves[stay.state][next] += 1
          moved = true
        }
        first += 1
      }
      if moved { rows.append(Row(time: time, atRisk: before, moves: moves)) }
    }
    self.rows = rows
  }

  /// The time that all subjects together spent in each state, and their moves from it.
  ///
  /// - Parameters:
  ///   - stays: The stays.
  ///   - states: How many states there are.
  /// - Returns: For each state the time, and for each next state the moves.
  public static func exposure(
    _ stays: [Stay], states: Int
  ) -> [(time: Int, moves: [Int])] {
    var sums = [(time: Int, moves: [Int])](
      repeating: (0, [Int](repeating: 0, count: states)), count: states)
    for stay in stays {
      sums[stay.state].time += stay.until - stay.after
      if let next = stay.next { sums[stay.state].moves[next] += 1 }
    }
    return sums
  }
}
