internal import Warehouse

/// The latest assessed completion against the first, `no_evidence` left out (readings.md 52).
struct CompletionChangeMetric: CountedMetric {
  private let run: MetricRun
  private let latest: LatestRows
  /// Each commitment's first row that is not `no_evidence`, −1: none.
  private let first: [Int32]
  private let items: CommitmentItems

  init(_ run: MetricRun) {
    self.run = run
    latest = LatestRows(completionsIn: run.dataset, upTo: run.last)
    items = CommitmentItems(run.dataset)
    let table = run.dataset.completionAssessments
    var first = [Int32](repeating: -1, count: run.dataset.commitments.count)
    for row in 0..<table.count
    where table.submittedOn[row] <= run.last && table.completions[row] != .noEvidence {
      let commitment = Int(table.commitments[row])
      let known = first[commitment]
      if known < 0 || table.submittedOn[row] < table.submittedOn[Int(known)] {
        first[commitment] = Int32(row)
      }
    }
    self.first = first
  }

  var levels: Levels { .words(["decreased", "unchanged", "increased"]) }

  var rowCount: Int { first.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    let table = run.dataset.completionAssessments
    for commitment in rows {
      guard let row = latest[commitment], run.days.contains(table.submittedOn[row].number),
        table.completions[row] != .noEvidence, first[commitment] >= 0,
        Int(first[commitment]) != row
      else { continue }
      let before = table.completions[Int(first[commitment])]
      let after = table.completions[row]
      let level = after < before ? 0 : after == before ? 1 : 2
      tally.add(
        items.item(commitment, on: table.submittedOn[row]), levels: 1 << UInt64(level))
    }
  }
}
