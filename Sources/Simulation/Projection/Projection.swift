public import Membership
public import Warehouse

/// The future of the cohort: facts drawn for every member and coming quarter, and the rules
/// replayed over them, a thousand times.
///
/// What is drawn is ``ProjectionDecision``; how likely it is, is estimated from the recorded past
/// and shrunk towards the member's cohort. The rules themselves decide nothing by chance: each
/// future is an ordinary replay. Draws are keyed by who, what, when and which replicate, so that
/// threads, parts and the order of files change nothing, and baseline and reform meet the same
/// luck.
///
///     let plan = try Projection.Plan(asOf: day, quarters: 12, replicates: 1000, seed: 7)
///     let projection = try Projection(plan, of: dataset, threads: 2)
///     for table in projection.tables { … }
///
/// In parts, on other machines: `Projection.partial(plan, of:dataset, shard:)` each, then
/// ``Partial/merge(_:)``, then ``init(_:)``.
public struct Projection: Sendable {
  /// What was counted.
  public let partial: Partial

  /// Tables of what was counted, from all parts together.
  ///
  /// - Parameter partial: All parts merged.
  public init(_ partial: Partial) { self.partial = partial }

  /// Projects all members.
  ///
  /// - Parameters:
  ///   - plan: What to project.
  ///   - dataset: The data.
  ///   - threads: On how many threads; no result depends on it.
  ///   - watch: Told how far it is, and asked whether to stop.
  /// - Throws: ``ProjectionError/stopped``.
  public init(
    _ plan: Plan, of dataset: Dataset, threads: Int = 1, watch: Watch = .none
  ) throws(ProjectionError) {
    partial = try Self.partial(plan, of: dataset, threads: threads, watch: watch)
  }

  /// Projects one part of the members.
  ///
  /// - Parameters:
  ///   - plan: What to project.
  ///   - dataset: The whole data.
  ///   - shard: Which part of the members.
  ///   - threads: On how many threads; no result depends on it.
  ///   - watch: Told how far it is, and asked whether to stop.
  /// - Returns: What these members add.
  /// - Throws: ``ProjectionError/stopped``.
  public static func partial(
    _ plan: Plan, of dataset: Dataset, shard: Shard = .whole, threads: Int = 1,
    watch: Watch = .none
  ) throws(ProjectionError) -> Partial {
    let threads = max(threads, 1)
    if watch.isStopped() { throw .stopped }
    let model = ProjectionModel(
      of: dataset, asOf: plan.asOf, under: plan.baseline, fixed: plan.fixed, threads: threads)
    let timeline = plan.timeline
    let draws = DecisionDraws(seed: plan.seed)
    let schedules = plan.schedules.map { CompiledSchedule($0) }
    return try ReplicateRun(
      plan: plan, members: shard.members(of: dataset).filter { model.histories.hasJoined($0) },
      threads: threads, watch: watch
    ).run(parts: model.members, shard: shard) { member in
      var future = MemberFuture(of: member, in: model, timeline: timeline, draws: draws)
      return { replicate, scenario, each in
        future.play(replicate, under: schedules[scenario], each: each)
      }
    }
  }

  /// What a long run tells and asks.
  public struct Watch: Sendable {
    /// Asked between members: whether to stop.
    public let isStopped: @Sendable () -> Bool
    /// Told after each member how many are done, of how many.
    ///
    /// Called from several threads.
    public let advanced: @Sendable (_ done: Int, _ total: Int) -> Void

    /// A watch.
    ///
    /// - Parameters:
    ///   - isStopped: Whether to stop; asked between members.
    ///   - advanced: Told how many members are done, of how many.
    public init(
      isStopped: @escaping @Sendable () -> Bool = { false },
      advanced: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
      self.isStopped = isStopped
      self.advanced = advanced
    }

    /// Nobody watches.
    public static let none = Watch()
  }
}
