public import Warehouse

extension Replay {
  /// One row a member as at the as-of day: `ogpstats status`.
  ///
  /// Members who join later have no row; members stand in the order of the data.
  ///
  /// - Parameters:
  ///   - dataset: The dataset that was replayed.
  ///   - threads: On how many threads the next consequences are looked for.
  /// - Returns: `member_id,status,since,reasons,next_status,next_on`.
  public func statusTable(of dataset: Dataset, threads: Int = 1) -> ResultTable {
    let next = nextConsequences(threads: threads)
    var rows: [[ResultTable.Cell]] = []
    rows.reserveCapacity(memberCount)
    for member in 0..<memberCount {
      guard let spell = current(of: member) else { continue }
      rows.append([
        .text(dataset.members.ids[member]), .status(spell.status), .day(spell.from),
        .reasons(spell.reasons), next[member].map { .status($0.status) } ?? .empty,
        next[member].map { .day($0.on) } ?? .empty,
      ])
    }
    return ResultTable(
      name: "status",
      columns: [
        ResultTable.Column("member_id", .label), ResultTable.Column("status", .label),
        ResultTable.Column("since", .day), ResultTable.Column("reasons", .label),
        ResultTable.Column("next_status", .label), ResultTable.Column("next_on", .day),
      ], rows: rows)
  }

  /// Every spell: `ogpstats status --history`.
  ///
  /// - Parameter dataset: The dataset that was replayed.
  /// - Returns: `member_id,status,from,to,reasons`; `to` empty for the spell that holds.
  public func historyTable(of dataset: Dataset) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for member in 0..<memberCount {
      let id = ResultTable.Cell.text(dataset.members.ids[member])
      for spell in spells(of: member) {
        rows.append([
          id, .status(spell.status), .day(spell.from), spell.to.map { .day($0) } ?? .empty,
          .reasons(spell.reasons),
        ])
      }
    }
    return ResultTable(
      name: "history",
      columns: [
        ResultTable.Column("member_id", .label), ResultTable.Column("status", .label),
        ResultTable.Column("from", .day), ResultTable.Column("to", .day),
        ResultTable.Column("reasons", .label),
      ], rows: rows)
  }
}

extension ResultTable.Cell {
  /// A membership status.
  static func status(_ status: Status) -> ResultTable.Cell {
    .code(status.code, list: Status.list)
  }

  /// Reasons as words, nothing where there are none.
  static func reasons(_ reasons: Reasons) -> ResultTable.Cell {
    reasons.isEmpty ? .empty : .words(reasons.codes)
  }
}
