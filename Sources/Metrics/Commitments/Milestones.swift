internal import Warehouse

/// Where milestones stand by their latest report (readings.md 35).
struct MilestonesMetric: CountedMetric {
  private let run: MetricRun
  private let latest: LatestRows
  private let items: CommitmentItems

  init(_ run: MetricRun) {
    self.run = run
    latest = LatestRows(reportsIn: run.dataset, upTo: run.last)
    items = CommitmentItems(run.dataset)
  }

  var levels: Levels { .codes(TrackerStatus.list) }

  var rowCount: Int { run.dataset.milestones.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    guard let window = run.known else { return }
    let dataset = run.dataset
    let (milestones, commitments) = (dataset.milestones, dataset.commitments)
    for milestone in rows {
      let commitment = Int(milestones.commitments[milestone])
      let starts = milestones.startsOn[milestone] ?? commitments.startsOn[commitment]
      let ends = milestones.endsOn[milestone] ?? commitments.endsOn[commitment]
      guard starts.number <= window.upperBound, ends.number >= window.lowerBound,
        commitments.submittedOn[commitment] <= run.last
      else { continue }
      if let withdrawn = commitments.withdrawnOn[commitment], withdrawn <= run.last { continue }
      let status = latest[milestone].map { dataset.reports.statuses[$0] } ?? .notStarted
      var item = items.item(commitment, on: starts)
      item.milestone = Int32(milestone)
      tally.add(item, levels: 1 << UInt64(status.rawValue))
    }
  }
}
