internal import Warehouse

/// Whether commitments opened government, overall and in three respects, each with a population of
/// its own (readings.md 45, 50).
struct EarlyResultsMetric: CountedMetric {
  private let run: MetricRun
  private let latest: LatestRows
  private let items: CommitmentItems

  init(_ run: MetricRun) {
    self.run = run
    latest = LatestRows(completionsIn: run.dataset, upTo: run.last)
    items = CommitmentItems(run.dataset)
  }

  var stratum: Axis? {
    let words = ["overall", "information", "participation", "accountability"]
    return Axis(
      name: "opened", source: .stratum, size: words.count, labels: .cells(words.map { .word($0) }))
  }

  var levels: Levels { .codes(EarlyResults.list, then: ["major_or_outstanding"]) }

  var rowCount: Int { run.dataset.commitments.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    let table = run.dataset.completionAssessments
    let columns = [
      table.earlyResults, table.openedInformation, table.openedParticipation,
      table.openedAccountability,
    ]
    for commitment in rows {
      guard let row = latest[commitment], run.days.contains(table.submittedOn[row].number) else {
        continue
      }
      var item = items.item(commitment, on: table.submittedOn[row])
      for (stratum, column) in columns.enumerated() {
        guard let result = column[row] else { continue }
        item.stratum = Int32(stratum)
        var levels = UInt64(1) << UInt64(result.number)
        if result >= .major { levels |= 1 << 5 }
        tally.add(item, levels: levels)
      }
    }
  }
}
