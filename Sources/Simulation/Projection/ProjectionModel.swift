import Membership
import Warehouse

/// What the recorded past says of every member's decisions.
struct ProjectionModel: Sendable {
  let histories: MemberHistories
  /// The past under the rules that it is read by.
  let replay: Replay
  let courses: RecordedCourses
  /// Every member's part by row of the members table; empty tallies where it joined later.
  let members: [DecisionChances.Member]
  let chances: DecisionChances

  /// Fits a model to what is known on a day.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - asOf: The day.
  ///   - schedule: The rules that the past is read by.
  ///   - fixed: Chances that are set rather than estimated.
  ///   - threads: On how many threads.
  init(
    of dataset: Dataset, asOf: Day, under schedule: RuleSchedule,
    fixed: [ProjectionDecision: Double] = [:], threads: Int
  ) {
    let histories = MemberHistories(of: dataset, asOf: asOf, threads: threads)
    let replay = Replay(of: histories, under: schedule, threads: threads)
    let courses = RecordedCourses(
      of: dataset, histories: histories, rules: schedule.baseline)
    let count = dataset.members.count
    let parts = Parallel.map(threads, threads: threads) { part in
      (count * part / threads..<count * (part + 1) / threads).map { member in
        DecisionChances.Member(
          id: dataset.members.ids[member], cohort: dataset.members.cohorts[member],
          tallies: DecisionTallies(of: member, course: courses.members[member], replay: replay))
      }
    }
    let members = Array(parts.joined())
    self.histories = histories
    self.replay = replay
    self.courses = courses
    self.members = members
    chances = DecisionChances(
      of: Self.inOrder(members.indices.filter { histories.hasJoined($0) }.map { members[$0] }),
      fixed: fixed)
  }

  /// Members in the byte order of their ids, whatever the order of the file.
  static func inOrder(_ members: [DecisionChances.Member]) -> [DecisionChances.Member] {
    members.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The chances of a member in each situation, by ``DecisionSlot``.
  func chances(of member: Int) -> [Double] { chances.chances(of: members[member]) }
}
