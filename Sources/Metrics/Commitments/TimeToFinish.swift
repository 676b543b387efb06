internal import Membership
internal import Statistics
internal import Warehouse

/// How long commitments take from their start to being finished (readings.md 32, 36).
struct TimeToFinishMetric: MeasuredMetric {
  private let run: MetricRun
  private let histories: MemberHistories

  init(_ run: MetricRun) {
    self.run = run
    histories = run.cohort.histories
  }

  func table(_ request: MetricRequest, _ space: GroupSpace) -> ResultTable {
    var table = ResultTable(
      name: request.metric.name,
      columns: request.columns(
        space,
        ["commitments", "finished", "p25_days", "p50_days", "p75_days"].map {
          ResultTable.Column($0, .count)
        }))
    for group in collect(space).groups {
      let lives = group.elements
      let curve = KaplanMeier(lives)
      let quartiles: [ResultTable.Cell] = (1...3).map { quarter in
        request.isSmall(lives.count) ? .empty : .count(curve.quantile(quarter, of: 4))
      }
      table.append(
        space.cells(of: group.number) + [.count(lives.count), .count(lives.count { $0.ended })]
          + quartiles + request.note(lives.count))
    }
    return table
  }

  func records(_ space: GroupSpace) -> [MeasureRecord] {
    collect(space).added.map { group, item, life in
      MeasureRecord(
        group: group, item: item,
        columns: life.ended ? ["commitments", "finished"] : ["commitments"])
    }
  }

  private func collect(_ space: GroupSpace) -> Collection<Life> {
    let commitments = run.dataset.commitments
    let plans = run.dataset.plans
    let items = CommitmentItems(run.dataset)
    let asOf = run.cohort.asOf
    var collection = Collection<Life>(space)
    for commitment in 0..<commitments.count {
      let starts = commitments.startsOn[commitment]
      guard run.days.contains(starts.number), starts <= asOf,
        commitments.submittedOn[commitment] <= asOf
      else { continue }
      var seen = min(asOf, plans.endsOn[Int(commitments.plans[commitment])])
      if let withdrawn = commitments.withdrawnOn[commitment] { seen = min(seen, withdrawn) }
      let finished = histories.finishedOn(commitment).flatMap { $0 <= seen ? $0 : nil }
      let lasted = max(0, (finished ?? seen) - starts)
      collection.add(
        Life(lasted: lasted, ended: finished != nil), of: items.item(commitment, on: starts))
    }
    return collection
  }
}
