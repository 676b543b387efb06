import Statistics

/// The chance of each decision in each situation, of all members, their cohorts, and each member.
///
/// Three steps, each a beta-binomial shrinkage (``Statistics/BetaBinomial``):
/// 1. All members: (x + m) ÷ (n + 1), with m the share of the decision in all situations together,
///    itself (x + ½) ÷ (n + 1): a situation that never occurred has the chance of the others.
/// 2. A cohort: its own x of n, pulled towards all members' with the strength under which the
///    cohorts' counts are most likely.
/// 3. A member: its own x of n, pulled towards its cohort's with the strength under which the
///    members' counts are most likely.
struct DecisionChances: Sendable {
  /// One member's part.
  struct Member: Hashable, Sendable {
    let id: String
    let cohort: String
    let tallies: DecisionTallies
  }

  /// The chances in one situation.
  struct Situation: Hashable, Sendable {
    /// All members' count and chance.
    let all: Proportion
    let allChance: Double
    /// For each cohort, in the order of ``DecisionChances/cohorts``.
    let cohorts: [Proportion]
    let cohortChances: [Double]
    /// How many observations all members' chance weighs for a cohort's.
    let cohortStrength: Double
    /// How many observations a cohort's chance weighs for a member's.
    let memberStrength: Double
  }

  /// The cohorts in byte order.
  let cohorts: [String]
  /// One a ``DecisionSlot``.
  let situations: [Situation]
  private let cohortIndices: [String: Int]
  private let fixed: [Double?]

  /// Estimates all chances.
  ///
  /// - Parameters:
  ///   - members: All members in the order of their ids, so that sums do not depend on files.
  ///   - fixed: Chances that are set rather than estimated.
  init(of members: [Member], fixed: [ProjectionDecision: Double]) {
    let cohorts = Set(members.map(\.cohort)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let indices = Dictionary(uniqueKeysWithValues: zip(cohorts, cohorts.indices))
    let cohortOf = members.map { indices[$0.cohort] ?? 0 }
    self.cohorts = cohorts
    cohortIndices = indices
    self.fixed = DecisionSlot.all.map { fixed[$0.decision] }
    situations = ProjectionDecision.allCases.flatMap { decision in
      let slots = DecisionSlot.range(of: decision)
      let together = Self.sum(
        slots.map { slot in
          Self.sum(members.map { $0.tallies[slot] })
        })
      let share = (Double(together.count) + 0.5) / (Double(together.total) + 1)
      return slots.map { slot in
        Self.situation(
          members.map { $0.tallies[slot] }, cohortOf: cohortOf, cohortCount: cohorts.count,
          share: share)
      }
    }
  }

  private static func situation(
    _ members: [Proportion], cohortOf: [Int], cohortCount: Int, share: Double
  ) -> Situation {
    var (counts, totals) = (
      [Int](repeating: 0, count: cohortCount), [Int](repeating: 0, count: cohortCount)
    )
    for (member, cohort) in zip(members, cohortOf) {
      counts[cohort] += member.count
      totals[cohort] += member.total
    }
    let cohorts = zip(counts, totals).map { Proportion($0, of: $1) }
    let all = sum(cohorts)
    let allChance = (Double(all.count) + share) / (Double(all.total) + 1)
    let cohortStrength = BetaBinomial.strength(of: cohorts.map { ($0, allChance) })
    let group = BetaBinomial(mean: allChance, strength: cohortStrength)
    let chances = cohorts.map { group.shrunk($0) }
    let memberStrength = BetaBinomial.strength(
      of: zip(members, cohortOf).map { ($0, chances[$1]) })
    return Situation(
      all: all, allChance: allChance, cohorts: cohorts, cohortChances: chances,
      cohortStrength: cohortStrength, memberStrength: memberStrength)
  }

  private static func sum(_ parts: [Proportion]) -> Proportion {
    Proportion(
      parts.reduce(0) { $0 + $1.count }, of: parts.reduce(0) { $0 + $1.total })
  }

  /// A member's chance in each situation, by ``DecisionSlot``.
  ///
  /// - Parameter member: One of the members given.
  /// - Returns: Chances within 0…1.
  func chances(of member: Member) -> [Double] {
    let cohort = cohortIndices[member.cohort] ?? 0
    return situations.indices.map { slot in
      if let fixed = fixed[slot] { return fixed }
      let situation = situations[slot]
      return BetaBinomial(
        mean: situation.cohortChances[cohort], strength: situation.memberStrength
      ).shrunk(member.tallies[slot])
    }
  }

  /// The chance of a situation if it is set rather than estimated.
  func fixedChance(_ slot: Int) -> Double? { fixed[slot] }
}

extension DecisionTallies {
  /// How often of how often, by the index of a ``DecisionSlot``.
  subscript(slot: Int) -> Proportion {
    Proportion(Int(happened[slot]), of: Int(total[slot]))
  }
}
