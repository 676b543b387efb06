public import Warehouse

/// What became of a record between two editions of a dataset.
public struct EditionChange: Hashable, Sendable {
  /// How it changed.
  public enum Kind: String, CaseIterable, Sendable {
    /// A record that the old edition has not.
    case added
    /// A record that the new edition has no more.
    case gone
    /// An assessment of something that had none of the kind.
    case newlyAssessed = "newly_assessed"
    /// A tracker report, meeting, event or status that the old edition has not.
    case reported
    /// A record or an assessment that says something else than it did.
    case restated
  }

  /// The table.
  public let table: TableName
  /// What identifies the row: its id, or ids and days.
  public let key: String
  /// How it changed.
  public let kind: Kind
  /// For a restated row the cells that differ, in the order of the columns.
  public let cells: [Cell]
  /// Where the row stands: in the new edition, or for one that is gone in the old.
  public let place: String
  /// The record whose figures it can change.
  let subject: EditionSubject

  /// A cell that says something else than it did.
  public struct Cell: Hashable, Sendable {
    /// The column.
    public let column: String
    /// What it said; empty: nothing.
    public let before: String
    /// What it says.
    public let after: String
  }
}

extension TableName {
  /// What a row that the old edition has not is called in this table.
  func newKind(isFirstOfSubject: Bool) -> EditionChange.Kind {
    switch self {
    case .members, .terms, .plans, .commitments, .milestones, .codes: .added
    case .tracker, .meetings, .events, .recordedStatuses: .reported
    case .inceptionAssessments, .commitmentReviews, .completionAssessments, .learningExercises:
      isFirstOfSubject ? .newlyAssessed : .restated
    }
  }
}
