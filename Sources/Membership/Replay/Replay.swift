public import Warehouse

/// The status of every member on every day, under one schedule of rules.
public struct Replay: Sendable {
  /// What was replayed.
  public let histories: MemberHistories
  /// The rules it was replayed under.
  public let schedule: RuleSchedule
  private let compiled: CompiledSchedule
  private let spells: [Spell]
  private let spellStarts: [Int32]
  private let verdicts: [DeadlineVerdict]
  private let verdictStarts: [Int32]

  /// Replays all members.
  ///
  /// - Parameters:
  ///   - histories: What the rules can see.
  ///   - schedule: The rules over time.
  ///   - threads: On how many threads; the result does not depend on it.
  public init(of histories: MemberHistories, under schedule: RuleSchedule, threads: Int = 1) {
    self.histories = histories
    self.schedule = schedule
    let compiled = CompiledSchedule(schedule)
    self.compiled = compiled
    let count = histories.memberCount
    let parts = Parallel.map(max(threads, 1), threads: threads) { part in
      Part(
        members: count * part / max(threads, 1)..<count * (part + 1) / max(threads, 1),
        histories: histories, schedule: compiled)
    }
    var spellStarts: [Int32] = []
    var verdictStarts: [Int32] = []
    var spells: [Spell] = []
    var verdicts: [DeadlineVerdict] = []
    spellStarts.reserveCapacity(count + 1)
    verdictStarts.reserveCapacity(count + 1)
    for part in parts {
      for start in part.spellStarts { spellStarts.append(Int32(spells.count) + start) }
      for start in part.verdictStarts { verdictStarts.append(Int32(verdicts.count) + start) }
      if spells.isEmpty {
        spells = part.sink.spells
        verdicts = part.sink.verdicts
      } else {
        spells.append(contentsOf: part.sink.spells)
        verdicts.append(contentsOf: part.sink.verdicts)
      }
    }
    spellStarts.append(Int32(spells.count))
    verdictStarts.append(Int32(verdicts.count))
    self.spells = spells
    self.spellStarts = spellStarts
    self.verdicts = verdicts
    self.verdictStarts = verdictStarts
  }

  /// A range of members replayed on one thread.
  private struct Part: Sendable {
    var sink = SpellSink()
    var spellStarts: [Int32] = []
    var verdictStarts: [Int32] = []

    init(members: Range<Int>, histories: MemberHistories, schedule: CompiledSchedule) {
      spellStarts.reserveCapacity(members.count)
      verdictStarts.reserveCapacity(members.count)
      var machine = StatusMachine(schedule)
      for member in members {
        spellStarts.append(Int32(sink.spells.count))
        verdictStarts.append(Int32(sink.verdicts.count))
        sink.first = sink.spells.count
        _ = machine.play(member, of: histories, into: &sink)
        sink.arrangeVerdicts(from: Int(verdictStarts[verdictStarts.count - 1]))
      }
    }
  }

  /// A machine for one more run under the same rules.
  func machine() -> StatusMachine { StatusMachine(compiled) }

  /// The as-of day.
  public var asOf: Day { histories.asOf }

  /// How many members the dataset has.
  public var memberCount: Int { histories.memberCount }

  /// The spells of a member in order; none if it joined after the as-of day.
  ///
  /// - Parameter member: A row of the members table.
  /// - Returns: The spells, the last one open.
  public func spells(of member: Int) -> ArraySlice<Spell> {
    spells[Int(spellStarts[member])..<Int(spellStarts[member + 1])]
  }

  /// The spell that holds on the as-of day; none if the member joined later.
  ///
  /// - Parameter member: A row of the members table.
  /// - Returns: The member's last spell.
  public func current(of member: Int) -> Spell? { spells(of: member).last }

  /// The spell that a day lies in; none before `joined_on` and after the as-of day.
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - day: Any day.
  /// - Returns: The spell.
  /// - Complexity: O(log spells).
  public func spell(of member: Int, on day: Day) -> Spell? {
    guard day <= asOf else { return nil }
    var low = Int(spellStarts[member])
    var high = Int(spellStarts[member + 1])
    let start = low
    while low < high {
      let middle = (low + high) >> 1
      if spells[middle].from <= day { low = middle + 1 } else { high = middle }
    }
    return low > start ? spells[low - 1] : nil
  }

