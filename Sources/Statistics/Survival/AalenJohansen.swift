/// The chance to be in each state, from where a subject started, with ties and late entry.
///
/// The product of I + dA over the times: all moves at one time share one number at risk, so that
/// ties need no order. Standard errors are Greenwood's. Source: Aalen and Johansen (1978), "An
/// empirical transition matrix for non-homogeneous Markov chains based on censored observations",
/// Scandinavian Journal of Statistics 5; Andersen et al. (1993), IV.4.
///
/// The chances of being in a state stay right without the Markov property if censoring is
/// independent; status rules look at durations, so that they are not Markov.
public struct AalenJohansen: Sendable {
  /// The chances just after a time at which somebody moved.
  public struct Step: Hashable, Sendable {
    /// The time.
    public let time: Int
    /// For each state the chance to be in it.
    public let chances: [Double]
    /// For each state Greenwood's standard error of the chance.
    public let standardErrors: [Double]
  }

  /// The state at the beginning.
  public let start: Int
  /// The time of the beginning.
  public let begin: Int
  /// The times at which somebody moved, ascending.
  public let steps: [Step]
  private let states: Int

  /// Estimates the chances of a subject that starts in a state.
  ///
  /// - Parameters:
  ///   - table: Stays by time.
  ///   - start: The state at the beginning.
  ///   - begin: The time of the beginning; only later moves count.
  /// - Complexity: O(states⁴) for each time.
  public init(_ table: MultiStateTable, from start: Int, at begin: Int = 0) {
    precondition((0..<table.states).contains(start), "state \(start) of \(table.states)")
    self.start = start
    self.begin = begin
    states = table.states
    var chances = [Double](repeating: 0, count: table.states)
    chances[start] = 1
    var covariance = SquareMatrix(size: table.states)
    var steps: [Step] = []
    for row in table.rows where row.time > begin {
      let hazard = SquareMatrix.oneStep(of: row)
      let noise = SquareMatrix.noise(of: row, weights: chances)
      covariance = (hazard.transposed * covariance * hazard) + noise
      chances = hazard.applied(to: chances)
      steps.append(
        Step(
          time: row.time, chances: chances,
          standardErrors: (0..<table.states).map { max(0, covariance[$0, $0]).squareRoot() }))
    }
    self.steps = steps
  }

  /// The chances at a time.
  ///
  /// - Parameter time: A time; before the beginning the subject is in its first state.
  /// - Returns: For each state the chance to be in it.
  public func chances(at time: Int) -> [Double] {
    let index = Partition.firstIndex(in: 0..<steps.count) { steps[$0].time > time }
    guard index == 0 else { return steps[index - 1].chances }
    return (0..<states).map { $0 == start ? 1 : 0 }
  }

  /// The mean time spent in each state between the beginning and a horizon.
  ///
  /// - Precondition: The horizon is not before the beginning.
  /// - Parameter horizon: The time at which to stop.
  /// - Returns: For each state the area under its chance.
  public func meanTimes(until horizon: Int) -> [Double] {
    precondition(horizon >= begin, "from \(begin) until \(horizon)")
    var times = [Double](repeating: 0, count: states)
    var (now, current) = (begin, chances(at: begin))
    for step in steps where step.time < horizon {
      for state in times.indices { times[state] += current[state] * Double(step.time - now) }
      (now, current) = (step.time, step.chances)
    }
    for state in times.indices { times[state] += current[state] * Double(horizon - now) }
    return times
  }
}

extension SquareMatrix {
  /// I + dA of one time; a state with nobody at risk stays as it is.
  fileprivate static func oneStep(of row: MultiStateTable.Row) -> SquareMatrix {
    var matrix = SquareMatrix(size: row.atRisk.count)
    for from in row.atRisk.indices {
      let moving = row.moves[from].reduce(0, +)
      guard moving > 0 else {
        matrix[from, from] = 1
        continue
      }
      let atRisk = Double(row.atRisk[from])
      for to in row.atRisk.indices { matrix[from, to] = Double(row.moves[from][to]) / atRisk }
      matrix[from, from] = Double(row.atRisk[from] - moving) / atRisk
    }
    return matrix
  }

  /// What the multinomial noise of one time's moves adds to the covariance of the chances.
  ///
  /// Each state's moves are multinomial of its number at risk, independent of the others'.
  fileprivate static func noise(
    of row: MultiStateTable.Row, weights: [Double]
  ) -> SquareMatrix {
    var matrix = SquareMatrix(size: row.atRisk.count)
    for from in row.atRisk.indices where row.moves[from].contains(where: { $0 > 0 }) {
      let atRisk = Double(row.atRisk[from])
      var going = row.moves[from].map(Double.init)
      going[from] = atRisk - going.reduce(0, +)
      let weight = weights[from] * weights[from] / (atRisk * atRisk * atRisk)
      for a in going.indices {
        for b in going.indices {
          matrix[a, b] += weight * ((a == b ? atRisk : 0) - going[a]) * going[b]
        }
      }
    }
    return matrix
  }
}
