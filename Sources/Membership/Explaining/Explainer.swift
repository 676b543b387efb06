import Warehouse

/// Turns the steps of one member's replay into chapters.
struct Explainer {
  let replay: Replay
  let dataset: Dataset
  let member: Int
  let words: Wording
  let facts: FactFinder

  /// How many rows of one kind are named before "and so many more".
  static let mostRows = 5

  init(replay: Replay, dataset: Dataset, member: Int, words: Wording) {
    self.replay = replay
    self.dataset = dataset
    self.member = member
    self.words = words
    facts = FactFinder(
      dataset, member: member, asOf: replay.asOf, reading: replay.histories.interpretation)
  }

  /// A reason and the rows behind it.
  struct Told {
    var reason: String
    var facts: [String] = []
  }

  /// The chapters of the past.
  func chapters(_ entries: [StorySink.Entry]) -> [Explanation.Chapter] {
    var chapters: [Explanation.Chapter] = []
    for entry in entries {
      chapters.append(chapter(entry, before: chapters.last?.after))
    }
    return chapters
  }

  /// One day's chapter.
  func chapter(_ entry: StorySink.Entry, before: Status?) -> Explanation.Chapter {
    let day = entry.day
    let rules = replay.schedule.rules(on: Day(number: day))
    let told = (before == nil ? [joining(rules)] : []) + entry.steps.map { tell($0, day, rules) }
    let after = entry.status ?? before ?? .active
    let isStoppable = before != nil && after != before
    let groups = isStoppable ? EvidenceGroup.stopping(entry.steps, under: rules) : []
    return Explanation.Chapter(
      day: Day(number: day), before: before, after: after, reasons: told.map(\.reason),
      facts: Self.unique(told.flatMap(\.facts)),
      stoppedBy: groups.map { stopper($0, before: day, entry.steps) })
  }

  /// What would stop something, and by when.
  private func stopper(_ group: EvidenceGroup, before day: Int32, _ steps: [ReplayStep]) -> String {
    let what = words.group(group)
    let last = Day(number: day - 1)
    if group.choices == [.trackerUpdate] || group.choices == [.progressReport] {
      let counts = steps.compactMap { step -> Int? in
        guard case .quarters(_, let count) = step else { return nil }
        return count
      }
      // A report in any of the quarters that are looked back on would do.
      let quarter = Quarter(index: Quarter(containing: last).index - (counts.min() ?? 1) + 1)
      let first = last < replay.asOf ? quarter.firstDay : max(quarter.firstDay, replay.asOf)
      return words.say(
        "\(what), from \(words.day(first)) to \(words.day(last))",
        "\(what), del \(words.day(first)) al \(words.day(last))",
        "\(what), du \(words.day(first)) au \(words.day(last))")
    }
    return words.say(
      "\(what), by \(words.day(last))", "\(what), a más tardar el \(words.day(last))",
      "\(what), au plus tard le \(words.day(last))")
  }

  /// One step in words.
  private func tell(_ step: ReplayStep, _ day: Int32, _ rules: RuleSet) -> Told {
    switch step {
    case .deadlineMissed(let verdict): missed(verdict, rules)
    case .quarters(let reason, let count): quarters(reason, count, before: day, rules)
    case .inactiveTooLong(let since, let until): inactiveTooLong(since, until, rules)
    case .probationTooLong(let since, let until, let open, _):
      probationTooLong(since, until, open, rules)
    case .pauseEnded(let until): pauseEnded(until, before: day)
    case .withdrew:
      Told(
        reason: words.say(
          "withdrew from OGP Local", "se retiró de OGP Local", "s’est retiré du PGO local"),
        facts: facts.event(.withdrew, on: day).map { [fact($0)] } ?? [])
    case .activity(let from): activity(on: day, from: from)
    case .paused(let until, _): paused(until, on: day)
    case .requirementsFailed(let from, _): requirementsFailed(on: day, from: from, rules)
    case .requirementsSettled: requirementsSettled(on: day, rules)
    case .probationEnded:
      Told(
        reason: words.say(
          "no issue of the probation is open any more", "ningún asunto de la prueba sigue abierto",
          "plus aucun motif de la probation n’est ouvert") + " (§4.2)")
    case .clockStopped(let index, let days): clockStopped(index, days)
    case .reformed:
      Told(
        reason: words.say(
          "other rules in force from this day", "otras reglas en vigor desde este día",
          "d’autres règles en vigueur à partir de ce jour"))
    }
  }

  /// The facts in order, each once: two rules can rest on the same rows.
  private static func unique(_ facts: [String]) -> [String] {
    var seen: Set<String> = []
    return facts.filter { seen.insert($0).inserted }
  }

  /// An event's row in words.
  func fact(_ event: Int) -> String {
    "\(dataset.events.kinds[event].label(words.language)) (\(facts.place(event, .events)))"
  }

  /// The first few of many facts, and how many more there are.
  func shortened(_ items: [String]) -> [String] {
    guard items.count > Self.mostRows else { return items }
    let rest = items.count - Self.mostRows
    return items.prefix(Self.mostRows) + [
      words.say("and \(rest) more", "y \(rest) más", "et \(rest) de plus")
    ]
  }

  func plan(_ row: Int) -> String { dataset.plans.ids[row] }
  func commitment(_ row: Int) -> String { dataset.commitments.ids[row] }
}
