import Membership
import Metrics
import Warehouse

extension CohortDashboard {
  /// The window of the drawings: the last quarters that have ended, and the one that has not.
  var lookBack: Window {
    let last = Quarter(containing: cohort.asOf)
    let first = Quarter(index: last.index - Self.quarters + 1)
    return (try? Window(from: first.firstDay, to: cohort.asOf)) ?? .all
  }

  // MARK: - Worklist

  func worklistChapter(_ tasks: [Replay.Task], _ shown: [Int]) -> DocumentChapter {
    let cards = Set(shown)
    let members = cohort.dataset.members
    var table = ResultTable(
      name: "worklist",
      columns: [
        ResultTable.Column("name", .label), ResultTable.Column("member_id", .label),
        ResultTable.Column("on", .day), ResultTable.Column("becomes", .label),
        ResultTable.Column("reasons", .label), ResultTable.Column("stopped_by", .label),
      ])
    for task in tasks {
      let reasons = task.consequence.reasons
      table.append([
        .text(members.names[task.member]), .text(members.ids[task.member]),
        .day(task.consequence.on), Figures.statusCells[task.consequence.status.number],
        reasons.isEmpty ? .empty : .words(reasons.codes),
        task.stoppedBy.isEmpty ? .empty : .words(task.stoppedBy.map(\.code)),
      ])
    }
    let days = Argument.things(horizon, .day)
    let heading =
      tasks.isEmpty
      ? Sentence(Heading.nobody, days)
      : Sentence(Heading.worklist, .count(tasks.count), days)
    return DocumentChapter(
      id: "worklist", title: .worklist,
      exhibits: [
        Exhibit(
          id: "worklist-list", heading: heading, caption: Sentence(Caption.worklist),
          tables: [
            ExhibitTable(
              file: "worklist", table: table, title: Sentence(Chapter.worklist), style: .sortable,
              links: tasks.map { cards.contains($0.member) ? Self.anchor($0.member) : nil })
          ])
      ])
  }

  // MARK: - Status

  func statusChapter() throws(MetricError) -> DocumentChapter {
    let table = try cohort.table(for: MetricRequest(.statusByQuarter, window: lookBack))
    let columns = Figures.columns(of: table)
    let first = columns.first?.counts.first ?? 0
    let last = columns.last?.counts.first ?? 0
    return DocumentChapter(
      id: "status", title: .status,
      exhibits: [
        today(),
        Exhibit(
          id: "quarters", heading: Sentence(Heading.statusQuarter),
          caption: Sentence(Caption.statusQuarter),
          drawing: .columns(
            StatusColumns(
              levels: Figures.statusCells, columns: columns,
              summary: Sentence(Label.quarterSummary, .count(first), .count(last)))),
          tables: [
            ExhibitTable(
              file: "status-by-quarter", table: table, title: Sentence(Heading.statusQuarter))
          ], notes: [Sentence(Note.backdated)]),
        try multiples(.region, Heading.regions), try multiples(.cohort, Heading.cohorts),
      ])
  }

  private func today() -> Exhibit {
    let asOf = cohort.asOf
    let days = [asOf, asOf.adding(months: -3), asOf.adding(months: -12)].map { counts(on: $0) }
    var table = ResultTable(
      name: "today",
      columns: [
        ResultTable.Column("status", .label), ResultTable.Column("today", .count),
        ResultTable.Column("quarter_ago", .count), ResultTable.Column("year_ago", .count),
      ])
    for status in Status.allCases {
      table.append(
        [Figures.statusCells[status.number]] + days.map { .count($0[status.number]) })
    }
    table.append([.word("all")] + days.map { .count($0.reduce(0, +)) })
    let total = days[0].reduce(0, +)
    return Exhibit(
      id: "today",
      heading: Sentence(
        Heading.today, .count(days[0][Status.active.number]), .things(total, .member), .day(asOf)),
      caption: Sentence(Caption.today, .day(asOf)),
      drawing: .stacked(
        StackedBars(
          palette: .status, levels: Figures.statusCells,
          bars: zip(["today", "quarter_ago", "year_ago"], days).map { word, counts in
            StackedBars.Bar(
              label: .cell(.word(word)), counts: counts, total: counts.reduce(0, +))
          })),
      tables: [
        ExhibitTable(file: "today", table: table, title: Sentence(DashboardLabel.todayTable))
      ])
  }

