extension Projection {
  /// What some of the members add to a projection: whole numbers that add up in any order.
  ///
  /// Members are split by ``Membership/Shard``; each part reads the whole dataset, since chances
  /// are estimated from all members. Bands, errors and chances are computed once all parts are
  /// together, and are then the same as from one.
  public struct Partial: Hashable, Sendable {
    /// One member's part.
    public struct Member: Hashable, Sendable {
      /// `member_id`.
      public let id: String
      /// The cohort that its chances are shrunk to.
      public let cohort: String
      /// For each situation of each decision, in order, how often it happened in the past.
      public let happened: [Int32]
      /// For each situation of each decision, in order, how often it could have.
      public let total: [Int32]
      /// For each scenario, quarter and status, in this order, in how many replicates the member
      /// had the status on the quarter's last day.
      public let outcomes: [Int32]

      /// One member's part, as it was written.
      ///
      /// - Parameters:
      ///   - id: `member_id`.
      ///   - cohort: Its cohort.
      ///   - happened: A count a situation.
      ///   - total: A count a situation.
      ///   - outcomes: A count a scenario, quarter and status.
      package init(
        id: String, cohort: String, happened: [Int32], total: [Int32], outcomes: [Int32]
      ) {
        self.id = id
        self.cohort = cohort
        self.happened = happened
        self.total = total
        self.outcomes = outcomes
      }
    }

    /// What was projected.
    public let plan: Plan
    /// The parts of the members that are in it, ascending.
    public private(set) var shards: [Int]
    /// How many parts the members were split into.
    public let shardCount: Int
    /// The members in the byte order of their ids.
    public private(set) var members: [Member]
    /// For each scenario, quarter, status and replicate, in this order, how many members have the
    /// status on the quarter's last day.
    public private(set) var counts: [Int32]

    /// A part as it was computed or read back.
    ///
    /// - Parameters:
    ///   - plan: What was projected.
    ///   - shards: The parts of the members that are in it.
    ///   - shardCount: How many parts the members were split into.
    ///   - members: The members, in any order.
    ///   - counts: A number a scenario, quarter, status and replicate.
    package init(
      plan: Plan, shards: [Int], shardCount: Int, members: [Member], counts: [Int32]
    ) {
      self.plan = plan
      self.shards = shards.sorted()
      self.shardCount = shardCount
      self.members = members.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
      self.counts = counts
    }

    /// Whether all members are in it.
    public var isComplete: Bool { shards.count == shardCount }

    /// Adds another part.
    ///
    /// - Parameter other: A part with other members of the same projection.
    /// - Throws: ``ProjectionError/differentPlans`` or ``ProjectionError/overlapping(_:)``.
    /// - Complexity: O(members + counts).
    public mutating func merge(_ other: Partial) throws(ProjectionError) {
      guard plan == other.plan, shardCount == other.shardCount,
        counts.count == other.counts.count
      else { throw .differentPlans }
      if let twice = Set(shards).intersection(other.shards).min() {
        throw .overlapping("part \(twice)/\(shardCount)")
      }
      var merged: [Member] = []
      merged.reserveCapacity(members.count + other.members.count)
      var (left, right) = (members[...], other.members[...])
      while let a = left.first, let b = right.first {
        guard a.id != b.id else { throw .overlapping("member '\(a.id)'") }
        if a.id.utf8.lexicographicallyPrecedes(b.id.utf8) {
          merged.append(left.removeFirst())
        } else {
          merged.append(right.removeFirst())
        }
      }
      members = merged + left + right
      shards = (shards + other.shards).sorted()
      for index in counts.indices { counts[index] += other.counts[index] }
    }

    /// How many members have a status on a quarter's last day, replicate by replicate.
    func counts(_ scenario: Int, _ quarter: Int, _ status: Int) -> ArraySlice<Int32> {
      let start = ((scenario * plan.quarters + quarter) * 6 + status) * plan.replicates
      return counts[start..<start + plan.replicates]
    }

    /// In how many replicates a member has each status on a quarter's last day.
    func outcomes(of member: Member, _ scenario: Int, _ quarter: Int) -> ArraySlice<Int32> {
      let start = (scenario * plan.quarters + quarter) * 6
      return member.outcomes[start..<start + 6]
    }
  }
}
