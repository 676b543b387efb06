internal import Warehouse

/// What the latest review says of commitments: relevant, verifiable, or their potential impact.
struct ReviewMetric: CountedMetric {
  private let run: MetricRun
  private let metric: Metric
  private let latest: LatestRows
  private let items: CommitmentItems

  init(_ run: MetricRun, _ metric: Metric) {
    self.run = run
    self.metric = metric
    latest = LatestRows(reviewsIn: run.dataset, upTo: run.last)
    items = CommitmentItems(run.dataset)
  }

  var levels: Levels {
    metric == .potentialImpact ? .codes(PotentialImpact.list) : .words(["yes", "no"])
  }

  var rowCount: Int { run.dataset.commitments.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    let days = run.dataset.commitmentReviews.submittedOn
    for commitment in rows {
      guard let row = latest[commitment], run.days.contains(days[row].number),
        let level = level(row)
      else { continue }
      tally.add(items.item(commitment, on: days[row]), levels: 1 << UInt64(level))
    }
  }

  /// The level that a review gives, where its cell is not empty.
  private func level(_ row: Int) -> Int? {
    let reviews = run.dataset.commitmentReviews
    switch metric {
    case .relevance: return reviews.relevant[row].map { $0 ? 0 : 1 }
    case .verifiability: return reviews.verifiable[row].map { $0 ? 0 : 1 }
    default: return reviews.potentialImpacts[row]?.number
    }
  }
}
