public import Warehouse

/// One of the longest runs of days with one status.
public struct Spell: Hashable, Sendable {
  /// The status of all its days.
  public let status: Status
  /// Its first day.
  public let from: Day
  /// Its last day; `nil`: it holds on the as-of day.
  public internal(set) var to: Day?
  /// For `inactive` the causes, for `probation` every issue opened during it, else none.
  public internal(set) var reasons: Reasons

  package init(status: Status, from: Day, to: Day?, reasons: Reasons) {
    self.status = status
    self.from = from
    self.to = to
    self.reasons = reasons
  }
}

/// A status change to come, if nothing more is submitted, reported or met.
public struct Consequence: Hashable, Sendable {
  /// The status that the member will have.
  public let status: Status
  /// The first day that ends in it.
  public let on: Day
  /// The reasons that its spell begins with.
  public let reasons: Reasons
}

/// A plan deadline that was judged: kept, a cause of inactivity, or spent without effect.
public struct JudgedDeadline: Hashable, Sendable {
  /// Which plan was due.
  public enum Kind: String, Hashable, Sendable {
    /// The first plan after joining.
    case firstPlan = "first_plan"
    /// The next plan after another's end.
    case nextPlan = "next_plan"
  }

  /// Which plan was due.
  public let kind: Kind
  /// The plan whose end set the deadline, a row of the plans table; `nil` for the first plan.
  public let plan: Int?
  /// The deadline as judged: the last day on which the plan could be submitted, moved by
  /// extensions and stopped days.
  public let day: Day
  /// The day on which it was judged: the first after it, and after joining and the plan's
  /// submission.
  public let judgedOn: Day
  /// Whether the plan it waits for was submitted before it was judged.
  public let isKept: Bool
  /// The plan that it waits for, a row of the plans table, if submitted by the as-of day, whether
  /// in time or late.
  public let answer: Int?
  /// The member's status on ``day``; `nil` where that was before it joined.
  public let status: Status?
  /// The member's status on ``judgedOn``.
  public let statusWhenJudged: Status
}
