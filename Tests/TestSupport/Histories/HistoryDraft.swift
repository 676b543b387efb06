package import Membership
package import Warehouse

/// A small dataset and a question about it, as rows that are easy to make, drop and print.
package struct HistoryDraft {
  package struct Member {
    package var joined: Day
    package var firstPlanDue: Day?

    package init(joined: Day, firstPlanDue: Day? = nil) {
      self.joined = joined
      self.firstPlanDue = firstPlanDue
    }
  }
  package struct Plan {
    package var members: [Int]
    package var submitted: Day
    package var starts: Day
    package var ends: Day

    package init(members: [Int], submitted: Day, starts: Day, ends: Day) {
      self.members = members
      self.submitted = submitted
      self.starts = starts
      self.ends = ends
    }
  }
  package struct Commitment {
    package var plan: Int
    package var member: Int?
    package var submitted: Day
    package var starts: Day
    package var ends: Day
    package var withdrawn: Day?

    package init(
      plan: Int, member: Int? = nil, submitted: Day, starts: Day, ends: Day, withdrawn: Day? = nil
    ) {
      self.plan = plan
      self.member = member
      self.submitted = submitted
      self.starts = starts
      self.ends = ends
      self.withdrawn = withdrawn
    }
  }
  package struct Report {
    package var commitment: Int
    package var milestone: Int?
    package var on: Day
    package var status: TrackerStatus
    package var progress: Bool?

    package init(
      commitment: Int, milestone: Int? = nil, on: Day, status: TrackerStatus, progress: Bool? = nil
    ) {
      self.commitment = commitment
      self.milestone = milestone
      self.on = on
      self.status = status
      self.progress = progress
    }
  }
  package struct Meeting {
    package var member: Int
    package var on: Day
    package var phase: Phase

    package init(member: Int, on: Day, phase: Phase) {
      self.member = member
      self.on = on
      self.phase = phase
    }
  }
  package struct Assessment {
    package var plan: Int
    package var on: Day
    package var met: UInt8

    package init(plan: Int, on: Day, met: UInt8) {
      self.plan = plan
      self.on = on
      self.met = met
    }
  }
  package struct Completed {
    package var commitment: Int
    package var on: Day
    package var completion: Completion

    package init(commitment: Int, on: Day, completion: Completion) {
      self.commitment = commitment
      self.on = on
      self.completion = completion
    }
  }
  package struct Event {
    package var member: Int
    package var on: Day
    package var kind: EventKind
    package var until: Day?
    package var requirement: Requirement?

    package init(
      member: Int, on: Day, kind: EventKind, until: Day? = nil, requirement: Requirement? = nil
    ) {
      self.member = member
      self.on = on
      self.kind = kind
      self.until = until
      self.requirement = requirement
    }
  }

  package var members: [Member] = []
  package var plans: [Plan] = []
  package var commitments: [Commitment] = []
  /// The commitment of each milestone.
  package var milestones: [Int] = []
  package var reports: [Report] = []
  package var meetings: [Meeting] = []
  package var assessments: [Assessment] = []
  package var completed: [Completed] = []
  package var events: [Event] = []
  package var asOf = Day.first
  package var baseline = RuleSet.handbook
  package var reform: RuleSet?
  package var effective: Day?
  package var alternatives: Interpretation = []

  package init() {}

  package var schedule: RuleSchedule {
    RuleSchedule(baseline: baseline, reform: reform, effective: effective)
  }

  package var dataset: Dataset {
    func names(_ letter: String, _ count: Int) -> TextArena {
      TextArena((0..<count).map { "\(letter)\($0)" })
    }
    func blank(_ count: Int) -> TextArena { TextArena([String](repeating: "", count: count)) }
    let none = members.count
    return Dataset(
      members: Members(
        ids: names("m", none), names: names("m", none),
        countries: members.map { _ in Country(packed: 0x45_53_50) },
        regions: members.map { _ in .europe }, kinds: members.map { _ in nil },
        populations: OptionalNumbers(values: members.map { _ in -1 }),
        joinedOn: members.map(\.joined), cohorts: blank(none),
        firstPlanDueOn: OptionalDays(members.map(\.firstPlanDue))),
      terms: Terms(members: [], startsOn: [], endsOn: []),
      plans: Plans(
        ids: names("p", plans.count),
        members: RowList(plans.map { $0.members.map { Int32($0) } }),
        submittedOn: plans.map(\.submitted), startsOn: plans.map(\.starts),
        endsOn: plans.map(\.ends), monitoringBodies: plans.map { _ in nil },
        endorsements: OptionalNumbers(values: plans.map { _ in -1 })),
      commitments: Commitments(
        ids: names("c", commitments.count), plans: commitments.map { Int32($0.plan) },
        titles: blank(commitments.count),
        members: OptionalRows(numbers: commitments.map { $0.member.map { Int32($0) } ?? -1 }),
        submittedOn: commitments.map(\.submitted), startsOn: commitments.map(\.starts),
        endsOn: commitments.map(\.ends), withdrawnOn: OptionalDays(commitments.map(\.withdrawn)),
        policyAreas: commitments.map { _ in CodeSet(rawValue: 1) },
        sectors: commitments.map { _ in CodeSet(rawValue: 1) },
        values: commitments.map { _ in CodeSet() },
        resourcesSecured: commitments.map { _ in nil }, leadAgencies: blank(commitments.count),
        civilSocietyLeads: blank(commitments.count)),
      milestones: Milestones(
        ids: names("s", milestones.count), commitments: milestones.map { Int32($0) },
        titles: blank(milestones.count), startsOn: OptionalDays(milestones.map { _ in nil }),
        endsOn: OptionalDays(milestones.map { _ in nil }), agencies: blank(milestones.count)),
      reports: TrackerReports(
        commitments: reports.map { Int32($0.commitment) },
        milestones: OptionalRows(numbers: reports.map { $0.milestone.map { Int32($0) } ?? -1 }),
        reportedOn: reports.map(\.on), statuses: reports.map(\.status),
        progress: reports.map(\.progress), evidence: SmallCounts(reports.map { _ in nil })),
      meetings: Meetings(
        members: meetings.map { Int32($0.member) },
        plans: OptionalRows(numbers: meetings.map { _ in -1 }), heldOn: meetings.map(\.on),
        phases: meetings.map(\.phase), government: meetings.map { _ in nil },
        nonGovernment: meetings.map { _ in nil }),
      inceptionAssessments: InceptionAssessments(
        plans: assessments.map { Int32($0.plan) }, submittedOn: assessments.map(\.on),
        met: assessments.map(\.met), practices: assessments.map { _ in 0 }),
      commitmentReviews: CommitmentReviews(
        commitments: [], submittedOn: [], relevant: [], verifiable: [], specificities: [],
        potentialImpacts: []),
      completionAssessments: CompletionAssessments(
        commitments: completed.map { Int32($0.commitment) }, submittedOn: completed.map(\.on),
        completions: completed.map(\.completion), earlyResults: completed.map { _ in nil },
        openedInformation: completed.map { _ in nil },
        openedParticipation: completed.map { _ in nil },
        openedAccountability: completed.map { _ in nil }),
      learningExercises: LearningExercises(plans: [], submittedOn: []),
      events: Events(
        members: events.map { Int32($0.member) }, on: events.map(\.on),
        kinds: events.map(\.kind), until: OptionalDays(events.map(\.until)),
        requirements: events.map(\.requirement), notes: blank(events.count)),
      recordedStatuses: RecordedStatuses(members: [], fromOn: [], statuses: [], reasons: blank(0)),
      taxonomy: .builtIn, origin: .memory)
  }
}

