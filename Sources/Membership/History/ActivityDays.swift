import Warehouse

/// Days of activity as they are found, in any order, later sorted by member.
struct ActivityDays: Sendable {
  /// A member and a day, the member in the upper half.
  private(set) var found: [UInt64]
  private var latest: [Int32]

  /// - Parameters:
  ///   - found: What was found already, as ``item(_:of:)`` writes it.
  ///   - latest: The day noted last for each member.
  init(found: [UInt64], latest: [Int32]) {
    self.found = found
    self.latest = latest
  }

  /// A day of a member as one number.
  @inline(__always)
  static func item(_ day: Int32, of member: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: member) << 32 | UInt64(UInt32(bitPattern: day))
  }

  /// Notes a day of activity; the same day twice in a row is noted once.
  @inline(__always)
  mutating func add(_ day: Int32, of member: Int) {
    guard latest[member] != day else { return }
    latest[member] = day
    found.append(Self.item(day, of: member))
  }

  /// Adds what another part found.
  mutating func add(contentsOf other: ActivityDays) { found.append(contentsOf: other.found) }

  /// The days of each member from `joined_on` on, ascending, each once, and where each member's
  /// begin.
  func days(
    of records: [MemberRecord], threads: Int
  ) -> (days: [Int32], starts: [Int32]) {
    let memberCount = records.count - 1
    let (grouped, groups) = byMember(memberCount)
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
  private func byMember(_ memberCount: Int) -> (days: [Int32], starts: [Int32]) {
    var starts = [Int32](repeating: 0, count: memberCount + 1)
    for item in found { starts[Int(item >> 32) + 1] += 1 }
    for member in 0..<memberCount { starts[member + 1] += starts[member] }
    var next = starts
    var days = [Int32](repeating: 0, count: found.count)
    var places = next.mutableSpan
    var sorted = days.mutableSpan
    for item in found {
      let member = Int(item >> 32)
      sorted[Int(places[member])] = Int32(truncatingIfNeeded: item)
      places[member] &+= 1
    }
    return (days, starts)
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
