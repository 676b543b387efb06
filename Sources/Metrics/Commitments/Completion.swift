internal import Warehouse

/// How far commitments were carried out, by their latest completion assessment.
struct CompletionMetric: CountedMetric {
  private let run: MetricRun
  private let latest: LatestRows
  private let items: CommitmentItems

  init(_ run: MetricRun) {
    self.run = run
    latest = LatestRows(completionsIn: run.dataset, upTo: run.last)
    items = CommitmentItems(run.dataset)
  }

  var levels: Levels {
    let words = ["substantial_or_complete"]
    guard run.isCodable else { return .codes(Completion.list, then: words) }
    return Levels(
      Completion.allCases.dropFirst().map { .code($0.code, list: Completion.list) }
        + words.map { .word($0) })
  }

  var rowCount: Int { run.dataset.commitments.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    let table = run.dataset.completionAssessments
    let (days, completions) = (table.submittedOn, table.completions)
    let window = run.days
    // Without `no_evidence` every level stands one place earlier.
    let first = run.isCodable ? 1 : 0
    for commitment in rows {
      guard let row = latest[commitment], window.contains(days[row].number) else { continue }
      let completion = completions[row]
      if completion == .noEvidence, run.isCodable { continue }
      var levels = UInt64(1) << UInt64(completion.number - first)
      if completion >= .substantial { levels |= 1 << UInt64(5 - first) }
      tally.add(items.item(commitment, on: days[row]), levels: levels)
    }
  }
}
