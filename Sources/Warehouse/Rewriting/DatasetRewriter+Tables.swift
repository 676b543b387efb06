extension DatasetRewriter {
  var members: Members {
    let old = dataset.members
    let rows = sources(.members, old.count)
    return Members(
      ids: ids(old.ids, rows), names: texts(old.names, rows),
      countries: rows.map { old.countries[$0.row] }, regions: rows.map { old.regions[$0.row] },
      kinds: rows.map { old.kinds[$0.row] },
      populations: OptionalNumbers(values: rows.map { old.populations.values[$0.row] }),
      joinedOn: rows.map { day(old.joinedOn[$0.row]) }, cohorts: texts(old.cohorts, rows),
      firstPlanDueOn: days(old.firstPlanDueOn, rows))
  }

  var terms: Terms {
    let old = dataset.terms
    let rows = sources(.terms, old.count)
    return Terms(
      members: rows.map { member(old.members[$0.row], $0.copy) },
      startsOn: rows.map { day(old.startsOn[$0.row]) },
      endsOn: rows.map { day(old.endsOn[$0.row]) })
  }

  var plans: Plans {
    let old = dataset.plans
    let rows = sources(.plans, old.count)
    return Plans(
      ids: ids(old.ids, rows),
      members: RowList(
        rows.map { source in
          old.members[source.row].map { member($0, source.copy) }
        }),
      submittedOn: rows.map { day(old.submittedOn[$0.row]) },
      startsOn: rows.map { day(old.startsOn[$0.row]) },
      endsOn: rows.map { day(old.endsOn[$0.row]) },
      monitoringBodies: rows.map { old.monitoringBodies[$0.row] },
      endorsements: OptionalNumbers(values: rows.map { old.endorsements.values[$0.row] }))
  }

  var commitments: Commitments {
    let old = dataset.commitments
    let rows = sources(.commitments, old.count)
    return Commitments(
      ids: ids(old.ids, rows), plans: rows.map { plan(old.plans[$0.row], $0.copy) },
      titles: texts(old.titles, rows),
      members: OptionalRows(numbers: rows.map { member(old.members.numbers[$0.row], $0.copy) }),
      submittedOn: rows.map { day(old.submittedOn[$0.row]) },
      startsOn: rows.map { day(old.startsOn[$0.row]) },
      endsOn: rows.map { day(old.endsOn[$0.row]) }, withdrawnOn: days(old.withdrawnOn, rows),
      policyAreas: rows.map { old.policyAreas[$0.row] }, sectors: rows.map { old.sectors[$0.row] },
      values: rows.map { old.values[$0.row] },
      resourcesSecured: rows.map { old.resourcesSecured[$0.row] },
      leadAgencies: texts(old.leadAgencies, rows),
      civilSocietyLeads: texts(old.civilSocietyLeads, rows))
  }

  var milestones: Milestones {
    let old = dataset.milestones
    let rows = sources(.milestones, old.count)
    return Milestones(
      ids: ids(old.ids, rows),
      commitments: rows.map { commitment(old.commitments[$0.row], $0.copy) },
      titles: texts(old.titles, rows), startsOn: days(old.startsOn, rows),
      endsOn: days(old.endsOn, rows), agencies: texts(old.agencies, rows))
  }

  var reports: TrackerReports {
    let old = dataset.reports
    let rows = sources(.tracker, old.count)
    return TrackerReports(
      commitments: rows.map { commitment(old.commitments[$0.row], $0.copy) },
      milestones: OptionalRows(
        numbers: rows.map { milestone(old.milestones.numbers[$0.row], $0.copy) }),
      reportedOn: rows.map { day(old.reportedOn[$0.row]) },
      statuses: rows.map { old.statuses[$0.row] }, progress: rows.map { old.progress[$0.row] },
      evidence: SmallCounts(rows.map { old.evidence[$0.row] }))
  }

  var meetings: Meetings {
    let old = dataset.meetings
    let rows = sources(.meetings, old.count)
    return Meetings(
      members: rows.map { member(old.members[$0.row], $0.copy) },
      plans: OptionalRows(numbers: rows.map { plan(old.plans.numbers[$0.row], $0.copy) }),
      heldOn: rows.map { day(old.heldOn[$0.row]) }, phases: rows.map { old.phases[$0.row] },
      government: rows.map { old.government[$0.row] },
      nonGovernment: rows.map { old.nonGovernment[$0.row] })
  }

  var inceptionAssessments: InceptionAssessments {
    let old = dataset.inceptionAssessments
    let rows = sources(.inceptionAssessments, old.count)
    return InceptionAssessments(
      plans: rows.map { plan(old.plans[$0.row], $0.copy) },
      submittedOn: rows.map { day(old.submittedOn[$0.row]) }, met: rows.map { old.met[$0.row] },
      practices: rows.map { old.practices[$0.row] })
  }

  var commitmentReviews: CommitmentReviews {
    let old = dataset.commitmentReviews
    let rows = sources(.commitmentReviews, old.count)
    return CommitmentReviews(
      commitments: rows.map { commitment(old.commitments[$0.row], $0.copy) },
      submittedOn: rows.map { day(old.submittedOn[$0.row]) },
      relevant: rows.map { old.relevant[$0.row] }, verifiable: rows.map { old.verifiable[$0.row] },
      specificities: rows.map { old.specificities[$0.row] },
      potentialImpacts: rows.map { old.potentialImpacts[$0.row] })
  }

  var completionAssessments: CompletionAssessments {
    let old = dataset.completionAssessments
    let rows = sources(.completionAssessments, old.count)
    return CompletionAssessments(
      commitments: rows.map { commitment(old.commitments[$0.row], $0.copy) },
      submittedOn: rows.map { day(old.submittedOn[$0.row]) },
      completions: rows.map { old.completions[$0.row] },
      earlyResults: rows.map { old.earlyResults[$0.row] },
      openedInformation: rows.map { old.openedInformation[$0.row] },
      openedParticipation: rows.map { old.openedParticipation[$0.row] },
      openedAccountability: rows.map { old.openedAccountability[$0.row] })
  }

  var learningExercises: LearningExercises {
    let old = dataset.learningExercises
    let rows = sources(.learningExercises, old.count)
    return LearningExercises(
      plans: rows.map { plan(old.plans[$0.row], $0.copy) },
      submittedOn: rows.map { day(old.submittedOn[$0.row]) })
  }

  var events: Events {
    let old = dataset.events
    let rows = sources(.events, old.count)
    return Events(
      members: rows.map { member(old.members[$0.row], $0.copy) },
      on: rows.map { day(old.on[$0.row]) }, kinds: rows.map { old.kinds[$0.row] },
      until: days(old.until, rows), requirements: rows.map { old.requirements[$0.row] },
      notes: texts(old.notes, rows))
  }

  var recordedStatuses: RecordedStatuses {
    let old = dataset.recordedStatuses
    let rows = sources(.recordedStatuses, old.count)
    return RecordedStatuses(
      members: rows.map { member(old.members[$0.row], $0.copy) },
      fromOn: rows.map { day(old.fromOn[$0.row]) }, statuses: rows.map { old.statuses[$0.row] },
      reasons: texts(old.reasons, rows))
  }
}
