/// What stays the same in a member's story: who it is, when it joined, how it works.
struct MemberProfile {
  /// `OGPL-00017`.
  let id: [UInt8]
  let joined: Day
  /// 0 works well, 1 is often late, 2 struggles.
  let diligence: Int
  /// The first day of one of its terms, and their length in years.
  let firstTerm: Day
  let termYears: Int

  /// Writes the member's row and its terms, and returns who it is.
  ///
  /// - Parameters:
  ///   - number: The member, from 0.
  ///   - country: Its country's place in ``Vocabulary/countries``.
  ///   - joined: The day it joined.
  ///   - firstPlanDue: The date the Support Unit set, if it set one.
  ///   - draws: The member's own.
  ///   - part: Where rows go.
  init(
    number: Int, country: Int, joined: Day, firstPlanDue: Day?, draws: inout Draws,
    part: inout DatasetPart
  ) {
    let digits = Array(String(number + 1).utf8)
    id =
      Array("OGPL-".utf8)
      + [UInt8](repeating: UInt8(ascii: "0"), count: max(0, 5 - digits.count)) + digits
    self.joined = joined
    diligence = draws.weighted(Self.diligenceWeights)
    termYears = draws.between(3, 5)
    let month = Self.termMonths[draws.below(Self.termMonths.count)]
    firstTerm = Day(unchecked: joined.year - draws.between(1, termYears), month, 1)

    let kind = draws.weighted(Self.kindWeights)
    part.members.cell(id)
    part.members.cell(Self.name(&draws))
    part.members.cell(Vocabulary.countries[country].code)
    part.members.cell(Vocabulary.regions[Vocabulary.countries[country].region])
    part.members.cell(Vocabulary.kinds[kind])
    if draws.chance(40) {
      part.members.empty()
    } else {
      let floor = Self.populations[kind]
      part.members.number(floor + draws.below(floor) * draws.between(0, 12))
    }
    part.members.day(joined)
    part.members.empty()
    part.members.day(firstPlanDue)
    part.members.endRow()

    var start = firstTerm
    while start < DatasetGenerator.horizon.adding(months: 36) {
      let next = start.adding(months: termYears * 12)
      part.terms.cell(id)
      part.terms.day(start)
      part.terms.day(next - 1)
      part.terms.endRow()
      start = next
    }
  }

  /// The last day of the term that holds a day.
  func termEnd(holding day: Day) -> Day {
    var end = firstTerm
    var months = 0
    repeat {
      months += termYears * 12
      end = firstTerm.adding(months: months)
    } while end <= day
    return end - 1
  }

  private static let diligenceWeights = [600, 290, 110]
  private static let kindWeights = [260, 250, 80, 100, 100, 80, 60, 50, 20]
  private static let populations = [
    120_000, 20_000, 60_000, 30_000, 300_000, 400_000, 900_000, 3_000_000, 10_000,
  ]
  private static let termMonths = [1, 1, 1, 5, 7, 9, 10, 12]

  private static func name(_ draws: inout Draws) -> [UInt8] {
    var name = Vocabulary.nameBeginnings[draws.below(Vocabulary.nameBeginnings.count)]
    for _ in 0..<draws.between(0, 2) {
      name += Vocabulary.nameMiddles[draws.below(Vocabulary.nameMiddles.count)]
    }
    return name + Vocabulary.nameEndings[draws.below(Vocabulary.nameEndings.count)]
  }
}
