public import Warehouse

extension Replay {
  /// One member that something will happen to.
  public struct Task: Hashable, Sendable {
    /// A row of the members table.
    public let member: Int
    /// What happens, and when.
    public let consequence: Consequence
    /// The evidence that would stop it if dated before that day; all groups are needed.
    public let stoppedBy: [EvidenceGroup]
  }

  /// The members to whom something happens within so many days if nothing more is filed, soonest
  /// first, then in the order of the data.
  ///
  /// - Parameters:
  ///   - days: How many days after the as-of day are looked at.
  ///   - threads: On how many threads.
  /// - Returns: The tasks.
  public func worklist(within days: Int, threads: Int = 1) -> [Task] {
    let last = min(horizon, asOf + min(max(days, 0), 100_000))
    let parts = max(threads, 1)
    let found = Parallel.map(parts, threads: threads) { part in
      var machine = machine()
      return (memberCount * part / parts..<memberCount * (part + 1) / parts).compactMap {
        task(for: $0, by: last, machine: &machine)
      }
    }
    return found.joined().sorted {
      ($0.consequence.on, $0.member) < ($1.consequence.on, $1.member)
    }
  }

  /// The worklist as a table: `ogpstats status --worklist`.
  ///
  /// - Parameters:
  ///   - dataset: The dataset that was replayed.
  ///   - days: How many days after the as-of day are looked at.
  ///   - threads: On how many threads.
  /// - Returns: `member_id,on,becomes,reasons,stopped_by`; in `stopped_by` every item between `;`
  ///   is needed, and of items with `|` between them one.
  public func worklistTable(
    of dataset: Dataset, within days: Int, threads: Int = 1
  ) -> ResultTable {
    ResultTable(
      name: "worklist",
      columns: [
        ResultTable.Column("member_id", .label), ResultTable.Column("on", .day),
        ResultTable.Column("becomes", .label), ResultTable.Column("reasons", .label),
        ResultTable.Column("stopped_by", .label),
      ],
      rows: worklist(within: days, threads: threads).map { task in
        [
          .text(dataset.members.ids[task.member]), .day(task.consequence.on),
          .status(task.consequence.status), .reasons(task.consequence.reasons),
          task.stoppedBy.isEmpty ? .empty : .words(task.stoppedBy.map(\.code)),
        ]
      })
  }

  /// The last day that a next consequence is looked for.
  private var horizon: Day { histories.horizon }

  private func task(for member: Int, by last: Day, machine: inout StatusMachine) -> Task? {
    guard let current = current(of: member), current.status < .revoked else { return nil }
    var silent = SilentSink()
    _ = machine.play(member, of: histories, into: &silent)
    var story = StorySink()
    guard machine.advanceToChange(through: last.number, of: histories, into: &story),
      let entry = story.entries.last
    else { return nil }
    let on = Day(number: machine.now)
    return Task(
      member: member,
      consequence: Consequence(status: machine.status, on: on, reasons: machine.reasons),
      stoppedBy: EvidenceGroup.stopping(entry.steps, under: schedule.rules(on: on)))
  }
}
