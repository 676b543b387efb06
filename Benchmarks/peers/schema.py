"""The tables of the dataset as every peer reads them: a column's name and what it holds.

A `month_start` or `month_end` is a day that may be written as a month, `YYYY-MM` or `MM/YYYY`: its
first or last day is meant.
"""

TABLES = {
    "members": "member_id:id name:text country:code region:code kind:code population:int "
    "joined_on:date cohort:text first_plan_due_on:date",
    "terms": "member_id:id starts_on:date ends_on:date",
    "plans": "plan_id:id member_ids:text submitted_on:date starts_on:date ends_on:date "
    "monitoring_body:code endorsements:int",
    "commitments": "commitment_id:id plan_id:id title:text member_id:id submitted_on:date "
    "starts_on:month_start ends_on:month_end withdrawn_on:date policy_areas:text sectors:text values:text "
    "resources_secured:code lead_agency:text civil_society_lead:text",
    "milestones": "milestone_id:id commitment_id:id title:text starts_on:date ends_on:date "
    "agency:text",
    "tracker": "commitment_id:id milestone_id:id reported_on:date status:code progress:bool "
    "evidence:int",
    "meetings": "member_id:id plan_id:id held_on:date phase:code government:bool "
    "non_government:bool",
    "inception_assessments": "plan_id:id submitted_on:date forum:bool regularity:bool "
    "multi_stakeholder:bool endorsement:bool process_transparency:code "
    "documentation_in_advance:code awareness_raising:code inclusiveness:code "
    "communication_channels:code record_keeping:code feedback:code collaboration:code",
    "commitment_reviews": "commitment_id:id submitted_on:date relevant:bool verifiable:bool "
    "specificity:code potential_impact:code",
    "completion_assessments": "commitment_id:id submitted_on:date completion:code "
    "early_results:code opened_information:code opened_participation:code "
    "opened_accountability:code",
    "learning_exercises": "plan_id:id submitted_on:date",
    "events": "member_id:id on:date kind:code until:date requirement:code note:text",
    "recorded_statuses": "member_id:id from_on:date status:code reason:text",
}
TABLES = {
    table: dict(column.split(":") for column in columns.split())
    for table, columns in TABLES.items()
}

EXTENT = ["yes", "partially", "no"]
RESULTS = ["worsened", "did_not_change", "marginal", "major", "outstanding"]
COMPLETION = ["no_evidence", "not_started", "limited", "substantial", "complete"]
TRACKER = ["not_started", "in_progress", "stuck", "finished", "incomplete"]
REGIONS = ["africa_middle_east", "americas", "asia_pacific", "europe"]
REQUIREMENTS = ["forum", "regularity", "multi_stakeholder", "endorsement"]
PRACTICES = [
    "process_transparency", "documentation_in_advance", "awareness_raising", "inclusiveness",
    "communication_channels", "record_keeping", "feedback", "collaboration",
]

# Codes whose lists a peer may want to know beforehand; other codes it may take as they come.
CODES = {
    "region": REGIONS,
    "kind": [
        "city", "municipality", "county", "district", "province", "region", "state", "national",
        "other"],
    "monitoring_body": [
        "oversight_body", "academic", "civil_society", "forum", "independent_expert", "peer",
        "other"],
    "resources_secured": EXTENT,
    "phase": ["co_creation", "implementation"],
    "specificity": ["none", "low", "medium", "high"],
    "potential_impact": ["none", "minor", "moderate", "transformative"],
    "completion": COMPLETION,
    "requirement": REQUIREMENTS,
    **{column: EXTENT for column in PRACTICES},
    **{
        column: RESULTS
        for column in [
            "early_results", "opened_information", "opened_participation", "opened_accountability"]
    },
}
EVENT_KINDS = [
    "extension_granted", "voluntary_inactivity", "resumed", "co_creation_started",
    "requirement_met", "civic_space_concern", "withdrew"]
STATUSES = ["active", "inactive", "inactive_voluntary", "probation", "revoked", "withdrawn"]


def codes(table, column):
    """The codes of a column, or None where its list is left open (countries)."""
    if column == "kind" and table == "events":
        return EVENT_KINDS
    if column == "status":
        return TRACKER if table == "tracker" else STATUSES
    return CODES.get(column)


# The days whose latest one is the default as-of day.
DATED = [
    ("members", "joined_on"), ("plans", "submitted_on"), ("commitments", "submitted_on"),
    ("tracker", "reported_on"), ("meetings", "held_on"), ("inception_assessments", "submitted_on"),
    ("commitment_reviews", "submitted_on"), ("completion_assessments", "submitted_on"),
    ("learning_exercises", "submitted_on"), ("events", "on"),
]

# The handbook's months from what obliges to what is due.
INCEPTION_MONTHS = 2
COMPLETION_MONTHS = 1
LEARNING_MONTHS = 2
