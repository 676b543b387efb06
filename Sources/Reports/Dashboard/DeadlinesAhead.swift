import Membership
import Metrics
import Warehouse

/// What monitoring bodies have still to do (§3.5): assessments and learning exercises that are due
/// soon or were due within the last year.
struct DeadlinesAhead: Sendable {
  /// What is due.
  enum Obligation: String, Sendable {
    case inceptionAssessment = "inception_assessment"
    case completionAssessment = "completion_assessment"
    case learningExercise = "learning_exercise"
  }

  /// One thing due of one plan; completion assessments of one day together.
  struct Item: Sendable {
    let due: Day
    let obligation: Obligation
    let plan: Int
    let member: Int
    /// For completion assessments, of how many commitments.
    let commitments: Int?
  }

  /// Soonest first, then in the order of the data.
  let items: [Item]
  private let cohort: Cohort

  init(of cohort: Cohort, within days: Int) {
    self.cohort = cohort
    let dataset = cohort.dataset
    let asOf = cohort.asOf
    let rules = cohort.schedule.rules(on: asOf)
    let range = asOf.adding(months: -12)...(asOf + days)
    let plans = dataset.plans
    let inception = Self.done(dataset.inceptionAssessments.plans, plans.count) {
      dataset.inceptionAssessments.submittedOn[$0] <= asOf
    }
    let learning = Self.done(dataset.learningExercises.plans, plans.count) {
      dataset.learningExercises.submittedOn[$0] <= asOf
    }
    let completion = Self.done(
      dataset.completionAssessments.commitments, dataset.commitments.count
    ) { dataset.completionAssessments.submittedOn[$0] <= asOf }
    let commitments = RowGroups(references: dataset.commitments.plans, count: plans.count)
    var items: [Item] = []
    for plan in 0..<plans.count where plans.submittedOn[plan] <= asOf {
      let member = plans.members[plan].first.map { Int($0) } ?? 0
      // Nothing is due of those whose membership ended.
      guard let status = cohort.replay.current(of: member)?.status, status < .revoked else {
        continue
      }
      func add(_ due: Day, _ obligation: Obligation, _ count: Int? = nil) {
        guard range.contains(due) else { return }
        items.append(
          Item(due: due, obligation: obligation, plan: plan, member: member, commitments: count))
      }
      if !inception[plan] {
        add(plans.submittedOn[plan].adding(months: rules.inceptionMonths), .inceptionAssessment)
      }
      if !learning[plan] {
        add(plans.endsOn[plan].adding(months: rules.learningMonths), .learningExercise)
      }
      var due: [Day: Int] = [:]
      for row in commitments[plan].map(Int.init) where !completion[row] {
        guard dataset.commitments.submittedOn[row] <= asOf else { continue }
        if let withdrawn = dataset.commitments.withdrawnOn[row], withdrawn <= asOf { continue }
        let end = plans.endsOn[plan]
        let finished = cohort.histories.trackerFinishedOn(row).map { min($0, end) } ?? end
        due[finished.adding(months: rules.completionMonths), default: 0] += 1
      }
      for (day, count) in due.sorted(by: { $0.key < $1.key }) {
        add(day, .completionAssessment, count)
      }
    }
    self.items = items.enumerated().sorted {
      ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
    }.map(\.element)
  }

  private static func done(
    _ references: [Int32], _ count: Int, where isKnown: (Int) -> Bool
  ) -> [Bool] {
    var done = [Bool](repeating: false, count: count)
    for (row, reference) in references.enumerated() where isKnown(row) {
      done[Int(reference)] = true
    }
    return done
  }

  /// The items as a table.
  var table: ResultTable {
    var table = ResultTable(
      name: "deadlines",
      columns: [
        ResultTable.Column("name", .label), ResultTable.Column("member_id", .label),
        ResultTable.Column("due_on", .day), ResultTable.Column("state", .label),
        ResultTable.Column("obligation", .label), ResultTable.Column("plan_id", .label),
        ResultTable.Column("commitments", .count),
      ])
    let dataset = cohort.dataset
    for item in items {
      table.append([
        .text(dataset.members.names[item.member]), .text(dataset.members.ids[item.member]),
        .day(item.due), .word(item.due < cohort.asOf ? "overdue" : "ahead"),
        .word(item.obligation.rawValue), .text(dataset.plans.ids[item.plan]),
        item.commitments.map { .count($0) } ?? .empty,
      ])
    }
    return table
  }

  /// The first thing due of a member from the as-of day on.
  func next(of member: Int) -> Item? {
    items.first { $0.member == member && $0.due >= cohort.asOf }
  }
}
