public import Membership
public import Warehouse

/// How near every member's status is to being another one: `simulate --margins`.
///
/// For each member and each parameter that statuses depend on, one at a time: the nearest value at
/// which the status on the as-of day would be another one. Of two values as near the higher one
/// counts, which is the milder rule; never counts as further than any number. All values that the
/// parameter takes are looked at, not only near ones.
///
/// A status is missed by the fewest days by which all limits that the parameter sets would have to
/// lie later (where the nearest value is higher) or earlier (where it is lower) for it to be
/// another one: a plan that came twelve days after its deadline missed it by twelve days. For
/// quarters and requirements it is the difference of the two values. From never there is no limit
/// to move, and no number of quarters makes never: it is empty there.
public struct Margins: Sendable {
  /// By member, then by parameter.
  public let margins: [Margin]

  /// Looks for the margins of all members.
  ///
  /// - Parameters:
  ///   - histories: What the rules can see.
  ///   - schedule: The rules over time; where there is a reform, its values are varied.
  ///   - members: Rows of the members table, ascending; `nil`: all.
  ///   - threads: On how many threads; the result does not depend on it.
  ///   - control: How the run is followed and stopped.
  /// - Throws: ``RunCancelled``.
  public init(
    of histories: MemberHistories, under schedule: RuleSchedule, members: [Int]? = nil,
    threads: Int = 1, control: RunControl = .silent
  ) throws(RunCancelled) {
    let parts = try WorkQueue.run(
      members ?? Array(0..<histories.memberCount), threads: threads, control: control
    ) { queue in
      var finder = MarginFinder(of: histories, under: schedule)
      var found: [Margin] = []
      while let taken = queue.next() {
        for member in taken { found += finder.margins(of: member) }
        queue.finished(taken)
      }
      return found
    }
    // Each member's margins stand in order; members were taken in any.
    margins = parts.joined().enumerated()
      .sorted { ($0.element.member, $0.offset) < ($1.element.member, $1.offset) }
      .map(\.element)
  }

  /// One row a member and parameter, in the data's order.
  ///
  /// - Parameter dataset: The dataset simulated.
  /// - Returns: `member_id,parameter,value,nearest_value,status,status_then,missed_by,unit`; where
  ///   no value makes another status, `nearest_value`, `status_then` and `missed_by` are empty.
  public func table(of dataset: Dataset) -> ResultTable {
    func cell(_ value: Int?) -> ResultTable.Cell { value.map { .count($0) } ?? .word("never") }
    func cell(_ status: Status) -> ResultTable.Cell { .code(status.code, list: Status.list) }
    return ResultTable(
      name: "margins",
      columns: [
        ResultTable.Column("member_id", .label), ResultTable.Column("parameter", .label),
        ResultTable.Column("value", .count), ResultTable.Column("nearest_value", .count),
        ResultTable.Column("status", .label), ResultTable.Column("status_then", .label),
        ResultTable.Column("missed_by", .count), ResultTable.Column("unit", .label),
      ],
      rows: margins.map { margin in
        [
          .text(dataset.members.ids[margin.member]), .text(margin.parameter.name),
          cell(margin.value), margin.change.map { cell($0.value) } ?? .empty, cell(margin.status),
          margin.change.map { cell($0.status) } ?? .empty,
          margin.change?.missedBy.map { .count($0) } ?? .empty, .word(margin.unit.rawValue),
        ]
      })
  }
}
