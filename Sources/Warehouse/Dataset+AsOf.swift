extension Dataset {
  /// The as-of day where the user names none: the latest `joined_on`, `submitted_on`,
  /// `reported_on`, `held_on` or event `on` in the data (status.md); nothing where it has none.
  ///
  /// Commitments' own `submitted_on` count; where it is the plan's, so does the plan's.
  ///
  /// - Complexity: O(rows).
  public var defaultAsOf: Day? {
    let columns: [[Day]] = [
      members.joinedOn, plans.submittedOn, commitments.submittedOn, reports.reportedOn,
      meetings.heldOn, inceptionAssessments.submittedOn, commitmentReviews.submittedOn,
      completionAssessments.submittedOn, learningExercises.submittedOn, events.on,
    ]
    var latest: Day?
    for column in columns {
      guard let day = column.max() else { continue }
      latest = latest.map { max($0, day) } ?? day
    }
    return latest
  }
}
