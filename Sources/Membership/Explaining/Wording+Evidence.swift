package import Warehouse

extension Evidence {
  /// What it is, in words that can stand in a list.
  ///
  /// - Parameter language: One of the three.
  /// - Returns: The words.
  package func label(_ language: Language) -> String { Wording(language).evidence(self) }
}

extension Wording {
  /// One piece of evidence.
  func evidence(_ evidence: Evidence) -> String {
    switch evidence {
    case .planSubmitted:
      say("an action plan submitted", "un plan de acción entregado", "un plan d’action soumis")
    case .extensionGranted:
      say("an extension granted", "una prórroga concedida", "une prolongation accordée")
    case .trackerUpdate:
      say(
        "a report in the online tracker on any commitment",
        "un reporte en la plataforma digital sobre cualquier compromiso",
        "un rapport dans l’outil de suivi sur n’importe quel engagement")
    case .progressReport:
      say(
        "a report in the online tracker that shows progress in any commitment",
        "un reporte en la plataforma digital con avances en cualquier compromiso",
        "un rapport dans l’outil de suivi montrant un progrès dans n’importe quel engagement")
    case .coCreationStarted:
      say("co-creation started", "la cocreación iniciada", "la co-création commencée")
    case .coCreationMeeting:
      say("a co-creation meeting", "una reunión de cocreación", "une réunion de co-création")
    case .resumed:
      say("activities resumed", "actividades reanudadas", "des activités reprises")
    case .completionAssessment:
      say(
        "a commitment assessed as \(label(Completion.substantial)) or \(label(Completion.complete))",
        "un compromiso evaluado como \(label(Completion.substantial))"
          + " o \(label(Completion.complete))",
        "un engagement évalué comme \(label(Completion.substantial))"
          + " ou \(label(Completion.complete))")
    case .requirementMet(let requirement):
      say(
        "the requirement met: \(label(requirement))",
        "el requisito cumplido: \(label(requirement))",
        "l’exigence satisfaite : \(label(requirement))")
    case .voluntaryInactivity:
      say(
        "a new request for voluntary inactivity", "una nueva solicitud de inactividad voluntaria",
        "une nouvelle demande d’inactivité volontaire")
    }
  }

  /// A group of evidence: one of several, or so many of them.
  func group(_ group: EvidenceGroup) -> String {
    let list = list(group.choices.map(evidence), say(" or ", " o ", " ou "))
    guard group.needed > 1 else { return list }
    return say(
      "\(group.needed) of these: \(list)", "\(group.needed) de estos: \(list)",
      "\(group.needed) de ceux-ci : \(list)")
  }

  /// A list with a word before its last item.
  func list(_ items: [String], _ last: String) -> String {
    guard let end = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + last + end
  }

  /// A code's label in small letters, as inside a sentence.
  func label(_ code: some Code) -> String { code.label(language).lowercased() }

  /// A rule: the parameter with its value, and the section of the handbook.
  func rule(_ parameter: Parameter?, _ rules: RuleSet, section: String) -> String {
    guard let parameter else { return "(§\(section))" }
    return "(\(parameter.name) = \(rules.text(of: parameter)), §\(section))"
  }

  /// A reason of a spell.
  func reason(_ reason: Reasons) -> String {
    switch reason {
    case .noFirstPlan:
      say("no first action plan", "sin primer plan de acción", "pas de premier plan d’action")
    case .noNextPlan:
      say("no next action plan", "sin siguiente plan de acción", "pas de plan d’action suivant")
    case .trackerSilent:
      say(
        "tracker not updated", "plataforma sin actualizar", "outil de suivi non mis à jour")
    case .trackerStalled:
      say(
        "no progress in any commitment", "sin avances en ningún compromiso",
        "aucun progrès dans aucun engagement")
    case .inactivity:
      say("activities not resumed", "actividades no reanudadas", "activités non reprises")
    case .requirements:
      say(
        "co-creation requirements not met", "requisitos de cocreación sin cumplir",
        "exigences de co-création non satisfaites")
    default: reasons(reason)
    }
  }

  /// All reasons of a spell.
  func reasons(_ reasons: Reasons) -> String {
    Reasons.all.filter { reasons.contains($0.reason) }.map { reason($0.reason) }
      .joined(separator: "; ")
  }
}
