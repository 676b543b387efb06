import Membership
import Synchronization
import Testing
import Warehouse

@testable import Simulation

@Suite("Projection")
struct ProjectionTests {
  static func plan(
    asOf: Day = ProjectionData.middle, quarters: Int = 6, replicates: Int = 40, seed: UInt64 = 3,
    reform: RuleSchedule? = nil, fixed: [ProjectionDecision: Double] = [:]
  ) throws -> Projection.Plan {
    try Projection.Plan(
      asOf: asOf, quarters: quarters, replicates: replicates, seed: seed, reform: reform,
      fixed: fixed)
  }

  static func reform(_ setting: String, from day: Day?) throws -> RuleSchedule {
    RuleSchedule(
      baseline: .handbook, reform: try RuleSet.handbook.setting([setting]), effective: day)
  }

  @Test("One thread and two count the same")
  func threads() throws {
    let dataset = try #require(ProjectionData.generated)
    let plan = try Self.plan(reform: Self.reform("silent_quarters=3", from: nil))
    let one = try Projection.partial(plan, of: dataset, threads: 1)
    #expect(try Projection.partial(plan, of: dataset, threads: 2) == one)
    #expect(try Projection.partial(plan, of: dataset, threads: 5) == one)
  }

  @Test("Parts of the members add up to all of them", arguments: [2, 7, 64])
  func shards(count: Int) throws {
    let dataset = try #require(ProjectionData.generated)
    let plan = try Self.plan(replicates: 15, reform: Self.reform("inactive_months=2", from: nil))
    let whole = try Projection(plan, of: dataset)
    var merged: Projection.Partial?
    // The last part first: the order in which they come is nothing.
    for part in (1...count).reversed() {
      let partial = try Projection.partial(
        plan, of: dataset, shard: Shard("\(part)/\(count)"), threads: 1)
      #expect(merged?.isComplete != true)
      if merged == nil { merged = partial } else { try merged?.merge(partial) }
    }
    let all = try #require(merged)
    #expect(all.isComplete)
    #expect(Projection(all).tables == whole.tables)
  }

