import Warehouse

/// Which reports are progress, one bit a row.
///
/// Whether a report is progress depends on the one before it on the same item, by day and then by
/// place in the file. Most files have an item's reports in the order of their days, and one pass in
/// file order does; the reports on commitments where that is not so are put in order, by counting,
/// and judged again.
struct ProgressReports: Sendable {
  private var bits: [UInt64]

  /// Whether a row is progress.
  @inline(__always)
  func contains(_ row: Int) -> Bool { bits[row >> 6] >> UInt64(row & 63) & 1 != 0 }

  /// Judges the reports on some commitments up to the as-of day.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - asOf: The as-of day.
  ///   - commitments: Rows of the commitments table.
  ///   - blocks: Where their reports may stand.
  ///   - mustBeRecorded: Whether only what the Support Unit calls progress is.
  init(
    dataset: Dataset, asOf: Int32, commitments: Range<Int32>, blocks: ReportBlocks,
    mustBeRecorded: Bool
  ) {
    let reports = dataset.reports
    let (on, statuses, progress) = (
      reports.reportedOn.span, reports.statuses.span, reports.progress.span
    )
    let (references, milestones) = (reports.commitments.span, reports.milestones.numbers.span)
    let milestoneCount = dataset.milestones.count
    let firstDay = Day.first.number
    bits = [UInt64](repeating: 0, count: reports.count / 64 + 1)
    // Per item the day and rank of its latest report: (day − 1900-01-01) · 4 + rank, −1 for none.
    var items = [Int32](repeating: -1, count: milestoneCount + dataset.commitments.count)
    var disordered: [Int32] = []

    /// The item of a report.
    @inline(__always)
    func item(_ row: Int) -> Int {
      let milestone = milestones[row]
      return milestone >= 0 ? Int(milestone) : milestoneCount &+ Int(references[row])
    }

    /// Judges one report after those before it on its item, and says whether they are earlier.
    @inline(__always)
    func judge(
      _ row: Int, _ latest: inout MutableSpan<Int32>, _ marks: inout MutableSpan<UInt64>
    ) -> Bool {
      let rank = Int32(statuses[row].rank)
      let since = (on[row].number &- firstDay) << 2
      let item = item(row)
      let before = latest[item]
      latest[item] = since | rank
      let isRisen = rank > max(max(before, 0) & 3, 1)
      let isProgress = progress[row] ?? (isRisen && !mustBeRecorded)
      marks[row >> 6] |= (isProgress ? 1 : 0) << UInt64(truncatingIfNeeded: row & 63)
      return before & ~3 <= since
    }

    var marks = bits.mutableSpan
    var latest = items.mutableSpan
    blocks.forEach(commitments) { rows in
      for row in rows {
        let commitment = references[row]
        guard commitments.contains(commitment), on[row].number <= asOf else { continue }
        if !judge(row, &latest, &marks), disordered.last != commitment {
          disordered.append(commitment)
        }
      }
    }
    guard !disordered.isEmpty else { return }
    var isDisordered = [Bool](repeating: false, count: dataset.commitments.count)
    for commitment in disordered { isDisordered[Int(commitment)] = true }
    var rows: [Int32] = []
    for row in references.indices
    where on[row].number <= asOf && isDisordered[Int(references[row])] {
      rows.append(Int32(row))
      latest[item(row)] = -1
      marks[row >> 6] &= ~(1 << UInt64(row & 63))
    }
    for row in Self.byDay(rows, reports.reportedOn) { _ = judge(Int(row), &latest, &marks) }
  }

  /// Rows in the order of their days, those of one day in the order given.
  private static func byDay(_ rows: [Int32], _ days: [Day]) -> [Int32] {
    var (first, last) = (Int32.max, Int32.min)
    for row in rows {
      first = min(first, days[Int(row)].number)
      last = max(last, days[Int(row)].number)
    }
    guard first <= last else { return [] }
    var next = [Int32](repeating: 0, count: Int(last - first) + 2)
    for row in rows { next[Int(days[Int(row)].number - first) + 1] += 1 }
    for index in 1..<next.count { next[index] += next[index - 1] }
    var order = [Int32](repeating: 0, count: rows.count)
    for row in rows {
      let place = Int(days[Int(row)].number - first)
      order[Int(next[place])] = row
      next[place] += 1
    }
    return order
  }
}
