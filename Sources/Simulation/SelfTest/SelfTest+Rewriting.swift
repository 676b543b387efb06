internal import Metrics
internal import Warehouse

extension SelfTest {
  /// Compares every question's table with that of another cohort.
  private func compare(
    _ relation: Relation, with other: Cohort, _ requests: (Metric) -> [MetricRequest],
    _ agree: (ResultTable, ResultTable) -> Bool
  ) -> Outcome {
    var outcome = Outcome(relation)
    for request in Metric.allCases.flatMap(requests) {
      guard let table = table(request), let changed = self.table(request, of: other) else {
        outcome.expect(false, Self.text(request))
        continue
      }
      outcome.expect(agree(table, changed), Self.text(request))
    }
    return outcome
  }

  private func same(_ left: ResultTable, _ right: ResultTable) -> Bool {
    left.columns == right.columns && left.rows == right.rows
  }

  func threads() -> Outcome {
    let other = Cohort(
      of: cohort.dataset, asOf: cohort.asOf, under: cohort.schedule,
      threads: cohort.threads == 1 ? 3 : 1)
    return compare(.threads, with: other, Self.requests, same)
  }

  func rowOrder() -> Outcome {
    let other = DatasetRewriter(
      cohort.dataset, reversed: [.members, .commitments, .milestones]
    ).rewritten()
    return compare(
      .rowOrder,
      with: Cohort(of: other, asOf: cohort.asOf, under: cohort.schedule, threads: cohort.threads),
      Self.requests, same)
  }

  /// Counts double; shares, rates and medians stay, and intervals get narrower.
  func doubled() -> Outcome {
    let other = Cohort(
      of: DatasetRewriter(cohort.dataset, copies: 2).rewritten(), asOf: cohort.asOf,
      under: cohort.schedule, threads: cohort.threads)
    let counts: Set<String> = [
      "count", "total", "spells", "ended", "plans", "joint", "commitments", "finished", "members",
    ]
    let same: Set<String> = [
      "level", "share", "median_days", "p25_days", "p50_days", "p75_days", "commitments_per_plan",
    ]
    return compare(.doubled, with: other, { [MetricRequest($0)] }) { once, twice in
      guard once.columns == twice.columns, once.rows.count == twice.rows.count else {
        return false
      }
      return zip(once.rows, twice.rows).allSatisfy { row, doubled in
        once.columns.indices.allSatisfy { column in
          let name = once.columns[column].name
          if same.contains(name) { return row[column] == doubled[column] }
          guard counts.contains(name), case .count(let one) = row[column],
            case .count(let two) = doubled[column]
          else { return !counts.contains(name) }
          return two == one * 2
        }
      }
    }
  }

  /// Four years are 1,461 days, and quarters and leap days come back with them, but around 2100.
  func shifted() -> Outcome {
    guard let first = Day(year: 1901, month: 1, day: 1),
      let last = Day(year: 2080, month: 1, day: 1),
      cohort.dataset.defaultAsOf.map({ $0 < last }) ?? false, cohort.asOf < last,
      cohort.dataset.plans.endsOn.allSatisfy({ $0 < last }),
      cohort.dataset.members.joinedOn.allSatisfy({ $0 > first }),
      cohort.dataset.plans.submittedOn.allSatisfy({ $0 > first })
    else { return Outcome(.shifted) }
    let days = 1461
    let other = Cohort(
      of: DatasetRewriter(cohort.dataset, shift: days).rewritten(), asOf: cohort.asOf + days,
      under: cohort.schedule, threads: cohort.threads)
    // Groups and columns of days are four years later; everything else is the same.
    let requests = { (metric: Metric) -> [MetricRequest] in
      metric == .statusByQuarter
        ? [] : Self.requests(metric).filter { $0.by.allSatisfy { $0.subject != .day } }
    }
    return compare(.shifted, with: other, requests, same)
  }
}
