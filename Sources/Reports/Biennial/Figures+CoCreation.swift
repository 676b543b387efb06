import Metrics
import Warehouse

extension Figures {
  /// The requirements of §3.3.1 and the practices of §3.3.2.
  func coCreationChapter() throws(MetricError) -> DocumentChapter {
    DocumentChapter(
      id: "co-creation", title: .coCreation,
      exhibits: [requirements(), try requirementsByRegion(), practices()])
  }

  private static let requirementLevels = Set(Requirement.list.codes + ["all_requirements"])
  private static let practiceLevels = Set(Practice.list.codes + ["all_practices"])

  private func requirements() -> Exhibit {
    let table = coCreation.keeping(levels: Self.requirementLevels)
    let rows = table.shareRows
    let all = rows.last
    return Exhibit(
      id: "requirements",
      heading: Sentence(
        Heading.requirements, .count(all?.count ?? 0), .things(all?.total ?? 0, .plan)),
      caption: Sentence(Caption.coCreation, .period(window), .count(all?.total ?? 0)),
      drawing: .shares(ShareBars(bars: rows.map { $0.bar() })),
      tables: [
        ExhibitTable(
          file: "requirements", table: table,
          title: Sentence(Label.verbatim, .cell(.word("requirements_met"))))
      ])
  }

  private func requirementsByRegion() throws(MetricError) -> Exhibit {
    let table = try ask.table(.coCreation, by: [.region], compared: true)
      .keeping(levels: ["all_requirements"])
    return Exhibit(
      id: "requirements-region", heading: Sentence(Heading.requirementsRegion),
      caption: Sentence(
        Caption.coCreation, .period(window),
        .count(coCreation.shareRow("all_requirements")?.total ?? 0)),
      drawing: .shares(
        ShareBars(bars: table.shareRows.map { $0.bar(.cell($0.group.first ?? .empty)) })),
      tables: [
        ExhibitTable(
          file: "requirements-by-region", table: table.dropping("level"),
          title: Sentence(
            Label.byGroup, .cell(.word("all_requirements")), .cell(.word("region"))))
      ],
      notes: [Sentence(Note.joint)])
  }

  private func practices() -> Exhibit {
    let table = coCreation.keeping(levels: Self.practiceLevels)
    let rows = table.shareRows
    let all = rows.last
    return Exhibit(
      id: "practices",
      heading: Sentence(
        Heading.practices, .count(all?.count ?? 0), .things(all?.total ?? 0, .plan)),
      caption: Sentence(Caption.practices),
      drawing: .shares(ShareBars(bars: rows.map { $0.bar() })),
      tables: [
        ExhibitTable(
          file: "practices", table: table, title: Sentence(Label.practicesTitle))
      ])
  }
}
