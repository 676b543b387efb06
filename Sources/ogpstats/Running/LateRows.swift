import Warehouse

/// Rows that the as-of day does not know yet: no fault, but someone should know.
///
/// Looked at are the days that make a row known (readings.md 7): `joined_on`, `submitted_on`,
/// `reported_on`, `held_on`, `on`, `from_on`, and `withdrawn_on`. A commitment whose day is its
/// plan's is late with its plan, which is told once.
struct LateRows {
  /// A warning a row, the first fifty in full (data.md).
  private(set) var log = DiagnosticLog()
  private let dataset: Dataset
  private let asOf: Day
  private var count = 0

  /// Looks for late rows.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - asOf: The as-of day.
  ///   - isDefault: Whether the as-of day is the data's own latest day, so that most columns need
  ///     not be looked at.
  /// - Complexity: O(rows).
  init(of dataset: Dataset, after asOf: Day, isDefault: Bool) {
    self.dataset = dataset
    self.asOf = asOf
    if !isDefault { lookAtListedColumns() }
    let withdrawn = dataset.commitments.withdrawnOn
    for row in 0..<withdrawn.count {
      if let day = withdrawn[row], day > asOf { add(.commitments, "withdrawn_on", row, day) }
    }
    look(.recordedStatuses, "from_on", dataset.recordedStatuses.fromOn)
  }

  /// The columns that the default as-of day is taken from (readings.md 6).
  private mutating func lookAtListedColumns() {
    look(.members, "joined_on", dataset.members.joinedOn)
    look(.plans, "submitted_on", dataset.plans.submittedOn)
    let commitments = dataset.commitments
    for row in 0..<commitments.count where commitments.submittedOn[row] > asOf {
      let day = commitments.submittedOn[row]
      if day != dataset.plans.submittedOn[Int(commitments.plans[row])] {
        add(.commitments, "submitted_on", row, day)
      }
    }
    look(.tracker, "reported_on", dataset.reports.reportedOn)
    look(.meetings, "held_on", dataset.meetings.heldOn)
    look(.inceptionAssessments, "submitted_on", dataset.inceptionAssessments.submittedOn)
    look(.commitmentReviews, "submitted_on", dataset.commitmentReviews.submittedOn)
    look(.completionAssessments, "submitted_on", dataset.completionAssessments.submittedOn)
    look(.learningExercises, "submitted_on", dataset.learningExercises.submittedOn)
    look(.events, "on", dataset.events.on)
  }

  private mutating func look(_ table: TableName, _ column: String, _ days: [Day]) {
    for row in days.indices where days[row] > asOf { add(table, column, row, days[row]) }
  }

  private mutating func add(_ table: TableName, _ column: String, _ row: Int, _ day: Day) {
    let places = dataset.origin.places[table]
    let isShown = count < DiagnosticLog.shownOfKind
    count += 1
    let consequence = column == "withdrawn_on" ? "it is not withdrawn yet" : "it is not known yet"
    log.append(
      Diagnostic(
        code: Diagnostic.Code(rawValue: "after-as-of"), severity: .warning,
        place: Diagnostic.Place(
          file: places?.fileName ?? table.rawValue,
          // What is only counted needs no place.
          line: isShown ? places?.line(of: row) ?? row + 1 : 0, column: 0),
        message: isShown
          ? "\(column) \(day) is after the as-of day \(asOf): \(consequence)" : ""))
  }
}
