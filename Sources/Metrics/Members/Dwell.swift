internal import Membership
internal import Statistics
internal import Warehouse

/// How long spells last that begin in the window, by status (readings.md 32).
struct DwellMetric: MeasuredMetric {
  private let run: MetricRun
  private let replay: Replay

  /// The statuses that can end.
  private static let statuses: [Status] = [.active, .inactive, .inactiveVoluntary, .probation]

  init(_ run: MetricRun) {
    self.run = run
    replay = run.cohort.replay
  }

  /// A spell of one status.
  private struct Stay {
    let status: Status
    let life: Life
  }

  func table(_ request: MetricRequest, _ space: GroupSpace) -> ResultTable {
    var table = ResultTable(
      name: request.metric.name,
      columns: request.columns(
        space,
        [ResultTable.Column("level", .label)]
          + ["spells", "ended", "median_days", "low", "high"].map {
            ResultTable.Column($0, .count)
          }))
    for group in collect(space).groups {
      let cells = space.cells(of: group.number)
      for status in Self.statuses {
        let lives = group.elements.filter { $0.status == status }.map(\.life)
        table.append(
          cells + [.code(status.code, list: Status.list)] + measures(lives, request)
            + request.note(lives.count))
      }
    }
    return table
  }

  func records(_ space: GroupSpace) -> [MeasureRecord] {
    collect(space).added.compactMap { group, item, stay in
      guard Self.statuses.contains(stay.status) else { return nil }
      return MeasureRecord(
        group: group, item: item, level: .code(stay.status.code, list: Status.list),
        columns: stay.life.ended ? ["spells", "ended"] : ["spells"])
    }
  }

  private func measures(_ lives: [Life], _ request: MetricRequest) -> [ResultTable.Cell] {
    let curve = KaplanMeier(lives)
    let bounds = curve.medianBounds()
    let isSmall = request.isSmall(lives.count)
    let median: [ResultTable.Cell] = [curve.median, bounds.low, bounds.high].map {
      isSmall ? .empty : .count($0)
    }
    return [.count(lives.count), .count(lives.count { $0.ended })] + median
  }

  /// Every spell; one in a final status only gives its group rows.
  private func collect(_ space: GroupSpace) -> Collection<Stay> {
    var collection = Collection<Stay>(space)
    for member in 0..<replay.memberCount {
      for spell in replay.spells(of: member)
      where run.days.contains(spell.from.number) {
        let end = spell.to.map { $0 + 1 }
        let lasted = (end ?? run.cohort.asOf) - spell.from
        collection.add(
          Stay(status: spell.status, life: Life(lasted: lasted, ended: end != nil)),
          of: Item(member: Int32(member), day: spell.from.number))
      }
    }
    return collection
  }
}
