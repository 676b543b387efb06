import Metrics
import Warehouse

extension Figures {
  /// Every share of the report against the period before, and what was said then and is not so now.
  func changeChapter() throws(MetricError) -> DocumentChapter {
    var exhibits: [Exhibit] = []
    if let previous {
      exhibits.append(changeExhibit(previous))
      exhibits.append(try restatements(previous))
    }
    return DocumentChapter(id: "change", title: .change, exhibits: exhibits)
  }

  private func changeExhibit(_ previous: Window) -> Exhibit {
    // Numerators, denominators and own intervals stand in each figure's table.
    let kept = [
      "level", "share", "previous_share", "difference", "difference_low", "difference_high",
    ]
    var table = ResultTable(
      name: "changes",
      columns: [ResultTable.Column("metric", .label), ResultTable.Column("group", .label)]
        + kept.compactMap { name in completion.columns.first { $0.name == name } }
        + [ResultTable.Column("verdict", .label)])
    var compared = [coverage, coCreation, completion, earlyResults, ambition]
    if hasTracker { compared += [status, timeliness, tracking] }
    for metric in compared {
      let places = kept.compactMap { metric.column($0) }
      for (row, read) in zip(metric.rows, metric.shareRows) where read.difference != nil {
        let verdict =
          !read.isClear ? "no_clear_change" : (read.difference ?? 0) > 0 ? "higher" : "lower"
        table.append(
          [.word(metric.name), read.group.first ?? .empty] + places.map { row[$0] } + [
            .word(verdict)
          ])
      }
    }
    return Exhibit(
      id: "changes", heading: Sentence(Heading.change),
      caption: Sentence(Caption.change, .period(window), .period(previous)),
      tables: [ExhibitTable(file: "changes", table: table, title: Sentence(Chapter.change))],
      notes: [Sentence(Note.many)])
  }

  /// What of the period before has another figure today than on its last day.
  ///
  /// Most metrics stop at their window's end. Timeliness follows its obligations beyond it: what was
  /// missing then may have come late since.
  private func restatements(_ previous: Window) throws(MetricError) -> Exhibit {
    var table = ResultTable(
      name: "restatements",
      columns: [
        ResultTable.Column("obligation", .label), ResultTable.Column("level", .label),
        ResultTable.Column("then_count", .count), ResultTable.Column("then_total", .count),
        ResultTable.Column("count", .count), ResultTable.Column("total", .count),
      ])
    let end = previous.to.map { min($0, cohort.asOf) } ?? cohort.asOf
    if hasTracker, end < cohort.asOf {
      let then = Cohort(
        of: cohort.dataset, asOf: end, under: cohort.schedule, threads: cohort.threads)
      let request = MetricRequest(.timeliness, window: previous)
      var before: [[String]: ShareRow] = [:]
      for row in try then.table(for: request).shareRows {
        before[row.group.map(\.code) + [row.code]] = row
      }
      for row in try cohort.table(for: request).shareRows {
        let old = before[row.group.map(\.code) + [row.code]]
        guard old?.count ?? 0 != row.count || old?.total ?? 0 != row.total else { continue }
        table.append([
          row.group.first ?? .empty, row.level, .count(old?.count ?? 0), .count(old?.total ?? 0),
          .count(row.count), .count(row.total),
        ])
      }
    }
    return Exhibit(
      id: "restatements",
      heading: Sentence(Heading.restated, .count(table.rows.count)),
      caption: Sentence(Caption.restated, .period(previous), .day(end)),
      tables: [
        ExhibitTable(
          file: "restatements", table: table,
          title: Sentence(Heading.restated, .count(table.rows.count)))
      ],
      notes: [Sentence(Note.late)])
  }
}
