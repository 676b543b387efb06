import Metrics
import Warehouse

extension Figures {
  /// Completion, early results, ambition and stars.
  func resultsChapter() throws(MetricError) -> DocumentChapter {
    DocumentChapter(
      id: "results", title: .results,
      exhibits: [
        completionExhibit(), try completed(by: .region, Heading.completionRegion),
        try completed(by: .policyArea, Heading.completionArea), try changes(), early(),
        ambitionExhibit(), try stars(),
      ])
  }

  /// Tables whose groups are shown with the share that is substantial or complete.
  static let highLevels: Set<String> = ["substantial_or_complete"]

  private func completionExhibit() -> Exhibit {
    let rows = completion.shareRows
    let levels = Array(rows.dropLast())
    let high = rows.last
    func remark(_ share: Double?, _ interval: (Double, Double)?) -> Sentence? {
      guard let share else { return nil }
      let label = Argument.cell(.word("substantial_or_complete"))
      guard let interval else { return Sentence(Label.readOut, label, .share(share)) }
      return Sentence(
        Label.readOut, label,
        .sentence(
          Sentence(Label.shareInterval, .share(share), .interval(interval.0, interval.1))))
    }
    var bars: [StackedBars.Bar] = []
    if let high {
      bars.append(
        StackedBars.Bar(
          label: .period(window), counts: levels.map(\.count), total: high.total,
          remark: remark(high.share, high.low.flatMap { low in high.high.map { (low, $0) } })))
      if let previous, let total = high.previousTotal, total > 0 {
        bars.append(
          StackedBars.Bar(
            label: .period(previous), counts: levels.map { $0.previousCount ?? 0 }, total: total,
            remark: remark(high.previousShare, nil)))
      }
    }
    var notes: [Sentence] = []
    if let row = codable.shareRow("substantial_or_complete"), let share = row.share {
      notes.append(Sentence(Note.noEvidence, .count(row.count), .count(row.total), .share(share)))
    }
    return Exhibit(
      id: "completion",
      heading: headline ?? Sentence(Label.verbatim, .cell(.word("completion"))),
      caption: Sentence(Caption.completion),
      drawing: .stacked(
        StackedBars(palette: .completion, levels: levels.map(\.level), bars: bars)),
      tables: [
        ExhibitTable(
          file: "completion", table: completion,
          title: Sentence(Label.verbatim, .cell(.word("completion"))))
      ],
      notes: notes)
  }

  private func completed(
    by dimension: Dimension, _ heading: Heading
  ) throws(MetricError) -> Exhibit {
    let all = try ask.table(.completion, by: [dimension], compared: dimension == .region)
      .keeping(levels: Self.highLevels)
    let total = all.column("total") ?? 0
    let table = dimension == .region ? all : all.sorted { $0[total].countValue ?? 0 }
    return Exhibit(
      id: "completion-\(dimension.name.dashed)", heading: Sentence(heading),
      caption: Sentence(Caption.completionGroup, .period(window), .count(minCell)),
      drawing: .shares(
        ShareBars(bars: table.shareRows.map { $0.bar(.cell($0.group.first ?? .empty)) })),
      tables: [
        ExhibitTable(
          file: "completion-by-\(dimension.name.dashed)", table: table.dropping("level"),
          title: Sentence(heading))
      ],
      notes: dimension == .policyArea ? [Sentence(Note.cells)] : [Sentence(Note.joint)])
  }

  private func changes() throws(MetricError) -> Exhibit {
    let table = try ask.table(.completionChange, compared: true)
    let rows = table.shareRows
    let rose = rows.last
    return Exhibit(
      id: "completion-change",
      heading: Sentence(
        Heading.completionChange, .count(rose?.count ?? 0), .count(rose?.total ?? 0)),
      caption: Sentence(Caption.completionChange, .period(window), .count(rose?.total ?? 0)),
      drawing: .shares(ShareBars(bars: rows.map { $0.bar() })),
      tables: [
        ExhibitTable(
          file: "completion-change", table: table,
          title: Sentence(Label.verbatim, .cell(.word("completion_change"))))
      ])
  }

