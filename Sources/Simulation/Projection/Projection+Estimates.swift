import Statistics
public import Warehouse

extension Projection {
  /// The chances of all members and of each cohort, with what they are estimated from.
  ///
  /// `happened` of `total` quarters (assessments, for `requirements_met`); `rate` is their share,
  /// `chance` what is used after shrinking, `low` and `high` its 95 % interval for a cohort.
  /// `cohort_weight` is how many observations all members' chance weighs for a cohort's,
  /// `member_weight` how many a cohort's weighs for a member's. The row without a cohort is of all.
  public var estimateTable: ResultTable {
    var table = ResultTable(
      name: "projection_estimates",
      columns: [
        ResultTable.Column("decision", .label), ResultTable.Column("context", .label),
        ResultTable.Column("cohort", .label), ResultTable.Column("happened", .count),
        ResultTable.Column("total", .count), ResultTable.Column("rate", .share),
        ResultTable.Column("chance", .share), ResultTable.Column("low", .share),
        ResultTable.Column("high", .share), ResultTable.Column("cohort_weight", .number),
        ResultTable.Column("member_weight", .number),
      ])
    let chances = decisionChances
    for (slot, (decision, context)) in DecisionSlot.all.enumerated() {
      let situation = chances.situations[slot]
      let fixed = chances.fixedChance(slot)
      func row(
        _ cohort: ResultTable.Cell, _ tally: Proportion, _ chance: Double, _ interval: Interval?
      ) {
        table.append([
          .word(decision.name), .word(context), cohort, .count(tally.count), .count(tally.total),
          .share(tally.share), .share(fixed ?? chance),
          .share(fixed ?? interval?.low), .share(fixed ?? interval?.high),
          .number(situation.cohortStrength), .number(situation.memberStrength),
        ])
      }
      row(.empty, situation.all, situation.allChance, nil)
      let group = BetaBinomial(mean: situation.allChance, strength: situation.cohortStrength)
      for (index, cohort) in chances.cohorts.enumerated() {
        row(
          .text(cohort), situation.cohorts[index], situation.cohortChances[index],
          group.interval(situation.cohorts[index]))
      }
    }
    return table
  }

  /// Each member's own chances, where it has been in the situation.
  ///
  /// In situations that a member has not been in it has its cohort's chance.
  public var memberEstimateTable: ResultTable {
    var table = ResultTable(
      name: "projection_member_estimates",
      columns: [
        ResultTable.Column("member_id", .label), ResultTable.Column("cohort", .label),
        ResultTable.Column("decision", .label), ResultTable.Column("context", .label),
        ResultTable.Column("happened", .count), ResultTable.Column("total", .count),
        ResultTable.Column("chance", .share),
      ])
    let chances = decisionChances
    for member in estimated {
      let own = chances.chances(of: member)
      for (slot, (decision, context)) in DecisionSlot.all.enumerated() {
        let tally = member.tallies[slot]
        guard tally.total > 0 else { continue }
        table.append([
          .text(member.id), .text(member.cohort), .word(decision.name), .word(context),
          .count(tally.count), .count(tally.total), .share(own[slot]),
        ])
      }
    }
    return table
  }

  private var estimated: [DecisionChances.Member] {
    partial.members.map {
      DecisionChances.Member(
        id: $0.id, cohort: $0.cohort,
        tallies: DecisionTallies(happened: $0.happened, total: $0.total))
    }
  }

  private var decisionChances: DecisionChances {
    DecisionChances(of: estimated, fixed: partial.plan.fixed)
  }
}
