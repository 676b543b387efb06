import Warehouse

/// Everything a dataset holds as text, table by table: what two ways of reading the same data must
/// agree on.
///
/// Codes stand as their codes, days as `YYYY-MM-DD`, references as ids, lists in the order of
/// their codes joined by `;`, what is missing as nothing.
struct DatasetText: Equatable, CustomStringConvertible {
  struct Table: Equatable {
    let columns: [String]
    let rows: [[String]]
  }

  var tables: [TableName: Table] = [:]

  init(_ dataset: Dataset) {
    addMembers(dataset)
    addPlans(dataset)
    addCommitments(dataset)
    addConduct(dataset)
    addAssessments(dataset)
    for (list, added) in [
      ("policy_area", dataset.taxonomy.policyAreas.entries.dropFirst(25)),
      ("sector", dataset.taxonomy.sectors.entries.dropFirst(19)),
    ] {
      let known = tables[.codes]?.rows ?? []
      tables[.codes] = Table(
        columns: ["list", "code", "en", "es", "fr"],
        rows: known + added.map { [list, $0.code, $0.en, $0.es, $0.fr] })
    }
  }

  init(_ tables: [TableName: Table]) { self.tables = tables }

  /// A block a table that has rows: its name, its columns, its rows with `|` between cells.
  var description: String {
    TableName.allCases.compactMap { name -> String? in
      guard let table = tables[name], !table.rows.isEmpty else { return nil }
      let rows = ([table.columns] + table.rows).map { row in
        row.map(Self.visible).joined(separator: " | ")
      }
      return "[\(name.rawValue)]\n" + rows.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }

  private static func visible(_ cell: String) -> String {
    var text = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "|": text += "\\|"
      case "\\": text += "\\\\"
      case "\u{300}"..."\u{36F}", "\u{7F}"..."\u{A0}", "\u{200B}"..."\u{200F}", "\u{FEFF}":
        text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private mutating func add(
    _ name: TableName, _ count: Int, _ columns: [(String, (Int) -> String)]
  ) {
    tables[name] = Table(
      columns: columns.map(\.0), rows: (0..<count).map { row in columns.map { $0.1(row) } })
  }

  // MARK: - Tables

  private mutating func addMembers(_ dataset: Dataset) {
    let members = dataset.members
    add(
      .members, members.count,
      [
        ("member_id", { members.ids[$0] }), ("name", { members.names[$0] }),
        ("country", { members.countries[$0].description }),
        ("region", { text(members.regions[$0]) }), ("kind", { text(members.kinds[$0]) }),
        ("population", { text(members.populations[$0]) }),
        ("joined_on", { text(members.joinedOn[$0]) }), ("cohort", { members.cohorts[$0] }),
        ("first_plan_due_on", { text(members.firstPlanDueOn[$0]) }),
      ])
    let terms = dataset.terms
    add(
      .terms, terms.count,
      [
        ("member_id", { members.ids[Int(terms.members[$0])] }),
        ("starts_on", { text(terms.startsOn[$0]) }), ("ends_on", { text(terms.endsOn[$0]) }),
      ])
  }

  private mutating func addPlans(_ dataset: Dataset) {
    let plans = dataset.plans
    let members = dataset.members.ids
    add(
      .plans, plans.count,
      [
        ("plan_id", { plans.ids[$0] }),
        (
          "member_ids",
          { plans.members[$0].map { members[Int($0)] }.joined(separator: ";") }
        ),
        ("submitted_on", { text(plans.submittedOn[$0]) }),
        ("starts_on", { text(plans.startsOn[$0]) }), ("ends_on", { text(plans.endsOn[$0]) }),
        ("monitoring_body", { text(plans.monitoringBodies[$0]) }),
        ("endorsements", { text(plans.endorsements[$0]) }),
      ])
  }

  private mutating func addCommitments(_ dataset: Dataset) {
    let commitments = dataset.commitments
    let taxonomy = dataset.taxonomy
    add(
      .commitments, commitments.count,
      [
        ("commitment_id", { commitments.ids[$0] }),
        ("plan_id", { dataset.plans.ids[Int(commitments.plans[$0])] }),
        ("title", { commitments.titles[$0] }),
        ("member_id", { commitments.members[$0].map { dataset.members.ids[$0] } ?? "" }),
        ("submitted_on", { text(commitments.submittedOn[$0]) }),
        ("starts_on", { text(commitments.startsOn[$0]) }),
        ("ends_on", { text(commitments.endsOn[$0]) }),
        ("withdrawn_on", { text(commitments.withdrawnOn[$0]) }),
        ("policy_areas", { text(commitments.policyAreas[$0], taxonomy.policyAreas) }),
        ("sectors", { text(commitments.sectors[$0], taxonomy.sectors) }),
        ("values", { text(commitments.values[$0], Value.list) }),
        ("resources_secured", { text(commitments.resourcesSecured[$0]) }),
        ("lead_agency", { commitments.leadAgencies[$0] }),
        ("civil_society_lead", { commitments.civilSocietyLeads[$0] }),
      ])
    let milestones = dataset.milestones
    add(
      .milestones, milestones.count,
      [
        ("milestone_id", { milestones.ids[$0] }),
        ("commitment_id", { commitments.ids[Int(milestones.commitments[$0])] }),
        ("title", { milestones.titles[$0] }),
        ("starts_on", { text(milestones.startsOn[$0]) }),
        ("ends_on", { text(milestones.endsOn[$0]) }), ("agency", { milestones.agencies[$0] }),
      ])
  }

  private mutating func addConduct(_ dataset: Dataset) {
    let members = dataset.members.ids
    let reports = dataset.reports
    add(
      .tracker, reports.count,
      [
        ("commitment_id", { dataset.commitments.ids[Int(reports.commitments[$0])] }),
        ("milestone_id", { reports.milestones[$0].map { dataset.milestones.ids[$0] } ?? "" }),
        ("reported_on", { text(reports.reportedOn[$0]) }),
        ("status", { text(reports.statuses[$0]) }), ("progress", { text(reports.progress[$0]) }),
        ("evidence", { text(reports.evidence[$0]) }),
      ])
    let meetings = dataset.meetings
    add(
      .meetings, meetings.count,
      [
        ("member_id", { members[Int(meetings.members[$0])] }),
        ("plan_id", { meetings.plans[$0].map { dataset.plans.ids[$0] } ?? "" }),
        ("held_on", { text(meetings.heldOn[$0]) }), ("phase", { text(meetings.phases[$0]) }),
        ("government", { text(meetings.government[$0]) }),
        ("non_government", { text(meetings.nonGovernment[$0]) }),
      ])
    let events = dataset.events
    add(
      .events, events.count,
      [
        ("member_id", { members[Int(events.members[$0])] }), ("on", { text(events.on[$0]) }),
        ("kind", { text(events.kinds[$0]) }), ("until", { text(events.until[$0]) }),
        ("requirement", { text(events.requirements[$0]) }), ("note", { events.notes[$0] }),
      ])
    let recorded = dataset.recordedStatuses
    add(
      .recordedStatuses, recorded.count,
      [
        ("member_id", { members[Int(recorded.members[$0])] }),
        ("from_on", { text(recorded.fromOn[$0]) }), ("status", { text(recorded.statuses[$0]) }),
        ("reason", { recorded.reasons[$0] }),
      ])
  }

  private mutating func addAssessments(_ dataset: Dataset) {
    let plans = dataset.plans.ids
    let commitments = dataset.commitments.ids
    let inception = dataset.inceptionAssessments
    add(
      .inceptionAssessments, inception.count,
      [
        ("plan_id", { plans[Int(inception.plans[$0])] }),
        ("submitted_on", { text(inception.submittedOn[$0]) }),
      ]
        + Requirement.allCases.map { requirement in
          (requirement.code, { text(inception.met[$0] >> requirement.rawValue & 1 == 1) })
        }
        + Practice.allCases.map { practice in
          (practice.code, { text(inception.extent(of: practice, in: $0)) })
        })
    let reviews = dataset.commitmentReviews
    add(
      .commitmentReviews, reviews.count,
      [
        ("commitment_id", { commitments[Int(reviews.commitments[$0])] }),
        ("submitted_on", { text(reviews.submittedOn[$0]) }),
        ("relevant", { text(reviews.relevant[$0]) }),
        ("verifiable", { text(reviews.verifiable[$0]) }),
        ("specificity", { text(reviews.specificities[$0]) }),
        ("potential_impact", { text(reviews.potentialImpacts[$0]) }),
      ])
    let completion = dataset.completionAssessments
    add(
      .completionAssessments, completion.count,
      [
        ("commitment_id", { commitments[Int(completion.commitments[$0])] }),
        ("submitted_on", { text(completion.submittedOn[$0]) }),
        ("completion", { text(completion.completions[$0]) }),
        ("early_results", { text(completion.earlyResults[$0]) }),
        ("opened_information", { text(completion.openedInformation[$0]) }),
        ("opened_participation", { text(completion.openedParticipation[$0]) }),
        ("opened_accountability", { text(completion.openedAccountability[$0]) }),
      ])
    let exercises = dataset.learningExercises
    add(
      .learningExercises, exercises.count,
      [
        ("plan_id", { plans[Int(exercises.plans[$0])] }),
        ("submitted_on", { text(exercises.submittedOn[$0]) }),
      ])
  }
}

private func text(_ day: Day?) -> String { day?.description ?? "" }

private func text(_ number: Int64?) -> String { number.map(String.init) ?? "" }

private func text(_ answer: Bool?) -> String { answer.map { $0 ? "yes" : "no" } ?? "" }

private func text<Word: Code>(_ code: Word?) -> String { code?.code ?? "" }

private func text(_ set: CodeSet, _ list: CodeList) -> String {
  set.numbers.map { list.entries[$0].code }.joined(separator: ";")
}
