import Warehouse

/// What people call the columns of exported tables.
///
/// Words of the pages where they have one; the others stand here.
enum FieldTitles {
  /// The titles of a column in the three languages.
  static func titles(of name: String) -> [String] {
    if let own = own[name] { return [own.en, own.es, own.fr] }
    return Language.allCases.map { language in
      var vocabulary = Vocabulary(language)
      return vocabulary.label(name)
    }
  }

  /// The columns that the pages have no word for.
  static let own: [String: (en: String, es: String, fr: String)] = [
    "agency": ("Agency", "Agencia", "Organisme"),
    "assessed_on": ("First assessed on", "Primera evaluación", "Première évaluation"),
    "both_sides": ("Both sides present", "Ambas partes presentes", "Les deux parties présentes"),
    "changed_on": ("Changed on", "Fecha del cambio", "Changé le"),
    "civil_society_lead": (
      "Civil society lead", "Sociedad civil responsable", "Société civile responsable"
    ),
    "code": ("Code", "Código", "Code"),
    "completion_on": ("Completion assessed on", "Evaluado el", "Réalisation évaluée le"),
    "counts": ("Counts", "Cuenta", "Compte"),
    "days": ("Days", "Días", "Jours"),
    "dimension": ("Dimension", "Dimensión", "Dimension"),
    "done_on": ("Done on", "Cumplido el", "Fait le"),
    "due_on": ("Due on", "Vence el", "Échéance"),
    "en": ("English", "Inglés", "Anglais"),
    "endorsements": ("Endorsements", "Respaldos", "Soutiens"),
    "ends_on": ("Ends on", "Termina el", "Finit le"),
    "es": ("Spanish", "Español", "Espagnol"),
    "evidence": ("Documents", "Documentos", "Documents"),
    "opened_information": (
      "Opened information", "Abrió la información", "A ouvert l’information"
    ),
    "opened_participation": (
      "Opened participation", "Abrió la participación", "A ouvert la participation"
    ),
    "opened_accountability": (
      "Opened accountability", "Abrió la rendición de cuentas", "A ouvert la redevabilité"
    ),
    "finished_on": ("Finished on", "Terminado el", "Achevé le"),
    "first_plan_due_on": ("First plan due on", "Primer plan para el", "Premier plan dû le"),
    "fr": ("French", "Francés", "Français"),
    "from_on": ("From", "Desde", "Du"),
    "from_status": ("From status", "Estado anterior", "Statut antérieur"),
    "government": ("Government present", "Gobierno presente", "Gouvernement présent"),
    "group": ("Group", "Grupo", "Groupe"),
    "held_on": ("Held on", "Celebrada el", "Tenue le"),
    "is_latest": ("Is the latest", "Es la más reciente", "Est la plus récente"),
    "joined_on": ("Joined on", "Ingreso", "Adhésion"),
    "known": ("Known", "Conocido", "Connu"),
    "lead_agency": ("Lead agency", "Agencia responsable", "Organisme responsable"),
    "learning_on": ("Learning exercise on", "Ejercicio de aprendizaje", "Exercice d’apprentissage"),
    "list": ("List", "Lista", "Liste"),
    "measure": ("Measure", "Medida", "Mesure"),
    "member_ids": ("Members", "Miembros", "Membres"),
    "metric": ("Metric", "Métrica", "Indicateur"),
    "milestone_id": ("Milestone", "Hito", "Jalon"),
    "non_government": ("Others present", "Otros presentes", "Autres présents"),
    "obligated": ("Obligated", "Obligado", "Tenu de déclarer"),
    "obligation_no": ("Number", "Número", "Numéro"),
    "outcome": ("Outcome", "Resultado", "Résultat"),
    "part": ("Part", "Parte", "Partie"),
    "phase": ("Phase", "Fase", "Phase"),
    "plan_id": ("Plan", "Plan", "Plan"),
    "policy_areas": ("Policy areas", "Temas", "Thèmes"),
    "population": ("Population", "Población", "Population"),
    "position": ("Position", "Posición", "Position"),
    "progress": ("Progress", "Avance", "Progrès"),
    "reason": ("Reason", "Motivo", "Motif"),
    "relevant": ("Relevant", "Relevante", "Pertinent"),
    "reported_on": ("Reported on", "Informado el", "Déclaré le"),
    "requirement": ("Requirement", "Requisito", "Exigence"),
    "reviewed_on": ("Reviewed on", "Revisado el", "Examiné le"),
    "row_no": ("Row", "Fila", "Ligne"),
    "runs_from": ("Runs from", "Corre desde", "Court du"),
    "runs_to": ("Runs to", "Corre hasta", "Court au"),
    "sectors": ("Sectors", "Sectores", "Secteurs"),
    "spell": ("Spell", "Período", "Période"),
    "starts_on": ("Starts on", "Comienza el", "Commence le"),
    "submitted_on": ("Submitted on", "Presentado el", "Soumis le"),
    "title": ("Title", "Título", "Titre"),
    "to_on": ("To", "Hasta", "Au"),
    "to_status": ("To status", "Estado nuevo", "Nouveau statut"),
    "until": ("Until", "Hasta", "Jusqu’au"),
    "updated": ("Updated", "Actualizado", "Mis à jour"),
    "values": ("OGP values", "Valores de OGP", "Valeurs de l’OGP"),
    "window": ("Window", "Ventana", "Fenêtre"),
    "withdrawn_on": ("Withdrawn on", "Retirado el", "Retiré le"),
  ]
}
