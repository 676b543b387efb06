import Membership
public import Statistics
public import Warehouse

/// A projection from an earlier day, scored against what happened.
///
/// The model is fitted to what was known on that day, and projects the quarters since; two simple
/// forecasts are scored beside it. All three are counted the same way, from as many replicates.
public struct Backtest: Sendable {
  /// Who forecasts.
  public enum Forecast: String, CaseIterable, Hashable, Sendable {
    /// The model.
    case projection
    /// Every member keeps its status.
    case nobodyChanges = "nobody_changes"
    /// Statuses change at the rates at which they did in the member's cohort.
    case cohortRates = "cohort_rates"
  }

  /// How one forecast did on one quarter's last day, or on all of them.
  public struct Score: Hashable, Sendable {
    /// How many members were forecast (members times quarters, for all of them).
    public let members: Int
    /// The mean squared distance of the chances from what happened, added over the statuses: 0 at
    /// best, 2 at worst.
    public let brier: Double
    /// The mean of −ln of the chance given to what happened, 0 at best.
    public let logScore: Double
    /// How many of the counts of members by status lie within the 90 % bands.
    public let covered: Proportion
  }

  /// A score of the projection beside a simple forecast's, over all quarters.
  public struct Comparison: Hashable, Sendable {
    /// `brier` or `log_score`.
    public let score: String
    /// The simple forecast.
    public let forecast: Forecast
    /// The projection's score.
    public let projection: Double
    /// The simple forecast's score.
    public let other: Double
    /// Whether the projection's is smaller, which is better.
    public var isBetter: Bool { projection < other }
  }

  /// The day that the model was fitted up to.
  public let from: Day
  /// The last days of the quarters scored.
  public let days: [Day]
  /// For each forecast its score on each day.
  public let scores: [Forecast: [Score]]
  /// For each forecast its score over all days.
  public let totals: [Forecast: Score]
  private let partials: [Forecast: Projection.Partial]
  private let observed: [[Int]]

  /// Fits, projects and scores.
  ///
  /// - Parameters:
  ///   - plan: Its as-of day is the day up to which it is known what happened; at most as many
  ///     quarters as it says are scored. A reform is not.
  ///   - dataset: The data.
  ///   - day: The day to fit up to.
  ///   - threads: On how many threads; no result depends on it.
  ///   - watch: Told how far it is, and asked whether to stop.
  /// - Throws: ``ProjectionError/nothingToScore(_:)`` or ``ProjectionError/stopped``.
  public init(
    _ plan: Projection.Plan, of dataset: Dataset, from day: Day, threads: Int = 1,
    watch: Projection.Watch = .none
  ) throws(ProjectionError) {
    let whole = Timeline(asOf: day, quarters: plan.quarters)
    let quarters = whole.ends.count { $0 <= plan.asOf.number }
    guard quarters > 0 else { throw .nothingToScore(day) }
    let past = try Projection.Plan(
      asOf: day, quarters: quarters, replicates: plan.replicates, seed: plan.seed,
      baseline: plan.baseline, fixed: plan.fixed)
    let threads = max(threads, 1)
    let model = ProjectionModel(
      of: dataset, asOf: day, under: plan.baseline, fixed: plan.fixed, threads: threads)
    let members = dataset.members.ids.inByteOrder.filter { model.histories.hasJoined($0) }
    guard !members.isEmpty else { throw .nothingToScore(day) }
    let replay = Replay(
      of: MemberHistories(of: dataset, asOf: plan.asOf, threads: threads), under: plan.baseline,
      threads: threads)
    days = past.timeline.ends.map { Day(number: $0) }
    from = day
    let days = days
    let outcomes = members.map { member in
      days.map { replay.status(of: member, on: $0) ?? .active }
    }
    observed = days.indices.map { quarter in
      Status.allCases.map { status in outcomes.count { $0[quarter] == status } }
    }
    let run = ReplicateRun(plan: past, members: members, threads: threads, watch: watch)
    let forecasts = Forecasts(model: model, plan: past)
    var partials: [Forecast: Projection.Partial] = [:]
    for forecast in Forecast.allCases {
      partials[forecast] = try run.run(parts: model.members, shard: .whole) {
        forecasts.player(forecast, $0)
      }
    }
    self.partials = partials
    let observed = observed
    let boards = partials.mapValues { partial in
      ScoreBoard(partial, outcomes: outcomes, observed: observed)
    }
    scores = boards.mapValues(\.days)
    totals = boards.mapValues(\.total)
  }

