public import Membership
internal import Synchronization
public import Warehouse

/// A dataset as known on a day under rules: what metrics are asked of.
///
/// Histories and the replay are computed once, when a metric first needs them.
public final class Cohort: Sendable {
  /// The data.
  public let dataset: Dataset
  /// The day whose knowledge counts: T of metrics.md.
  public let asOf: Day
  /// The rules.
  public let schedule: RuleSchedule
  /// On how many threads things are computed; no result depends on it.
  public let threads: Int

  private let kept = Mutex<Kept>(Kept())

  private struct Kept: Sendable {
    var histories: MemberHistories?
    var replay: Replay?
  }

  /// A dataset as known on a day under rules.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - asOf: The day whose knowledge counts.
  ///   - schedule: The rules.
  ///   - threads: On how many threads things are computed.
  public init(
    of dataset: Dataset, asOf: Day, under schedule: RuleSchedule = .handbook, threads: Int = 1
  ) {
    self.dataset = dataset
    self.asOf = asOf
    self.schedule = schedule
    self.threads = max(threads, 1)
  }

  /// What the rules can see of every member.
  ///
  /// - Complexity: O(rows) the first time.
  public var histories: MemberHistories {
    kept.withLock { kept in
      if let histories = kept.histories { return histories }
      let histories = MemberHistories(of: dataset, asOf: asOf, threads: threads)
      kept.histories = histories
      return histories
    }
  }

  /// Every member's spells up to the as-of day.
  ///
  /// - Complexity: O(rows) the first time.
  public var replay: Replay {
    let histories = histories
    return kept.withLock { kept in
      if let replay = kept.replay { return replay }
      let replay = Replay(of: histories, under: schedule, threads: threads)
      kept.replay = replay
      return replay
    }
  }

  /// The rules that metrics judge by: those in force on the as-of day.
  var rules: RuleSet { schedule.rules(on: asOf) }
}
