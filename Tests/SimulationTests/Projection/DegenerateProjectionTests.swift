import Membership
import Testing
import Warehouse

@testable import Simulation

/// Chances of 0 and 1 leave nothing to chance: the projection is a plain replay.
@Suite("Degenerate projections")
struct DegenerateProjectionTests {
  static let asOf = ProjectionData.middle - 30
  static let quarters = 8

  private func statuses(
    _ fixed: [ProjectionDecision: Double], of dataset: Dataset, asOf: Day = asOf
  ) throws -> [String: [[Int32]]] {
    let projection = try Projection(
      Projection.Plan(
        asOf: asOf, quarters: Self.quarters, replicates: 6, seed: 9, fixed: fixed), of: dataset)
    var result: [String: [[Int32]]] = [:]
    for member in projection.partial.members {
      result[member.id] = (0..<Self.quarters).map {
        Array(projection.partial.outcomes(of: member, 0, $0))
      }
    }
    return result
  }

  /// The replay of a member's history with facts added in each coming quarter.
  private func replayed(
    _ member: Int, of histories: MemberHistories, _ timeline: Timeline,
    adding facts: (inout ExtendedHistory, Int, Quarter) -> Void
  ) -> [Status] {
    var history = ExtendedHistory(of: member, in: histories, through: timeline.last)
    for place in 0..<timeline.count {
      facts(&history, place, Quarter(index: timeline.first + place))
    }
    var sweep = StatusSweep(of: histories)
    var spells: [Spell] = []
    sweep.replay(
      0, of: history.histories, under: CompiledSchedule(.handbook), into: &spells)
    return timeline.ends.map { end in
      spells.last { $0.from.number <= end }?.status ?? .active
    }
  }

  private func all(_ chance: Double) -> [ProjectionDecision: Double] {
    Dictionary(uniqueKeysWithValues: ProjectionDecision.allCases.map { ($0, chance) })
  }

  @Test("Nothing happens any more: the replay runs out as it would with no further facts")
  func nothing() throws {
    let dataset = try #require(ProjectionData.generated)
    var fixed = all(0)
    // Plans still to be assessed meet everything, which changes nothing.
    fixed[.requirementsMet] = 1
    let outcomes = try statuses(fixed, of: dataset)
    let histories = MemberHistories(of: dataset, asOf: Self.asOf)
    let timeline = Timeline(asOf: Self.asOf, quarters: Self.quarters)
    var changed = 0
    for member in 0..<dataset.members.count where histories.hasJoined(member) {
      let expected = replayed(member, of: histories, timeline) { _, _, _ in }
      let own = try #require(outcomes[dataset.members.ids[member]])
      for (quarter, status) in expected.enumerated() {
        #expect(own[quarter][status.number] == 6, "\(member), quarter \(quarter)")
      }
      if Set(expected).count > 1 { changed += 1 }
    }
    #expect(changed > 10)
  }

  @Test("Every quarter is updated with progress: as if the tracker were full")
  func fullTracker() throws {
    let dataset = try #require(ProjectionData.generated)
    var fixed = all(0)
    fixed[.trackerUpdated] = 1
    fixed[.progressMade] = 1
    fixed[.requirementsMet] = 1
    let outcomes = try statuses(fixed, of: dataset)
    let histories = MemberHistories(of: dataset, asOf: Self.asOf)
    let timeline = Timeline(asOf: Self.asOf, quarters: Self.quarters)
    var compared = 0
    for member in 0..<dataset.members.count where histories.hasJoined(member) {
      // The report may come on any day of the quarter; where the first and the last day end
      // alike, every day does.
      let sides = [timeline.begins.map { $0 + 1 }, timeline.ends].map { days in
        replayed(member, of: histories, timeline) { history, place, quarter in
          guard history.isObligated(quarter) else { return }
          history.set(quarter, isObligated: true, isUpdated: true, isProgress: true)
          history.addActivity(on: Day(number: days[place]))
        }
      }
      guard sides[0] == sides[1], sides[0].allSatisfy({ $0 != .inactiveVoluntary }) else {
        continue
      }
      compared += 1
      let own = try #require(outcomes[dataset.members.ids[member]])
      for (quarter, status) in sides[0].enumerated() {
        #expect(own[quarter][status.number] == 6, "\(member), quarter \(quarter)")
      }
    }
    #expect(compared > 15)
  }

  @Test("Everything that helps happens: nobody is lost who was not lost already")
  func everythingGood() throws {
    let dataset = try #require(ProjectionData.generated)
    var fixed = all(1)
    fixed[.leaveTaken] = 0
    fixed[.withdrawn] = 0
    let outcomes = try statuses(fixed, of: dataset)
    let replay = Replay(
      of: MemberHistories(of: dataset, asOf: Self.asOf), under: .handbook)
    var lost = 0
    for member in 0..<dataset.members.count {
      guard let now = replay.current(of: member)?.status else { continue }
      let last = try #require(outcomes[dataset.members.ids[member]]?.last)
      if now >= .revoked {
        lost += 1
        #expect(last[now.number] == 6)
      } else if now != .probation {
        #expect(last[Status.active.number] == 6, "\(dataset.members.ids[member]) \(now)")
      }
    }
    #expect(lost > 0)
  }

  @Test("Everybody withdraws at once")
  func withdrawing() throws {
    let dataset = try #require(ProjectionData.generated)
    var fixed = all(0)
    fixed[.withdrawn] = 1
    fixed[.requirementsMet] = 1
    for (id, outcomes) in try statuses(fixed, of: dataset) {
      #expect(
        outcomes.allSatisfy {
          $0[Status.withdrawn.number] == 6 || $0[Status.revoked.number] == 6
        }, "\(id)")
    }
  }

  @Test("A greater chance of withdrawing withdraws the same members and more, or sooner")
  func coupling() throws {
    let dataset = try #require(ProjectionData.generated)
    func withdrawn(_ chance: Double) throws -> Projection.Partial {
      try Projection.partial(
        Projection.Plan(
          asOf: Self.asOf, quarters: Self.quarters, replicates: 30, seed: 2,
          fixed: [.withdrawn: chance]), of: dataset)
    }
    let (few, many) = (try withdrawn(0.02), try withdrawn(0.08))
    for quarter in 0..<Self.quarters {
      let pairs = zip(
        few.counts(0, quarter, Status.withdrawn.number),
        many.counts(0, quarter, Status.withdrawn.number))
      #expect(pairs.allSatisfy { $0 <= $1 })
    }
    let last = Self.quarters - 1
    let (a, b) = (
      few.counts(0, last, Status.withdrawn.number).reduce(0, +),
      many.counts(0, last, Status.withdrawn.number).reduce(0, +)
    )
    #expect(a < b)
  }
}
