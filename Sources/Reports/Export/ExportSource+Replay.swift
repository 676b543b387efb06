import Membership
import Warehouse

/// The rows of what follows from the rules: spells, transitions, obligations, quarters.
extension ExportSource {
  var replayRows: [ExportRows] {
    ExportSchema.replayTables.compactMap { table in
      switch table.name {
      case "spells": spells(table)
      case "transitions": transitions(table)
      case "obligations": obligations(table)
      case "quarters": quarters(table)
      case "calendar": calendar(table)
      default: nil
      }
    }
  }

  /// A member and the place of one of its spells.
  private typealias Stay = (member: Int32, place: Int32)

  private func stays(from first: Int) -> [Stay] {
    (0..<replay.memberCount).flatMap { member in
      let count = replay.spells(of: member).count
      return (min(first, count)..<count).map { (Int32(member), Int32($0)) }
    }
  }

  private func spell(_ stay: Stay) -> Spell {
    let spells = replay.spells(of: Int(stay.member))
    return spells[spells.startIndex + Int(stay.place)]
  }

  private func spells(_ table: ExportTable) -> ExportRows {
    let stays = stays(from: 0)
    return ExportRows(table, count: stays.count) { [self] row, cells in
      let spell = spell(stays[row])
      cells += [
        .text(dataset.members.ids, Int(stays[row].member)), .count(Int(stays[row].place) + 1),
        .code(spell.status), .day(spell.from), .day(spell.to), .why(spell.reasons),
        .count((spell.to ?? asOf) - spell.from + 1),
      ]
    }
  }

  private func transitions(_ table: ExportTable) -> ExportRows {
    let stays = stays(from: 1)
    return ExportRows(table, count: stays.count) { [self] row, cells in
      let after = spell(stays[row])
      let before = spell((stays[row].member, stays[row].place - 1))
      cells += [
        .text(dataset.members.ids, Int(stays[row].member)), .count(Int(stays[row].place) + 1),
        .day(after.from), .code(before.status), .code(after.status), .why(after.reasons),
      ]
    }
  }

  // MARK: - Obligations (metrics.md, "Due days")

  private func obligations(_ table: ExportTable) -> ExportRows {
    var rows: [[ResultTable.Cell]] = []
    func add(
      _ obligation: String, member: Int? = nil, plan: Int? = nil, commitment: Int? = nil,
      due: Day, done: Day?
    ) {
      let outcome =
        due >= asOf ? "open" : done.map { $0 <= due ? "on_time" : "late" } ?? "missing"
      rows.append([
        .count(rows.count + 1), .word(obligation), .text(dataset.members.ids, member),
        .text(dataset.plans.ids, plan), .text(dataset.commitments.ids, commitment), .day(due),
        .day(done), .word(outcome),
      ])
    }
    let plans = dataset.plans
    for kind in [JudgedDeadline.Kind.firstPlan, .nextPlan] {
      for member in 0..<replay.memberCount {
        for deadline in replay.deadlines(of: member) where deadline.kind == kind {
          if let status = deadline.status, status >= .revoked { continue }
          add(
            kind.rawValue, member: member, plan: deadline.plan, due: deadline.day,
            done: deadline.answer.map { plans.submittedOn[$0] })
        }
      }
    }
    let known = (0..<plans.count).filter { plans.submittedOn[$0] <= asOf }
    let (inceptions, learnings) = (firstInceptions, firstLearnings)
    for plan in known {
      add(
        "inception_assessment", plan: plan,
        due: plans.submittedOn[plan].adding(months: rules.inceptionMonths), done: inceptions[plan])
    }
    let commitments = dataset.commitments
    let completions = firstCompletions
    for commitment in 0..<commitments.count where commitments.submittedOn[commitment] <= asOf {
      if let withdrawn = commitments.withdrawnOn[commitment], withdrawn <= asOf { continue }
      let plan = Int(commitments.plans[commitment])
      let end = plans.endsOn[plan]
      let finished = histories.trackerFinishedOn(commitment).map { min($0, end) } ?? end
      add(
        "completion_assessment", member: commitments.members[commitment], plan: plan,
        commitment: commitment, due: finished.adding(months: rules.completionMonths),
        done: completions[commitment])
    }
    for plan in known {
      add(
        "learning_exercise", plan: plan,
        due: plans.endsOn[plan].adding(months: rules.learningMonths), done: learnings[plan])
    }
    return ExportRows(table, rows)
  }

  // MARK: - Quarters

  /// The last quarter that has ended by the as-of day.
  private var lastQuarter: Int {
    let quarter = Quarter(containing: asOf)
    return quarter.lastDay <= asOf ? quarter.index : quarter.index - 1
  }

  private func quarters(_ table: ExportTable) -> ExportRows {
    let joined = dataset.members.joinedOn
    let last = lastQuarter
    let places = (0..<replay.memberCount).flatMap { member -> [(member: Int32, quarter: Int32)] in
      guard histories.hasJoined(member) else { return [] }
      let first = Quarter(containing: joined[member]).index
      return (min(first, last + 1)..<last + 1).map { (Int32(member), Int32($0)) }
    }
    return ExportRows(table, count: places.count) { [self] row, cells in
      let member = Int(places[row].member)
      let quarter = Quarter(index: Int(places[row].quarter))
      let isObligated = histories.isObligated(quarter, for: member)
      cells += [
        .text(dataset.members.ids, member), .word(quarter.description), .day(quarter.firstDay),
        .day(quarter.lastDay), .code(replay.status(of: member, on: quarter.lastDay)),
        .flag(isObligated), .flag(histories.isUpdated(quarter, for: member)),
        .flag(histories.isProgress(quarter, for: member)),
        .flag(
          isObligated && quarter.firstDay >= joined[member] && !isExcused(member, quarter)),
      ]
    }
  }

  /// Whether some day of a quarter is voluntarily inactive, revoked or withdrawn.
  private func isExcused(_ member: Int, _ quarter: Quarter) -> Bool {
    replay.spells(of: member).contains { spell in
      (spell.status == .inactiveVoluntary || spell.status >= .revoked)
        && spell.from <= quarter.lastDay && (spell.to.map { $0 >= quarter.firstDay } ?? true)
    }
  }

  private func calendar(_ table: ExportTable) -> ExportRows {
    guard let first = dataset.members.joinedOn.min().map({ Quarter(containing: $0).index }) else {
      return ExportRows(table, [])
    }
    let last = Quarter(containing: asOf).index
    let quarters = (min(first, last + 1)..<last + 1).map { Quarter(index: $0) }
    return ExportRows(
      table,
      quarters.map {
        [.word($0.description), .day($0.firstDay), .day($0.lastDay), .count($0.year)]
      })
  }
}