  private func early() -> Exhibit {
    let rows = earlyResults.shareRows
    let levels = EarlyResults.allCases.map { ResultTable.Cell.code($0.code, list: .earlyResults) }
    let ways = ["overall", "information", "participation", "accountability"]
    let bars = ways.compactMap { way -> StackedBars.Bar? in
      let own = rows.filter { $0.group.first?.code == way }
      guard let high = own.last, high.total > 0 else { return nil }
      return StackedBars.Bar(
        label: .cell(.word(way)), counts: own.dropLast().map(\.count), total: high.total,
        remark: high.share.map {
          Sentence(Label.readOut, .cell(.word("major_or_outstanding")), .share($0))
        })
    }
    let overall = rows.first {
      $0.group.first?.code == "overall" && $0.code == "major_or_outstanding"
    }
    return Exhibit(
      id: "early-results",
      heading: overall.flatMap { row in row.share.map { Sentence(Heading.early, .share($0)) } }
        ?? Sentence(Label.verbatim, .cell(.word("early_results"))),
      caption: Sentence(Caption.early),
      drawing: .stacked(StackedBars(palette: .results, levels: levels, bars: bars)),
      tables: [
        ExhibitTable(
          file: "early-results", table: earlyResults,
          title: Sentence(Label.verbatim, .cell(.word("early_results"))))
      ])
  }

  private func ambitionExhibit() -> Exhibit {
    let rows = ambition.shareRows
    let both = rows.first
    return Exhibit(
      id: "ambition",
      heading: Sentence(Heading.ambition, .count(both?.count ?? 0), .count(both?.total ?? 0)),
      caption: Sentence(Caption.ambition, .period(window), .count(both?.total ?? 0)),
      drawing: .shares(ShareBars(bars: rows.map { $0.bar() })),
      tables: [
        ExhibitTable(
          file: "ambition", table: ambition,
          title: Sentence(Label.verbatim, .cell(.word("ambition"))))
      ])
  }

  private func stars() throws(MetricError) -> Exhibit {
    let table = try ask.table(.stars, compared: true)
    let rows = table.shareRows
    let star = rows.last
    return Exhibit(
      id: "stars",
      heading: Sentence(Heading.stars, .count(star?.count ?? 0), .count(star?.total ?? 0)),
      caption: Sentence(Caption.stars, .count(star?.total ?? 0)),
      drawing: .shares(ShareBars(bars: rows.map { $0.bar() })),
      tables: [
        ExhibitTable(
          file: "stars", table: table, title: Sentence(Label.verbatim, .cell(.word("stars"))))
      ])
  }

  // MARK: - What goes with results

  /// Completion by what was known at the start: association, not cause.
  func associationChapter() throws(MetricError) -> DocumentChapter {
    var table: ResultTable?
    var bars: [ShareBars.Bar] = []
    for dimension in [Dimension.requirementsMet, .verifiable, .potentialImpact, .resourcesSecured] {
      let part = try ask.table(.completion, by: [dimension]).keeping(levels: Self.highLevels)
      for row in part.shareRows where row.total > 0 {
        bars.append(
          row.bar(
            .sentence(
              Sentence(
                Label.readOut, .cell(.word(dimension.name)), .cell(row.group.first ?? .empty)))))
      }
      let labelled = part.dropping("level").renaming(dimension.name, to: "group")
        .prefixed("measure", .word(dimension.name))
      table = table.map { $0.followed(by: labelled) } ?? labelled
    }
    return DocumentChapter(
      id: "association", title: .association,
      exhibits: [
        Exhibit(
          id: "goes-with", heading: Sentence(Heading.association),
          caption: Sentence(Caption.association, .period(window)),
          drawing: .shares(ShareBars(bars: bars)),
          tables: [
            ExhibitTable(
              file: "goes-with-completion",
              table: table ?? ResultTable(name: "association", columns: []),
              title: Sentence(Heading.association))
          ],
          notes: [Sentence(Note.association)])
      ])
  }
}

extension String {
  /// With hyphens for underscores, as in addresses and names of files.
  var dashed: String { String(map { $0 == "_" ? "-" : $0 }) }
}

extension ResultTable {
  /// The rows of another table of the same columns after this one's.
  func followed(by other: ResultTable) -> ResultTable {
    var table = self
    for row in other.rows where row.count == columns.count { table.append(row) }
    return table
  }

  /// The table with another name for a column.
  func renaming(_ column: String, to name: String) -> ResultTable {
    ResultTable(
      name: self.name,
      columns: columns.map { $0.name == column ? Column(name, $0.kind) : $0 }, rows: rows)
  }
}
