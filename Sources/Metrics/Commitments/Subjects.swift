internal import Warehouse

/// What commitments are about: policy areas, sectors or values, by submission.
///
/// A commitment counts in each of its own, so that shares add up to over one. For values those
/// that name none are not in the total.
struct SubjectMetric: CountedMetric {
  private let run: MetricRun
  private let list: CodeList
  private let sets: [CodeSet]
  private let countsEmpty: Bool
  private let items: CommitmentItems

  init(_ run: MetricRun, _ metric: Metric) {
    self.run = run
    let commitments = run.dataset.commitments
    switch metric {
    case .policyArea: (list, sets) = (run.dataset.taxonomy.policyAreas, commitments.policyAreas)
    case .sector: (list, sets) = (run.dataset.taxonomy.sectors, commitments.sectors)
    default: (list, sets) = (Value.list, commitments.values)
    }
    countsEmpty = metric != .value
    items = CommitmentItems(run.dataset)
  }

  var levels: Levels { .codes(list) }

  var rowCount: Int { sets.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    guard let window = run.known else { return }
    let days = run.dataset.commitments.submittedOn
    for commitment in rows where window.contains(days[commitment].number) {
      let set = sets[commitment].rawValue
      if set == 0, !countsEmpty { continue }
      tally.add(items.item(commitment, on: days[commitment]), levels: set)
    }
  }
}

/// Whether the resources of commitments are secured, of those that say, by submission.
struct ResourcesMetric: CountedMetric {
  private let run: MetricRun
  private let items: CommitmentItems

  init(_ run: MetricRun) {
    self.run = run
    items = CommitmentItems(run.dataset)
  }

  var levels: Levels { .codes(Extent.list) }

  var rowCount: Int { run.dataset.commitments.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    guard let window = run.known else { return }
    let commitments = run.dataset.commitments
    for commitment in rows where window.contains(commitments.submittedOn[commitment].number) {
      guard let extent = commitments.resourcesSecured[commitment] else { continue }
      tally.add(
        items.item(commitment, on: commitments.submittedOn[commitment]),
        levels: 1 << UInt64(extent.rawValue))
    }
  }
}
