import Warehouse

/// The tables of data.md with what follows from their rows, and the links between them.
extension ExportSchema {
  static let dataTables: [ExportTable] = [
    ExportTable(
      "members", "a jurisdiction of the programme", key: ["member_id"],
      [
        ExportField("member_id", .id), ExportField("name", .text),
        ExportField("country", .word, "ISO 3166-1 alpha-3"),
        ExportField("region", .code(.region)),
        ExportField("kind", .code(.kind), missing: .notGiven),
        ExportField("population", .count, missing: .notGiven), ExportField("joined_on", .day),
        ExportField("cohort", .text, "the year of joined_on where the data has none"),
        ExportField("first_plan_due_on", .day, missing: .notGiven),
        ExportField("population_band", .code(.populationBand), missing: .notGiven),
        ExportField("status", .code(.status), missing: .unknownMember, "on the as-of day"),
        ExportField("since", .day, missing: .unknownMember, "the first day in that status"),
        ExportField("reasons", .codes(.reason), missing: .notApplicable),
        ExportField(
          "next_status", .code(.status), missing: .notApplicable,
          "what comes next if nothing more is submitted, reported or met"),
        ExportField("next_on", .day, missing: .notApplicable), known, rowNumber,
      ]),
    ExportTable(
      "terms", "a term of an administration", key: ["row_no"],
      references: [.init(["member_id"], "members")], indexes: [["member_id"]],
      [
        ExportField("member_id", .id), ExportField("starts_on", .day),
        ExportField("ends_on", .day), rowNumber,
      ]),
    ExportTable(
      "plans", "an action plan", key: ["plan_id"], indexes: [["submitted_on"]],
      [
        ExportField("plan_id", .id), ExportField("member_ids", .words, "see plan_members"),
        ExportField("submitted_on", .day), ExportField("starts_on", .day),
        ExportField("ends_on", .day),
        ExportField("monitoring_body", .code(.monitoringBody), missing: .notGiven),
        ExportField("endorsements", .count, missing: .notGiven),
        ExportField("plan_type", .code(.planType)),
        ExportField(
          "requirements_met", .count, missing: .notYet, "of four, by the latest assessment"),
        ExportField("assessed_on", .day, missing: .notYet, "first inception assessment"),
        ExportField("learning_on", .day, missing: .notYet, "first learning exercise"), known,
        rowNumber,
      ]),
    ExportTable(
      "commitments", "a commitment of a plan", key: ["commitment_id"],
      references: [.init(["plan_id"], "plans"), .init(["member_id"], "members")],
      indexes: [["plan_id"], ["submitted_on"]], commitmentFields),
    ExportTable(
      "milestones", "a milestone of a commitment", key: ["milestone_id"],
      references: [.init(["commitment_id"], "commitments")], indexes: [["commitment_id"]],
      [
        ExportField("milestone_id", .id), ExportField("commitment_id", .id),
        ExportField("title", .text, missing: .notGiven),
        ExportField("starts_on", .day, missing: .notGiven),
        ExportField("ends_on", .day, missing: .notGiven),
        ExportField("agency", .text, missing: .notGiven),
        ExportField("runs_from", .day, "starts_on, or the commitment's"),
        ExportField("runs_to", .day, "ends_on, or the commitment's"),
        ExportField(
          "status", .code(.trackerStatus), "of its latest report; without one not_started"),
        rowNumber,
      ]),
    ExportTable(
      "tracker", "a report on a commitment or a milestone", key: ["row_no"],
      references: [
        .init(["commitment_id"], "commitments"), .init(["milestone_id"], "milestones"),
      ],
      indexes: [["commitment_id"], ["milestone_id"], ["reported_on"]],
      [
        ExportField("commitment_id", .id),
        ExportField("milestone_id", .id, missing: .notApplicable),
        ExportField("reported_on", .day), ExportField("status", .code(.trackerStatus)),
        ExportField("progress", .flag, missing: .notGiven, "the Support Unit's own reading"),
        ExportField("evidence", .count, missing: .notGiven), known, rowNumber,
      ]),
    ExportTable(
      "meetings", "a meeting of the forum", key: ["row_no"],
      references: [.init(["member_id"], "members"), .init(["plan_id"], "plans")],
      indexes: [["member_id"], ["plan_id"]],
      [
        ExportField("member_id", .id), ExportField("plan_id", .id, missing: .notYet),
        ExportField("held_on", .day), ExportField("phase", .code(.phase)),
        ExportField("government", .flag, missing: .notGiven),
        ExportField("non_government", .flag, missing: .notGiven),
        ExportField("both_sides", .flag, "whether both cells say yes"), known, rowNumber,
      ]),
    ExportTable(
      "inception_assessments", "an inception assessment of a plan", key: ["row_no"],
      references: [.init(["plan_id"], "plans")], indexes: [["plan_id"]],
      [ExportField("plan_id", .id), ExportField("submitted_on", .day)]
        + Requirement.list.codes.map { ExportField($0, .flag) }
        + Practice.list.codes.map {
          ExportField($0, .code(.resourcesSecured), missing: .notGiven)
        } + [ExportField("requirements_met", .count, "of four"), latest, known, rowNumber]),
    ExportTable(
      "commitment_reviews", "the inception assessment's part on a commitment", key: ["row_no"],
      references: [.init(["commitment_id"], "commitments")], indexes: [["commitment_id"]],
      [
        ExportField("commitment_id", .id), ExportField("submitted_on", .day),
        ExportField("relevant", .flag, missing: .notGiven),
        ExportField("verifiable", .flag, missing: .notGiven),
        ExportField("specificity", .code(.specificity), missing: .notGiven),
        ExportField("potential_impact", .code(.potentialImpact), missing: .notGiven), latest,
        known, rowNumber,
      ]),
    ExportTable(
      "completion_assessments", "an end-of-commitment assessment", key: ["row_no"],
      references: [.init(["commitment_id"], "commitments")], indexes: [["commitment_id"]],
      [
        ExportField("commitment_id", .id), ExportField("submitted_on", .day),
        ExportField("completion", .code(.completion)),
      ]
        + ["early_results", "opened_information", "opened_participation", "opened_accountability"]
        .map { ExportField($0, .code(.earlyResults), missing: .notGiven) }
        + [latest, known, rowNumber]),
    ExportTable(
      "learning_exercises", "a learning exercise of a plan", key: ["row_no"],
      references: [.init(["plan_id"], "plans")], indexes: [["plan_id"]],
      [ExportField("plan_id", .id), ExportField("submitted_on", .day), known, rowNumber]),
    ExportTable(
      "events", "what happened to a membership", key: ["row_no"],
      references: [.init(["member_id"], "members")], indexes: [["member_id"]],
      [
        ExportField("member_id", .id), ExportField("on", .day),
        ExportField("kind", .code(.event)),
        ExportField("until", .day, missing: .notGiven),
        ExportField("requirement", .code(.requirement), missing: .notApplicable),
        ExportField("note", .text, missing: .notGiven), known, rowNumber,
      ]),
    ExportTable(
      "codes", "a code that this dataset has beside the built-in ones", key: ["list", "code"],
      [
        ExportField("list", .word), ExportField("code", .word), ExportField("en", .text),
        ExportField("es", .text, missing: .notGiven),
        ExportField("fr", .text, missing: .notGiven),
      ]),
    ExportTable(
      "recorded_statuses", "a status that the Support Unit published", key: ["row_no"],
      references: [.init(["member_id"], "members")], indexes: [["member_id"]],
      [
        ExportField("member_id", .id), ExportField("from_on", .day),
        ExportField("status", .code(.status)),
        ExportField("reason", .text, missing: .notGiven), latest, known, rowNumber,
      ]),
  ]

