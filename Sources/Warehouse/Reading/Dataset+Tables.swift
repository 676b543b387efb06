/// Tables of values become the dataset's typed columns.
extension Dataset {
  init(
    _ tables: [TableName: ReadTable], taxonomy: Taxonomy, origin: Origin, threads: Int
  ) {
    @Sendable func table(_ name: TableName) -> ReadTable { tables[name] ?? ReadTable(absent: name) }
    // The reports are about as much as all other tables.
    let (reports, (plans, commitments, milestones)) = Parallel.both(threads: threads) {
      TrackerReports(table(.tracker))
    } _: {
      let plans = Plans(table(.plans))
      return (
        plans, Commitments(table(.commitments), plans: plans), Milestones(table(.milestones))
      )
    }
    self.init(
      members: Members(table(.members)), terms: Terms(table(.terms)), plans: plans,
      commitments: commitments, milestones: milestones, reports: reports,
      meetings: Meetings(table(.meetings)),
      inceptionAssessments: InceptionAssessments(table(.inceptionAssessments)),
      commitmentReviews: CommitmentReviews(table(.commitmentReviews)),
      completionAssessments: CompletionAssessments(table(.completionAssessments)),
      learningExercises: LearningExercises(table(.learningExercises)),
      events: Events(table(.events)), recordedStatuses: RecordedStatuses(table(.recordedStatuses)),
      taxonomy: taxonomy, origin: origin)
  }
}

extension ReadTable {
  func text(_ name: String) -> TextArena {
    let values = self[name]
    return TextArena(bytes: values.bytes, ends: values.ends)
  }

  func rows(_ name: String) -> [Int32] { self[name].words }

  func optionalRows(_ name: String) -> OptionalRows { OptionalRows(numbers: self[name].words) }

  func days(_ name: String) -> [Day] { self[name].days }

  func optionalDays(_ name: String) -> OptionalDays { OptionalDays(days: self[name].days) }

  func numbers(_ name: String) -> OptionalNumbers { OptionalNumbers(values: self[name].numbers) }

  func answers(_ name: String) -> [Bool?] { self[name].answers }

  func optionalCodes<Word: Code>(_ name: String) -> [Word?] {
    self[name].codes.map { Word(rawValue: $0) }
  }

  /// The codes of a column that may not be empty.
  func codes<Word: Code>(_ name: String, else first: Word) -> [Word] {
    self[name].codes.map { Word(rawValue: $0) ?? first }
  }

  func sets(_ name: String) -> [CodeSet] { self[name].sets.map { CodeSet(rawValue: $0) } }
}

extension Members {
  init(_ table: ReadTable) {
    let joined = table.days("joined_on")
    let given = table["cohort"]
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var start = 0
    for (row, end) in given.ends.enumerated() {
      if Int(end) > start {
        bytes.append(contentsOf: given.bytes[start..<Int(end)])
      } else {
        bytes.append(contentsOf: String(joined[row].year).utf8)
      }
      start = Int(end)
      ends.append(UInt32(bytes.count))
    }
    self.init(
      ids: table.text("member_id"), names: table.text("name"),
      countries: table["country"].words.map { Country(packed: UInt32(truncatingIfNeeded: $0)) },
      regions: table.codes("region", else: .africaMiddleEast), kinds: table.optionalCodes("kind"),
      populations: table.numbers("population"), joinedOn: joined,
      cohorts: TextArena(bytes: bytes, ends: ends),
      firstPlanDueOn: table.optionalDays("first_plan_due_on"))
  }
}

extension Terms {
  init(_ table: ReadTable) {
    self.init(
      members: table.rows("member_id"), startsOn: table.days("starts_on"),
      endsOn: table.days("ends_on"))
  }
}

extension Plans {
  init(_ table: ReadTable) {
    let members = table["member_ids"]
    self.init(
      ids: table.text("plan_id"),
      members: RowList(starts: [0] + members.listEnds, rows: members.words),
      submittedOn: table.days("submitted_on"), startsOn: table.days("starts_on"),
      endsOn: table.days("ends_on"), monitoringBodies: table.optionalCodes("monitoring_body"),
      endorsements: table.numbers("endorsements"))
  }
}

