import Membership
import Metrics
import Warehouse

/// What the rows of an export are made from: the data, the replay, and the latest assessments.
struct ExportSource: Sendable {
  let cohort: Cohort
  let dataset: Dataset
  let asOf: Day
  let replay: Replay
  let histories: MemberHistories
  let rules: RuleSet
  /// For each commitment its latest completion assessment, for each plan its latest inception
  /// assessment, and so on; −1 where there is none.
  let completions: [Int32]
  let reviews: [Int32]
  let inceptions: [Int32]
  let reports: [Int32]
  let recorded: [Int32]

  init(_ cohort: Cohort) {
    self.cohort = cohort
    dataset = cohort.dataset
    asOf = cohort.asOf
    replay = cohort.replay
    histories = cohort.histories
    rules = cohort.schedule.rules(on: cohort.asOf)
    let last = cohort.asOf
    func latest(_ count: Int, _ references: [Int32], _ days: [Day]) -> [Int32] {
      Self.latest(count, references, days, upTo: last)
    }
    let commitments = dataset.commitments.count
    completions = latest(
      commitments, dataset.completionAssessments.commitments,
      dataset.completionAssessments.submittedOn)
    reviews = latest(
      commitments, dataset.commitmentReviews.commitments, dataset.commitmentReviews.submittedOn)
    inceptions = latest(
      dataset.plans.count, dataset.inceptionAssessments.plans,
      dataset.inceptionAssessments.submittedOn)
    reports = latest(
      dataset.milestones.count, dataset.reports.milestones.numbers, dataset.reports.reportedOn)
    recorded = latest(
      dataset.members.count, dataset.recordedStatuses.members, dataset.recordedStatuses.fromOn)
  }

  /// For each row of a table the latest row that refers to it: by day, then by order in the data.
  private static func latest(
    _ count: Int, _ references: [Int32], _ days: [Day], upTo last: Day
  ) -> [Int32] {
    var rows = [Int32](repeating: -1, count: count)
    for (row, reference) in references.enumerated() where reference >= 0 && days[row] <= last {
      let before = rows[Int(reference)]
      if before < 0 || days[Int(before)] <= days[row] { rows[Int(reference)] = Int32(row) }
    }
    return rows
  }

  /// For each row of a table the earliest day of the rows that refer to it.
  func first(_ count: Int, _ references: [Int32], _ days: [Day]) -> [Day?] {
    var first = [Day?](repeating: nil, count: count)
    for (row, reference) in references.enumerated() where days[row] <= asOf {
      let place = Int(reference)
      first[place] = first[place].map { min($0, days[row]) } ?? days[row]
    }
    return first
  }

  /// Each plan's first inception assessment.
  var firstInceptions: [Day?] {
    let table = dataset.inceptionAssessments
    return first(dataset.plans.count, table.plans, table.submittedOn)
  }

  /// Each plan's first learning exercise.
  var firstLearnings: [Day?] {
    let table = dataset.learningExercises
    return first(dataset.plans.count, table.plans, table.submittedOn)
  }

  /// Each commitment's first completion assessment.
  var firstCompletions: [Day?] {
    let table = dataset.completionAssessments
    return first(dataset.commitments.count, table.commitments, table.submittedOn)
  }

  /// Whether a commitment applies to more than one member.
  func isJoint(_ commitment: Int) -> Bool {
    dataset.commitments.members[commitment] == nil
      && dataset.plans.isJoint(Int(dataset.commitments.plans[commitment]))
  }
}

// MARK: - Cells

extension ResultTable.Cell {
  static func flag(_ value: Bool) -> ResultTable.Cell { .word(value ? "true" : "false") }

  static func flag(_ value: Bool?) -> ResultTable.Cell { value.map { .flag($0) } ?? .empty }

  static func day(_ day: Day?) -> ResultTable.Cell {
    if let day { .day(day) } else { .empty }
  }

  static func number(_ value: Int64?) -> ResultTable.Cell {
    value.map { .count(Int($0)) } ?? .empty
  }

  /// A code, of which tables for programs write nothing but the word.
  static func code(_ code: (some Code)?) -> ResultTable.Cell {
    code.map { .word($0.code) } ?? .empty
  }

  /// Codes of a set, joined by `;`.
  static func codes(_ set: CodeSet, _ list: CodeList) -> ResultTable.Cell {
    set.isEmpty ? .empty : .words(set.numbers.map { list.entries[$0].code })
  }

  static func why(_ reasons: Reasons) -> ResultTable.Cell {
    reasons.isEmpty ? .empty : .words(reasons.codes)
  }

  static func text(_ arena: TextArena, _ row: Int) -> ResultTable.Cell {
    arena.isEmpty(row) ? .empty : .text(arena[row])
  }

  static func text(_ arena: TextArena, _ row: Int?) -> ResultTable.Cell {
    row.map { .text(arena[$0]) } ?? .empty
  }
}