  @Test("The order of members and rows in the files is nothing")
  func shuffled() throws {
    var files = ProjectionData.files
    for name in ["members.csv", "events.csv", "meetings.csv", "inception_assessments.csv"] {
      let lines = try #require(files[name]).split(separator: "\n").map(String.init)
      files[name] = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n") + "\n"
    }
    let dataset = try #require(ProjectionData.generated)
    let plan = try Self.plan(replicates: 15)
    #expect(
      try Projection(plan, of: ProjectionData.read(files)).tables
        == Projection(plan, of: dataset).tables)
  }

  @Test("An identity reform changes nothing, replicate by replicate")
  func identity() throws {
    let dataset = try #require(ProjectionData.generated)
    for day in [nil, ProjectionData.middle + 100, ProjectionData.middle - 400] {
      let plan = try Self.plan(
        replicates: 20,
        reform: RuleSchedule(baseline: .handbook, reform: .handbook, effective: day))
      let projection = try Projection(plan, of: dataset)
      let table = projection.differenceTable
      for name in ["difference", "p05", "p95", "low", "high", "monte_carlo_error"] {
        let column = try #require(table.column(name))
        #expect(table.rows.allSatisfy { $0[column] == .number(0) }, "\(name)")
      }
      for member in projection.partial.members {
        let half = member.outcomes.count / 2
        #expect(member.outcomes[..<half] == member.outcomes[half...])
      }
    }
  }

  @Test("A reform that spares inactivity never costs active members on common draws")
  func reform() throws {
    let dataset = try #require(ProjectionData.generated)
    let plan = try Self.plan(
      replicates: 20, reform: Self.reform("silent_quarters=never", from: ProjectionData.middle + 1))
    let table = try Projection(plan, of: dataset).differenceTable
    let (status, difference) = (
      try #require(table.column("status")), try #require(table.column("difference"))
    )
    var total = 0.0
    for row in table.rows where row[status] == .status(.active) {
      guard case .number(let value) = row[difference] else { continue }
      total += value
    }
    #expect(total >= 0)
  }

  @Test("Replaying only where it can matter gives what replaying every quarter gives")
  func replays() throws {
    let dataset = try #require(ProjectionData.generated)
    let model = ProjectionModel(
      of: dataset, asOf: ProjectionData.middle - 40, under: .handbook, threads: 1)
    let timeline = Timeline(asOf: ProjectionData.middle - 40, quarters: 10)
    let draws = DecisionDraws(seed: 5)
    let reform = CompiledSchedule(
      try Self.reform("silent_quarters=1", from: ProjectionData.middle + 200))
    for member in 0..<dataset.members.count where model.histories.hasJoined(member) {
      var lazy = MemberFuture(of: member, in: model, timeline: timeline, draws: draws)
      var always = MemberFuture(
        of: member, in: model, timeline: timeline, draws: draws, replaysAlways: true)
      for schedule in [CompiledSchedule(.handbook), reform] {
        for replicate in 0..<12 {
          var (left, right): ([Status], [Status]) = ([], [])
          lazy.play(replicate, under: schedule) { _, status in left.append(status) }
          always.play(replicate, under: schedule) { _, status in right.append(status) }
          #expect(left == right, "member \(member), replicate \(replicate)")
        }
      }
    }
  }

  @Test("Every member has one status a quarter; bands are in order and hold the counts")
  func bands() throws {
    let dataset = try #require(ProjectionData.generated)
    let projection = try Projection(Self.plan(), of: dataset)
    let table = projection.bandTable
    #expect(table.rows.count == 6 * 6)
    func number(_ row: [ResultTable.Cell], _ name: String) throws -> Double {
      guard case .number(let value) = row[try #require(table.column(name))] else { return .nan }
      return value
    }
    let joined = projection.partial.members.count
    for quarter in 0..<6 {
      let rows = table.rows[quarter * 6..<quarter * 6 + 6]
      let sum = try rows.reduce(0.0) { try $0 + number($1, "members") }
      #expect(abs(sum - Double(joined)) < 1e-9)
      for row in rows {
        let (low, middle, high) = (
          try number(row, "p05"), try number(row, "p50"), try number(row, "p95")
        )
        #expect(0 <= low && low <= middle && middle <= high && high <= Double(joined))
        #expect(try number(row, "monte_carlo_error") >= 0)
      }
    }
    for row in projection.memberTable.rows {
      let sum = row.dropFirst(3).reduce(0.0) { sum, cell in
        if case .share(let share) = cell { sum + share } else { .nan }
      }
      #expect(abs(sum - 1) < 1e-12)
    }
  }

  @Test("More replicates go on from the same ones")
  func moreReplicates() throws {
    let dataset = try #require(ProjectionData.generated)
    let few = try Projection.partial(Self.plan(replicates: 10), of: dataset)
    let many = try Projection.partial(Self.plan(replicates: 25), of: dataset)
    for quarter in 0..<6 {
      for status in 0..<6 {
        #expect(
          few.counts(0, quarter, status).elementsEqual(many.counts(0, quarter, status).prefix(10)))
      }
    }
    let other = try Projection.partial(Self.plan(replicates: 10, seed: 4), of: dataset)
    #expect(other.counts != few.counts)
  }

  @Test("Parts of other plans, and the same part twice, are refused")
  func refused() throws {
    let dataset = try #require(ProjectionData.generated)
    func part(_ text: String, seed: UInt64 = 3) throws -> Projection.Partial {
      try Projection.partial(
        Self.plan(quarters: 1, replicates: 2, seed: seed), of: dataset, shard: Shard(text))
    }
    var first = try part("1/2")
    #expect(throws: ProjectionError.differentPlans) { try first.merge(part("2/2", seed: 4)) }
    #expect(throws: ProjectionError.differentPlans) { try first.merge(part("2/3")) }
    #expect(throws: ProjectionError.overlapping("part 1/2")) { try first.merge(part("1/2")) }
    let member = try #require(first.members.first)
    let twice = Projection.Partial(
      plan: first.plan, shards: [0], shardCount: 2, members: [member], counts: first.counts)
    #expect(throws: ProjectionError.overlapping("member '\(member.id)'")) {
      try first.merge(twice)
    }
  }

  @Test("A run that is asked to stop stops, and one that goes on tells how far it is")
  func stopping() throws {
    let dataset = try #require(ProjectionData.generated)
    let plan = try Self.plan(quarters: 1, replicates: 1)
    #expect(throws: ProjectionError.stopped) {
      try Projection(plan, of: dataset, watch: Projection.Watch(isStopped: { true }))
    }
    let seen = Seen()
    let projection = try Projection(
      plan, of: dataset, threads: 2, watch: Projection.Watch(advanced: { seen.add($0, $1) }))
    let count = projection.partial.members.count
    #expect(seen.all.map(\.0).sorted() == Array(1...count))
    #expect(seen.all.allSatisfy { $0.1 == count })
  }

  @Test("Before anybody joins there is nothing to project, and every table says so")
  func nobody() throws {
    let dataset = try #require(ProjectionData.generated)
    let projection = try Projection(Self.plan(asOf: Day.first, replicates: 2), of: dataset)
    #expect(projection.memberTable.rows.isEmpty)
    #expect(projection.bandTable.rows.allSatisfy { $0[3] == .number(0) })
    #expect(projection.estimateTable.rows.count == DecisionSlot.count)
  }

  @Test("Numbers out of range are refused with what is allowed")
  func ranges() {
    #expect(throws: ProjectionError.outOfRange("0 quarters", allowed: "1 to 80")) {
      try Self.plan(quarters: 0)
    }
    #expect(throws: ProjectionError.outOfRange("0 replicates", allowed: "1 to 1,000,000")) {
      try Self.plan(replicates: 0)
    }
    #expect(throws: ProjectionError.self) { try Self.plan(fixed: [.planSubmitted: 1.5]) }
  }
}

/// What a watch was told, from several threads.
private final class Seen: Sendable {
  private let told = Mutex<[(Int, Int)]>([])

  func add(_ done: Int, _ total: Int) { told.withLock { $0.append((done, total)) } }

  var all: [(Int, Int)] { told.withLock { $0 } }
}
