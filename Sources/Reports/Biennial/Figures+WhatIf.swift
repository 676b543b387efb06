import Membership
import Metrics
import Warehouse

extension Figures {
  /// The status of every member had other rules been in force.
  func whatIfChapter(_ reform: RuleSchedule) -> DocumentChapter {
    let other = Cohort(
      of: cohort.dataset, asOf: cohort.asOf, under: reform, threads: cohort.threads)
    let (baseline, scenario) = (cohort.replay, other.replay)
    var counts = [Int](repeating: 0, count: Status.allCases.count)
    var baselineCounts = counts
    var members = ResultTable(
      name: "whatif_members",
      columns: [
        ResultTable.Column("member_id", .label), ResultTable.Column("name", .label),
        ResultTable.Column("baseline_status", .label), ResultTable.Column("status", .label),
        ResultTable.Column("first_difference_on", .day),
      ])
    for member in 0..<baseline.memberCount {
      guard let before = baseline.status(of: member, on: last),
        let after = scenario.status(of: member, on: last)
      else { continue }
      baselineCounts[before.number] += 1
      counts[after.number] += 1
      guard before != after else { continue }
      members.append([
        .text(cohort.dataset.members.ids[member]), .text(cohort.dataset.members.names[member]),
        Self.statusCells[before.number], Self.statusCells[after.number],
        baseline.firstDifference(of: member, from: scenario).map { .day($0) } ?? .empty,
      ])
    }
    let total = baselineCounts.reduce(0, +)
    var table = ResultTable(
      name: "whatif",
      columns: [
        ResultTable.Column("status", .label), ResultTable.Column("members", .count),
        ResultTable.Column("baseline_members", .count), ResultTable.Column("difference", .count),
        ResultTable.Column("share", .share), ResultTable.Column("baseline_share", .share),
      ])
    var bars: [ShareBars.Bar] = []
    for status in Status.allCases where total > 0 {
      let (count, before) = (counts[status.number], baselineCounts[status.number])
      table.append([
        Self.statusCells[status.number], .count(count), .count(before), .count(count - before),
        .share(Double(count) / Double(total)), .share(Double(before) / Double(total)),
      ])
      bars.append(
        ShareBars.Bar(
          label: .cell(Self.statusCells[status.number]), count: count, total: total,
          share: Double(count) / Double(total), before: Double(before) / Double(total)))
    }
    var tables = [
      ExhibitTable(file: "what-if", table: table, title: Sentence(Chapter.whatIf))
    ]
    if !members.rows.isEmpty {
      tables.append(
        ExhibitTable(
          file: "what-if-members", table: members,
          title: Sentence(Heading.whatIf, .count(members.rows.count))))
    }
    return DocumentChapter(
      id: "what-if", title: .whatIf,
      lead: [
        Sentence(Note.rules, cohort.schedule.baseline.difference),
        Sentence(Note.otherRules, reform.change(from: cohort.schedule)),
      ],
      exhibits: [
        Exhibit(
          id: "what-if-status",
          heading: Sentence(Heading.whatIf, .count(members.rows.count)),
          caption: Sentence(Caption.whatIf, .day(last), reform.change(from: cohort.schedule)),
          drawing: .shares(ShareBars(bars: bars, ring: .baseline)), tables: tables)
      ])
  }
}

extension RuleSchedule {
  /// What a reform changes, as `--change` writes it, and from when.
  func change(from other: RuleSchedule) -> Argument {
    let rules = reform ?? baseline
    let changed = Parameter.allCases.filter {
      rules.text(of: $0) != other.baseline.text(of: $0)
    }
    guard !changed.isEmpty else { return .sentence(Sentence(Label.nothingChanged)) }
    let list = Argument.list(
      changed.map {
        .sentence(
          Sentence(Label.whatIfRules, .plain($0.name), .plain(rules.text(of: $0)), .meaning($0)))
      })
    return effective.map { .sentence(Sentence(Label.fromDay, list, .day($0))) } ?? list
  }
}
