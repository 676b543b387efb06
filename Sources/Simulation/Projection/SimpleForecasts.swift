import Membership
import Warehouse

/// The past rates of change of a cohort: from one quarter's last day to the next one's.
///
/// What a projection has to beat: it knows no rules, no deadlines and no member.
struct CohortRates: Sendable {
  /// For each cohort, status and next status how many members made the step.
  private let steps: [String: [[Int]]]
  private let all: [[Int]]

  /// Counts the steps of the joined members through the as-of day.
  init(of model: ProjectionModel) {
    var steps: [String: [[Int]]] = [:]
    var all = Self.none
    for (row, member) in model.members.enumerated() where model.histories.hasJoined(row) {
      guard let joined = model.replay.spells(of: row).first?.from else { continue }
      var quarter = Quarter(containing: joined)
      while let from = model.replay.status(of: row, on: quarter.lastDay) {
        quarter = Quarter(index: quarter.index + 1)
        guard let to = model.replay.status(of: row, on: quarter.lastDay) else { break }
        steps[member.cohort, default: Self.none][from.number][to.number] += 1
        all[from.number][to.number] += 1
      }
    }
    self.steps = steps
    self.all = all
  }

  private static let none = [[Int]](repeating: [Int](repeating: 0, count: 6), count: 6)

  /// The next quarter's status: the cohort's steps, all members' where it made none, else the same.
  func next(after status: Status, cohort: String, word: UInt64) -> Status {
    for counts in [steps[cohort]?[status.number], all[status.number]] {
      guard let counts else { continue }
      let total = counts.reduce(0, +)
      guard total > 0 else { continue }
      var rest = word.index(below: total)
      for next in Status.allCases {
        rest -= counts[next.number]
        if rest < 0 { return next }
      }
    }
    return status
  }
}