  /// The status at the end of a day; none before `joined_on` and after the as-of day.
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - day: Any day.
  /// - Returns: The status.
  public func status(of member: Int, on day: Day) -> Status? { spell(of: member, on: day)?.status }

  /// The plan deadlines judged by the as-of day, by the plans they belong to.
  ///
  /// Deadlines that fall on days after the membership ended are left out.
  ///
  /// - Parameter member: A row of the members table.
  /// - Returns: The first plan's, if any, then one for each plan in (`submitted_on`, file) order.
  public func deadlines(of member: Int) -> [JudgedDeadline] {
    let range = Int(verdictStarts[member])..<Int(verdictStarts[member + 1])
    return verdicts[range].map { judged($0, of: member) }
  }

  /// Calls with each deadline of ``deadlines(of:)`` in their order.
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - body: Called with one deadline after another.
  package func forEachDeadline(of member: Int, _ body: (JudgedDeadline) -> Void) {
    for index in Int(verdictStarts[member])..<Int(verdictStarts[member + 1]) {
      body(judged(verdicts[index], of: member))
    }
  }

  private func judged(_ verdict: DeadlineVerdict, of member: Int) -> JudgedDeadline {
    let plans = histories.planRange(of: member)
    let day = Day(number: verdict.day)
    let judgedOn = Day(number: verdict.judgedOn)
    let answer = plans.lowerBound + verdict.index
    return JudgedDeadline(
      kind: verdict.index == 0 ? .firstPlan : .nextPlan,
      plan: verdict.index == 0 ? nil : Int(histories.plans[answer - 1].row),
      day: day, judgedOn: judgedOn, isKept: verdict.isKept,
      answer: answer < plans.upperBound ? Int(histories.plans[answer].row) : nil,
      status: status(of: member, on: day),
      statusWhenJudged: status(of: member, on: judgedOn) ?? .active)
  }

  /// What comes next if nothing more is submitted, reported or met: the first status change
  /// within 120 months after the as-of day.
  ///
  /// - Parameter member: A row of the members table.
  /// - Returns: The change; `nil` if there is none, or the member has not joined.
  /// - Complexity: One more replay of the member, about a microsecond.
  public func next(of member: Int) -> Consequence? {
    var machine = machine()
    return next(of: member, machine: &machine)
  }

  /// What comes next, with a machine to use again.
  func next(of member: Int, machine: inout StatusMachine) -> Consequence? {
    guard let current = current(of: member), current.status < .revoked else { return nil }
    var sink = SilentSink()
    _ = machine.play(member, of: histories, into: &sink)
    guard machine.advanceToChange(through: histories.horizon.number, of: histories, into: &sink)
    else { return nil }
    return Consequence(
      status: machine.status, on: Day(number: machine.now), reasons: machine.reasons)
  }

  /// What comes next for every member, by row of the members table.
  ///
  /// - Parameter threads: On how many threads.
  /// - Returns: As ``next(of:)`` a member.
  public func nextConsequences(threads: Int = 1) -> [Consequence?] {
    let count = memberCount
    let parts = Parallel.map(max(threads, 1), threads: threads) { part in
      var machine = machine()
      return (count * part / max(threads, 1)..<count * (part + 1) / max(threads, 1)).map {
        next(of: $0, machine: &machine)
      }
    }
    return Array(parts.joined())
  }

  /// The first day whose status differs between two replays of one member up to the same as-of
  /// day; reasons alone make no difference (readings.md 46).
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - other: A replay of the same dataset, under other rules or readings.
  /// - Returns: The day; `nil` if every day's status is the same.
  public func firstDifference(of member: Int, from other: Replay) -> Day? {
    Spell.firstDifference(of: spells(of: member), from: other.spells(of: member))
  }
}

extension Spell {
  /// The first day whose status differs between two runs of spells from one first day to one last.
  package static func firstDifference(
    of own: ArraySlice<Spell>, from others: ArraySlice<Spell>
  ) -> Day? {
    for (left, right) in zip(own, others) where left.status != right.status || left.to != right.to {
      guard left.status == right.status else { return max(left.from, right.from) }
      // The shorter one ends first; an open spell ends after the as-of day.
      return [left.to, right.to].compactMap { $0 }.min().map { $0 + 1 }
    }
    return nil
  }
}
