internal import Membership
public import Metrics
public import Warehouse

/// Relations that any right computation keeps, tried on the user's own data: `ogpstats selftest`.
///
/// None needs to know the right answer. Source: statistics.md, "Metamorphic relations".
public struct SelfTest: Sendable {
  /// What is tried.
  public enum Relation: String, CaseIterable, Sendable {
    /// One thread and several give the same.
    case threads
    /// Members, commitments and milestones in reverse order change nothing.
    case rowOrder = "row_order"
    /// Every record twice doubles counts and leaves shares.
    case doubled
    /// Four years later everything is the same.
    case shifted
    /// Groups that do not overlap add up to the whole.
    case partition
    /// What `--where` keeps is the row that `--by` prints.
    case filters
    /// The records behind a count add up to it.
    case traces
    /// A reform that changes nothing changes no day of any member.
    case identity
    /// A replay up to an earlier day is the beginning of the later one.
    case beginnings
    /// On each day the statuses add up to the members.
    case occupancy

    /// The word in the table.
    public var name: String { rawValue }
  }

  /// What came of one relation.
  public struct Outcome: Hashable, Sendable {
    /// The relation.
    public let relation: Relation
    /// How many times it was tried; 0: it does not apply to the data.
    public internal(set) var checked = 0
    /// How often it did not hold.
    public internal(set) var broken = 0
    /// The first place where it did not hold.
    public internal(set) var example: String?

    init(_ relation: Relation) { self.relation = relation }

    /// Notes one trial.
    mutating func expect(_ holds: Bool, _ place: @autoclosure () -> String) {
      checked += 1
      guard !holds else { return }
      broken += 1
      if example == nil { example = place() }
    }
  }

  let cohort: Cohort

  /// A test of the program on a dataset.
  ///
  /// - Parameter cohort: The data as known on a day, and the rules.
  public init(of cohort: Cohort) { self.cohort = cohort }

  /// Tries all relations.
  ///
  /// - Returns: An outcome a relation, in their order.
  /// - Complexity: About a hundred times that of all metrics.
  public func run() -> [Outcome] { Relation.allCases.map(run) }

  /// Tries one relation.
  ///
  /// - Parameter relation: Which.
  /// - Returns: How often it was tried and did not hold.
  public func run(_ relation: Relation) -> Outcome {
    switch relation {
    case .threads: threads()
    case .rowOrder: rowOrder()
    case .doubled: doubled()
    case .shifted: shifted()
    case .partition: partition()
    case .filters: filters()
    case .traces: traces()
    case .identity: identity()
    case .beginnings: beginnings()
    case .occupancy: occupancy()
    }
  }

  /// The outcomes as a table: `relation,checked,broken,example`.
  ///
  /// - Parameter outcomes: What ``run()`` returned.
  /// - Returns: A row a relation.
  public static func table(_ outcomes: [Outcome]) -> ResultTable {
    ResultTable(
      name: "selftest",
      columns: [
        ResultTable.Column("relation", .label), ResultTable.Column("checked", .count),
        ResultTable.Column("broken", .count), ResultTable.Column("example", .label),
      ],
      rows: outcomes.map { outcome in
        [
          .word(outcome.relation.name), .count(outcome.checked), .count(outcome.broken),
          outcome.example.map { .text($0) } ?? .empty,
        ]
      })
  }

  // MARK: - Asking

  /// The same questions to any cohort: every metric, alone and by its first-order groups.
  static func requests(_ metric: Metric) -> [MetricRequest] {
    [MetricRequest(metric)]
      + metric.dimensions.filter { $0 != .member && $0 != .plan && $0 != .quarter }
      .map { MetricRequest(metric, by: [$0]) }
  }

  /// The table of a request that is known to be right.
  func table(_ request: MetricRequest, of cohort: Cohort? = nil) -> ResultTable? {
    try? (cohort ?? self.cohort).table(for: request)
  }

  /// A request in words, for examples.
  static func text(_ request: MetricRequest) -> String {
    ([request.metric.name] + request.by.map(\.name)).joined(separator: " by ")
  }
}
