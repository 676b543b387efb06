import Warehouse

/// Days of activity as they are found, in any order, later sorted by member.
struct ActivityDays: Sendable {
  /// Progress in the tracker, as each thread found it.
  var progress: [ProgressDays]
  /// Other activity: a member and a day, the member in the upper half.
  private var found: [UInt64] = []

  init(progress: [ProgressDays]) { self.progress = progress }

  /// Notes a day of activity.
  mutating func add(_ day: Int32, of member: Int) {
    found.append(UInt64(truncatingIfNeeded: member) << 32 | UInt64(UInt32(bitPattern: day)))
  }

  /// The days of each member from `joined_on` on, ascending, each once, and where each member's
  /// begin.
  func days(
    of records: [MemberRecord], by compiler: HistoryCompiler, threads: Int
  ) -> (days: [Int32], starts: [Int32]) {
    let memberCount = records.count - 1
    let (grouped, groups) = byMember(memberCount, compiler)
    let joined = records.map(\.joinedOn)
    let parts = Parallel.map(threads, threads: threads) { part in
      DaySorter.sort(
        grouped, starts: groups, joined: joined,
        members: memberCount * part / threads..<memberCount * (part + 1) / threads)
    }
    var days: [Int32] = []
    var starts: [Int32] = []
    days.reserveCapacity(parts.reduce(0) { $0 + $1.days.count })
    starts.reserveCapacity(memberCount + 1)
    for part in parts {
      for count in part.counts { starts.append(Int32(days.count) + count) }
      days.append(contentsOf: part.days)
    }
    starts.append(Int32(days.count))
    return (days, starts)
  }

  /// The days grouped by member, those of a member as they were found, and where each group begins.
  private func byMember(
    _ memberCount: Int, _ compiler: HistoryCompiler
  ) -> (days: [Int32], starts: [Int32]) {
    var starts = [Int32](repeating: 0, count: memberCount + 1)
    for part in progress {
      part.forEachRun { target, days in
        compiler.forEachMember(target) { starts[$0 + 1] += Int32(days.count) }
      }
    }
    for item in found { starts[Int(item >> 32) + 1] += 1 }
    for member in 0..<memberCount { starts[member + 1] += starts[member] }
    var next = starts
    var days = [Int32](repeating: 0, count: Int(starts[memberCount]))
    var places = next.mutableSpan
    var sorted = days.mutableSpan
    for part in progress {
      let found = part.days.span
      part.forEachRun { target, days in
        compiler.forEachMember(target) { member in
          var place = Int(places[member])
          for index in days {
            sorted[place] = found[index]
            place &+= 1
          }
          places[member] = Int32(truncatingIfNeeded: place)
        }
      }
    }
    for item in found {
      let member = Int(item >> 32)
      sorted[Int(places[member])] = Int32(truncatingIfNeeded: item)
      places[member] &+= 1
    }
    return (days, starts)
  }
}

/// The days of progress in the tracker, in runs that belong to the same members: rows mostly stand
/// near others of the same plan.
struct ProgressDays: Sendable {
  /// The days, run after run.
  var days: [Int32] = []
  /// Whom each run belongs to, and where it ends in ``days``.
  var runs: [(target: Target, end: Int)] = []

  /// Calls with each run: whom it belongs to, and where its days stand.
  @inline(__always)
  func forEachRun(_ body: (Target, Range<Int>) -> Void) {
    var start = 0
    for (target, end) in runs {
      body(target, start..<end)
      start = end
    }
  }
}

/// Puts the days of one member after another in order, by setting a bit a day: as quick as counting,
/// and a day that stands twice comes out once.
private struct DaySorter {
  private var bits: [UInt64] = []

  /// Some members' days in order, and where each member's begin.
  static func sort(
    _ days: [Int32], starts: [Int32], joined: [Int32], members: Range<Int>
  ) -> (days: [Int32], counts: [Int32]) {
    var sorter = DaySorter()
    var result: [Int32] = []
    var counts: [Int32] = []
    counts.reserveCapacity(members.count)
    result.reserveCapacity(Int(starts[members.upperBound] - starts[members.lowerBound]))
    for member in members {
      counts.append(Int32(result.count))
      sorter.sort(
        days.span.extracting(Int(starts[member])..<Int(starts[member + 1])), from: joined[member],
        into: &result)
    }
    return (result, counts)
  }

  private mutating func sort(_ days: Span<Int32>, from joined: Int32, into result: inout [Int32]) {
    var (first, last, previous) = (Int32.max, Int32.min, Int32.min)
    var isSorted = true
    for index in days.indices where days[index] >= joined {
      first = min(first, days[index])
      last = max(last, days[index])
      isSorted = isSorted && previous < days[index]
      previous = days[index]
    }
    guard first <= last else { return }
    if isSorted {
      for index in days.indices where days[index] >= joined { result.append(days[index]) }
      return
    }
    let wordCount = Int(last - first) >> 6 + 1
    if bits.count < wordCount {
      bits.append(contentsOf: repeatElement(0, count: wordCount - bits.count))
    }
    var words = bits.mutableSpan
    for index in days.indices where days[index] >= joined {
      let place = Int(days[index] &- first)
      words[place >> 6] |= 1 << UInt64(truncatingIfNeeded: place & 63)
    }
    for word in 0..<wordCount {
      var rest = words[word]
      words[word] = 0
      let base = first &+ Int32(truncatingIfNeeded: word << 6)
      while rest != 0 {
        result.append(base &+ Int32(truncatingIfNeeded: rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
    }
  }
}

extension HistoryCompiler {
  /// Plans submitted, co-creation begun, activities resumed, co-creation meetings.
  func addActivities(to activity: inout ActivityDays) {
    let plans = dataset.plans
    for plan in 0..<plans.count where plans.submittedOn[plan].number <= asOf {
      for member in plans.members[plan] {
        activity.add(plans.submittedOn[plan].number, of: Int(member))
      }
    }
    let meetings = dataset.meetings
    for meeting in 0..<meetings.count
    where meetings.phases[meeting] == .coCreation && meetings.heldOn[meeting].number <= asOf {
      activity.add(meetings.heldOn[meeting].number, of: Int(meetings.members[meeting]))
    }
    let events = dataset.events
    for event in 0..<events.count where events.on[event].number <= asOf {
      switch events.kinds[event] {
      case .coCreationStarted, .resumed:
        activity.add(events.on[event].number, of: Int(events.members[event]))
      default: continue
      }
    }
  }

  /// Completion assessments: `complete` finishes, `substantial` and `complete` are activity.
  func addCompletionAssessments(to activity: inout ActivityDays, finished: inout [Int32]) {
    let assessments = dataset.completionAssessments
    for row in 0..<assessments.count {
      let on = assessments.submittedOn[row].number
      let completion = assessments.completions[row]
      guard on <= asOf, completion >= .substantial else { continue }
      let commitment = Int(assessments.commitments[row])
      if completion == .complete { finished[commitment] = min(finished[commitment], on) }
      forEachMember(of: commitment) { activity.add(on, of: $0) }
    }
  }
}
