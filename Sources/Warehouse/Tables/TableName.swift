/// The tables of data.md, in its order.
public enum TableName: String, CaseIterable, Sendable {
  case members, terms, plans, commitments, milestones, tracker, meetings
  case inceptionAssessments = "inception_assessments"
  case commitmentReviews = "commitment_reviews"
  case completionAssessments = "completion_assessments"
  case learningExercises = "learning_exercises"
  case events, codes
  case recordedStatuses = "recorded_statuses"

  /// Whether a dataset without the table is broken.
  public var isRequired: Bool {
    switch self {
    case .members, .plans, .commitments: true
    default: false
    }
  }
}
