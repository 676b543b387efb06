import Warehouse

extension Explainer {
  /// Inactivity that lasted too long.
  func inactiveTooLong(_ since: Int32, _ until: Int32, _ rules: RuleSet) -> Told {
    let months = words.months(rules.inactiveMonths ?? 0)
    let (from, to) = (words.day(since), words.day(until))
    return Told(
      reason: words.say(
        "activities not resumed after \(months) of inactivity, from \(from) to \(to)",
        "actividades sin reanudar tras \(months) de inactividad, del \(from) al \(to)",
        "activités non reprises après \(months) d’inactivité, du \(from) au \(to)") + " "
        + words.rule(.inactiveMonths, rules, section: "4.2"))
  }

  /// A probation that lasted too long.
  func probationTooLong(_ since: Int32, _ until: Int32, _ open: Reasons, _ rules: RuleSet) -> Told {
    let months = words.months(rules.probationMonths ?? 0)
    let (from, to) = (words.day(since), words.day(until))
    return Told(
      reason: words.say(
        "requirements still not met after \(months) of probation, from \(from) to \(to)",
        "requisitos aún sin cumplir tras \(months) a prueba, del \(from) al \(to)",
        "exigences toujours non satisfaites après \(months) de probation, du \(from) au \(to)")
        + " " + words.rule(.probationMonths, rules, section: "4.2"),
      facts: [
        words.say("open: ", "sigue abierto: ", "reste ouvert : ") + words.reasons(open)
      ])
  }

  /// Voluntary inactivity whose last day has passed.
  func pauseEnded(_ until: Int32, before day: Int32) -> Told {
    Told(
      reason: words.say(
        "the voluntary inactivity ended on \(words.day(until))",
        "la inactividad voluntaria terminó el \(words.day(until))",
        "l’inactivité volontaire a pris fin le \(words.day(until))") + " (§4.1)",
      facts: facts.pause(by: day - 1).map { [fact($0)] } ?? [])
  }

  /// Voluntary inactivity asked for.
  func paused(_ until: Int32, on day: Int32) -> Told {
    let text =
      until == MemberRecord.unknown
      ? words.say(
        "voluntary inactivity requested, without an end date",
        "inactividad voluntaria solicitada, sin fecha de término",
        "inactivité volontaire demandée, sans date de fin")
      : words.say(
        "voluntary inactivity requested until \(words.day(until))",
        "inactividad voluntaria solicitada hasta el \(words.day(until))",
        "inactivité volontaire demandée jusqu’au \(words.day(until))")
    return Told(reason: text + " (§4.1)", facts: facts.pause(by: day).map { [fact($0)] } ?? [])
  }

  /// Activity that gave active status back or settled the issue of inactivity.
  func activity(on day: Int32, from status: Status) -> Told {
    let text =
      status == .probation
      ? words.say(
        "activities resumed: the issue of inactivity is settled",
        "actividades reanudadas: el asunto de la inactividad queda resuelto",
        "activités reprises : le motif d’inactivité est levé") + " (§4.2)"
      : words.say("activities resumed", "actividades reanudadas", "activités reprises") + " (§4.1)"
    return Told(reason: text, facts: shortened(activityFacts(on: day)))
  }

