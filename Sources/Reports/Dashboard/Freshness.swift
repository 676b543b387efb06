import Warehouse

/// How many rows of each table are known on a day, and how old the newest is: a table that stopped
/// coming in looks like inactivity everywhere else.
struct Freshness: Sendable {
  private let tables: [(name: TableName, rows: Int, latest: Day?)]

  init(of dataset: Dataset, on asOf: Day) {
    func known(_ name: TableName, _ days: [Day]) -> (TableName, Int, Day?) {
      let known = days.filter { $0 <= asOf }
      return (name, known.count, known.max())
    }
    tables = [
      known(.members, dataset.members.joinedOn), known(.plans, dataset.plans.submittedOn),
      known(.commitments, dataset.commitments.submittedOn),
      known(.tracker, dataset.reports.reportedOn), known(.meetings, dataset.meetings.heldOn),
      known(.inceptionAssessments, dataset.inceptionAssessments.submittedOn),
      known(.commitmentReviews, dataset.commitmentReviews.submittedOn),
      known(.completionAssessments, dataset.completionAssessments.submittedOn),
      known(.learningExercises, dataset.learningExercises.submittedOn),
      known(.events, dataset.events.on), known(.recordedStatuses, dataset.recordedStatuses.fromOn),
    ]
  }

  /// The newest day of a table.
  func latest(_ name: TableName) -> Day? { tables.first { $0.name == name }?.latest }

  var table: ResultTable {
    ResultTable(
      name: "freshness",
      columns: [
        ResultTable.Column("table", .label), ResultTable.Column("rows", .count),
        ResultTable.Column("latest_on", .day),
      ],
      rows: tables.map { table in
        [
          .word(table.name.rawValue), .count(table.rows), table.latest.map { .day($0) } ?? .empty,
        ]
      })
  }
}