extension Commitments {
  init(_ table: ReadTable, plans: Plans) {
    let ofPlan = table.rows("plan_id")
    let submitted = zip(table.days("submitted_on"), ofPlan).map { day, plan in
      day == OptionalDays.missing ? plans.submittedOn[Int(plan)] : day
    }
    self.init(
      ids: table.text("commitment_id"), plans: ofPlan, titles: table.text("title"),
      members: table.optionalRows("member_id"), submittedOn: submitted,
      startsOn: table.days("starts_on"), endsOn: table.days("ends_on"),
      withdrawnOn: table.optionalDays("withdrawn_on"), policyAreas: table.sets("policy_areas"),
      sectors: table.sets("sectors"), values: table.sets("values"),
      resourcesSecured: table.optionalCodes("resources_secured"),
      leadAgencies: table.text("lead_agency"), civilSocietyLeads: table.text("civil_society_lead"))
  }
}

extension Milestones {
  init(_ table: ReadTable) {
    self.init(
      ids: table.text("milestone_id"), commitments: table.rows("commitment_id"),
      titles: table.text("title"), startsOn: table.optionalDays("starts_on"),
      endsOn: table.optionalDays("ends_on"), agencies: table.text("agency"))
  }
}

extension TrackerReports {
  init(_ table: ReadTable) {
    let evidence = table["evidence"]
    self.init(
      commitments: table.rows("commitment_id"), milestones: table.optionalRows("milestone_id"),
      reportedOn: table.days("reported_on"), statuses: table.codes("status", else: .notStarted),
      progress: table.answers("progress"),
      evidence: SmallCounts(
        codes: evidence.counts, largeRows: evidence.largeRows, largeValues: evidence.largeValues))
  }
}

extension Meetings {
  init(_ table: ReadTable) {
    self.init(
      members: table.rows("member_id"), plans: table.optionalRows("plan_id"),
      heldOn: table.days("held_on"), phases: table.codes("phase", else: .coCreation),
      government: table.answers("government"), nonGovernment: table.answers("non_government"))
  }
}

extension InceptionAssessments {
  init(_ table: ReadTable) {
    let count = table.rowCount
    var met = [UInt8](repeating: 0, count: count)
    var practices = [UInt16](repeating: 0, count: count)
    for requirement in Requirement.allCases {
      for (row, answer) in table.answers(requirement.code).enumerated() where answer == true {
        met[row] |= 1 << requirement.rawValue
      }
    }
    for practice in Practice.allCases {
      for (row, extent) in table[practice.code].codes.enumerated()
      where extent != ColumnValues.missingCode {
        practices[row] |= UInt16(extent + 1) << (UInt16(practice.rawValue) * 2)
      }
    }
    self.init(
      plans: table.rows("plan_id"), submittedOn: table.days("submitted_on"), met: met,
      practices: practices)
  }
}

extension CommitmentReviews {
  init(_ table: ReadTable) {
    self.init(
      commitments: table.rows("commitment_id"), submittedOn: table.days("submitted_on"),
      relevant: table.answers("relevant"), verifiable: table.answers("verifiable"),
      specificities: table.optionalCodes("specificity"),
      potentialImpacts: table.optionalCodes("potential_impact"))
  }
}

extension CompletionAssessments {
  init(_ table: ReadTable) {
    self.init(
      commitments: table.rows("commitment_id"), submittedOn: table.days("submitted_on"),
      completions: table.codes("completion", else: .noEvidence),
      earlyResults: table.optionalCodes("early_results"),
      openedInformation: table.optionalCodes("opened_information"),
      openedParticipation: table.optionalCodes("opened_participation"),
      openedAccountability: table.optionalCodes("opened_accountability"))
  }
}

extension LearningExercises {
  init(_ table: ReadTable) {
    self.init(plans: table.rows("plan_id"), submittedOn: table.days("submitted_on"))
  }
}

extension Events {
  init(_ table: ReadTable) {
    self.init(
      members: table.rows("member_id"), on: table.days("on"),
      kinds: table.codes("kind", else: .resumed), until: table.optionalDays("until"),
      requirements: table.optionalCodes("requirement"), notes: table.text("note"))
  }
}

extension RecordedStatuses {
  init(_ table: ReadTable) {
    self.init(
      members: table.rows("member_id"), fromOn: table.days("from_on"),
      statuses: table.codes("status", else: .active), reasons: table.text("reason"))
  }
}
