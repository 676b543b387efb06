/// The titles of chapters.
enum Chapter: CaseIterable, Phrase {
  case key, cohort, coCreation, design, results, association, membership, obligations, whatIf,
    change, notes, downloads, today, worklist, status, tracker, deadlines, quality, members,
    allMembers

  var texts: Texts {
    switch self {
    case .key:
      Texts(
        en: "Key figures",
        es: "Cifras clave",
        fr: "Chiffres clés")
    case .cohort:
      Texts(
        en: "The cohort",
        es: "La cohorte",
        fr: "La cohorte")
    case .coCreation:
      Texts(
        en: "Co-creation",
        es: "Cocreación",
        fr: "Co-création")
    case .design:
      Texts(
        en: "What the commitments set out to do",
        es: "Qué se proponen los compromisos",
        fr: "Ce que visent les engagements")
    case .results:
      Texts(
        en: "Results",
        es: "Resultados",
        fr: "Résultats")
    case .association:
      Texts(
        en: "What goes with results",
        es: "Qué acompaña a los resultados",
        fr: "Ce qui accompagne les résultats")
    case .membership:
      Texts(
        en: "Membership",
        es: "Membresía",
        fr: "Adhésion")
    case .obligations:
      Texts(
        en: "Deadlines and the tracker",
        es: "Plazos y plataforma digital",
        fr: "Échéances et outil de suivi")
    case .whatIf:
      Texts(
        en: "Under other rules",
        es: "Con otras reglas",
        fr: "Avec d’autres règles")
    case .change:
      Texts(
        en: "Change since the period before",
        es: "Cambios desde el periodo anterior",
        fr: "Évolution depuis la période précédente")
    case .notes:
      Texts(
        en: "Notes on method",
        es: "Notas metodológicas",
        fr: "Notes de méthode")
    case .downloads:
      Texts(
        en: "Downloads",
        es: "Descargas",
        fr: "Téléchargements")
    case .today:
      Texts(
        en: "Today",
        es: "Hoy",
        fr: "Aujourd’hui")
    case .worklist:
      Texts(
        en: "Worklist",
        es: "Lista de trabajo",
        fr: "Liste de travail")
    case .status:
      Texts(
        en: "Members by status",
        es: "Miembros por estatus",
        fr: "Membres par statut")
    case .tracker:
      Texts(
        en: "The tracker by quarter",
        es: "La plataforma por trimestre",
        fr: "L’outil de suivi par trimestre")
    case .deadlines:
      Texts(
        en: "Deadlines ahead",
        es: "Plazos próximos",
        fr: "Échéances à venir")
    case .quality:
      Texts(
        en: "Data quality",
        es: "Calidad de los datos",
        fr: "Qualité des données")
    case .members:
      Texts(
        en: "Members",
        es: "Miembros",
        fr: "Membres")
    case .allMembers:
      Texts(
        en: "All members",
        es: "Todos los miembros",
        fr: "Tous les membres")
    }
  }
}
