// How a commitment is tracked and assessed: labels of taxonomy.csv.

extension CodeList {
  /// What a tracker report says (Annex 2, field 17).
  public static let trackerStatus = CodeList(
    name: "tracker_status",
    entries: [
      CodeEntry(
        code: "not_started", en: "Not started",
        es: "No iniciado",
        fr: "Pas commencé", aliases: []),
      CodeEntry(
        code: "in_progress", en: "In progress",
        es: "En curso",
        fr: "En cours", aliases: []),
      CodeEntry(
        code: "stuck", en: "Stuck",
        es: "Atascado",
        fr: "Bloqué", aliases: []),
      CodeEntry(
        code: "finished", en: "Finished",
        es: "Terminado",
        fr: "Terminé", aliases: []),
      CodeEntry(
        code: "incomplete", en: "Incomplete",
        es: "Incompleto",
        fr: "Incomplet", aliases: []),
    ])

  /// Yes, partially, no (Annex 2, field 15).
  public static let resourcesSecured = CodeList(
    name: "resources_secured",
    entries: [
      CodeEntry(
        code: "yes", en: "Yes",
        es: "Sí",
        fr: "Oui", aliases: []),
      CodeEntry(
        code: "partially", en: "Partially",
        es: "Parcial",
        fr: "Partiellement", aliases: []),
      CodeEntry(
        code: "no", en: "No",
        es: "No",
        fr: "Non", aliases: []),
    ])

  /// Levels of completion.
  public static let completion = CodeList(
    name: "completion",
    entries: [
      CodeEntry(
        code: "no_evidence", en: "No evidence available",
        es: "Sin evidencia disponible",
        fr: "Aucune preuve disponible", aliases: []),
      CodeEntry(
        code: "not_started", en: "Not started",
        es: "No iniciado",
        fr: "Non commencé", aliases: []),
      CodeEntry(
        code: "limited", en: "Limited",
        es: "Limitado",
        fr: "Limité", aliases: []),
      CodeEntry(
        code: "substantial", en: "Substantial",
        es: "Sustancial",
        fr: "Substantiel", aliases: []),
      CodeEntry(
        code: "complete", en: "Complete",
        es: "Completo",
        fr: "Complet", aliases: ["Completed"]),
    ])

  /// Levels of early results.
  public static let earlyResults = CodeList(
    name: "early_results",
    entries: [
      CodeEntry(
        code: "worsened", en: "Worsened",
        es: "Empeoró",
        fr: "Dégradé", aliases: []),
      CodeEntry(
        code: "did_not_change", en: "Did not change",
        es: "No cambió",
        fr: "Aucun changement", aliases: []),
      CodeEntry(
        code: "marginal", en: "Marginal",
        es: "Marginal",
        fr: "Marginal", aliases: []),
      CodeEntry(
        code: "major", en: "Major",
        es: "Considerable",
        fr: "Majeur", aliases: []),
      CodeEntry(
        code: "outstanding", en: "Outstanding",
        es: "Excepcional",
        fr: "Exceptionnel", aliases: []),
    ])

  /// Levels of potential impact.
  public static let potentialImpact = CodeList(
    name: "potential_impact",
    entries: [
      CodeEntry(
        code: "none", en: "None",
        es: "Ninguno",
        fr: "Aucun", aliases: []),
      CodeEntry(
        code: "minor", en: "Minor",
        es: "Menor",
        fr: "Mineur", aliases: []),
      CodeEntry(
        code: "moderate", en: "Moderate",
        es: "Moderado",
        fr: "Modéré", aliases: []),
      CodeEntry(
        code: "transformative", en: "Transformative",
        es: "Transformador",
        fr: "Transformateur", aliases: []),
    ])

  /// Levels of specificity.
  public static let specificity = CodeList(
    name: "specificity",
    entries: [
      CodeEntry(
        code: "none", en: "None",
        es: "Ninguna",
        fr: "Aucune", aliases: []),
      CodeEntry(
        code: "low", en: "Low",
        es: "Baja",
        fr: "Faible", aliases: []),
      CodeEntry(
        code: "medium", en: "Medium",
        es: "Media",
        fr: "Moyenne", aliases: []),
      CodeEntry(
        code: "high", en: "High",
        es: "Alta",
        fr: "Élevée", aliases: []),
    ])
}
