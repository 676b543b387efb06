internal import Warehouse

/// Plans by submission: how many, how joint, how long, and with how many commitments
/// (readings.md 37).
struct PlansMetric: MeasuredMetric {
  private let run: MetricRun
  /// Each plan's commitments submitted by the last day, withdrawn ones too.
  private let commitmentCounts: [Int]

  init(_ run: MetricRun) {
    self.run = run
    let commitments = run.dataset.commitments
    var counts = [Int](repeating: 0, count: run.dataset.plans.count)
    for commitment in 0..<commitments.count
    where commitments.submittedOn[commitment] <= run.last {
      counts[Int(commitments.plans[commitment])] += 1
    }
    commitmentCounts = counts
  }

  func table(_ request: MetricRequest, _ space: GroupSpace) -> ResultTable {
    var table = ResultTable(
      name: request.metric.name,
      columns: request.columns(
        space,
        [
          ResultTable.Column("plans", .count), ResultTable.Column("joint", .count),
          ResultTable.Column("commitments", .count),
          ResultTable.Column("commitments_per_plan", .number),
          ResultTable.Column("median_days", .number), ResultTable.Column("members", .count),
        ]))
    for group in collect(space).groups {
      table.append(
        space.cells(of: group.number) + measures(group.elements, request)
          + request.note(group.elements.count))
    }
    return table
  }

  func records(_ space: GroupSpace) -> [MeasureRecord] {
    collect(space).added.map { group, item, plan in
      MeasureRecord(
        group: group, item: item,
        columns: run.dataset.plans.isJoint(plan) ? ["plans", "joint"] : ["plans"])
    }
  }

  private func collect(_ space: GroupSpace) -> Collection<Int> {
    var collection = Collection<Int>(space)
    guard let window = run.known else { return collection }
    let plans = run.dataset.plans
    for plan in 0..<plans.count where window.contains(plans.submittedOn[plan].number) {
      collection.add(plan, of: Item(plan: Int32(plan), day: plans.submittedOn[plan].number))
    }
    return collection
  }

  private func measures(_ group: [Int], _ request: MetricRequest) -> [ResultTable.Cell] {
    let plans = run.dataset.plans
    let commitments = group.reduce(0) { $0 + commitmentCounts[$1] }
    let lengths = group.map { plans.endsOn[$0] - plans.startsOn[$0] + 1 }.sorted()
    let middle = lengths[(lengths.count - 1) / 2] + lengths[lengths.count / 2]
    let members = Set(group.flatMap { plans.members[$0] })
    let isSmall = request.isSmall(group.count)
    return [
      .count(group.count), .count(group.count { plans.isJoint($0) }), .count(commitments),
      isSmall ? .empty : .number(Double(commitments) / Double(group.count)),
      isSmall ? .empty : .number(Double(middle) / 2), .count(members.count),
    ]
  }
}
