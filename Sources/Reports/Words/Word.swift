package import Warehouse

/// A word of tables that is no code of a list: a column, a dimension, a level, a reason, a note.
///
/// Raw values are what CSV and JSON carry. Each language says all of them in a file of its own; a
/// word without a translation does not compile.
package enum Word: String, CaseIterable, Sendable {
  // MARK: - Columns of status, history, worklist, readings
  case name
  case memberId = "member_id"
  case status
  case since
  case reasons
  case nextStatus = "next_status"
  case nextOn = "next_on"
  case from
  case to
  case onDay = "on"
  case becomes
  case stoppedBy = "stopped_by"
  case reading
  case otherStatus = "other_status"
  case otherSince = "other_since"

  // MARK: - Columns of what-if
  case scenario
  case baselineMembers = "baseline_members"
  case baselineShare = "baseline_share"
  case difference
  case baselineStatus = "baseline_status"
  case baselineSince = "baseline_since"
  case firstDifferenceOn = "first_difference_on"
  case starred
  case baselineStarred = "baseline_starred"
  case baselineCommitments = "baseline_commitments"
  case parameter
  case value
  case nearestValue = "nearest_value"
  case statusThen = "status_then"
  case missedBy = "missed_by"
  case unit
  case section
  case handbook
  case meaning
  case baseline
  case reform

  // MARK: - Columns of metrics
  case level
  case count
  case total
  case share
  case rate
  case low
  case high
  case previousCount = "previous_count"
  case previousTotal = "previous_total"
  case previousShare = "previous_share"
  case differenceLow = "difference_low"
  case differenceHigh = "difference_high"
  case note
  case opened
  case obligation
  case at
  case spells
  case ended
  case medianDays = "median_days"
  case finished
  case p25Days = "p25_days"
  case p50Days = "p50_days"
  case p75Days = "p75_days"
  case commitments
  case commitmentsPerPlan = "commitments_per_plan"
  case plans
  case members
  case commitmentId = "commitment_id"

  // MARK: - Dimensions
  case member
  case country
  case region
  case kind
  case cohort
  case populationBand = "population_band"
  case plan
  case planType = "plan_type"
  case monitoringBody = "monitoring_body"
  case policyArea = "policy_area"
  case sector
  case resourcesSecured = "resources_secured"
  case scope
  case verifiable
  case potentialImpact = "potential_impact"
  case requirementsMet = "requirements_met"
  case year
  case quarter
  case biennium
  case under50k = "under_50k"
  case from50kTo250k = "50k_250k"
  case from250kTo1m = "250k_1m"
  case from1mTo5m = "1m_5m"
  case over5m = "over_5m"
  case single
  case joint
  case separate
  case unknown
  case small
  case yes
  case no

  // MARK: - Levels
  case substantialOrComplete = "substantial_or_complete"
  case majorOrOutstanding = "major_or_outstanding"
  case decreased
  case unchanged
  case increased
  case overall
  case information
  case participation
  case accountability
  case ambitiousAndComplete = "ambitious_and_complete"
  case ambitiousOnly = "ambitious_only"
  case completeOnly = "complete_only"
  case neither
  case specificity
  case relevance
  case impact
  case completion
  case star
  case allRequirements = "all_requirements"
  case allPractices = "all_practices"
  case onTime = "on_time"
  case late
  case missing
  case firstPlan = "first_plan"
  case nextPlan = "next_plan"
  case inceptionAssessment = "inception_assessment"
  case completionAssessment = "completion_assessment"
  case learningExercise = "learning_exercise"
  case updated
  case progressed
  case silent
  case plansWithInception = "plans_with_inception"
  case commitmentsReviewed = "commitments_reviewed"
  case commitmentsAssessed = "commitments_assessed"
  case plansWithLearning = "plans_with_learning"
  case agrees
  case differs
  case commitmentsAtOnce = "commitments_at_once"
  case commitmentTooShort = "commitment_too_short"
  case commitmentOutsidePlan = "commitment_outside_plan"
  case amendedTooLate = "amended_too_late"
  case planBeyondTerm = "plan_beyond_term"
  case tooFewCoCreationMeetings = "too_few_co_creation_meetings"
  case tooFewMeetingsAYear = "too_few_meetings_a_year"
  case tooManyPolicyAreas = "too_many_policy_areas"
  case tooManySectors = "too_many_sectors"

  // MARK: - Reasons
  case noFirstPlan = "no_first_plan"
  case noNextPlan = "no_next_plan"
  case trackerSilent = "tracker_silent"
  case trackerStalled = "tracker_stalled"
  case inactivity
  case requirements

  // MARK: - Evidence
  case planSubmitted = "plan_submitted"
  case extensionGranted = "extension_granted"
  case trackerUpdate = "tracker_update"
  case progressReport = "progress_report"
  case coCreationStarted = "co_creation_started"
  case coCreationMeeting = "co_creation_meeting"
  case resumed
  case requirementMet = "requirement_met"
  case voluntaryInactivity = "voluntary_inactivity"
  case anyActivity = "any_activity"

  // MARK: - Readings of the handbook
  case monthEndOverflow = "month_end_overflow"
  case quarterOverlap = "quarter_overlap"
  case updateNeedsProgress = "update_needs_progress"
  case progressRecordedOnly = "progress_recorded_only"
  case earlierQuarters = "earlier_quarters"
  case sharedRequirements = "shared_requirements"

  // MARK: - Columns of pages
  case metric
  case measure
  case group
  case all
  case verdict
  case higher
  case lower
  case noClearChange = "no_clear_change"
  case thenCount = "then_count"
  case thenTotal = "then_total"
  case memberDays = "member_days"
  case today
  case quarterAgo = "quarter_ago"
  case yearAgo = "year_ago"
  case dueOn = "due_on"
  case state
  case ahead
  case overdue
  case planId = "plan_id"
  case table
  case rows
  case latestOn = "latest_on"
  case terms
  case tracker
  case meetings
  case inceptionAssessments = "inception_assessments"
  case commitmentReviews = "commitment_reviews"
  case completionAssessments = "completion_assessments"
  case learningExercises = "learning_exercises"
  case events
  case recordedStatuses = "recorded_statuses"
  case codes

  // MARK: - Units
  case days
  case months
  case quarters
  case list
  case code

  // MARK: - Metrics
  case completionChange = "completion_change"
  case earlyResults = "early_results"
  case ambition
  case stars
  case verifiability
  case resources
  case coCreation = "co_creation"
  case statusByQuarter = "status_by_quarter"
  case transitions
  case dwell
  case timeliness
  case tracking
  case milestones
  case timeToFinish = "time_to_finish"
  case coverage
  case handbookChecks = "handbook_checks"
  case agreement

  /// What people call it.
  ///
  /// - Parameter language: One of the three.
  /// - Returns: The words, beginning with a capital but for units.
  package func label(_ language: Language) -> String {
    switch language {
    case .en: english
    case .es: spanish
    case .fr: french
    }
  }
}
