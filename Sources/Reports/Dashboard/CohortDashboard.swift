import Membership
package import Metrics
import Warehouse

/// The Support Unit's cohort dashboard as at a day: `ogpstats dashboard`.
///
/// ```swift
/// let dashboard = CohortDashboard(of: cohort, options: options)
/// for file in try dashboard.files() { try folder.write(file.path, file.bytes) }
/// ```
package struct CohortDashboard: Sendable {
  let cohort: Cohort
  let options: PageOptions
  /// How many days the worklist and the deadlines look ahead.
  let horizon: Int

  /// How many quarters its drawings look back on.
  static let quarters = 12
  /// How many members have a part of their own on the page; the table has all of them.
  static let cardLimit = 150

  /// A dashboard of a cohort.
  ///
  /// - Parameters:
  ///   - cohort: The data as known on a day under rules.
  ///   - horizon: How many days the worklist looks ahead.
  ///   - options: Languages, flavour and what the receipt is to say; a reform is not shown here.
  package init(of cohort: Cohort, within horizon: Int = 120, options: PageOptions) {
    self.cohort = cohort
    self.horizon = horizon
    self.options = options
  }

  /// The files of the folder: `index.html`, `index.es.html`, `index.fr.html`, `tables/*.csv`,
  /// `report.json`.
  ///
  /// - Returns: Paths and bytes, in the order of the receipt.
  /// - Throws: ``MetricError``.
  package func files() throws(MetricError) -> [ReportFile] {
    var limit = Self.cardLimit
    while true {
      let files = PageFolder(
        document: try document(cards: limit), cohort: cohort, window: nil, comparison: nil,
        options: options
      ).files()
      let largest = files.reduce(0) { $1.path.hasSuffix(".html") ? max($0, $1.bytes.count) : $0 }
      let excess = largest - Self.byteLimit
      guard excess > 0, limit > 0 else { return files }
      limit = max(0, limit - 5 - excess / Self.bytesOfCard)
    }
  }

  /// How large a page may be (docs/report.md); where members' parts would make it larger, fewer
  /// members have one.
  static let byteLimit = 500_000
  /// About what a member's part takes.
  private static let bytesOfCard = 2000

  /// What the pages say.
  ///
  /// - Parameter limit: How many members may have a part of their own.
  /// - Returns: The document.
  /// - Throws: ``MetricError``.
  func document(cards limit: Int = cardLimit) throws(MetricError) -> Document {
    let day = Argument.day(cohort.asOf)
    let dataset = cohort.dataset
    let tasks = cohort.replay.worklist(within: horizon, threads: cohort.threads)
    let deadlines = DeadlinesAhead(of: cohort, within: horizon)
    let shown = shownMembers(tasks, limit)
    let joined = (0..<dataset.members.count).count { cohort.histories.hasJoined($0) }
    var document = Document(
      kind: .dashboard, title: Sentence(Label.dashboardTitle, day),
      subtitle: Sentence(Label.dashboardKind),
      scope: [
        Sentence(Label.scopeDashboard, .things(joined, .member), day),
        Sentence(Label.dataSource, .sentence(dataset.origin.about.name)),
      ],
      citation: Sentence(
        Label.citeDashboard, day, .sentence(dataset.origin.about.name), .plain(options.version)))
    if !dataset.reports.reportedOn.contains(where: { $0 <= cohort.asOf }) {
      document.caution = Sentence(Note.silentData)
    }
    document.keyFigures = keyFigures(tasks)
    document.chapters = [
      worklistChapter(tasks, shown), try statusChapter(), try trackerChapter(),
      deadlinesChapter(deadlines, shown), try qualityChapter(), membersChapter(shown, joined),
    ].filter { !$0.exhibits.isEmpty }
    let cards = MemberCards(
      of: cohort, members: shown, deadlines: deadlines, languages: options.languages)
    document.members = cards.cards
    document.years = cards.years
    document.method = method
    return document
  }

  private var method: [Sentence] {
    var notes = [
      Sentence(Note.statuses), Sentence(Note.rules, cohort.schedule.baseline.difference),
      Sentence(Note.backdated), Sentence(Note.denominator), Sentence(Note.rounding),
      Sentence(Note.strip), Sentence(Note.explain),
    ]
    let rejected = cohort.dataset.origin.rejectedRows.values.reduce(0, +)
    if rejected > 0 { notes.append(Sentence(Note.rejected, .count(rejected))) }
    notes.append(Sentence(Note.numbers))
    return notes
  }

  /// The members that have a part of their own: those that something will happen to or that are
  /// not active first, if not all can have one; in the order of the data.
  private func shownMembers(_ tasks: [Replay.Task], _ limit: Int) -> [Int] {
    let replay = cohort.replay
    let joined = (0..<replay.memberCount).filter { replay.current(of: $0) != nil }
    guard joined.count > limit else { return joined }
    let urgent = Set(tasks.map(\.member))
    let order = joined.sorted { left, right in
      func rank(_ member: Int) -> Int {
        urgent.contains(member) ? 0 : replay.current(of: member)?.status == .active ? 2 : 1
      }
      return (rank(left), left) < (rank(right), right)
    }
    return order.prefix(limit).sorted()
  }

  /// How many members had each status at the end of a day.
  func counts(on day: Day) -> [Int] {
    var counts = [Int](repeating: 0, count: Status.allCases.count)
    for member in 0..<cohort.replay.memberCount {
      if let status = cohort.replay.status(of: member, on: day) { counts[status.number] += 1 }
    }
    return counts
  }

  private func keyFigures(_ tasks: [Replay.Task]) -> [KeyFigure] {
    let asOf = cohort.asOf
    let now = counts(on: asOf)
    let quarterAgo = counts(on: asOf.adding(months: -3))
    let yearAgo = counts(on: asOf.adding(months: -12))
    func figure(_ label: DashboardLabel, _ statuses: [Status]) -> KeyFigure {
      func sum(_ counts: [Int]) -> Int { statuses.reduce(0) { $0 + counts[$1.number] } }
      return KeyFigure(
        value: .count(sum(now)), label: Sentence(label),
        details: [Sentence(DashboardLabel.keyAgo, .count(sum(quarterAgo)), .count(sum(yearAgo)))])
    }
    var worklist = KeyFigure(
      value: .count(tasks.count),
      label: Sentence(DashboardLabel.keyWorklistToday, .things(horizon, .day)))
    if let first = tasks.first {
      worklist.details.append(Sentence(DashboardLabel.keySoonest, .day(first.consequence.on)))
    }
    return [
      figure(.keyActiveToday, [.active]), figure(.keyInactiveToday, [.inactive]),
      figure(.keyVoluntaryToday, [.inactiveVoluntary]), figure(.keyProbationToday, [.probation]),
      figure(.keyEndedToday, [.revoked, .withdrawn]), worklist,
    ]
  }

  /// Where a member stands on the page.
  static func anchor(_ member: Int) -> String { "m\(member + 1)" }
}
