import Metrics
import Warehouse

extension Figures {
  /// Who is in the cohort, what it submitted, and how much of that was assessed.
  func cohortChapter() throws(MetricError) -> DocumentChapter {
    DocumentChapter(
      id: "cohort", title: .cohort,
      exhibits: [try members(), covered(), try plansExhibit()])
  }

  private func members() throws(MetricError) -> Exhibit {
    let total = status.shareRows.first?.total ?? 0
    var table = ResultTable(
      name: "members",
      columns: [
        ResultTable.Column("measure", .label), ResultTable.Column("group", .label),
        ResultTable.Column("members", .count), ResultTable.Column("share", .share),
      ])
    for dimension in [Dimension.region, .kind, .populationBand, .cohort] {
      let groups = try ask.table(.status, by: [dimension])
      // Every status has a row in every group: the first one's total is the group's.
      for row in groups.shareRows where row.code == "active" {
        guard let group = row.group.first, total > 0 else { continue }
        table.append([
          .word(dimension.name), group, .count(row.total),
          .share(Double(row.total) / Double(total)),
        ])
      }
    }
    return Exhibit(
      id: "members-in", heading: Sentence(Heading.cohort, .things(total, .member), .period(window)),
      caption: Sentence(Caption.members, .day(last), .count(total)),
      tables: [ExhibitTable(file: "cohort", table: table, title: Sentence(Chapter.cohort))])
  }

  private func covered() -> Exhibit {
    let dataset = cohort.dataset
    // A table that the data has not is missing, not zero.
    let known = [
      "plans_with_inception": dataset.inceptionAssessments.count,
      "commitments_reviewed": dataset.commitmentReviews.count,
      "commitments_assessed": dataset.completionAssessments.count,
      "plans_with_learning": dataset.learningExercises.count,
    ]
    let coverage = coverage.keeping(levels: Set(known.filter { $0.value > 0 }.keys))
    let rows = coverage.shareRows
    let first = rows.first { $0.count > 0 } ?? rows.first
    return Exhibit(
      id: "coverage",
      heading: Sentence(
        Label.readOut, .cell(first?.level ?? .word("coverage")),
        .sentence(
          Sentence(Label.countOf, .count(first?.count ?? 0), .count(first?.total ?? 0)))),
      caption: Sentence(Caption.coverage, .period(window), .day(last)),
      drawing: .shares(ShareBars(bars: rows.map { $0.bar() })),
      tables: [
        ExhibitTable(
          file: "coverage", table: coverage,
          title: Sentence(Label.verbatim, .cell(.word("coverage"))))
      ])
  }

  private func plansExhibit() throws(MetricError) -> Exhibit {
    let row = plans.rows.first
    func number(_ name: String) -> Int {
      plans.column(name).flatMap { row?[$0].countValue } ?? 0
    }
    let table = try ask.table(.plans, by: [.region])
    return Exhibit(
      id: "plans",
      heading: Sentence(
        Heading.plans, .things(number("plans"), .plan), .things(number("commitments"), .commitment)),
      caption: Sentence(Caption.plans, .period(window)),
      tables: [
        ExhibitTable(
          file: "plans", table: plans, title: Sentence(Label.verbatim, .cell(.word("plans")))),
        ExhibitTable(
          file: "plans-by-region", table: table,
          title: Sentence(Label.byGroup, .cell(.word("plans")), .cell(.word("region")))),
      ],
      notes: [Sentence(Note.joint)])
  }
}
