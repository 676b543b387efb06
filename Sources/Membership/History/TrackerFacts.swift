import Warehouse

/// What the tracker's reports say, by member and by commitment.
struct TrackerFacts: Sendable {
  var words: [QuarterWord]
  /// The earliest `finished` report on each commitment as a whole.
  var finished: [Int32]
  var activity: ActivityDays
}

extension HistoryCompiler {
  /// Reads all reports, on several threads.
  ///
  /// Whether a report is progress depends on the one before it on the same item, by day and then
  /// by place in the file. Most files have each item's reports in the order of their days; then
  /// one pass in file order does. Where one report is out of order, all are put in order of their
  /// days by counting, and the pass is made again.
  func trackerFacts(threads: Int) -> TrackerFacts {
    // A thread takes a range of commitments: an item's reports must be met by one thread, in order.
    let count = dataset.commitments.count
    func pass(_ order: [Int32]?) -> [TrackerFacts?] {
      Parallel.map(threads, threads: threads) { part in
        trackerPart(
          commitments: count * part / threads..<count * (part + 1) / threads, order: order)
      }
    }
    var parts = pass(nil)
    if parts.contains(where: { $0 == nil }) { parts = pass(reportsByDay()) }
    var facts: TrackerFacts?
    for part in parts {
      guard let part else { continue }
      guard facts != nil else {
        facts = part
        continue
      }
      facts?.add(part)
    }
    return facts ?? emptyTrackerFacts()
  }

  private func emptyTrackerFacts() -> TrackerFacts {
    TrackerFacts(
      words: [QuarterWord](repeating: QuarterWord(), count: Int(records[records.count - 1].words)),
      finished: [Int32](repeating: MemberRecord.unknown, count: dataset.commitments.count),
      activity: ActivityDays(memberCount: records.count - 1))
  }

  /// The rows of the reports in the order of their days, those of one day in file order.
  private func reportsByDay() -> [Int32] {
    let days = dataset.reports.reportedOn
    guard let first = days.min()?.number, let last = days.max()?.number else { return [] }
    var next = [Int32](repeating: 0, count: Int(last - first) + 2)
    for day in days { next[Int(day.number - first) + 1] += 1 }
    for index in 1..<next.count { next[index] += next[index - 1] }
    var order = [Int32](repeating: 0, count: days.count)
    for (row, day) in days.enumerated() {
      let place = Int(day.number - first)
      order[Int(next[place])] = Int32(row)
      next[place] += 1
    }
    return order
  }

  /// Reads the reports on some commitments, in file order or in the order given.
  ///
  /// - Returns: Nothing if, in file order, an item has a report before an earlier day's.
  private func trackerPart(commitments: Range<Int>, order: [Int32]?) -> TrackerFacts? {
    var facts = emptyTrackerFacts()
    let reports = dataset.reports
    let (on, statuses, progress) = (
      reports.reportedOn.span, reports.statuses.span, reports.progress.span
    )
    let (references, milestones) = (reports.commitments.span, reports.milestones.numbers.span)
    let range = Int32(commitments.lowerBound)..<Int32(commitments.upperBound)
    let milestoneCount = dataset.milestones.count
    let needsRecord = reading.contains(.progressMustBeRecorded)
    let updateIsProgress = reading.contains(.updatesNeedProgress)
    // Per item the day and rank of its latest report: (day − 1900-01-01) · 4 + rank, −1 for none.
    var items = [Int32](repeating: -1, count: milestoneCount + dataset.commitments.count)
    for index in 0..<reports.count {
      let row = order.map { Int($0[index]) } ?? index
      let commitment = references[row]
      let day = on[row].number
      guard range.contains(commitment), day <= asOf else { continue }
      let milestone = milestones[row]
      let item = milestone >= 0 ? Int(milestone) : milestoneCount + Int(commitment)
      let status = statuses[row]
      let rank = Int32(status.rank)
      let before = items[item]
      let since = (day - Day.first.number) << 2
      if before >= 0, before & ~3 > since { return nil }
      items[item] = since | rank
      if milestone < 0, status == .finished {
        let place = Int(commitment)
        facts.finished[place] = min(facts.finished[place], day)
      }
      let isProgress: Bool
      switch progress[row] {
      case .some(let recorded): isProgress = recorded
      case nil: isProgress = !needsRecord && rank >= 2 && rank > max(before, 0) & 3
      }
      let isUpdate = isProgress || !updateIsProgress
      let quarter = calendar.quarter(of: day)
      forEachMember(of: Int(commitment)) { member in
        let place = quarter - Int(records[member].baseQuarter)
        if place >= 0 {
          let word = Int(records[member].words) + place >> 6
          let bit = UInt64(1) << UInt64(place & 63)
          if isUpdate { facts.words[word].updated |= bit }
          if isProgress { facts.words[word].progress |= bit }
        }
        if isProgress { facts.activity.add(day, of: member) }
      }
    }
    return facts
  }
}

extension TrackerFacts {
  /// Adds what the reports on other commitments say.
  fileprivate mutating func add(_ other: TrackerFacts) {
    for index in words.indices {
      words[index].updated |= other.words[index].updated
      words[index].progress |= other.words[index].progress
    }
    for index in finished.indices { finished[index] = min(finished[index], other.finished[index]) }
    activity.add(contentsOf: other.activity)
  }
}
