internal import Warehouse

/// Which requirements and practices of co-creation plans met, by their latest inception assessment
/// (handbook §3.3).
struct CoCreationMetric: CountedMetric {
  private let run: MetricRun
  private let latest: LatestRows

  init(_ run: MetricRun) {
    self.run = run
    latest = LatestRows(inceptionsIn: run.dataset, upTo: run.last)
  }

  // Level and total numbers: requirements 0 to 3 and all of them 4, out of total 0; practices 5 to
  // 12, out of totals 1 to 8; all of them 13, out of total 9.
  var levels: Levels {
    let requirements = Requirement.allCases.map {
      ResultTable.Cell.code($0.code, list: Requirement.list)
    }
    let practices = Practice.allCases.map { ResultTable.Cell.code($0.code, list: Practice.list) }
    return Levels(
      requirements + [.word("all_requirements")] + practices + [.word("all_practices")],
      totals: [0, 0, 0, 0, 0] + Array(1...9))
  }

  var rowCount: Int { run.dataset.plans.count }

  func count(_ rows: Range<Int>, into tally: inout Tally) {
    let table = run.dataset.inceptionAssessments
    for plan in rows {
      guard let row = latest[plan], run.days.contains(table.submittedOn[row].number) else {
        continue
      }
      var levels = UInt64(table.met[row] & 0b1111)
      if levels == 0b1111 { levels |= 1 << 4 }
      var totals: UInt64 = 1
      for practice in Practice.allCases {
        guard let extent = table.extent(of: practice, in: row) else { continue }
        totals |= 1 << UInt64(practice.number + 1)
        if extent == .yes { levels |= 1 << UInt64(practice.number + 5) }
      }
      if totals == 0b1_1111_1111 {
        totals |= 1 << 9
        if levels >> 5 == 0b1111_1111 { levels |= 1 << 13 }
      }
      tally.add(
        Item(plan: Int32(plan), day: table.submittedOn[row].number), levels: levels,
        totals: totals)
    }
  }
}
