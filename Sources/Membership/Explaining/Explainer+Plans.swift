import Warehouse

extension Explainer {
  /// The first day.
  func joining(_ rules: RuleSet) -> Told {
    var told = Told(
      reason: words.say(
        "joined OGP Local", "se incorporó a OGP Local", "a rejoint le PGO local"))
    told.facts.append(facts.place(member, .members))
    let joined = dataset.members.joinedOn[member]
    if let due = dataset.members.firstPlanDueOn[member] {
      told.facts.append(
        words.say(
          "first action plan due by \(words.day(due)), the date set by the Support Unit",
          "primer plan de acción a más tardar el \(words.day(due)), fecha fijada por la Unidad de"
            + " Apoyo",
          "premier plan d’action au plus tard le \(words.day(due)), date fixée par l’Unité de"
            + " soutien") + " (§4.1)")
    } else if let months = rules.firstPlanMonths {
      let due = words.day(joined.adding(months: months))
      told.facts.append(
        words.say(
          "first action plan due by \(due)", "primer plan de acción a más tardar el \(due)",
          "premier plan d’action au plus tard le \(due)") + " "
          + words.rule(.firstPlanMonths, rules, section: "4.1"))
    }
    return told
  }

  /// A plan deadline that was missed.
  func missed(_ verdict: DeadlineVerdict, _ rules: RuleSet) -> Told {
    let due = words.day(verdict.day)
    var told: Told
    let plans = replay.histories.planRange(of: member)
    if verdict.index == 0 {
      let isDated = dataset.members.firstPlanDueOn[member] != nil
      told = Told(
        reason: words.say(
          "no first action plan submitted by the deadline, \(due)",
          "ningún primer plan de acción entregado en la fecha límite, el \(due)",
          "aucun premier plan d’action soumis dans les délais impartis, au plus tard le \(due)")
          + " " + words.rule(isDated ? nil : .firstPlanMonths, rules, section: "4.1"))
      if isDated {
        let place = facts.place(member, .members)
        told.facts.append(
          words.say(
            "date set by the Support Unit (\(place))",
            "fecha fijada por la Unidad de Apoyo"
              + " (\(place))", "date fixée par l’Unité de soutien (\(place))"))
      }
      for event in facts.extensions(before: verdict.judgedOn) {
        guard let until = dataset.events.until[event] else { continue }
        told.facts.append(
          fact(event)
            + words.say(
              " until \(words.day(until))", " hasta el \(words.day(until))",
              " jusqu’au \(words.day(until))"))
      }
    } else {
      let row = Int(replay.histories.plans[plans.lowerBound + verdict.index - 1].row)
      let months = words.months(rules.planGapMonths ?? 0)
      told = Told(
        reason: words.say(
          "no action plan submitted within \(months) of the end of the previous one, by \(due)",
          "ningún plan de acción entregado en los \(months) siguientes al fin del anterior, a más"
            + " tardar el \(due)",
          "aucun plan d’action soumis dans les \(months) suivant la fin du précédent, au plus tard"
            + " le \(due)") + " " + words.rule(.planGapMonths, rules, section: "3.2, §4.1"))
      let end = dataset.plans.endsOn[row]
      let place = facts.place(row, .plans)
      told.facts.append(
        words.say(
          "plan \(plan(row)) ended on \(words.day(end)) (\(place))",
          "el plan \(plan(row)) terminó el \(words.day(end)) (\(place))",
          "le plan \(plan(row)) a pris fin le \(words.day(end)) (\(place))"))
      let moved = verdict.day - end.adding(months: rules.planGapMonths ?? 0).number
      if moved > 1 || (moved > 0 && replay.histories.interpretation.isEmpty) {
        told.facts.append(movedBy(Int(moved)))
      }
    }
    let answer = plans.lowerBound + verdict.index
    if answer < plans.upperBound {
      let row = Int(replay.histories.plans[answer].row)
      let day = words.day(dataset.plans.submittedOn[row])
      let place = facts.place(row, .plans)
      told.facts.append(
        words.say(
          "plan \(plan(row)) came later, on \(day) (\(place))",
          "el plan \(plan(row)) llegó después, el \(day) (\(place))",
          "le plan \(plan(row)) est venu plus tard, le \(day) (\(place))"))
    }
    return told
  }

