import Metrics
import Warehouse

extension Figures {
  /// Deadlines, tracker, the handbook's limits, and the time that commitments take.
  func obligationsChapter() throws(MetricError) -> DocumentChapter {
    DocumentChapter(
      id: "obligations", title: .obligations,
      exhibits: [
        timelinessExhibit(), trackingExhibit(), try checks(), try finishing(), try milestones(),
      ])
  }

  private func timelinessExhibit() -> Exhibit {
    Exhibit(
      id: "timeliness", heading: Sentence(Heading.timeliness),
      caption: Sentence(Caption.timeliness, .period(window), .day(cohort.asOf)),
      drawing: .stacked(
        StackedBars(
          palette: .compliance, levels: ["on_time", "late", "missing"].map { .word($0) },
          bars: Self.bars(of: timeliness))),
      tables: [
        ExhibitTable(
          file: "timeliness", table: timeliness,
          title: Sentence(Label.verbatim, .cell(.word("timeliness"))))
      ])
  }

  private func trackingExhibit() -> Exhibit {
    let rows = tracking.shareRows
    let updated = rows.first
    return Exhibit(
      id: "tracking",
      heading: updated.flatMap { row in row.share.map { Sentence(Heading.tracking, .share($0)) } }
        ?? Sentence(Label.verbatim, .cell(.word("tracking"))),
      caption: Sentence(Caption.tracking, .period(window), .count(updated?.total ?? 0)),
      drawing: .shares(ShareBars(bars: rows.map { $0.bar() })),
      tables: [
        ExhibitTable(
          file: "tracking", table: tracking,
          title: Sentence(Label.verbatim, .cell(.word("tracking"))))
      ])
  }

  private func checks() throws(MetricError) -> Exhibit {
    let table = try ask.table(.handbookChecks, compared: true)
    return Exhibit(
      id: "handbook-checks", heading: Sentence(Heading.checks), caption: Sentence(Caption.checks),
      drawing: .shares(
        ShareBars(bars: table.shareRows.filter { $0.total > 0 }.map { $0.bar() })),
      tables: [
        ExhibitTable(
          file: "handbook-checks", table: table,
          title: Sentence(Label.verbatim, .cell(.word("handbook_checks"))))
      ])
  }

  private func finishing() throws(MetricError) -> Exhibit {
    let table = try ask.table(.timeToFinish)
    let half = table.column("p50_days").flatMap { table.rows.first?[$0].countValue }
    return Exhibit(
      id: "time-to-finish",
      heading: half.map { Sentence(Heading.finish, .things($0, .day)) }
        ?? Sentence(Heading.finishOpen),
      caption: Sentence(Caption.finish, .period(window)),
      tables: [
        ExhibitTable(file: "time-to-finish", table: table, title: Sentence(Heading.finishOpen))
      ],
      notes: table.rows.joined().contains(.empty) ? [Sentence(Note.notReached)] : [])
  }

  private func milestones() throws(MetricError) -> Exhibit {
    let table = try ask.table(.milestones)
    let rows = table.shareRows
    let finished = rows.first { $0.code == "finished" }
    return Exhibit(
      id: "milestones",
      heading: finished.flatMap { row in
        row.share.map { Sentence(Heading.milestones, .share($0)) }
      } ?? Sentence(Label.verbatim, .cell(.word("milestones"))),
      caption: Sentence(Caption.milestones, .period(window), .count(rows.first?.total ?? 0)),
      drawing: .stacked(
        StackedBars(
          palette: .tracker, levels: rows.map(\.level),
          bars: [
            StackedBars.Bar(
              label: .period(window), counts: rows.map(\.count), total: rows.first?.total ?? 0)
          ])),
      tables: [
        ExhibitTable(
          file: "milestones", table: table,
          title: Sentence(Label.verbatim, .cell(.word("milestones"))))
      ])
  }
}
