public import Warehouse

/// What holds of every result of reading, whatever was read.
public enum DatasetChecks {
  /// Everything that is told of data is placed in it.
  ///
  /// - Parameters:
  ///   - log: What was told.
  ///   - files: The files by name.
  public static func places(_ log: DiagnosticLog, _ files: [String: [UInt8]]) {
    check(log.shown.count <= log.errorCount + log.warningCount, "more shown than counted")
    var lengths: [String: [Int]] = [:]
    for found in log.shown where found.place.line > 0 {
      let name = found.place.file
      if lengths[name] == nil {
        guard let bytes = files[name] else {
          check(false, "\(found): no such file")
          return
        }
        lengths[name] = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.count)
      }
      let lines = lengths[name] ?? []
      check(found.place.line <= lines.count, "\(found): the file has \(lines.count) lines")
      check(
        found.place.column >= 1 && found.place.column <= lines[found.place.line - 1] + 1,
        "\(found): the line has \(lines[found.place.line - 1]) bytes")
      check(!found.message.utf8.contains(0x0A), "a line break in \(found)")
    }
  }

  /// Two ways of reading the same agree.
  public static func same(_ first: LoadResult, _ second: LoadResult) {
    check(
      first.log.shown == second.log.shown,
      "\(first.log.shown.map(\.description)) \(second.log.shown.map(\.description))")
    check(first.log.kinds == second.log.kinds, "\(first.log.kinds) \(second.log.kinds)")
    check(first.rejects == second.rejects, "\(first.rejects) \(second.rejects)")
    check(first.summaries == second.summaries, "\(first.summaries) \(second.summaries)")
    check((first.dataset == nil) == (second.dataset == nil), "usable")
    if let one = first.dataset, let other = second.dataset { same(one, other) }
  }

  private static func same(_ one: Dataset, _ other: Dataset) {
    check(
      one.members.ids == other.members.ids && one.members.names == other.members.names
        && one.members.countries == other.members.countries
        && one.members.regions == other.members.regions
        && one.members.kinds == other.members.kinds
        && one.members.populations == other.members.populations
        && one.members.joinedOn == other.members.joinedOn
        && one.members.cohorts == other.members.cohorts
        && one.members.firstPlanDueOn == other.members.firstPlanDueOn, "members")
    check(
      one.terms.members == other.terms.members && one.terms.startsOn == other.terms.startsOn
        && one.terms.endsOn == other.terms.endsOn, "terms")
    check(
      one.plans.ids == other.plans.ids && one.plans.members == other.plans.members
        && one.plans.submittedOn == other.plans.submittedOn
        && one.plans.startsOn == other.plans.startsOn && one.plans.endsOn == other.plans.endsOn
        && one.plans.monitoringBodies == other.plans.monitoringBodies
        && one.plans.endorsements == other.plans.endorsements, "plans")
    let (left, right) = (one.commitments, other.commitments)
    check(
      left.ids == right.ids && left.plans == right.plans && left.titles == right.titles
        && left.members == right.members && left.submittedOn == right.submittedOn
        && left.startsOn == right.startsOn && left.endsOn == right.endsOn
        && left.withdrawnOn == right.withdrawnOn && left.policyAreas == right.policyAreas
        && left.sectors == right.sectors && left.values == right.values
        && left.resourcesSecured == right.resourcesSecured
        && left.leadAgencies == right.leadAgencies
        && left.civilSocietyLeads == right.civilSocietyLeads, "commitments")
    check(
      one.milestones.ids == other.milestones.ids
        && one.milestones.commitments == other.milestones.commitments
        && one.milestones.startsOn == other.milestones.startsOn
        && one.milestones.endsOn == other.milestones.endsOn, "milestones")
    check(
      one.reports.commitments == other.reports.commitments
        && one.reports.milestones == other.reports.milestones
        && one.reports.reportedOn == other.reports.reportedOn
        && one.reports.statuses == other.reports.statuses
        && one.reports.progress == other.reports.progress
        && one.reports.evidence == other.reports.evidence, "tracker")
    check(
      one.meetings.members == other.meetings.members && one.meetings.plans == other.meetings.plans
        && one.meetings.heldOn == other.meetings.heldOn
        && one.meetings.phases == other.meetings.phases, "meetings")
    check(
      one.inceptionAssessments.met == other.inceptionAssessments.met
        && one.inceptionAssessments.practices == other.inceptionAssessments.practices, "inception")
    check(
      one.completionAssessments.completions == other.completionAssessments.completions
        && one.completionAssessments.earlyResults == other.completionAssessments.earlyResults,
      "completion")
    check(
      one.events.on == other.events.on && one.events.until == other.events.until
        && one.events.kinds == other.events.kinds && one.events.notes == other.events.notes,
      "events")
    check(one.recordedStatuses.statuses == other.recordedStatuses.statuses, "recorded statuses")
    check(one.taxonomy == other.taxonomy, "codes")
    check(one.origin.places == other.origin.places, "places")
  }

  /// A dataset that may be used keeps what its types promise.
  public static func sound(_ dataset: Dataset) {
    func rows(_ rows: [Int32], _ count: Int, mayLack: Bool = false) {
      for row in rows {
        check(row < Int32(count) && (row >= 0 || mayLack && row == -1), "row \(row) of \(count)")
      }
    }
    func days(_ days: [Day]) {
      for day in days { check(day >= .first && day <= .last, "\(day)") }
    }
    let members = dataset.members.count
    let commitments = dataset.commitments.count
    for row in 0..<members {
      check(!dataset.members.ids.isEmpty(row), "a member without an id")
      check(dataset.members.countries[row].isAssigned, "\(dataset.members.countries[row])")
      check(!dataset.members.cohorts.isEmpty(row), "a member without a cohort")
    }
    days(dataset.members.joinedOn)
    rows(dataset.terms.members, members)
    rows(dataset.plans.members.rows, members)
    for plan in 0..<dataset.plans.count {
      let listed = dataset.plans.members[plan]
      check((1...4).contains(listed.count) && Set(listed).count == listed.count, "\(listed)")
      check(Set(listed.map { dataset.members.countries[Int($0)] }).count == 1, "countries")
      check(dataset.plans.endsOn[plan] >= dataset.plans.startsOn[plan], "plan \(plan)")
    }
    rows(dataset.commitments.plans, dataset.plans.count)
    rows(dataset.commitments.members.numbers, members, mayLack: true)
    for row in 0..<commitments {
      check(dataset.commitments.endsOn[row] >= dataset.commitments.startsOn[row], "\(row)")
      check(dataset.commitments.policyAreas[row].size > 0, "no policy area")
      check(dataset.commitments.sectors[row].size > 0, "no sector")
      if let member = dataset.commitments.members[row] {
        let listed = dataset.plans.members[Int(dataset.commitments.plans[row])]
        check(listed.contains(Int32(member)), "not of the plan")
      }
    }
    days(dataset.commitments.submittedOn)
    rows(dataset.milestones.commitments, commitments)
    rows(dataset.reports.commitments, commitments)
    rows(dataset.reports.milestones.numbers, dataset.milestones.count, mayLack: true)
    for row in 0..<dataset.reports.count {
      guard let milestone = dataset.reports.milestones[row] else { continue }
      check(
        dataset.milestones.commitments[milestone] == dataset.reports.commitments[row],
        "another commitment's milestone")
    }
    rows(dataset.meetings.members, members)
    rows(dataset.meetings.plans.numbers, dataset.plans.count, mayLack: true)
    rows(dataset.inceptionAssessments.plans, dataset.plans.count)
    rows(dataset.commitmentReviews.commitments, commitments)
    rows(dataset.completionAssessments.commitments, commitments)
    rows(dataset.learningExercises.plans, dataset.plans.count)
    rows(dataset.events.members, members)
    rows(dataset.recordedStatuses.members, members)
    check(dataset.taxonomy.policyAreas.entries.count <= 64, "too many policy areas")
    check(dataset.taxonomy.sectors.entries.count <= 64, "too many sectors")
  }

  /// Without the bad rows a dataset is sound, and no row is lost without a reason.
  public static func accounted(_ whole: LoadResult, _ cut: LoadResult) {
    check(
      whole.log.shown == cut.log.shown,
      "other faults are told of where bad rows are left out")
    if whole.dataset != nil { check(cut.rejects.isEmpty, "rows left out of sound data") }
    guard let dataset = cut.dataset else { return }
    sound(dataset)
    for (before, after) in zip(whole.summaries, cut.summaries) {
      check(
        before.rowCount == after.rowCount + after.rejectedCount,
        "\(before.table): \(before.rowCount) is not \(after.rowCount) + \(after.rejectedCount)")
      check(
        after.rejectedCount == cut.rejects.count { $0.table == after.table }, "\(after.table)")
    }
  }
}
