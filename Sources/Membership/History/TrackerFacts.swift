import Warehouse

/// What the tracker's reports say, by member and by commitment.
struct TrackerFacts: Sendable {
  var words: [QuarterWord]
  /// The earliest `finished` report on each commitment as a whole.
  var finished: [Int32]
  var activity: ActivityDays

  /// Adds what the reports on other commitments say.
  mutating func add(_ other: TrackerFacts) {
    for index in words.indices {
      words[index].updated |= other.words[index].updated
      words[index].progress |= other.words[index].progress
    }
    for index in finished.indices { finished[index] = min(finished[index], other.finished[index]) }
    activity.add(contentsOf: other.activity)
  }
}

extension HistoryCompiler {
  /// Reads all reports, each thread those on a range of commitments, since an item's reports must
  /// be met by one thread in their order.
  func trackerFacts(threads: Int) -> TrackerFacts {
    let count = dataset.commitments.count
    // Each part reads the whole table and keeps a state of every item: more are no gain.
    let threads = min(threads, 8)
    let parts = Parallel.map(threads, threads: threads) { part in
      let commitments = count * part / threads..<count * (part + 1) / threads
      let progress = ProgressReports(
        dataset: dataset, asOf: asOf, commitments: commitments,
        mustBeRecorded: reading.contains(.progressMustBeRecorded))
      return trackerPart(commitments: commitments, progress: progress)
    }
    guard var facts = parts.first else { return emptyTrackerFacts() }
    for part in parts.dropFirst() { facts.add(part) }
    return facts
  }

  private func emptyTrackerFacts() -> TrackerFacts {
    TrackerFacts(
      words: [QuarterWord](repeating: QuarterWord(), count: Int(records[records.count - 1].words)),
      finished: [Int32](repeating: MemberRecord.unknown, count: dataset.commitments.count),
      activity: ActivityDays(memberCount: records.count - 1))
  }

  /// What the reports on some commitments say.
  private func trackerPart(commitments: Range<Int>, progress: ProgressReports) -> TrackerFacts {
    var facts = emptyTrackerFacts()
    let reports = dataset.reports
    let (on, statuses) = (reports.reportedOn.span, reports.statuses.span)
    let (references, milestones) = (reports.commitments.span, reports.milestones.numbers.span)
    let range = Int32(commitments.lowerBound)..<Int32(commitments.upperBound)
    let updateIsProgress = reading.contains(.updatesNeedProgress)
    for row in references.indices {
      let commitment = references[row]
      let day = on[row].number
      guard range.contains(commitment), day <= asOf else { continue }
      if milestones[row] < 0, statuses[row] == .finished {
        let place = Int(commitment)
        facts.finished[place] = min(facts.finished[place], day)
      }
      let isProgress = progress.contains(row)
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