  private func multiples(
    _ dimension: Dimension, _ heading: Heading
  ) throws(MetricError) -> Exhibit {
    let table = try cohort.table(
      for: MetricRequest(.statusByQuarter, by: [dimension], window: lookBack)
    )
    .keeping(levels: ["active"])
    let rows = table.shareRows
    var days: [ResultTable.Cell] = []
    var groups: [ResultTable.Cell] = []
    var shares: [[ResultTable.Cell]: ShareRow] = [:]
    for row in rows where row.group.count == 2 {
      if !days.contains(row.group[0]) { days.append(row.group[0]) }
      if !groups.contains(row.group[1]) { groups.append(row.group[1]) }
      shares[row.group] = row
    }
    let charts = groups.map { group in
      let points = days.map { shares[[$0, group]] }
      return SmallMultiple(
        title: .cell(group), count: points.last.flatMap { $0 }?.count ?? 0,
        total: points.last.flatMap { $0 }?.total ?? 0,
        shares: points.map { $0?.share })
    }
    return Exhibit(
      id: "active-\(dimension.name)", heading: Sentence(heading),
      caption: Sentence(Caption.multiples, .period(lookBack)), drawing: .multiples(charts),
      tables: [
        ExhibitTable(
          file: "active-by-\(dimension.name)", table: table.dropping("level"),
          title: Sentence(heading))
      ])
  }

  // MARK: - Tracker

  func trackerChapter() throws(MetricError) -> DocumentChapter {
    let table = try cohort.table(
      for: MetricRequest(.tracking, by: [.quarter], window: lookBack))
    let whole = table.keeping(levels: ["silent"]).shareRows
    let regions = try cohort.table(
      for: MetricRequest(.tracking, by: [.region, .quarter], window: lookBack)
    )
    .keeping(levels: ["silent"])
    let quarters = whole.compactMap(\.group.first)
    var rows: [(label: ResultTable.Cell, shares: [String: Double])] = []
    for row in regions.shareRows where row.group.count == 2 {
      if rows.last?.label != row.group[0] { rows.append((row.group[0], [:])) }
      if let share = row.share { rows[rows.count - 1].shares[row.group[1].code] = share }
    }
    var matrix = ResultTable(
      name: "tracker_silence",
      columns: [ResultTable.Column("region", .label)]
        + quarters.map { ResultTable.Column($0.code, .share) })
    for row in rows {
      matrix.append(
        [row.label] + quarters.map { row.shares[$0.code].map { .share($0) } ?? .empty })
    }
    guard let last = whole.last else {
      return DocumentChapter(id: "tracker", title: .tracker)
    }
    matrix.append([.word("all")] + whole.map { $0.share.map { .share($0) } ?? .empty })
    return DocumentChapter(
      id: "tracker", title: .tracker,
      exhibits: [
        Exhibit(
          id: "silence",
          heading: Sentence(
            Heading.silence, .count(last.count), .count(last.total),
            .cell(.word(last.group.first?.code ?? ""))),
          caption: Sentence(Caption.silence),
          tables: [
            ExhibitTable(
              file: "tracker-silence", table: matrix, title: Sentence(DashboardLabel.trackerTitle),
              style: .heat),
            ExhibitTable(
              file: "tracking-by-quarter", table: table,
              title: Sentence(Label.byGroup, .cell(.word("tracking")), .cell(.word("quarter")))),
          ])
      ])
  }

  // MARK: - Deadlines, quality, members

  func deadlinesChapter(_ deadlines: DeadlinesAhead, _ shown: [Int]) -> DocumentChapter {
    let cards = Set(shown)
    let table = deadlines.table
    let overdue = deadlines.items.count { $0.due < cohort.asOf }
    return DocumentChapter(
      id: "deadlines", title: .deadlines,
      exhibits: table.rows.isEmpty
        ? []
        : [
          Exhibit(
            id: "deadlines-list",
            heading: Sentence(
              Heading.deadlines, .count(deadlines.items.count - overdue),
              .things(horizon, .day), .count(overdue)),
            caption: Sentence(Caption.deadlines, .day(cohort.asOf), .things(horizon, .day)),
            tables: [
              ExhibitTable(
                file: "deadlines", table: table, title: Sentence(Chapter.deadlines),
                style: .sortable,
                links: deadlines.items.map {
                  cards.contains($0.member) ? Self.anchor($0.member) : nil
                })
            ])
        ])
  }

