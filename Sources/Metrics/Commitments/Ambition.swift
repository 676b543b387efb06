internal import Warehouse

/// Ambition crossed with completion: what was promised against what was done.
///
/// Ambitious is relevant with a moderate impact or more by the latest review; complete is
/// substantial or complete by the latest assessment (readings.md 54).
struct AmbitionMetric: CountedMetric {
  private let run: MetricRun
  private let latest: LatestRows
  private let reviews: LatestRows
  private let items: CommitmentItems

  init(_ run: MetricRun) {
    self.run = run
    latest = LatestRows(completionsIn: run.dataset, upTo: run.last)
    reviews = LatestRows(reviewsIn: run.dataset, upTo: run.last)
    items = CommitmentItems(run.dataset)
  }

  var levels: Levels {
    .words(["ambitious_and_complete", "ambitious_only", "complete_only", "neither"])
  }

  var rowCount: Int { run.dataset.commitments.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    let table = run.dataset.completionAssessments
    let reviewed = run.dataset.commitmentReviews
    for commitment in rows {
      guard let row = latest[commitment], run.days.contains(table.submittedOn[row].number),
        let review = reviews[commitment], let isRelevant = reviewed.relevant[review],
        let impact = reviewed.potentialImpacts[review]
      else { continue }
      let completion = table.completions[row]
      if run.isCodable, completion == .noEvidence { continue }
      let isAmbitious = isRelevant && impact >= .moderate
      let isComplete = completion >= .substantial
      let level = (isAmbitious ? 0 : 2) + (isComplete ? 0 : 1)
      tally.add(
        items.item(commitment, on: table.submittedOn[row]), levels: 1 << UInt64(level))
    }
  }
}