  /// The rows that are activity on a day.
  private func activityFacts(on day: Int32) -> [String] {
    var lines: [String] = []
    for row in facts.plans where dataset.plans.submittedOn[row].number == day {
      let place = facts.place(row, .plans)
      lines.append(
        words.say(
          "plan \(plan(row)) submitted (\(place))", "plan \(plan(row)) entregado (\(place))",
          "plan \(plan(row)) soumis (\(place))"))
    }
    for row in facts.events where dataset.events.on[row].number == day {
      let kind = dataset.events.kinds[row]
      if kind == .coCreationStarted || kind == .resumed { lines.append(fact(row)) }
    }
    let meetings = dataset.meetings
    for row in 0..<meetings.count
    where Int(meetings.members[row]) == member && meetings.heldOn[row].number == day
      && meetings.phases[row] == .coCreation
    {
      let place = facts.place(row, .meetings)
      lines.append(
        words.say(
          "co-creation meeting (\(place))", "reunión de cocreación (\(place))",
          "réunion de co-création (\(place))"))
    }
    for report in facts.reports
    where report.isProgress && dataset.reports.reportedOn[report.row].number == day {
      let row = Int(dataset.reports.commitments[report.row])
      let place = facts.place(report.row, .tracker)
      lines.append(
        words.say(
          "progress reported on commitment \(commitment(row)) (\(place))",
          "avances reportados en el compromiso \(commitment(row)) (\(place))",
          "progrès rapporté sur l’engagement \(commitment(row)) (\(place))"))
    }
    let assessments = dataset.completionAssessments
    for row in 0..<assessments.count
    where assessments.submittedOn[row].number == day && assessments.completions[row] >= .substantial
    {
      let which = Int(assessments.commitments[row])
      guard facts.commitments.contains(which) else { continue }
      let place = facts.place(row, .completionAssessments)
      let level = words.label(assessments.completions[row])
      lines.append(
        words.say(
          "commitment \(commitment(which)) assessed as \(level) (\(place))",
          "compromiso \(commitment(which)) evaluado como \(level) (\(place))",
          "engagement \(commitment(which)) évalué comme \(level) (\(place))"))
    }
    return lines
  }

  // MARK: - Co-creation requirements

  /// Plans that fail their requirements.
  func requirementsFailed(on day: Int32, from status: Status, _ rules: RuleSet) -> Told {
    let required = rules.required.size
    let needed = rules.minMet
    var told = Told(
      reason: words.say(
        "co-creation requirements not met: \(needed) of \(required) needed",
        "requisitos de cocreación sin cumplir: se necesitan \(needed) de \(required)",
        "exigences de co-création non satisfaites : il en faut \(needed) sur \(required)")
        + " (required = \(rules.text(of: .required)), min_met = \(needed), §3.3.1, §4.2)")
    for row in facts.plans {
      guard let met = facts.met(row, on: day), let assessment = facts.assessment(of: row, by: day),
        (met & rules.required.rawValue).nonzeroBitCount < needed
      else { continue }
      let missing = Requirement.allCases.filter {
        rules.required.has($0.number) && met >> UInt64($0.number) & 1 == 0
      }
      let list = words.list(
        missing.map { words.label($0) }, words.say(" and ", " y ", " et "))
      let place = facts.place(assessment, .inceptionAssessments)
      told.facts.append(
        words.say(
          "plan \(plan(row)): not met: \(list) (\(place))",
          "plan \(plan(row)): sin cumplir: \(list) (\(place))",
          "plan \(plan(row)) : non satisfait : \(list) (\(place))"))
    }
    if status == .inactive {
      told.facts.append(
        words.say(
          "it was inactive: that is an issue of the probation too",
          "estaba inactivo: eso también es un asunto de la prueba",
          "il était inactif : c’est aussi un motif de la probation"))
    }
    return told
  }

  /// No plan fails any more.
  func requirementsSettled(on day: Int32, _ rules: RuleSet) -> Told {
    var told = Told(
      reason: words.say(
        "co-creation requirements met: the issue is settled",
        "requisitos de cocreación cumplidos: el asunto queda resuelto",
        "exigences de co-création satisfaites : le motif est levé")
        + " (min_met = \(rules.minMet), §3.3.1, §4.2)")
    for row in facts.plans {
      guard let assessment = facts.assessment(of: row, by: day) else { continue }
      if dataset.inceptionAssessments.submittedOn[assessment].number == day {
        let place = facts.place(assessment, .inceptionAssessments)
        told.facts.append(
          words.say(
            "plan \(plan(row)) assessed again (\(place))",
            "plan \(plan(row)) evaluado de nuevo (\(place))",
            "plan \(plan(row)) évalué à nouveau (\(place))"))
      }
    }
    for row in facts.events
    where dataset.events.on[row].number == day && dataset.events.kinds[row] == .requirementMet {
      guard let requirement = dataset.events.requirements[row] else { continue }
      let label = requirement.label(words.language)
      told.facts.append(Wording.joined(fact(row), label))
    }
    return told
  }
}

extension Wording {
  /// A fact and what it is about.
  static func joined(_ fact: String, _ detail: String) -> String { "\(fact), \(detail)" }
}
