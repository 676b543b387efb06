import Membership
import Metrics
import Warehouse

/// The parts of a dashboard that tell of one member each.
struct MemberCards: Sendable {
  let cards: [MemberCard]
  /// First days of years in their strips.
  let years: [(year: Int, place: Double)]

  /// How many of the latest changes a card tells: why the member has its status.
  static let storyLength = 1

  init(
    of cohort: Cohort, members: [Int], deadlines: DeadlinesAhead, languages: [Language]
  ) {
    let facts = CardFacts(of: cohort, deadlines: deadlines)
    years = facts.years
    cards = Parallel.map(members.count, threads: cohort.threads) { number in
      facts.card(members[number], in: languages)
    }
  }
}

/// What cards are made of, gathered once for all members.
private struct CardFacts: Sendable {
  private let cohort: Cohort
  private let deadlines: DeadlinesAhead
  private let next: [Consequence?]
  private let plans: [[Int]]
  private let latestReports: [Day?]
  private let commitments: RowGroups
  private let firstDay: Day

  init(of cohort: Cohort, deadlines: DeadlinesAhead) {
    self.cohort = cohort
    self.deadlines = deadlines
    let dataset = cohort.dataset
    let asOf = cohort.asOf
    next = cohort.replay.nextConsequences(threads: cohort.threads)
    commitments = RowGroups(references: dataset.commitments.plans, count: dataset.plans.count)
    var plans = [[Int]](repeating: [], count: dataset.members.count)
    for plan in 0..<dataset.plans.count where dataset.plans.submittedOn[plan] <= asOf {
      for member in dataset.plans.members[plan] { plans[Int(member)].append(plan) }
    }
    self.plans = plans
    var reports = [Day?](repeating: nil, count: dataset.members.count)
    for row in 0..<dataset.reports.count where dataset.reports.reportedOn[row] <= asOf {
      let day = dataset.reports.reportedOn[row]
      let plan = Int(dataset.commitments.plans[Int(dataset.reports.commitments[row])])
      for member in dataset.plans.members[plan].map(Int.init)
      where reports[member].map({ $0 < day }) ?? true {
        reports[member] = day
      }
    }
    latestReports = reports
    firstDay = dataset.members.joinedOn.filter { $0 <= asOf }.min() ?? asOf
  }

  func card(_ member: Int, in languages: [Language]) -> MemberCard {
    let members = cohort.dataset.members
    let spell = cohort.replay.current(of: member)
    let status = Figures.statusCells[(spell?.status ?? .active).number]
    return MemberCard(
      id: CohortDashboard.anchor(member), memberId: members.ids[member],
      name: members.names[member].isEmpty ? members.ids[member] : members.names[member],
      status: status,
      origin: Sentence(
        DashboardLabel.cardOrigin, .cell(.text(members.ids[member])),
        .plain(members.countries[member].description),
        .cell(.code(members.regions[member].code, list: .region)),
        .cell(.text(members.cohorts[member])), .day(members.joinedOn[member])),
      facts: facts(member), strip: strip(member),
      story: story(member, in: languages))
  }

  private func facts(_ member: Int) -> [(label: Sentence, value: Argument)] {
    let dataset = cohort.dataset
    var facts: [(label: Sentence, value: Argument)] = []
    if let spell = cohort.replay.current(of: member) {
      facts.append((Sentence(DashboardLabel.factSince), .day(spell.from)))
      if !spell.reasons.isEmpty {
        facts.append((Sentence(DashboardLabel.factReasons), .cell(.words(spell.reasons.codes))))
      }
    }
    let plans = plans[member]
    facts.append((Sentence(DashboardLabel.factPlans), .count(plans.count)))
    if let plan = plans.max(by: { dataset.plans.submittedOn[$0] < dataset.plans.submittedOn[$1] }) {
      facts.append(
        (
          Sentence(DashboardLabel.factPlan),
          .sentence(
            Sentence(
              DashboardLabel.planWithDays, .cell(.text(dataset.plans.ids[plan])),
              .day(dataset.plans.startsOn[plan]), .day(dataset.plans.endsOn[plan])))
        ))
      facts.append((Sentence(DashboardLabel.factCommitments), commitments(of: plan)))
    }
    facts.append(
      (
        Sentence(DashboardLabel.factReport),
        latestReports[member].map { .day($0) } ?? .sentence(Sentence(Label.none))
      ))
    if let next = next[member] {
      facts.append((Sentence(DashboardLabel.factNext), Self.status(next.status, on: next.on)))
    }
    if let due = deadlines.next(of: member) {
      facts.append(
        (
          Sentence(DashboardLabel.factDue),
          .sentence(
            Sentence(DashboardLabel.statusOn, .cell(.word(due.obligation.rawValue)), .day(due.due)))
        ))
    }
    return facts
  }