  private static let commitmentFields = [
    ExportField("commitment_id", .id), ExportField("plan_id", .id),
    ExportField("title", .text, missing: .notGiven),
    ExportField("member_id", .id, missing: .notApplicable, "empty: every member of the plan"),
    ExportField("submitted_on", .day), ExportField("starts_on", .day),
    ExportField("ends_on", .day), ExportField("withdrawn_on", .day, missing: .notApplicable),
    ExportField("policy_areas", .codes(.policyArea), "see commitment_policy_areas"),
    ExportField("sectors", .codes(.sector), "see commitment_sectors"),
    ExportField("values", .codes(.value), missing: .notGiven, "see commitment_values"),
    ExportField("resources_secured", .code(.resourcesSecured), missing: .notGiven),
    ExportField("lead_agency", .text, missing: .notGiven),
    ExportField("civil_society_lead", .text, missing: .notGiven),
    ExportField("scope", .code(.scope)),
    ExportField("finished_on", .day, missing: .notYet),
    ExportField("completion", .code(.completion), missing: .notYet, "latest"),
    ExportField("completion_on", .day, missing: .notYet, "the latest assessment's day"),
    ExportField("reviewed_on", .day, missing: .notYet, "the latest review's day"),
    ExportField("relevant", .flag, missing: .notGiven, "latest"),
    ExportField("verifiable", .flag, missing: .notGiven, "latest"),
    ExportField("specificity", .code(.specificity), missing: .notGiven, "latest"),
    ExportField("potential_impact", .code(.potentialImpact), missing: .notGiven, "latest"),
    ExportField(
      "star", .code(.star), missing: .notApplicable,
      "by the star rule in force: a star, or the first threshold missed"), known, rowNumber,
  ]

  static let linkTables: [ExportTable] = [
    ExportTable(
      "plan_members", "a member that a plan lists", key: ["plan_id", "member_id"],
      references: [.init(["plan_id"], "plans"), .init(["member_id"], "members")],
      indexes: [["member_id"]],
      [
        ExportField("plan_id", .id), ExportField("member_id", .id),
        ExportField("position", .count, "in the order listed, from 1"),
      ]),
    ExportTable(
      "commitment_members", "a member that a commitment applies to",
      key: ["commitment_id", "member_id"],
      references: [.init(["commitment_id"], "commitments"), .init(["member_id"], "members")],
      indexes: [["member_id"]],
      [ExportField("commitment_id", .id), ExportField("member_id", .id)]),
    link("commitment_policy_areas", "a policy area of a commitment", .policyArea),
    link("commitment_sectors", "a sector of a commitment", .sector),
    link("commitment_values", "a value that a commitment names", .value),
  ]

  private static func link(_ name: String, _ summary: String, _ list: ListName) -> ExportTable {
    ExportTable(
      name, summary, key: ["commitment_id", list.rawValue],
      references: [.init(["commitment_id"], "commitments")], indexes: [[list.rawValue]],
      [ExportField("commitment_id", .id), ExportField(list.rawValue, .code(list))])
  }
}
