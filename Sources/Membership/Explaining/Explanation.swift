public import Warehouse

/// One member's story: every change of status with what stands behind it, and what comes next.
public struct Explanation: Hashable, Sendable {
  /// A day on which something applied.
  public struct Chapter: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// The status before; `nil` on the first day.
    public let before: Status?
    /// The status that the day ends with.
    public let after: Status
    /// What applied, each with the parameter's value and the handbook's section.
    public let reasons: [String]
    /// The rows of the data behind it, each with its place.
    public let facts: [String]
    /// What would have stopped it, all of it needed; for what comes next, what would stop it.
    public let stoppedBy: [String]
  }

  /// The member, a row of the members table.
  public let member: Int
  /// Its id.
  public let memberID: String
  /// Its name.
  public let name: String
  /// The language of all texts.
  public let language: Language
  /// The as-of day.
  public let asOf: Day
  /// The spell that holds; `nil` if the member joined later.
  public let current: Spell?
  /// The days on which something applied, in order.
  public let chapters: [Chapter]
  /// What comes next if nothing more is filed, if anything.
  public let next: Chapter?
}

extension Explanation {
  /// The story as text for people: a heading, a paragraph a day, and what comes next.
  public var text: String {
    let words = Wording(language)
    var lines = ["\(name) (\(memberID))"]
    guard let current else {
      lines.append(
        words.say(
          "As of \(words.day(asOf)) it is not a member yet.",
          "Al \(words.day(asOf)) aún no es miembro.",
          "Au \(words.day(asOf)), il n’est pas encore membre."))
      return lines.joined(separator: "\n") + "\n"
    }
    let label = current.status.label(language)
    let why = current.reasons.isEmpty ? "" : " (\(words.reasons(current.reasons)))"
    lines.append(
      words.say(
        "As of \(words.day(asOf)): \(label) since \(words.day(current.from))\(why).",
        "Al \(words.day(asOf)): \(label) desde el \(words.day(current.from))\(why).",
        "Au \(words.day(asOf)) : \(label) depuis le \(words.day(current.from))\(why)."))
    for chapter in chapters {
      lines.append("")
      lines.append(contentsOf: paragraph(chapter, isAhead: false, words))
    }
    lines.append("")
    if current.status >= .revoked {
      lines.append(
        words.say(
          "What comes next: nothing, this status is final.",
          "Qué sigue: nada, este estatus es definitivo.",
          "La suite : rien, ce statut est définitif."))
      return lines.joined(separator: "\n") + "\n"
    }
    guard let next else {
      lines.append(
        words.say(
          "What comes next: nothing within ten years, even if nothing more is submitted, reported"
            + " or met.",
          "Qué sigue: nada en diez años, aunque no se entregue, reporte ni cumpla nada más.",
          "La suite : rien d’ici dix ans, même si plus rien n’est soumis, rapporté ni satisfait."))
      return lines.joined(separator: "\n") + "\n"
    }
    lines.append(
      words.say(
        "What comes next, if nothing more is submitted, reported or met:",
        "Qué sigue, si no se entrega, reporta ni cumple nada más:",
        "La suite, si plus rien n’est soumis, rapporté ni satisfait :"))
    lines.append(contentsOf: paragraph(next, isAhead: true, words))
    return lines.joined(separator: "\n") + "\n"
  }

  private func paragraph(_ chapter: Chapter, isAhead: Bool, _ words: Wording) -> [String] {
    let after = chapter.after.label(language)
    let heading =
      switch chapter.before {
      case nil: after
      case chapter.after:
        after + words.say(", unchanged", ", sin cambio", ", inchangé")
      case .some(let before): "\(before.label(language)) → \(after)"
      }
    var lines = ["\(words.day(chapter.day)): \(heading)"]
    if language == .fr { lines[0] = Wording.spaced("\(words.day(chapter.day)) : \(heading)") }
    for reason in chapter.reasons { lines.append("  " + reason) }
    for fact in chapter.facts { lines.append("    · " + fact) }
    guard !chapter.stoppedBy.isEmpty else { return lines }
    let introduction =
      isAhead
      ? words.say("What would stop it:", "Qué lo evitaría:", "Ce qui l’éviterait :")
      : words.say(
        "What would have stopped it:", "Qué lo habría evitado:", "Ce qui l’aurait évité :")
    lines.append("  " + introduction)
    for item in chapter.stoppedBy { lines.append("    · " + item) }
    return lines
  }
}

extension Replay {
  /// Tells a member's story: `ogpstats status --explain`.
  ///
  /// It is made from the steps of the replay itself, so it cannot say anything else than the
  /// status does.
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - dataset: The dataset that was replayed.
  ///   - language: The language of the story.
  /// - Returns: The story.
  public func explain(
    _ member: Int, of dataset: Dataset, in language: Language
  ) -> Explanation {
    var machine = machine()
    var past = StorySink()
    var future = StorySink()
    var next: Explanation.Chapter?
    var chapters: [Explanation.Chapter] = []
    if machine.play(member, of: histories, into: &past) {
      let explainer = Explainer(
        replay: self, dataset: dataset, member: member, words: Wording(language))
      chapters = explainer.chapters(past.entries)
      let before = machine.status
      if machine.advanceToChange(
        through: histories.horizon.number, of: histories, into: &future),
        let entry = future.entries.last
      {
        next = explainer.chapter(entry, before: before)
      }
    }
    return Explanation(
      member: member, memberID: dataset.members.ids[member], name: dataset.members.names[member],
      language: language, asOf: asOf, current: current(of: member), chapters: chapters, next: next)
  }
}
