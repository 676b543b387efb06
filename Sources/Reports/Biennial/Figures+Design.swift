import Metrics
import Warehouse

extension Figures {
  /// What commitments are about and how they were designed.
  func designChapter() throws(MetricError) -> DocumentChapter {
    DocumentChapter(
      id: "design", title: .design,
      exhibits: [try design(), try areas(), try areasBySectors(), try values()])
  }

  private func design() throws(MetricError) -> Exhibit {
    var table: ResultTable?
    var bars: [ShareBars.Bar] = []
    var verifiable: ShareRow?
    for metric in [Metric.verifiability, .relevance, .potentialImpact, .resources] {
      let part = try ask.table(metric, compared: true)
      let rows = part.shareRows
      if metric == .verifiability { verifiable = rows.first }
      // Of yes and no, yes says it all.
      let isYesNo = metric == .verifiability || metric == .relevance
      for row in isYesNo ? Array(rows.prefix(1)) : rows {
        bars.append(
          row.bar(.sentence(Sentence(Label.readOut, .cell(.word(metric.name)), .cell(row.level)))))
      }
      let labelled = part.prefixed("measure", .word(metric.name))
      table = table.map { $0.followed(by: labelled) } ?? labelled
    }
    return Exhibit(
      id: "design-shares",
      heading: verifiable.flatMap { row in
        row.share.map { Sentence(Heading.design, .share($0)) }
      } ?? Sentence(Chapter.design),
      caption: Sentence(Caption.design, .period(window)),
      drawing: .shares(ShareBars(bars: bars)),
      tables: [
        ExhibitTable(
          file: "design", table: table ?? ResultTable(name: "design", columns: []),
          title: Sentence(Chapter.design))
      ],
      notes: [Sentence(Note.scale)])
  }

  private func areas() throws(MetricError) -> Exhibit {
    let table = try ask.table(.policyArea, compared: true)
      .sorted { $0[1].countValue ?? 0 }
    let rows = table.shareRows
    let first = rows.first
    // Two that are as frequent as each other are not the most frequent one.
    let isTied = rows.count < 2 || rows[0].count == rows[1].count
    return Exhibit(
      id: "policy-areas",
      heading: first.flatMap { first in
        isTied
          ? nil
          : Sentence(
            Heading.areas, .cell(first.level), .count(first.count), .count(first.total))
      } ?? Sentence(Heading.areasTied),
      caption: Sentence(Caption.submitted, .period(window), .count(first?.total ?? 0)),
      drawing: .shares(ShareBars(bars: rows.prefix(10).map { $0.bar() })),
      tables: [
        ExhibitTable(
          file: "policy-areas", table: table,
          title: Sentence(Label.verbatim, .cell(.word("policy_area"))))
      ])
  }

  /// A table of policy areas by sectors, the most frequent first, with what each names in total.
  private func areasBySectors() throws(MetricError) -> Exhibit {
    let areas = try ask.table(.policyArea).sorted { $0[1].countValue ?? 0 }.shareRows
      .filter { $0.count > 0 }
    let sectors = try ask.table(.sector).sorted { $0[1].countValue ?? 0 }.shareRows
      .filter { $0.count > 0 }
    let cells = try cohort.table(
      for: MetricRequest(.policyArea, by: [.sector], window: window))
    var counts: [String: [String: Int]] = [:]
    for row in cells.shareRows {
      counts[row.group.first?.code ?? "", default: [:]][row.code] = row.count
    }
    var table = ResultTable(
      name: "policy_area_by_sector",
      columns: [ResultTable.Column("policy_area", .label)]
        + sectors.map { ResultTable.Column($0.code, .count) }
        + [ResultTable.Column("all", .count)])
    for area in areas {
      table.append(
        [area.level] + sectors.map { .count(counts[$0.code]?[area.code] ?? 0) }
          + [.count(area.count)])
    }
    if !areas.isEmpty {
      table.append(
        [.word("all")] + sectors.map { .count($0.count) } + [.count(areas.first?.total ?? 0)])
    }
    return Exhibit(
      id: "areas-sectors", heading: Sentence(Heading.areaSector),
      caption: Sentence(Caption.submitted, .period(window), .count(areas.first?.total ?? 0)),
      tables: [
        ExhibitTable(
          file: "policy-areas-by-sector", table: table, title: Sentence(Heading.areaSector),
          style: .heat, columnCodes: cohort.dataset.taxonomy.sectors)
      ],
      notes: [Sentence(Note.cells)])
  }

  private func values() throws(MetricError) -> Exhibit {
    let table = try ask.table(.value, compared: true)
    let rows = table.shareRows
    return Exhibit(
      id: "values", heading: Sentence(Heading.values),
      caption: Sentence(Caption.submitted, .period(window), .count(rows.first?.total ?? 0)),
      drawing: .shares(ShareBars(bars: rows.map { $0.bar() })),
      tables: [ExhibitTable(file: "values", table: table, title: Sentence(Heading.values))])
  }
}
