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
    let reports = dataset.reports
    let (on, statuses) = (reports.reportedOn.span, reports.statuses.span)
    let (references, milestones) = (reports.commitments.span, reports.milestones.numbers.span)
    let range = Int32(commitments.lowerBound)..<Int32(commitments.upperBound)
    let updateIsProgress = reading.contains(.updatesNeedProgress)
    var facts = emptyTrackerFacts()
    var words = facts.words
    var finishedDays = facts.finished
    var latestDays = [Int32](repeating: Int32.min, count: records.count - 1)
    var found: [UInt64] = []
    var count = 0
    // The members of the commitment that the row before was on: reports come in runs.
    var current: Int32 = -1
    var applies: [AppliesTo] = []
    let blockRows = 4096
    for block in stride(from: 0, to: references.count, by: blockRows) {
      // A plan has four members at most, so a block finds no more days than that.
      if found.count < count + 4 * blockRows {
        found.append(contentsOf: repeatElement(0, count: max(found.count / 2, 4 * blockRows)))
      }
      var quarters = words.mutableSpan
      var finished = finishedDays.mutableSpan
      var latest = latestDays.mutableSpan
      var active = found.mutableSpan
      for row in block..<min(block + blockRows, references.count) {
        let commitment = references[row]
        let day = on[row].number
        guard range.contains(commitment), day <= asOf else { continue }
        if commitment != current {
          current = commitment
          applies.removeAll(keepingCapacity: true)
          forEachMember(of: Int(commitment)) { applies.append(AppliesTo(records[$0], $0)) }
        }
        if milestones[row] < 0, statuses[row] == .finished {
          let place = Int(commitment)
          finished[place] = min(finished[place], day)
        }
        let isProgress = progress.contains(row)
        let isUpdate = isProgress || !updateIsProgress
        let quarter = calendar.quarter(of: day)
        for member in applies {
          let place = quarter &- member.baseQuarter
          if place >= 0 {
            let word = member.words &+ place >> 6
            let shift = UInt64(truncatingIfNeeded: place & 63)
            quarters[word].updated |= (isUpdate ? 1 : 0) << shift
            quarters[word].progress |= (isProgress ? 1 : 0) << shift
          }
          // Written either way, and kept where it is activity: nothing waits for the condition.
          active[count] = ActivityDays.item(day, of: member.member)
          count &+= isProgress && latest[member.member] != day ? 1 : 0
          if isProgress { latest[member.member] = day }
        }
      }
    }
    found.removeSubrange(count...)
    facts.words = words
    facts.finished = finishedDays
    facts.activity = ActivityDays(found: found, latest: latestDays)
    return facts
  }

  /// A member that a commitment applies to, and where its quarters are.
  private struct AppliesTo {
    let member: Int
    let baseQuarter: Int
    let words: Int

    init(_ record: MemberRecord, _ member: Int) {
      self.member = member
      baseQuarter = Int(record.baseQuarter)
      words = Int(record.words)
    }
  }
}
