import Membership
import Simulation
import Warehouse

/// Projections on their way to be merged.
enum ProjectionParts {
  /// A part as lines: one a member, then one a scenario, quarter and status.
  static func lines(_ partial: Projection.Partial) -> [JSON] {
    let replicates = partial.plan.replicates
    let members = partial.members.map { member in
      JSON.object([
        .init("member", .string(member.id)), .init("cohort", .string(member.cohort)),
        .init("happened", .numbers(member.happened)), .init("total", .numbers(member.total)),
        .init("outcomes", .numbers(member.outcomes)),
      ])
    }
    let counts = stride(from: 0, to: partial.counts.count, by: replicates).map { start in
      JSON.object([.init("counts", .numbers(partial.counts[start..<start + replicates]))])
    }
    return members + counts
  }

  /// The plan as a receipt carries it.
  static func members(of plan: Projection.Plan) -> [JSON.Member] {
    [
      .init("quarters", .count(plan.quarters)), .init("replicates", .count(plan.replicates)),
      .init("seed", .number(String(plan.seed))),
      .init("reform", plan.reform?.reform?.json ?? .null),
      .init("effective", plan.reform?.effective.map { .string($0.description) } ?? .null),
      .init(
        "fixed",
        .object(
          ProjectionDecision.allCases.compactMap { decision in
            plan.fixed[decision].map { .init(decision.name, .number(String($0))) }
          })),
    ]
  }

  /// The plan of a receipt.
  static func plan(_ receipt: JSON) throws -> Projection.Plan {
    let rules = try RuleSet.reading(receipt["rules"] ?? .null)
    var reform: RuleSchedule?
    if let json = receipt["reform"], json != .null {
      reform = RuleSchedule(
        baseline: rules, reform: try RuleSet.reading(json, onto: rules),
        effective: receipt["effective"]?.text.flatMap { Day(iso: $0) })
    }
    var fixed: [ProjectionDecision: Double] = [:]
    for decision in ProjectionDecision.allCases {
      if case .number(let text) = receipt["fixed"]?[decision.name] {
        fixed[decision] = Double(text)
      }
    }
    return try Projection.Plan(
      asOf: receipt["as_of"]?.text.flatMap { Day(iso: $0) } ?? .first,
      quarters: number(receipt["quarters"]) ?? 0, replicates: number(receipt["replicates"]) ?? 0,
      seed: unsigned(receipt["seed"]) ?? 0, baseline: RuleSchedule(rules), reform: reform,
      fixed: fixed)
  }

  private static func number(_ json: JSON?) -> Int? {
    guard case .number(let text) = json else { return nil }
    return Int(text)
  }

  private static func unsigned(_ json: JSON?) -> UInt64? {
    guard case .number(let text) = json else { return nil }
    return UInt64(text)
  }

  /// All parts together.
  static func merged(_ set: PartialSet) throws -> Projection {
    let plan = try plan(set.receipt)
    var whole: Projection.Partial?
    for text in set.parts {
      let part = try part(text, plan)
      if whole == nil { whole = part } else { try whole?.merge(part) }
    }
    guard let whole else { throw RunError("there is no partial result") }
    return Projection(whole)
  }

  private static func part(
    _ text: PartialText, _ plan: Projection.Plan
  ) throws(RunError) -> Projection.Partial {
    var members: [Projection.Partial.Member] = []
    var counts: [Int32] = []
    for line in text.lines {
      if let id = line["member"]?.text, let cohort = line["cohort"]?.text,
        let happened = line["happened"]?.numbers, let total = line["total"]?.numbers,
        let outcomes = line["outcomes"]?.numbers
      {
        members.append(
          Projection.Partial.Member(
            id: id, cohort: cohort, happened: happened, total: total, outcomes: outcomes))
      } else if let numbers = line["counts"]?.numbers {
        counts += numbers
      } else {
        throw RunError("part \(text.shard): a line that is no part of a projection")
      }
    }
    let scenarios = plan.reform == nil ? 1 : 2
    guard members.count == text.memberCount,
      counts.count == scenarios * plan.quarters * Status.allCases.count * plan.replicates
    else { throw RunError("part \(text.shard) has not as many numbers as its plan says") }
    return Projection.Partial(
      plan: plan, shards: [text.shard.index], shardCount: text.shard.count, members: members,
      counts: counts)
  }
}
