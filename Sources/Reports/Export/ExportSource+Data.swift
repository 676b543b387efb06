import Membership
import Metrics
import Warehouse

/// The rows of the tables of data.md, in the order of the data.
extension ExportSource {
  var dataRows: [ExportRows] {
    ExportSchema.dataTables.compactMap { table in
      switch table.name {
      case "members": members(table)
      case "terms": terms(table)
      case "plans": plans(table)
      case "commitments": commitments(table)
      case "milestones": milestones(table)
      case "tracker": tracker(table)
      case "meetings": meetings(table)
      case "inception_assessments": inceptionAssessments(table)
      case "commitment_reviews": commitmentReviews(table)
      case "completion_assessments": completionAssessments(table)
      case "learning_exercises": learningExercises(table)
      case "events": events(table)
      case "codes": codes(table)
      case "recorded_statuses": recordedStatuses(table)
      default: nil
      }
    }
  }

  private func members(_ table: ExportTable) -> ExportRows {
    let members = dataset.members
    let next = replay.nextConsequences(threads: cohort.threads)
    return ExportRows(table, count: members.count) { [replay, asOf] row, cells in
      let spell = replay.current(of: row)
      let population = members.populations[row]
      cells += [
        .text(members.ids, row), .text(members.names, row),
        .word(members.countries[row].description), .code(members.regions[row]),
        .code(members.kinds[row]), .number(population), .day(members.joinedOn[row]),
        .text(members.cohorts, row), .day(members.firstPlanDueOn[row]),
        population.map { .word(PopulationBand.names[PopulationBand.number(of: $0)]) } ?? .empty,
        .code(spell?.status), .day(spell?.from), spell.map { .why($0.reasons) } ?? .empty,
        .code(next[row]?.status), .day(next[row]?.on), .flag(members.joinedOn[row] <= asOf),
        .count(row + 1),
      ]
    }
  }

  private func terms(_ table: ExportTable) -> ExportRows {
    let (terms, ids) = (dataset.terms, dataset.members.ids)
    return ExportRows(table, count: terms.count) { row, cells in
      cells += [
        .text(ids, Int(terms.members[row])), .day(terms.startsOn[row]), .day(terms.endsOn[row]),
        .count(row + 1),
      ]
    }
  }

  private func plans(_ table: ExportTable) -> ExportRows {
    let (plans, ids) = (dataset.plans, dataset.members.ids)
    let met = dataset.inceptionAssessments.met
    let (assessed, learned) = (firstInceptions, firstLearnings)
    return ExportRows(table, count: plans.count) { [inceptions, asOf] row, cells in
      cells += [
        .text(plans.ids, row),
        .text(plans.members[row].map { ids[Int($0)] }.joined(separator: ";")),
        .day(plans.submittedOn[row]), .day(plans.startsOn[row]), .day(plans.endsOn[row]),
        .code(plans.monitoringBodies[row]), .number(plans.endorsements[row]),
        .word(plans.isJoint(row) ? "joint" : "single"),
        inceptions[row] < 0 ? .empty : .count(met[Int(inceptions[row])].nonzeroBitCount),
        .day(assessed[row]), .day(learned[row]), .flag(plans.submittedOn[row] <= asOf),
        .count(row + 1),
      ]
    }
  }

  private func commitments(_ table: ExportTable) -> ExportRows {
    let source = self
    let rule = StarRule(rules)
    return ExportRows(table, count: dataset.commitments.count) { row, cells in
      source.fillCommitment(row, rule, &cells)
    }
  }

  private func fillCommitment(_ row: Int, _ rule: StarRule, _ cells: inout [ResultTable.Cell]) {
    let (commitments, taxonomy) = (dataset.commitments, dataset.taxonomy)
    let (assessments, reviewed) = (dataset.completionAssessments, dataset.commitmentReviews)
    let completion = completions[row] < 0 ? nil : Int(completions[row])
    let review = reviews[row] < 0 ? nil : Int(reviews[row])
    let star = rule.outcome(
      specificity: review.flatMap { reviewed.specificities[$0] },
      relevant: review.flatMap { reviewed.relevant[$0] },
      impact: review.flatMap { reviewed.potentialImpacts[$0] },
      completion: completion.map { assessments.completions[$0] })
    cells += [
      .text(commitments.ids, row), .text(dataset.plans.ids, Int(commitments.plans[row])),
      .text(commitments.titles, row), .text(dataset.members.ids, commitments.members[row]),
      .day(commitments.submittedOn[row]), .day(commitments.startsOn[row]),
      .day(commitments.endsOn[row]), .day(commitments.withdrawnOn[row]),
      .codes(commitments.policyAreas[row], taxonomy.policyAreas),
      .codes(commitments.sectors[row], taxonomy.sectors),
      .codes(commitments.values[row], Value.list), .code(commitments.resourcesSecured[row]),
      .text(commitments.leadAgencies, row), .text(commitments.civilSocietyLeads, row),
      .word(isJoint(row) ? "joint" : "separate"), .day(histories.finishedOn(row)),
      .code(completion.map { assessments.completions[$0] }),
      .day(completion.map { assessments.submittedOn[$0] }),
      .day(review.map { reviewed.submittedOn[$0] }),
      .flag(review.flatMap { reviewed.relevant[$0] }),
      .flag(review.flatMap { reviewed.verifiable[$0] }),
      .code(review.flatMap { reviewed.specificities[$0] }),
      .code(review.flatMap { reviewed.potentialImpacts[$0] }),
      star.map { .word($0.word) } ?? .empty, .flag(commitments.submittedOn[row] <= asOf),
      .count(row + 1),
    ]
  }

