internal import Warehouse

/// A row of a dataset as two editions of it are compared: what identifies it, and what it says.
struct EditionRow: Hashable {
  /// What the row is about: the record whose figures it can change.
  let subject: EditionSubject
  /// What identifies it within its table, but for rows that repeat it.
  let key: String
  /// The cells that the key does not hold, in the order of ``EditionTable/columns``.
  let cells: [String]
}

/// A record of one of the tables with ids.
struct EditionSubject: Hashable {
  let table: TableName
  let id: String
}

/// Reads one table as rows to compare.
struct EditionTable {
  let dataset: Dataset
  let table: TableName

  /// The columns that a row's cells stand for.
  var columns: [String] {
    switch table {
    case .members:
      [
        "name", "country", "region", "kind", "population", "joined_on", "cohort",
        "first_plan_due_on",
      ]
    case .terms: ["ends_on"]
    case .plans:
      ["member_ids", "submitted_on", "starts_on", "ends_on", "monitoring_body", "endorsements"]
    case .commitments:
      [
        "plan_id", "title", "member_id", "submitted_on", "starts_on", "ends_on", "withdrawn_on",
        "policy_areas", "sectors", "values", "resources_secured", "lead_agency",
        "civil_society_lead",
      ]
    case .milestones: ["commitment_id", "title", "starts_on", "ends_on", "agency"]
    case .tracker: ["status", "progress", "evidence"]
    case .meetings: ["phase", "government", "non_government"]
    case .inceptionAssessments:
      Requirement.allCases.map(\.code) + Practice.allCases.map(\.code)
    case .commitmentReviews: ["relevant", "verifiable", "specificity", "potential_impact"]
    case .completionAssessments:
      [
        "completion", "early_results", "opened_information", "opened_participation",
        "opened_accountability",
      ]
    case .learningExercises: []
    case .events: ["until", "requirement", "note"]
    case .codes: []
    case .recordedStatuses: ["status", "reason"]
    }
  }

  /// How many rows there are.
  var count: Int {
    switch table {
    case .members: dataset.members.count
    case .terms: dataset.terms.count
    case .plans: dataset.plans.count
    case .commitments: dataset.commitments.count
    case .milestones: dataset.milestones.count
    case .tracker: dataset.reports.count
    case .meetings: dataset.meetings.count
    case .inceptionAssessments: dataset.inceptionAssessments.count
    case .commitmentReviews: dataset.commitmentReviews.count
    case .completionAssessments: dataset.completionAssessments.count
    case .learningExercises: dataset.learningExercises.count
    case .events: dataset.events.count
    case .codes: 0
    case .recordedStatuses: dataset.recordedStatuses.count
    }
  }

  /// One row.
  func row(_ row: Int) -> EditionRow {
    switch table {
    case .members, .terms, .events, .recordedStatuses: memberRow(row)
    case .plans, .meetings, .inceptionAssessments, .learningExercises, .codes: planRow(row)
    case .commitments, .milestones, .tracker, .commitmentReviews, .completionAssessments:
      commitmentRow(row)
    }
  }

  // MARK: - Rows of members

  private func memberRow(_ row: Int) -> EditionRow {
    switch table {
    case .terms:
      let terms = dataset.terms
      let member = member(terms.members[row])
      return EditionRow(
        subject: EditionSubject(table: .members, id: member),
        key: "\(member) \(terms.startsOn[row])", cells: [terms.endsOn[row].description])
    case .events:
      let events = dataset.events
      let member = member(events.members[row])
      return EditionRow(
        subject: EditionSubject(table: .members, id: member),
        key: "\(member) \(events.on[row]) \(events.kinds[row].code)",
        cells: [
          text(events.until[row]), events.requirements[row]?.code ?? "", events.notes[row],
        ])
    case .recordedStatuses:
      let recorded = dataset.recordedStatuses
      let member = member(recorded.members[row])
      return EditionRow(
        subject: EditionSubject(table: .members, id: member),
        key: "\(member) \(recorded.fromOn[row])",
        cells: [recorded.statuses[row].code, recorded.reasons[row]])
    default:
      let members = dataset.members
      return EditionRow(
        subject: EditionSubject(table: .members, id: members.ids[row]), key: members.ids[row],
        cells: [
          members.names[row], members.countries[row].description, members.regions[row].code,
          members.kinds[row]?.code ?? "", members.populations[row].map { String($0) } ?? "",
          members.joinedOn[row].description, members.cohorts[row],
          text(members.firstPlanDueOn[row]),
        ])
    }
  }

  // MARK: - Rows of plans