  /// A deadline that voluntary inactivity moved.
  func clockStopped(_ index: Int, _ days: Int32) -> Told {
    let plans = replay.histories.planRange(of: member)
    guard index > 0 else {
      return Told(
        reason: words.say(
          "deadline of the first action plan: ", "fecha límite del primer plan de acción: ",
          "échéance du premier plan d’action : ") + movedBy(Int(days)) + " (§4.1)")
    }
    let row = Int(replay.histories.plans[plans.lowerBound + index - 1].row)
    return Told(
      reason: words.say(
        "deadline of the plan after \(plan(row)): ",
        "fecha límite del plan que sigue a"
          + " \(plan(row)): ", "échéance du plan qui suit \(plan(row)) : ") + movedBy(Int(days))
        + " (§4.1)")
  }

  private func movedBy(_ days: Int) -> String {
    words.say(
      "moved by \(words.days(days)) of voluntary inactivity",
      "aplazada \(words.days(days)) por inactividad voluntaria",
      "reportée de \(words.days(days)) d’inactivité volontaire")
  }

  // MARK: - Quarters

  /// Quarters that were silent or stalled.
  func quarters(_ reason: Reasons, _ count: Int, before day: Int32, _ rules: RuleSet) -> Told {
    let last = Quarter(containing: Day(number: day - 1))
    let first = Quarter(index: last.index - count + 1)
    let (from, to) = (words.day(first.firstDay), words.day(last.lastDay))
    let many = words.quarters(count)
    let isSilent = reason == .trackerSilent
    var told = Told(
      reason: isSilent
        ? words.say(
          "the online tracker not updated in \(many), from \(from) to \(to)",
          "la plataforma digital sin actualizar en \(many), del \(from) al \(to)",
          "l’outil de suivi en ligne non mis à jour pendant \(many), du \(from) au \(to)")
        : words.say(
          "no progress in any commitment shown by the online tracker in \(many), from \(from)"
            + " to \(to)",
          "ningún avance en ningún compromiso según la plataforma digital en \(many), del \(from)"
            + " al \(to)",
          "aucun progrès dans aucun engagement selon l’outil de suivi en ligne pendant \(many), du"
            + " \(from) au \(to)"))
    told.reason +=
      " " + words.rule(isSilent ? .silentQuarters : .stalledQuarters, rules, section: "4.1")
    var bound: [Int] = []
    for index in first.index...last.index {
      for row in facts.obligations(in: Quarter(index: index), replay.histories)
      where !bound.contains(row) { bound.append(row) }
    }
    told.facts += shortened(
      bound.map { row in
        let place = facts.place(row, .commitments)
        return words.say(
          "reports due on commitment \(commitment(row)) (\(place))",
          "reportes por enviar sobre el compromiso \(commitment(row)) (\(place))",
          "rapports dus sur l’engagement \(commitment(row)) (\(place))")
      })
    told.facts += reports(from: first.firstDay, to: last.lastDay)
    return told
  }

  /// The reports of some quarters, and the last one before them.
  private func reports(from first: Day, to last: Day) -> [String] {
    let days = dataset.reports.reportedOn
    let within = facts.reports.filter { days[$0.row] >= first && days[$0.row] <= last }
    var lines = shortened(
      within.map { report in
        let place = facts.place(report.row, .tracker)
        let day = words.day(days[report.row])
        return report.isProgress
          ? words.say(
            "report of \(day), progress (\(place))", "reporte del \(day), con avances (\(place))",
            "rapport du \(day), progrès (\(place))")
          : words.say(
            "report of \(day) without progress (\(place))",
            "reporte del \(day) sin avances (\(place))", "rapport du \(day) sans progrès (\(place))"
          )
      })
    if let before = facts.reports.last(where: { days[$0.row] < first }) {
      let (day, place) = (words.day(days[before.row]), facts.place(before.row, .tracker))
      lines.append(
        words.say(
          "last report before: \(day) (\(place))", "último reporte anterior: \(day) (\(place))",
          "dernier rapport précédent : \(day) (\(place))"))
    } else {
      lines.append(
        words.say("no report before", "ningún reporte anterior", "aucun rapport précédent"))
    }
    return lines
  }
}
