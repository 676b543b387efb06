import Membership
import Synchronization
import Warehouse

/// Members played replicate by replicate on several threads, and counted.
struct ReplicateRun: Sendable {
  /// Plays one replicate of one member in a scenario, and calls back with each quarter's status.
  typealias Player = (_ replicate: Int, _ scenario: Int, _ each: (Int, Status) -> Void) -> Void

  let plan: Projection.Plan
  /// Rows of the members table.
  let members: [Int]
  let threads: Int
  let watch: Projection.Watch

  /// Plays and counts.
  ///
  /// - Parameters:
  ///   - parts: Every member's recorded part, by row.
  ///   - shard: Which part of the members this is.
  ///   - player: Makes one member's player.
  /// - Returns: What the members add.
  /// - Throws: ``ProjectionError/stopped``.
  func run(
    parts: [DecisionChances.Member], shard: Shard, player: @Sendable (Int) -> Player
  ) throws(ProjectionError) -> Projection.Partial {
    let scenarios = plan.schedules.count
    let (replicates, quarters) = (plan.replicates, plan.quarters)
    let cells = scenarios * quarters * 6
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    // Each thread takes member after member and counts for itself; counts add up in any order.
    let results = Parallel.map(threads, threads: threads) { _ in
      var counts = [Int32](repeating: 0, count: cells * replicates)
      var played: [Projection.Partial.Member] = []
      while !watch.isStopped() {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < members.count else { return (counts, played, true) }
        let part = parts[members[index]]
        var outcomes = [Int32](repeating: 0, count: cells)
        let play = player(members[index])
        for scenario in 0..<scenarios {
          for replicate in 0..<replicates {
            play(replicate, scenario) { quarter, status in
              let cell = (scenario * quarters + quarter) * 6 + status.number
              outcomes[cell] += 1
              counts[cell * replicates + replicate] += 1
            }
          }
        }
        played.append(
          Projection.Partial.Member(
            id: part.id, cohort: part.cohort, happened: part.tallies.happened,
            total: part.tallies.total, outcomes: outcomes))
        watch.advanced(done.add(1, ordering: .relaxed).newValue, members.count)
      }
      return (counts, played, false)
    }
    guard results.allSatisfy(\.2) else { throw .stopped }
    var counts = [Int32](repeating: 0, count: cells * replicates)
    for result in results { for cell in counts.indices { counts[cell] += result.0[cell] } }
    return Projection.Partial(
      plan: plan, shards: [shard.index], shardCount: shard.count,
      members: results.flatMap(\.1), counts: counts)
  }
}
