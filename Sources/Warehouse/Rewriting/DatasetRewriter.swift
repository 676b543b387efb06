/// Makes another dataset of one: rows in another order, rows twice, every day later.
///
/// For the relations that any sound count must keep (`ogpstats selftest`): what is counted does not
/// depend on the order of rows, doubles with every member, and moves with the calendar.
package struct DatasetRewriter {
  let dataset: Dataset
  /// How many copies of every row there are; ids of all but the first get a suffix.
  let copies: Int
  /// By how many days everything is later.
  let shift: Int
  /// Tables whose rows stand in reverse order.
  let reversed: Set<TableName>

  /// - Parameters:
  ///   - dataset: The dataset.
  ///   - copies: How many copies of every row there are.
  ///   - shift: By how many days everything is later.
  ///   - reversed: Tables whose rows stand in reverse order; of members, commitments and milestones
  ///     the order means nothing, of other tables it can.
  package init(
    _ dataset: Dataset, copies: Int = 1, shift: Int = 0, reversed: Set<TableName> = []
  ) {
    self.dataset = dataset
    self.copies = copies
    self.shift = shift
    self.reversed = reversed
  }

  /// The other dataset.
  ///
  /// - Returns: A dataset whose rows refer to each other as those of the first do.
  /// - Complexity: O(rows × copies).
  package func rewritten() -> Dataset {
    Dataset(
      members: members, terms: terms, plans: plans, commitments: commitments,
      milestones: milestones, reports: reports, meetings: meetings,
      inceptionAssessments: inceptionAssessments, commitmentReviews: commitmentReviews,
      completionAssessments: completionAssessments, learningExercises: learningExercises,
      events: events, recordedStatuses: recordedStatuses, taxonomy: dataset.taxonomy,
      origin: .memory)
  }

  // MARK: - Rows

  /// A row of the new dataset: which row it is of the old one, in which copy.
  typealias Source = (row: Int, copy: Int)

  /// The new rows of a table.
  func sources(_ table: TableName, _ count: Int) -> [Source] {
    let rows = reversed.contains(table) ? Array((0..<count).reversed()) : Array(0..<count)
    return (0..<copies).flatMap { copy in rows.map { ($0, copy) } }
  }

  /// Where a row of a table stands in a copy.
  func row(_ row: Int32, of table: TableName, count: Int, in copy: Int) -> Int32 {
    guard row >= 0 else { return row }
    let place = reversed.contains(table) ? Int32(count) - 1 - row : row
    return Int32(copy * count) + place
  }

  func member(_ row: Int32, _ copy: Int) -> Int32 {
    self.row(row, of: .members, count: dataset.members.count, in: copy)
  }
  func plan(_ row: Int32, _ copy: Int) -> Int32 {
    self.row(row, of: .plans, count: dataset.plans.count, in: copy)
  }
  func commitment(_ row: Int32, _ copy: Int) -> Int32 {
    self.row(row, of: .commitments, count: dataset.commitments.count, in: copy)
  }
  func milestone(_ row: Int32, _ copy: Int) -> Int32 {
    self.row(row, of: .milestones, count: dataset.milestones.count, in: copy)
  }

  // MARK: - Cells

  func day(_ day: Day) -> Day { day + shift }

  func days(_ column: OptionalDays, _ sources: [Source]) -> OptionalDays {
    OptionalDays(sources.map { column[$0.row].map { $0 + shift } })
  }

  func ids(_ column: TextArena, _ sources: [Source]) -> TextArena {
    TextArena(
      sources.map { column[$0.row] + ($0.copy == 0 ? "" : "~copy\($0.copy)") })
  }

  func texts(_ column: TextArena, _ sources: [Source]) -> TextArena {
    TextArena(sources.map { column[$0.row] })
  }
}
