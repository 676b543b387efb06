/// One dataset of data.md: all tables as typed columns, immutable once read.
///
/// References are row numbers that are known to exist, ids are unique, and every rule of data.md
/// that makes a dataset broken holds. Nothing here is cut at an as-of day: what is known on a day
/// is for each reader to ask (readings.md 7).
public struct Dataset: Sendable {
  /// The jurisdictions.
  public let members: Members
  /// Terms of office.
  public let terms: Terms
  /// Action plans.
  public let plans: Plans
  /// Commitments.
  public let commitments: Commitments
  /// Milestones.
  public let milestones: Milestones
  /// Tracker reports.
  public let reports: TrackerReports
  /// Meetings.
  public let meetings: Meetings
  /// Inception assessments.
  public let inceptionAssessments: InceptionAssessments
  /// Reviews of commitments at inception.
  public let commitmentReviews: CommitmentReviews
  /// End-of-commitment assessments.
  public let completionAssessments: CompletionAssessments
  /// Final learning exercises.
  public let learningExercises: LearningExercises
  /// Membership events.
  public let events: Events
  /// Published statuses.
  public let recordedStatuses: RecordedStatuses
  /// Policy areas and sectors, the built-in codes first.
  public let taxonomy: Taxonomy
  /// Where the rows stand and what the data says of itself.
  public let origin: Origin

  package init(
    members: Members, terms: Terms, plans: Plans, commitments: Commitments,
    milestones: Milestones, reports: TrackerReports, meetings: Meetings,
    inceptionAssessments: InceptionAssessments, commitmentReviews: CommitmentReviews,
    completionAssessments: CompletionAssessments, learningExercises: LearningExercises,
    events: Events, recordedStatuses: RecordedStatuses, taxonomy: Taxonomy, origin: Origin
  ) {
    self.members = members
    self.terms = terms
    self.plans = plans
    self.commitments = commitments
    self.milestones = milestones
    self.reports = reports
    self.meetings = meetings
    self.inceptionAssessments = inceptionAssessments
    self.commitmentReviews = commitmentReviews
    self.completionAssessments = completionAssessments
    self.learningExercises = learningExercises
    self.events = events
    self.recordedStatuses = recordedStatuses
    self.taxonomy = taxonomy
    self.origin = origin
  }
}