extension HistoryDraft: CustomStringConvertible {
  /// The rows as CSV, table by table, and the question.
  package var description: String {
    func text(_ day: Day?) -> String { day?.description ?? "" }
    var lines = ["members: member_id,joined_on,first_plan_due_on"]
    for (row, member) in members.enumerated() {
      lines.append("m\(row),\(member.joined),\(text(member.firstPlanDue))")
    }
    lines.append("plans: plan_id,member_ids,submitted_on,starts_on,ends_on")
    for (row, plan) in plans.enumerated() {
      let members = plan.members.map { "m\($0)" }.joined(separator: ";")
      lines.append("p\(row),\(members),\(plan.submitted),\(plan.starts),\(plan.ends)")
    }
    lines.append(
      "commitments: commitment_id,plan_id,member_id,submitted_on,starts_on,ends_on,withdrawn_on")
    for (row, item) in commitments.enumerated() {
      let member = item.member.map { "m\($0)" } ?? ""
      lines.append(
        "c\(row),p\(item.plan),\(member),\(item.submitted),\(item.starts),\(item.ends),"
          + text(item.withdrawn))
    }
    lines.append("milestones: milestone_id,commitment_id")
    for (row, commitment) in milestones.enumerated() { lines.append("s\(row),c\(commitment)") }
    lines.append("tracker: commitment_id,milestone_id,reported_on,status,progress")
    for report in reports {
      let milestone = report.milestone.map { "s\($0)" } ?? ""
      let progress = report.progress.map { $0 ? "yes" : "no" } ?? ""
      lines.append(
        "c\(report.commitment),\(milestone),\(report.on),\(report.status.code),\(progress)")
    }
    lines.append("meetings: member_id,held_on,phase")
    for meeting in meetings {
      lines.append("m\(meeting.member),\(meeting.on),\(meeting.phase.code)")
    }
    lines.append("inception_assessments: plan_id,submitted_on,met (bits, forum lowest)")
    for assessment in assessments {
      lines.append(
        "p\(assessment.plan),\(assessment.on),\(String(assessment.met, radix: 2))")
    }
    lines.append("completion_assessments: commitment_id,submitted_on,completion")
    for item in completed { lines.append("c\(item.commitment),\(item.on),\(item.completion.code)") }
    lines.append("events: member_id,on,kind,until,requirement")
    for event in events {
      lines.append(
        "m\(event.member),\(event.on),\(event.kind.code),\(text(event.until)),"
          + (event.requirement?.code ?? ""))
    }
    lines.append("as of \(asOf)")
    lines.append("rules: \(Self.changes(baseline))")
    if let reform {
      lines.append("reform from \(text(effective)): \(Self.changes(reform))")
    }
    if !alternatives.isEmpty { lines.append("alternatives: \(alternatives.rawValue)") }
    return lines.joined(separator: "\n")
  }

  private static func changes(_ rules: RuleSet) -> String {
    Parameter.allCases
      .filter { rules.text(of: $0) != RuleSet.handbook.text(of: $0) }
      .map { "\($0.name)=\(rules.text(of: $0))" }
      .joined(separator: " ")
  }
}
