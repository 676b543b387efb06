import Membership
import Metrics
import Warehouse

extension Figures {
  /// Who is in, over what, as known when.
  var scope: [Sentence] {
    let members = status.shareRows.first?.total ?? 0
    let row = plans.rows.first
    func number(_ name: String) -> Int {
      plans.column(name).flatMap { row?[$0].countValue } ?? 0
    }
    return [
      Sentence(
        Label.scopeReport, .things(members, .member), .things(number("plans"), .plan),
        .things(number("commitments"), .commitment), .day(cohort.asOf)),
      Sentence(Label.dataSource, .sentence(cohort.dataset.origin.about.name)),
    ]
  }

  /// The finding that the browser's title begins with.
  var headline: Sentence? {
    guard let row = completion.shareRow("substantial_or_complete"), let share = row.share else {
      return nil
    }
    return Sentence(Heading.completion, .share(share))
  }

  /// The numbers that the page begins with.
  var keyFigures: [KeyFigure] {
    var key: [KeyFigure] = []
    func add(_ row: ShareRow?, _ label: Label, clear: Bool = true) {
      guard let row, let share = row.share else { return }
      var figure = KeyFigure(value: .share(share), label: Sentence(label))
      if let low = row.low, let high = row.high {
        figure.details.append(
          Sentence(
            Label.keyDetail, .count(row.count), .count(row.total), .interval(low, high)))
      }
      if let change = change(row) { figure.details.append(change) }
      key.append(figure)
    }
    if hasTracker, let active = status.shareRow("active") {
      var figure = KeyFigure(
        value: .count(active.count), label: Sentence(Label.keyActive, .day(last)))
      figure.details.append(Sentence(Label.keyOf, .things(active.total, .member)))
      key.append(figure)
    }
    add(completion.shareRow("substantial_or_complete"), .keyCompletion)
    let results = earlyResults.shareRows.first {
      $0.group.first?.code == "overall" && $0.code == "major_or_outstanding"
    }
    add(results, .keyEarly)
    add(coCreation.shareRow("all_requirements"), .keyRequirements)
    if hasTracker { add(tracking.shareRow("silent"), .keySilent) }
    return key
  }

  /// How a share stands against the period before, in a line.
  private func change(_ row: ShareRow) -> Sentence? {
    guard let previous, let difference = row.difference, let low = row.differenceLow,
      let high = row.differenceHigh
    else { return nil }
    return Sentence(
      row.isClear ? Label.changeClear : Label.changeUnclear, .points(difference),
      .period(previous), .points(low), .points(high))
  }

  /// What the figures support, in sentences.
  var findings: [Sentence] {
    completionFindings + resultFindings + coCreationFindings + membershipFindings
  }

  private var completionFindings: [Sentence] {
    guard let row = completion.shareRow("substantial_or_complete"), let share = row.share,
      let low = row.low, let high = row.high
    else { return [] }
    var findings = [
      Sentence(
        Finding.completion, .things(row.total, .commitment), .period(window), .count(row.count),
        .share(share), .interval(low, high))
    ]
    add(comparison(row), to: &findings)
    return findings
  }

  /// A comparison belongs to the sentence before it.
  private func add(_ comparison: Sentence?, to findings: inout [Sentence]) {
    guard let comparison, let last = findings.popLast() else { return }
    findings.append(Sentence(Label.twoSentences, .sentence(last), .sentence(comparison)))
  }

  /// Whether the share rose or fell, as far as the interval of the difference says so.
  private func comparison(_ row: ShareRow) -> Sentence? {
    guard let previous, let difference = row.difference, let low = row.differenceLow,
      let high = row.differenceHigh
    else { return nil }
    guard row.isClear else {
      return Sentence(
        Finding.same, .points(difference), .period(previous), .points(low), .points(high))
    }
    let isRise = difference > 0
    return Sentence(
      isRise ? Finding.up : Finding.down, .distance(difference), .period(previous),
      .distance(isRise ? low : high), .distance(isRise ? high : low))
  }

  private var resultFindings: [Sentence] {
    var findings: [Sentence] = []
    let results = earlyResults.shareRows.first {
      $0.group.first?.code == "overall" && $0.code == "major_or_outstanding"
    }
    if let results, let share = results.share, let low = results.low, let high = results.high {
      findings.append(
        Sentence(
          Finding.early, .things(results.total, .commitment), .count(results.count),
          .share(share), .interval(low, high)))
      add(comparison(results), to: &findings)
    }
    if let both = ambition.shareRow("ambitious_and_complete"), let share = both.share,
      let low = both.low, let high = both.high
    {
      findings.append(
        Sentence(
          Finding.ambition, .count(both.count), .things(both.total, .commitment), .share(share),
          .interval(low, high)))
    }
    return findings
  }

  private var coCreationFindings: [Sentence] {
    guard let all = coCreation.shareRow("all_requirements"), let share = all.share,
      let low = all.low, let high = all.high
    else { return [] }
    var findings = [
      Sentence(
        Finding.requirements, .count(all.count), .things(all.total, .plan), .share(share),
        .interval(low, high))
    ]
    add(comparison(all), to: &findings)
    let rows = coCreation.shareRows.filter { Requirement.list.codes.contains($0.code) }
    let least = rows.min { ($0.share ?? 2) < ($1.share ?? 2) }
    let most = rows.max { ($0.share ?? -1) < ($1.share ?? -1) }
    guard let least, let most, let worst = least.share, let best = most.share,
      let upper = least.high, let lower = most.low
    else { return findings }
    findings.append(
      upper < lower
        ? Sentence(
          Finding.least, .cell(least.level), .share(worst), .cell(most.level), .share(best))
        : Sentence(Finding.noneStandsOut))
    return findings
  }

  private var membershipFindings: [Sentence] {
    guard hasTracker else { return [] }
    var findings: [Sentence] = []
    if let active = status.shareRow("active"), let share = active.share {
      func count(_ status: Status) -> Int { self.status.shareRow(status.code)?.count ?? 0 }
      findings.append(
        Sentence(
          Finding.active, .day(last), .count(active.count), .things(active.total, .member),
          .share(share), .count(count(.inactive)), .count(count(.inactiveVoluntary)),
          .count(count(.probation))))
      findings.append(
        Sentence(Finding.ended, .count(count(.revoked)), .count(count(.withdrawn))))
    }
    if let silent = tracking.shareRow("silent"), let share = silent.share, let low = silent.low,
      let high = silent.high
    {
      findings.append(
        Sentence(
          Finding.silent, .count(silent.count), .count(silent.total), .share(share),
          .interval(low, high)))
      add(comparison(silent), to: &findings)
    }
    return findings
  }
}

extension Origin.About {
  /// The data's own title, or that it has none.
  var name: Sentence {
    title.isEmpty ? Sentence(Label.untitledData) : Sentence(Label.verbatim, .cell(.text(title)))
  }
}

extension RuleSet {
  /// What differs from the handbook, as `--set` writes it.
  var difference: Argument {
    let changed = Parameter.allCases.filter { text(of: $0) != RuleSet.handbook.text(of: $0) }
    guard !changed.isEmpty else { return .sentence(Sentence(Label.rulesHandbook)) }
    return .list(
      changed.map {
        .sentence(
          Sentence(Label.whatIfRules, .plain($0.name), .plain(text(of: $0)), .meaning($0)))
      })
  }
}