  private static func status(_ status: Status, on day: Day) -> Argument {
    .sentence(
      Sentence(DashboardLabel.statusOn, .cell(Figures.statusCells[status.number]), .day(day)))
  }

  private func commitments(of plan: Int) -> Argument {
    let table = cohort.dataset.commitments
    let rows = commitments[plan].map(Int.init).filter { row in
      table.submittedOn[row] <= cohort.asOf
        && table.withdrawnOn[row].map { $0 > cohort.asOf } ?? true
    }
    let finished = rows.count { cohort.histories.finishedOn($0) != nil }
    return .sentence(
      Sentence(
        DashboardLabel.commitmentsFinished, .things(rows.count, .commitment), .count(finished)))
  }

  /// A label every few years, so that they stand apart on a small screen.
  var years: [(year: Int, place: Double)] {
    let length = Double(max(cohort.asOf - firstDay + 1, 1))
    let step = max(1, (cohort.asOf.year - firstDay.year + 3) / 4)
    return stride(from: firstDay.year + 1, through: cohort.asOf.year, by: step).compactMap {
      year in
      Day(year: year, month: 1, day: 1).map { (year: year, place: Double($0 - firstDay) / length) }
    }
  }

  private func strip(_ member: Int) -> StatusStrip {
    let length = Double(max(cohort.asOf - firstDay + 1, 1))
    func place(_ day: Day) -> Double { Double(day - firstDay) / length }
    let spells = cohort.replay.spells(of: member)
    let runs = spells.map { spell in
      let end = (spell.to ?? cohort.asOf) + 1
      return StatusStrip.Run(
        status: spell.status, start: place(spell.from), width: place(end) - place(spell.from))
    }
    let last = spells.last
    return StatusStrip(
      runs: runs,
      summary: Sentence(
        DashboardLabel.stripSummary,
        .cell(Figures.statusCells[(last?.status ?? .active).number]),
        .day(last?.from ?? cohort.asOf), .things(max(spells.count - 1, 0), .change)))
  }

  // MARK: - Story

  private func story(_ member: Int, in languages: [Language]) -> [MemberCard.StoryLine] {
    var lines: [[Language: (String, [String])]] = []
    for language in languages {
      var speaker = Speaker(language)
      let told = cohort.replay.explain(member, of: cohort.dataset, in: language)
      var own: [(String, [String])] = []
      if let next = told.next { own.append(line(next, isAhead: true, &speaker)) }
      // That a member joined is said above already.
      for chapter in told.chapters.dropFirst().suffix(MemberCards.storyLength).reversed() {
        own.append(line(chapter, isAhead: false, &speaker))
      }
      for (number, text) in own.enumerated() {
        if number == lines.count { lines.append([:]) }
        lines[number][language] = text
      }
    }
    return lines.map { line in
      func text(_ language: Language) -> String { line[language]?.0 ?? "" }
      let count = line.values.map(\.1.count).max() ?? 0
      return MemberCard.StoryLine(
        texts: Texts(en: text(.en), es: text(.es), fr: text(.fr)),
        facts: (0..<count).map { number in
          func fact(_ language: Language) -> String {
            guard let facts = line[language]?.1, facts.indices.contains(number) else { return "" }
            return facts[number]
          }
          return Texts(en: fact(.en), es: fact(.es), fr: fact(.fr))
        })
    }
  }

  private func line(
    _ chapter: Explanation.Chapter, isAhead: Bool, _ speaker: inout Speaker
  ) -> (String, [String]) {
    let day = Argument.day(chapter.day)
    let after = Argument.cell(Figures.statusCells[chapter.after.number])
    var text: String
    if let before = chapter.before, before != chapter.after {
      let earlier = Argument.cell(Figures.statusCells[before.number])
      text = speaker.say(
        isAhead ? DashboardLabel.storyNext : .storyChange, day, earlier, after)
    } else {
      text = speaker.say(DashboardLabel.storyJoined, day, after)
    }
    var facts = chapter.reasons
    if isAhead, !chapter.stoppedBy.isEmpty {
      facts.append(
        speaker.say(DashboardLabel.storyStop, .plain(chapter.stoppedBy.joined(separator: "; "))))
    }
    return (text, facts)
  }
}
