import Warehouse

/// Days of activity as they are found, in any order, later sorted by member.
struct ActivityDays: Sendable {
  /// A member and a day, the member in the upper half.
  private(set) var found: [UInt64] = []
  private var latest: [Int32]

  /// - Parameter memberCount: How many members there are.
  init(memberCount: Int) {
    latest = [Int32](repeating: Int32.min, count: memberCount)
  }

  /// Notes a day of activity; the same day twice in a row is noted once.
  @inline(__always)
  mutating func add(_ day: Int32, of member: Int) {
    guard latest[member] != day else { return }
    latest[member] = day
    found.append(UInt64(member) << 32 | UInt64(UInt32(bitPattern: day)))
  }

  /// Adds what another part found.
  mutating func add(contentsOf other: ActivityDays) { found.append(contentsOf: other.found) }

  /// The days of each member from `joined_on` on, ascending, each once.
  func days(of records: inout [MemberRecord], threads: Int) -> [Int32] {
    let memberCount = records.count - 1
    var starts = [Int32](repeating: 0, count: memberCount + 1)
    for item in found { starts[Int(item >> 32) + 1] += 1 }
    for member in 0..<memberCount { starts[member + 1] += starts[member] }
    var next = starts
    var days = [Int32](repeating: 0, count: found.count)
    for item in found {
      let member = Int(item >> 32)
      days[Int(next[member])] = Int32(bitPattern: UInt32(truncatingIfNeeded: item))
      next[member] += 1
    }
    let joined = records.map(\.joinedOn)
    let (grouped, groups) = (days, starts)
    let parts = Parallel.map(threads, threads: threads) { part in
      Self.sorted(
        grouped, starts: groups, joined: joined,
        members: memberCount * part / threads..<memberCount * (part + 1) / threads)
    }
    var result: [Int32] = []
    result.reserveCapacity(parts.reduce(0) { $0 + $1.days.count })
    var member = 0
    for part in parts {
      for count in part.counts {
        records[member].activity = Int32(result.count) + count
        member += 1
      }
      result.append(contentsOf: part.days)
    }
    records[memberCount].activity = Int32(result.count)
    return result
  }

  /// Some members' days in order, and where each member's begin.
  private static func sorted(
    _ days: [Int32], starts: [Int32], joined: [Int32], members: Range<Int>
  ) -> (days: [Int32], counts: [Int32]) {
    var result: [Int32] = []
    var counts: [Int32] = []
    counts.reserveCapacity(members.count)
    result.reserveCapacity(Int(starts[members.upperBound] - starts[members.lowerBound]))
    var scratch: [Int32] = []
    for member in members {
      counts.append(Int32(result.count))
      let range = Int(starts[member])..<Int(starts[member + 1])
      scratch.removeAll(keepingCapacity: true)
      var isSorted = true
      for index in range where days[index] >= joined[member] {
        if let last = scratch.last, last > days[index] { isSorted = false }
        scratch.append(days[index])
      }
      if !isSorted { scratch.sort() }
      var last = Int32.min
      for day in scratch where day != last {
        result.append(day)
        last = day
      }
    }
    return (result, counts)
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