  private func milestones(_ table: ExportTable) -> ExportRows {
    let (milestones, commitments) = (dataset.milestones, dataset.commitments)
    let statuses = dataset.reports.statuses
    return ExportRows(table, count: milestones.count) { [reports] row, cells in
      let commitment = Int(milestones.commitments[row])
      let (starts, ends) = (milestones.startsOn[row], milestones.endsOn[row])
      cells += [
        .text(milestones.ids, row), .text(commitments.ids, commitment),
        .text(milestones.titles, row), .day(starts), .day(ends), .text(milestones.agencies, row),
        .day(starts ?? commitments.startsOn[commitment]),
        .day(ends ?? commitments.endsOn[commitment]),
        .code(reports[row] < 0 ? .notStarted : statuses[Int(reports[row])]), .count(row + 1),
      ]
    }
  }

  private func tracker(_ table: ExportTable) -> ExportRows {
    let reports = dataset.reports
    let (ids, milestones) = (dataset.commitments.ids, dataset.milestones.ids)
    return ExportRows(table, count: reports.count) { [asOf] row, cells in
      cells += [
        .text(ids, Int(reports.commitments[row])), .text(milestones, reports.milestones[row]),
        .day(reports.reportedOn[row]), .code(reports.statuses[row]),
        .flag(reports.progress[row]), .number(reports.evidence[row]),
        .flag(reports.reportedOn[row] <= asOf), .count(row + 1),
      ]
    }
  }

  private func meetings(_ table: ExportTable) -> ExportRows {
    let meetings = dataset.meetings
    let (ids, plans) = (dataset.members.ids, dataset.plans.ids)
    return ExportRows(table, count: meetings.count) { [asOf] row, cells in
      cells += [
        .text(ids, Int(meetings.members[row])), .text(plans, meetings.plans[row]),
        .day(meetings.heldOn[row]), .code(meetings.phases[row]), .flag(meetings.government[row]),
        .flag(meetings.nonGovernment[row]), .flag(meetings.hadBothSides(row)),
        .flag(meetings.heldOn[row] <= asOf), .count(row + 1),
      ]
    }
  }

  private func events(_ table: ExportTable) -> ExportRows {
    let (events, ids) = (dataset.events, dataset.members.ids)
    return ExportRows(table, count: events.count) { [asOf] row, cells in
      cells += [
        .text(ids, Int(events.members[row])), .day(events.on[row]), .code(events.kinds[row]),
        .day(events.until[row]), .code(events.requirements[row]), .text(events.notes, row),
        .flag(events.on[row] <= asOf), .count(row + 1),
      ]
    }
  }

  private func codes(_ table: ExportTable) -> ExportRows {
    let lists: [(own: CodeList, builtIn: CodeList)] = [
      (dataset.taxonomy.policyAreas, .policyArea), (dataset.taxonomy.sectors, .sector),
    ]
    return ExportRows(
      table,
      lists.flatMap { list in
        list.own.entries.dropFirst(list.builtIn.entries.count).map { entry in
          func label(_ text: String) -> ResultTable.Cell { text.isEmpty ? .empty : .text(text) }
          return [
            .word(list.builtIn.name), .word(entry.code), .text(entry.en), label(entry.es),
            label(entry.fr),
          ]
        }
      })
  }

  private func recordedStatuses(_ table: ExportTable) -> ExportRows {
    let (recorded, ids) = (dataset.recordedStatuses, dataset.members.ids)
    return ExportRows(table, count: recorded.count) { [asOf, latest = self.recorded] row, cells in
      let member = Int(recorded.members[row])
      cells += [
        .text(ids, member), .day(recorded.fromOn[row]), .code(recorded.statuses[row]),
        .text(recorded.reasons, row), .flag(Int(latest[member]) == row),
        .flag(recorded.fromOn[row] <= asOf), .count(row + 1),
      ]
    }
  }
}
