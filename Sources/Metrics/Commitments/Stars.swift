internal import Warehouse

/// What the star rule in force says of commitments (irm-import.md, readings.md 45, 55).
struct StarsMetric: CountedMetric {
  private let run: MetricRun
  private let rule: StarRule
  private let facts: StarFacts
  private let items: CommitmentItems

  init(_ run: MetricRun) {
    self.run = run
    rule = StarRule(run.cohort.rules)
    facts = StarFacts(of: run.dataset, upTo: run.last)
    items = CommitmentItems(run.dataset)
  }

  var levels: Levels { .words(StarOutcome.allCases.map(\.word)) }

  var rowCount: Int { facts.commitments.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    for commitment in rows {
      let fact = facts.commitments[commitment]
      guard let day = fact.assessedOn, run.days.contains(day.number),
        let outcome = rule.outcome(of: fact)
      else { continue }
      tally.add(items.item(commitment, on: day), levels: 1 << UInt64(outcome.rawValue))
    }
  }
}
