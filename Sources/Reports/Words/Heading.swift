/// What stands over an exhibit: its finding.
enum Heading: CaseIterable, Phrase {
  case cohort, plans, requirements, requirementsRegion, practices, design, areas,
    areasTied, areaSector, values, completion, completionRegion, completionArea, completionChange,
    early, ambition, stars, association, status, statusQuarter, transitions, transitionsRates,
    dwell, agreement, timeliness, tracking, checks, finish, finishOpen, milestones, change,
    restated, whatIf, today, worklist, nobody, regions, cohorts, silence, deadlines,
    freshness, freshnessNone, coverageAll, membersAll

  var texts: Texts {
    switch self {
    case .cohort:
      Texts(
        en: "{0} in {1}",
        es: "{0} en {1}",
        fr: "{0} en {1}")
    case .plans:
      Texts(
        en: "{0} with {1}",
        es: "{0} con {1}",
        fr: "{0} avec {1}")
    case .requirements:
      Texts(
        en: "All four requirements: {0} of {1}",
        es: "Los cuatro requisitos: {0} de {1}",
        fr: "Les quatre exigences\u{A0}: {0} sur {1}")
    case .requirementsRegion:
      Texts(
        en: "All four requirements, by region",
        es: "Los cuatro requisitos, por región",
        fr: "Les quatre exigences, par région")
    case .practices:
      Texts(
        en: "All eight recommended practices: {0} of {1}",
        es: "Las ocho prácticas recomendadas: {0} de {1}",
        fr: "Les huit pratiques recommandées\u{A0}: {0} sur {1}")
    case .design:
      Texts(
        en: "{0} of reviewed commitments are verifiable",
        es: "{0} de los compromisos revisados son verificables",
        fr: "{0} des engagements examinés sont vérifiables")
    case .areas:
      Texts(
        en: "The most frequent policy area: {0}, {1} of {2}",
        es: "El área de política más frecuente: {0}, {1} de {2}",
        fr: "Le domaine politique le plus fréquent\u{A0}: {0}, {1} sur {2}")
    case .areasTied:
      Texts(
        en: "The policy areas of commitments",
        es: "Las áreas de política de los compromisos",
        fr: "Les domaines politiques des engagements")
    case .areaSector:
      Texts(
        en: "Policy areas and sectors together",
        es: "Áreas de política y sectores juntos",
        fr: "Domaines politiques et secteurs ensemble")
    case .values:
      Texts(
        en: "The OGP values that commitments name",
        es: "Los valores de OGP que nombran los compromisos",
        fr: "Les valeurs du PGO que nomment les engagements")
    case .completion:
      Texts(
        en: "{0} of commitments were substantially or completely carried out",
        es: "{0} de los compromisos se cumplieron de forma sustancial o completa",
        fr: "{0} des engagements ont été réalisés de façon substantielle ou complète")
    case .completionRegion:
      Texts(
        en: "Substantial or complete, by region",
        es: "Sustancial o completo, por región",
        fr: "Substantiel ou complet, par région")
    case .completionArea:
      Texts(
        en: "Substantial or complete, by policy area",
        es: "Sustancial o completo, por área de política",
        fr: "Substantiel ou complet, par domaine politique")
    case .completionChange:
      Texts(
        en: "Assessed again: {0} of {1} rose",
        es: "Evaluados de nuevo: {0} de {1} subieron",
        fr: "Évalués à nouveau\u{A0}: {0} sur {1} ont progressé")
    case .early:
      Texts(
        en: "{0} opened government in a major or outstanding way",
        es: "{0} abrieron el gobierno de forma considerable o excepcional",
        fr: "{0} ont ouvert le gouvernement de façon majeure ou exceptionnelle")
    case .ambition:
      Texts(
        en: "Ambitious and complete: {0} of {1}",
        es: "Ambiciosos y completos: {0} de {1}",
        fr: "Ambitieux et achevés\u{A0}: {0} sur {1}")
    case .stars:
      Texts(
        en: "Starred: {0} of {1}",
        es: "Con estrella: {0} de {1}",
        fr: "Avec étoile\u{A0}: {0} sur {1}")
    case .association:
      Texts(
        en: "Substantial or complete, by what was known at the start",
        es: "Sustancial o completo, según lo conocido al inicio",
        fr: "Substantiel ou complet, selon ce qui était connu au départ")
    case .status:
      Texts(
        en: "{0} of {1} active on {2}",
        es: "{0} de {1} activos el {2}",
        fr: "{0} sur {1} actifs le {2}")
    case .statusQuarter:
      Texts(
        en: "Status at the end of each quarter",
        es: "Estatus al final de cada trimestre",
        fr: "Statut à la fin de chaque trimestre")
    case .transitions:
      Texts(
        en: "{0} in the period",
        es: "{0} en el periodo",
        fr: "{0} durant la période")
    case .transitionsRates:
      Texts(
        en: "Status changes a member-year",
        es: "Cambios de estatus por miembro y año",
        fr: "Changements de statut par membre et an")
    case .dwell:
      Texts(
        en: "How long a status lasts",
        es: "Cuánto dura un estatus",
        fr: "Combien de temps dure un statut")
    case .agreement:
      Texts(
        en: "The replay agrees with the published record for {0} of {1}",
        es: "La reconstrucción coincide con el registro publicado para {0} de {1}",
        fr: "La reconstitution concorde avec le registre publié pour {0} sur {1}")
    case .timeliness:
      Texts(
        en: "What was due, and whether it came on time",
        es: "Lo que vencía y si llegó a tiempo",
        fr: "Ce qui était dû, et si c’est venu à temps")
    case .tracking:
      Texts(
        en: "Tracker updated in {0} of the quarters with a report due",
        es: "Plataforma actualizada en {0} de los trimestres con reporte exigido",
        fr: "Outil de suivi mis à jour dans {0} des trimestres où un rapport était dû")
    case .checks:
      Texts(
        en: "The handbook’s limits",
        es: "Los límites del manual",
        fr: "Les limites du manuel")
    case .finish:
      Texts(
        en: "Half of the commitments are finished after {0}",
        es: "La mitad de los compromisos termina tras {0}",
        fr: "La moitié des engagements est achevée après {0}")
    case .finishOpen:
      Texts(
        en: "Time until commitments are finished",
        es: "Tiempo hasta que los compromisos terminan",
        fr: "Temps jusqu’à l’achèvement des engagements")
    case .milestones:
      Texts(
        en: "{0} of milestones are finished",
        es: "{0} de los hitos están terminados",
        fr: "{0} des jalons sont terminés")
    case .change:
      Texts(
        en: "Every share of this report against the period before",
        es: "Cada proporción de este informe frente al periodo anterior",
        fr: "Chaque part de ce rapport par rapport à la période précédente")
    case .restated:
      Texts(
        en: "Restated figures of the period before: {0}",
        es: "Cifras corregidas del periodo anterior: {0}",
        fr: "Chiffres corrigés de la période précédente\u{A0}: {0}")
    case .whatIf:
      Texts(
        en: "Members with another status: {0}",
        es: "Miembros con otro estatus: {0}",
        fr: "Membres avec un autre statut\u{A0}: {0}")
    case .today:
      Texts(
        en: "{0} of {1} active on {2}",
        es: "{0} de {1} activos el {2}",
        fr: "{0} sur {1} actifs le {2}")
    case .worklist:
      Texts(
        en: "Members whose status changes within {1} if nothing is filed: {0}",
        es: "Miembros cuyo estatus cambia en {1} si no se registra nada: {0}",
        fr: "Membres dont le statut change dans les {1} si rien n’est déposé\u{A0}: {0}")
    case .nobody:
      Texts(
        en: "Nobody’s status changes within {0}, even if nothing is filed",
        es: "Ningún estatus cambia en {0}, aunque no se registre nada",
        fr: "Aucun statut ne change dans les {0}, même si rien n’est déposé")
    case .regions:
      Texts(
        en: "Share active, by region",
        es: "Proporción de activos, por región",
        fr: "Part des actifs, par région")
    case .cohorts:
      Texts(
        en: "Share active, by cohort",
        es: "Proporción de activos, por cohorte",
        fr: "Part des actifs, par cohorte")
    case .silence:
      Texts(
        en: "Quarters without a tracker update: {0} of {1} in {2}",
        es: "Trimestres sin actualizar la plataforma: {0} de {1} en {2}",
        fr: "Trimestres sans mise à jour de l’outil de suivi\u{A0}: {0} sur {1} en {2}")
    case .deadlines:
      Texts(
        en: "Due within {1}: {0}; overdue: {2}",
        es: "Por vencer en {1}: {0}; vencidos: {2}",
        fr: "À faire dans les {1}\u{A0}: {0}\u{A0}; en retard\u{A0}: {2}")
    case .freshness:
      Texts(
        en: "The latest tracker report is of {0}",
        es: "El último reporte de la plataforma es del {0}",
        fr: "Le dernier rapport de suivi date du {0}")
    case .freshnessNone:
      Texts(
        en: "The data has no tracker report",
        es: "Los datos no tienen reportes de la plataforma",
        fr: "Les données n’ont pas de rapport de suivi")
    case .coverageAll:
      Texts(
        en: "How much was assessed",
        es: "Cuánto se ha evaluado",
        fr: "Ce qui a été évalué")
    case .membersAll:
      Texts(
        en: "Each of {0}",
        es: "Cada uno de {0}",
        fr: "Chacun des {0}")
    }
  }
}