  func qualityChapter() throws(MetricError) -> DocumentChapter {
    let freshness = Freshness(of: cohort.dataset, on: cohort.asOf)
    let coverage = try cohort.table(for: MetricRequest(.coverage))
    let checks = try cohort.table(for: MetricRequest(.handbookChecks))
    let agreement = try cohort.table(for: MetricRequest(.agreement))
    let agrees = agreement.shareRows.first
    var exhibits = [
      Exhibit(
        id: "freshness",
        heading: freshness.latest(.tracker).map { Sentence(Heading.freshness, .day($0)) }
          ?? Sentence(Heading.freshnessNone),
        caption: Sentence(Caption.freshness, .day(cohort.asOf)),
        tables: [
          ExhibitTable(
            file: "freshness", table: freshness.table,
            title: Sentence(DashboardLabel.freshnessTitle))
        ]),
      Exhibit(
        id: "assessed", heading: Sentence(Heading.coverageAll),
        caption: Sentence(Caption.coverageAll, .day(cohort.asOf)),
        drawing: .shares(ShareBars(bars: coverage.shareRows.map { $0.bar() })),
        tables: [
          ExhibitTable(
            file: "coverage", table: coverage,
            title: Sentence(Label.verbatim, .cell(.word("coverage"))))
        ]),
      Exhibit(
        id: "limits", heading: Sentence(Heading.checks), caption: Sentence(Caption.checks),
        drawing: .shares(
          ShareBars(bars: checks.shareRows.filter { $0.total > 0 }.map { $0.bar() })),
        tables: [
          ExhibitTable(
            file: "handbook-checks", table: checks,
            title: Sentence(Label.verbatim, .cell(.word("handbook_checks"))))
        ]),
    ]
    if let agrees, agrees.total > 0 {
      exhibits.append(
        Exhibit(
          id: "agreement",
          heading: Sentence(
            Heading.agreement, .count(agrees.count), .things(agrees.total, .member)),
          caption: Sentence(Caption.agreement),
          tables: [
            ExhibitTable(
              file: "agreement", table: agreement,
              title: Sentence(Label.verbatim, .cell(.word("agreement"))))
          ]))
    }
    return DocumentChapter(
      id: "quality", title: .quality, exhibits: exhibits.filter { !$0.isEmpty })
  }

  func membersChapter(_ shown: [Int], _ joined: Int) -> DocumentChapter {
    let cards = Set(shown)
    let dataset = cohort.dataset
    let next = cohort.replay.nextConsequences(threads: cohort.threads)
    var table = ResultTable(
      name: "members",
      columns: [
        ResultTable.Column("name", .label), ResultTable.Column("member_id", .label),
        ResultTable.Column("country", .label), ResultTable.Column("region", .label),
        ResultTable.Column("cohort", .label), ResultTable.Column("status", .label),
        ResultTable.Column("since", .day), ResultTable.Column("next_status", .label),
        ResultTable.Column("next_on", .day),
      ])
    var links: [String?] = []
    for member in 0..<dataset.members.count {
      guard let spell = cohort.replay.current(of: member) else { continue }
      table.append([
        .text(dataset.members.names[member]), .text(dataset.members.ids[member]),
        .text(dataset.members.countries[member].description),
        .code(dataset.members.regions[member].code, list: .region),
        .text(dataset.members.cohorts[member]), Figures.statusCells[spell.status.number],
        .day(spell.from),
        next[member].map { Figures.statusCells[$0.status.number] } ?? .empty,
        next[member].map { .day($0.on) } ?? .empty,
      ])
      links.append(cards.contains(member) ? Self.anchor(member) : nil)
    }
    var notes: [Sentence] = []
    if shown.count < joined {
      notes.append(Sentence(Note.cards, .count(shown.count), .things(joined, .member)))
    }
    return DocumentChapter(
      id: "all-members", title: .allMembers,
      exhibits: [
        Exhibit(
          id: "members-list", heading: Sentence(Heading.membersAll, .things(joined, .member)),
          caption: Sentence(Caption.membersAll, .day(cohort.asOf)),
          tables: [
            ExhibitTable(
              file: "members", table: table, title: Sentence(DashboardLabel.membersTable),
              style: .sortable, links: links)
          ], notes: notes)
      ])
  }
}
