/// What the rules can see of one member: where its facts begin in the flat arrays.
///
/// The next record's numbers are where they end, so there is one record more than members.
package struct MemberRecord: Hashable, Sendable {
  /// `joined_on`, or ``unknown`` where the member joined after the as-of day.
  package var joinedOn: Int32
  /// `first_plan_due_on`, or ``unknown``.
  package var firstPlanDueOn: Int32
  /// The first event `withdrew` from `joined_on` on, or ``unknown``.
  package var withdrewOn: Int32
  /// The quarter that bit 0 of the first word stands for: the one of `joined_on`.
  package var baseQuarter: Int32
  package var plans: Int32
  package var extensions: Int32
  package var pauses: Int32
  package var requirements: Int32
  package var activity: Int32
  package var words: Int32

  /// Later than any day.
  package static let unknown = Int32.max
}

/// A plan of a member, as far as deadlines go.
package struct PlanFact: Hashable, Sendable {
  package var submittedOn: Int32
  package var endsOn: Int32
  /// The row of the plans table; −1 for a plan that was drawn, not read.
  package var row: Int32
}

/// The latest `until` of the extensions granted up to a day.
package struct ExtensionFact: Hashable, Sendable {
  package var on: Int32
  package var until: Int32
}

/// A request for voluntary inactivity.
package struct PauseFact: Hashable, Sendable {
  package var on: Int32
  /// Its last day; ``MemberRecord/unknown``: open-ended.
  package var until: Int32
}

/// The requirement states of a member's assessed plans from a day on.
package struct RequirementFact: Hashable, Sendable {
  package var on: Int32
  /// Bit n is set where some assessed plan has met exactly the requirements of bit pattern n.
  package var present: UInt16
}

/// Sixty-four quarters of a member, the earliest in the lowest bit.
package struct QuarterWord: Hashable, Sendable {
  package var obligated: UInt64 = 0
  package var updated: UInt64 = 0
  package var progress: UInt64 = 0

  /// The quarters that were silent: obligated, and no update.
  var silent: UInt64 { obligated & ~updated }
  /// The quarters that stalled: obligated, and no progress.
  var stalled: UInt64 { obligated & ~progress }
}