  private func planRow(_ row: Int) -> EditionRow {
    switch table {
    case .meetings:
      let meetings = dataset.meetings
      let member = member(meetings.members[row])
      let plan = meetings.plans[row].map { dataset.plans.ids[$0] } ?? ""
      return EditionRow(
        subject: plan.isEmpty
          ? EditionSubject(table: .members, id: member) : EditionSubject(table: .plans, id: plan),
        key: "\(member) \(plan) \(meetings.heldOn[row])",
        cells: [
          meetings.phases[row].code, text(meetings.government[row]),
          text(meetings.nonGovernment[row]),
        ])
    case .inceptionAssessments:
      let assessments = dataset.inceptionAssessments
      let plan = plan(assessments.plans[row])
      return EditionRow(
        subject: EditionSubject(table: .plans, id: plan),
        key: "\(plan) \(assessments.submittedOn[row])",
        cells: Requirement.allCases.map {
          text(assessments.met[row] >> UInt8($0.number) & 1 != 0)
        } + Practice.allCases.map { assessments.extent(of: $0, in: row)?.code ?? "" })
    case .learningExercises:
      let exercises = dataset.learningExercises
      let plan = plan(exercises.plans[row])
      return EditionRow(
        subject: EditionSubject(table: .plans, id: plan),
        key: "\(plan) \(exercises.submittedOn[row])", cells: [])
    default:
      let plans = dataset.plans
      return EditionRow(
        subject: EditionSubject(table: .plans, id: plans.ids[row]), key: plans.ids[row],
        cells: [
          plans.members[row].map { member($0) }.joined(separator: ";"),
          plans.submittedOn[row].description, plans.startsOn[row].description,
          plans.endsOn[row].description, plans.monitoringBodies[row]?.code ?? "",
          plans.endorsements[row].map { String($0) } ?? "",
        ])
    }
  }

  // MARK: - Rows of commitments

  private func commitmentRow(_ row: Int) -> EditionRow {
    switch table {
    case .milestones:
      let milestones = dataset.milestones
      let commitment = commitment(milestones.commitments[row])
      return EditionRow(
        subject: EditionSubject(table: .milestones, id: milestones.ids[row]),
        key: milestones.ids[row],
        cells: [
          commitment, milestones.titles[row], text(milestones.startsOn[row]),
          text(milestones.endsOn[row]), milestones.agencies[row],
        ])
    case .tracker:
      let reports = dataset.reports
      let commitment = commitment(reports.commitments[row])
      let milestone = reports.milestones[row].map { dataset.milestones.ids[$0] }
      return EditionRow(
        subject: milestone.map { EditionSubject(table: .milestones, id: $0) }
          ?? EditionSubject(table: .commitments, id: commitment),
        key: "\(commitment) \(milestone ?? "") \(reports.reportedOn[row])",
        cells: [
          reports.statuses[row].code, text(reports.progress[row]),
          reports.evidence[row].map { String($0) } ?? "",
        ])
    case .commitmentReviews:
      let reviews = dataset.commitmentReviews
      let commitment = commitment(reviews.commitments[row])
      return EditionRow(
        subject: EditionSubject(table: .commitments, id: commitment),
        key: "\(commitment) \(reviews.submittedOn[row])",
        cells: [
          text(reviews.relevant[row]), text(reviews.verifiable[row]),
          reviews.specificities[row]?.code ?? "", reviews.potentialImpacts[row]?.code ?? "",
        ])
    case .completionAssessments:
      let assessments = dataset.completionAssessments
      let commitment = commitment(assessments.commitments[row])
      let results = [
        assessments.earlyResults[row], assessments.openedInformation[row],
        assessments.openedParticipation[row], assessments.openedAccountability[row],
      ]
      return EditionRow(
        subject: EditionSubject(table: .commitments, id: commitment),
        key: "\(commitment) \(assessments.submittedOn[row])",
        cells: [assessments.completions[row].code] + results.map { $0?.code ?? "" })
    default: return commitmentItself(row)
    }
  }

  private func commitmentItself(_ row: Int) -> EditionRow {
    let commitments = dataset.commitments
    let taxonomy = dataset.taxonomy
    return EditionRow(
      subject: EditionSubject(table: .commitments, id: commitments.ids[row]),
      key: commitments.ids[row],
      cells: [
        plan(commitments.plans[row]), commitments.titles[row],
        commitments.members[row].map { dataset.members.ids[$0] } ?? "",
        commitments.submittedOn[row].description, commitments.startsOn[row].description,
        commitments.endsOn[row].description, text(commitments.withdrawnOn[row]),
        text(commitments.policyAreas[row], taxonomy.policyAreas),
        text(commitments.sectors[row], taxonomy.sectors), text(commitments.values[row], Value.list),
        commitments.resourcesSecured[row]?.code ?? "", commitments.leadAgencies[row],
        commitments.civilSocietyLeads[row],
      ])
  }

  // MARK: - Cells

  private func member(_ row: Int32) -> String { dataset.members.ids[Int(row)] }
  private func plan(_ row: Int32) -> String { dataset.plans.ids[Int(row)] }
  private func commitment(_ row: Int32) -> String { dataset.commitments.ids[Int(row)] }
  private func text(_ day: Day?) -> String { day?.description ?? "" }
  private func text(_ answer: Bool?) -> String { answer.map { $0 ? "yes" : "no" } ?? "" }
  private func text(_ set: CodeSet, _ list: CodeList) -> String {
    set.numbers.map { list.entries[$0].code }.joined(separator: ";")
  }
}
