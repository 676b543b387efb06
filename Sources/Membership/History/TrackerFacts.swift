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
    activity.progress += other.activity.progress
  }
}

/// The tracker's rows in blocks, and which commitments each block reports on: a thread that reads the
/// reports on some commitments passes most blocks of the others.
struct ReportBlocks: Sendable {
  private static let size = 4096
  private let rowCount: Int
  private let lowest: [Int32]
  private let highest: [Int32]

  init(_ references: [Int32], threads: Int) {
    rowCount = references.count
    let count = (references.count + Self.size - 1) / Self.size
    let parts = Parallel.map(threads, threads: threads) { part in
      (count * part / threads..<count * (part + 1) / threads).map { block in
        let references = references.span
        var (low, high) = (Int32.max, Int32.min)
        for row in block * Self.size..<min((block + 1) * Self.size, references.count) {
          low = min(low, references[row])
          high = max(high, references[row])
        }
        return (low, high)
      }
    }
    lowest = parts.flatMap { $0.map(\.0) }
    highest = parts.flatMap { $0.map(\.1) }
  }

  /// The most rows of a block.
  var mostRows: Int { Self.size }

  /// Calls with the rows of each block that may report on some commitments.
  @inline(__always)
  func forEach(_ commitments: Range<Int32>, _ body: (Range<Int>) -> Void) {
    for block in lowest.indices
    where lowest[block] < commitments.upperBound && highest[block] >= commitments.lowerBound {
      body(block * Self.size..<min((block + 1) * Self.size, rowCount))
    }
  }
}

extension HistoryCompiler {
  /// Reads all reports, each thread those on a range of commitments, since an item's reports must
  /// be met by one thread in their order.
  func trackerFacts(threads: Int) -> TrackerFacts {
    let count = dataset.commitments.count
    // Each part keeps a state of every item: more are no gain.
    let threads = min(threads, 8)
    let blocks = ReportBlocks(dataset.reports.commitments, threads: threads)
    let parts = Parallel.map(threads, threads: threads) { part in
      let commitments =
        Int32(count * part / threads)..<Int32(count * (part + 1) / threads)
      let progress = ProgressReports(
        dataset: dataset, asOf: asOf, commitments: commitments, blocks: blocks,
        mustBeRecorded: reading.contains(.progressMustBeRecorded))
      return trackerPart(commitments, blocks, progress)
    }
    var facts = parts[0]
    for part in parts.dropFirst() { facts.add(part) }
    return facts
  }

  /// What the reports on some commitments say.
  private func trackerPart(
    _ commitments: Range<Int32>, _ blocks: ReportBlocks, _ progress: ProgressReports
  ) -> TrackerFacts {
    let reports = dataset.reports
    let (on, statuses) = (reports.reportedOn.span, reports.statuses.span)
    let (references, milestones) = (reports.commitments.span, reports.milestones.numbers.span)
    let updateIsProgress = reading.contains(.updatesNeedProgress)
    let memberCount = records.count - 1
    var words = [QuarterWord](repeating: QuarterWord(), count: Int(records[memberCount].words))
    var finishedDays = [Int32](repeating: MemberRecord.unknown, count: dataset.commitments.count)
    var activity = ProgressDays()
    var found: [Int32] = []
    var (count, runStart) = (0, 0)
    // Whom the rows before were about: reports come in runs.
    var current: Target?
    var applies: [AppliesTo] = []
    var latest = Int32.min
    blocks.forEach(commitments) { rows in
      if found.count < count + blocks.mostRows {
        found.append(contentsOf: repeatElement(0, count: max(found.count / 2, blocks.mostRows)))
      }
      var quarters = words.mutableSpan
      var finished = finishedDays.mutableSpan
      var days = found.mutableSpan
      for row in rows {
        let commitment = references[row]
        let day = on[row].number
        guard commitments.contains(commitment), day <= asOf else { continue }
        let target = targets[Int(commitment)]
        if target != current {
          if let current, count > runStart { activity.runs.append((current, count)) }
          runStart = count
          latest = Int32.min
          current = target
          applies.removeAll(keepingCapacity: true)
          forEachMember(target) { applies.append(AppliesTo(records[$0])) }
        }
        // Written either way: whether it is so, nothing tells beforehand.
        let isFinished = (milestones[row] < 0 ? 1 : 0) & (statuses[row] == .finished ? 1 : 0)
        let place = Int(commitment)
        finished[place] = min(finished[place], isFinished != 0 ? day : MemberRecord.unknown)
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
        }
        // Written either way too, and kept where it is activity.
        days[count] = day
        count &+= isProgress && latest != day ? 1 : 0
        if isProgress { latest = day }
      }
    }
    if let current, count > runStart { activity.runs.append((current, count)) }
    activity.days = found
    return TrackerFacts(
      words: words, finished: finishedDays, activity: ActivityDays(progress: [activity]))
  }

  /// Where the quarters are of a member that a commitment applies to.
  private struct AppliesTo {
    let baseQuarter: Int
    let words: Int

    init(_ record: MemberRecord) {
      baseQuarter = Int(record.baseQuarter)
      words = Int(record.words)
    }
  }
}
