/// Up to four neighbouring members of one country, in every second case with a joint plan.
struct ClusterStory {
  private let first: Int
  private let count: Int
  private let seed: UInt64

  /// A cluster.
  ///
  /// - Parameters:
  ///   - first: Its first member, from 0.
  ///   - count: Its members.
  ///   - seed: The dataset's seed.
  init(first: Int, count: Int, seed: UInt64) {
    self.first = first
    self.count = count
    self.seed = seed
  }

  private static let joiningYears = [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]
  private static let yearWeights = [70, 300, 80, 180, 70, 130, 70, 50, 30, 20]

  /// Tells the stories of its members.
  func tell(into part: inout DatasetPart) {
    var draws = Draws(seed: seed, purpose: 1, index: first)
    let country = draws.below(Vocabulary.countries.count)
    let isJoint = count > 1 && draws.chance(600)
    let partners = isJoint ? min(count, 2 + draws.weighted([60, 25, 15])) : 0
    let together = Self.joiningDay(&draws)

    var profiles: [(profile: MemberProfile, draws: Draws, due: Day)] = []
    for member in 0..<count {
      var own = Draws(seed: seed, purpose: 2, index: first + member)
      let joined = member < partners ? together + own.below(15) : Self.joiningDay(&own)
      let month = joined.adding(months: own.between(9, 13))
      let (year, number, _) = month.parts
      let due = Day(unchecked: year, number, Day.daysIn(month: number, ofYear: year))
      let isSet = own.chance(700)
      let profile = MemberProfile(
        number: first + member, country: country, joined: joined,
        firstPlanDue: isSet ? due : nil, draws: &own, part: &part)
      profiles.append((profile, own, isSet ? due : joined.adding(months: 12)))
    }
    var jointEnd: Day?
    if partners > 0 { jointEnd = tellJointPlan(profiles.prefix(partners), &draws, &part) }
    for (index, entry) in profiles.enumerated() {
      var story = MemberStory(entry.profile, entry.draws)
      story.tell(
        firstDue: entry.due, jointEnd: index < partners ? jointEnd : nil, into: &part)
    }
  }

  private static func joiningDay(_ draws: inout Draws) -> Day {
    let year = joiningYears[draws.weighted(yearWeights)]
    return Day(unchecked: year, draws.between(1, 12), draws.between(1, 28))
  }

  /// The first plan of several members; in time, its requirements met.
  private func tellJointPlan(
    _ partners: ArraySlice<(profile: MemberProfile, draws: Draws, due: Day)>,
    _ draws: inout Draws, _ part: inout DatasetPart
  ) -> Day? {
    guard let lead = partners.first?.profile else { return nil }
    let last = DatasetGenerator.horizon
    let joined = partners.map(\.profile.joined).max() ?? lead.joined
    let submitted = joined + draws.between(150, 240)
    for partner in partners {
      let day = submitted - draws.between(10, 80)
      part.meetings.cell(partner.profile.id)
      part.meetings.empty()
      part.meetings.day(day)
      part.meetings.cell(Vocabulary.phases[Phase.coCreation.number])
      part.meetings.cell(Vocabulary.yes)
      part.meetings.cell(Vocabulary.yes)
      part.meetings.endRow()
    }
    let start = submitted + draws.below(30)
    var end = start.adding(months: draws.between(22, 40)) - 1
    let terms = partners.map { $0.profile.termEnd(holding: submitted) }
    if let latest = terms.max().map({ ($0 + 1).adding(months: -2) - 1 }), latest < end {
      end = max(latest, start.adding(months: 14) - 1)
    }
    var plan = PlanStory(
      id: lead.id + Array("-P1".utf8), members: partners.map(\.profile.id),
      submitted: submitted, start: start, end: end, diligence: lead.diligence)
    plan.assess(
      on: submitted + draws.between(15, 75), unmet: [], &draws, until: last, &part)
    _ = plan.planSilence(&draws)
    plan.tell(&draws, until: last, &part)
    return end
  }
}