  /// The projection's Brier and log scores beside those of the simple forecasts.
  public var comparisons: [Comparison] {
    guard let own = totals[.projection] else { return [] }
    return [Forecast.nobodyChanges, .cohortRates].flatMap { forecast -> [Comparison] in
      guard let other = totals[forecast] else { return [] }
      return [
        Comparison(
          score: "brier", forecast: forecast, projection: own.brier, other: other.brier),
        Comparison(
          score: "log_score", forecast: forecast, projection: own.logScore,
          other: other.logScore),
      ]
    }
  }

  /// Whether the projection beats both simple forecasts on both scores.
  public var isBetter: Bool { comparisons.allSatisfy(\.isBetter) }

  /// In how many replicates members have a status on a day, forecast by forecast.
  func counts(_ forecast: Forecast, _ quarter: Int, _ status: Status) -> [Int] {
    partials[forecast]?.counts(0, quarter, status.number).map(Int.init) ?? []
  }

  /// How many members have a status on a day.
  func observed(_ quarter: Int, _ status: Status) -> Int { observed[quarter][status.number] }
}

/// The three forecasts as players of members.
private struct Forecasts: Sendable {
  let model: ProjectionModel
  let timeline: Timeline
  let draws: DecisionDraws
  let schedule: CompiledSchedule
  let rates: CohortRates

  init(model: ProjectionModel, plan: Projection.Plan) {
    self.model = model
    timeline = plan.timeline
    draws = DecisionDraws(seed: plan.seed)
    schedule = CompiledSchedule(plan.baseline)
    rates = CohortRates(of: model)
  }

  func player(_ forecast: Backtest.Forecast, _ member: Int) -> ReplicateRun.Player {
    let start = model.replay.current(of: member)?.status ?? .active
    switch forecast {
    case .projection:
      var future = MemberFuture(of: member, in: model, timeline: timeline, draws: draws)
      return { [schedule] replicate, _, each in
        future.play(replicate, under: schedule, each: each)
      }
    case .nobodyChanges:
      return { [timeline] _, _, each in
        for quarter in 0..<timeline.count { each(quarter, start) }
      }
    case .cohortRates:
      let (id, cohort) = (model.members[member].id, model.members[member].cohort)
      let key = DecisionDraws.hash(id)
      return { [timeline, draws, rates] replicate, _, each in
        var status = start
        for quarter in 0..<timeline.count {
          let words = draws.cohortWords(
            member: key, quarter: timeline.first + quarter, replicate: replicate)
          status = rates.next(after: status, cohort: cohort, word: words.w0)
          each(quarter, status)
        }
      }
    }
  }
}

/// One forecast's scores.
private struct ScoreBoard {
  let days: [Backtest.Score]
  let total: Backtest.Score

  /// Scores counts against what happened, member by member in the order of the ids.
  init(_ partial: Projection.Partial, outcomes: [[Status]], observed: [[Int]]) {
    var all = ForecastScore(replicates: partial.plan.replicates)
    var (covered, cells) = (0, 0)
    days = (0..<partial.plan.quarters).map { quarter in
      var score = ForecastScore(replicates: partial.plan.replicates)
      for (member, outcome) in zip(partial.members, outcomes) {
        let counts = partial.outcomes(of: member, 0, quarter).map(Int.init)
        score.add(counts, outcome: outcome[quarter].number)
        all.add(counts, outcome: outcome[quarter].number)
      }
      var inside = 0
      for status in Status.allCases {
        let band = Band(partial.counts(0, quarter, status.number).map(Int.init))
        let count = Double(observed[quarter][status.number])
        if let low = band.low, let high = band.high, low <= count, count <= high { inside += 1 }
      }
      covered += inside
      cells += 6
      return Backtest.Score(score, covered: Proportion(inside, of: 6))
    }
    total = Backtest.Score(all, covered: Proportion(covered, of: cells))
  }
}

extension Backtest.Score {
  fileprivate init(_ score: ForecastScore, covered: Proportion) {
    members = score.forecasts
    brier = score.brier ?? 0
    logScore = score.logScore ?? 0
    self.covered = covered
  }
}

extension TextArena {
  /// The rows in the byte order of their texts.
  fileprivate var inByteOrder: [Int] { (0..<count).sorted { precedes($0, $1) } }
}
