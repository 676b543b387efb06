/// The tables of data.md, written down a second time.
enum PlainSchema {
  struct Column {
    let name: String
    let type: String
    let isRequired: Bool
  }

  /// The tables in an order in which each stands behind those it refers to.
  static let order = [
    "codes", "members", "plans", "commitments", "milestones", "terms", "tracker", "meetings",
    "inception_assessments", "commitment_reviews", "completion_assessments", "learning_exercises",
    "events", "recorded_statuses",
  ]

  static let required = ["members", "plans", "commitments"]

  private static let text = """
    members: member_id* id, name* text, country* country, region* region, kind kind, \
    population number, joined_on* date, cohort text, first_plan_due_on date
    terms: member_id* members, starts_on* date, ends_on* date
    plans: plan_id* id, member_ids* member-list, submitted_on* date, starts_on* date, \
    ends_on* date, monitoring_body monitoring_body, endorsements number
    commitments: commitment_id* id, plan_id* plans, title text, member_id members, \
    submitted_on date, starts_on* first-of-month, ends_on* last-of-month, withdrawn_on date, \
    policy_areas* policy_area-list, sectors* sector-list, values value-list, \
    resources_secured resources_secured, lead_agency text, civil_society_lead text
    milestones: milestone_id* id, commitment_id* commitments, title text, \
    starts_on first-of-month, ends_on last-of-month, agency text
    tracker: commitment_id* commitments, milestone_id milestones, reported_on* date, \
    status* tracker_status, progress yes-no, evidence number
    meetings: member_id* members, plan_id plans, held_on* date, phase* phase, government yes-no, \
    non_government yes-no
    inception_assessments: plan_id* plans, submitted_on* date, forum* yes-no, \
    regularity* yes-no, multi_stakeholder* yes-no, endorsement* yes-no, \
    process_transparency practice, documentation_in_advance practice, \
    awareness_raising practice, inclusiveness practice, communication_channels practice, \
    record_keeping practice, feedback practice, collaboration practice
    commitment_reviews: commitment_id* commitments, submitted_on* date, relevant yes-no, \
    verifiable yes-no, specificity specificity, potential_impact potential_impact
    completion_assessments: commitment_id* commitments, submitted_on* date, \
    completion* completion, early_results early_results, opened_information early_results, \
    opened_participation early_results, opened_accountability early_results
    learning_exercises: plan_id* plans, submitted_on* date
    events: member_id* members, on* date, kind* event, until date, requirement requirement, \
    note text
    codes: list* list, code* id, en* text, es text, fr text
    recorded_statuses: member_id* members, from_on* date, status* status, reason text
    """

  static let tables: [String: [Column]] = {
    var tables: [String: [Column]] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      tables[String(parts[0])] = parts[1].split(separator: ",").map { column in
        let words = column.split(separator: " ")
        let isRequired = words[0].hasSuffix("*")
        return Column(
          name: String(isRequired ? words[0].dropLast() : words[0]), type: String(words[1]),
          isRequired: isRequired)
      }
    }
    return tables
  }()

  static func columns(of table: String) -> [Column] { tables[table] ?? [] }
}
