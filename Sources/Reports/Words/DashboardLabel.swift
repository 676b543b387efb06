/// Short texts of the dashboard: key figures of the day, and what stands on a member's card.
enum DashboardLabel: CaseIterable, Phrase {
  case keyActiveToday, keyInactiveToday, keyVoluntaryToday, keyProbationToday, keyEndedToday,
    keyWorklistToday, keyAgo, keySoonest, factSince, factReasons, factPlans, factPlan,
    factCommitments, factReport, factNext, factDue, planWithDays, commitmentsFinished, statusOn,
    stripSummary, ahead, todayTable, membersTable, trackerTitle, freshnessTitle, storyNext,
    storyChange, storyJoined, storyStop, cardOrigin

  var texts: Texts {
    switch self {
    case .keyActiveToday:
      Texts(
        en: "members active",
        es: "miembros activos",
        fr: "membres actifs")
    case .keyInactiveToday:
      Texts(
        en: "inactive",
        es: "inactivos",
        fr: "inactifs")
    case .keyVoluntaryToday:
      Texts(
        en: "inactive by their own request",
        es: "inactivos a petición propia",
        fr: "inactifs à leur demande")
    case .keyProbationToday:
      Texts(
        en: "on probation",
        es: "a prueba",
        fr: "sous probation")
    case .keyEndedToday:
      Texts(
        en: "revoked or withdrawn",
        es: "revocados o retirados",
        fr: "révoqués ou retirés")
    case .keyWorklistToday:
      Texts(
        en: "with a change of status ahead within {0}",
        es: "con un cambio de estatus en los próximos {0}",
        fr: "avec un changement de statut dans les {0}")
    case .keyAgo:
      Texts(
        en: "{0} a quarter before, {1} a year before",
        es: "{0} un trimestre antes, {1} un año antes",
        fr: "{0} un trimestre avant, {1} un an avant")
    case .keySoonest:
      Texts(
        en: "the first on {0}",
        es: "el primero el {0}",
        fr: "le premier le {0}")
    case .factSince:
      Texts(
        en: "Status since",
        es: "Estatus desde",
        fr: "Statut depuis")
    case .factReasons:
      Texts(
        en: "Reasons",
        es: "Motivos",
        fr: "Motifs")
    case .factPlans:
      Texts(
        en: "Action plans",
        es: "Planes de acción",
        fr: "Plans d’action")
    case .factPlan:
      Texts(
        en: "Latest action plan",
        es: "Plan de acción más reciente",
        fr: "Dernier plan d’action")
    case .factCommitments:
      Texts(
        en: "Its commitments",
        es: "Sus compromisos",
        fr: "Ses engagements")
    case .factReport:
      Texts(
        en: "Latest tracker report",
        es: "Último reporte en la plataforma",
        fr: "Dernier rapport de suivi")
    case .factNext:
      Texts(
        en: "Next change",
        es: "Próximo cambio",
        fr: "Prochain changement")
    case .factDue:
      Texts(
        en: "Next due",
        es: "Próximo plazo",
        fr: "Prochaine échéance")
    case .planWithDays:
      Texts(
        en: "{0}: {1} to {2}",
        es: "{0}: {1} a {2}",
        fr: "{0}\u{A0}: {1} au {2}")
    case .commitmentsFinished:
      Texts(
        en: "{0}, {1} finished",
        es: "{0}, {1} terminados",
        fr: "{0}, {1} achevés")
    case .statusOn:
      Texts(
        en: "{0} on {1}",
        es: "{0} el {1}",
        fr: "{0} le {1}")
    case .stripSummary:
      Texts(
        en: "{0} since {1}; {2} before that since joining.",
        es: "{0} desde el {1}; {2} antes, desde la incorporación.",
        fr: "{0} depuis le {1}\u{A0}; {2} avant, depuis l’adhésion.")
    case .ahead:
      Texts(
        en: "ahead",
        es: "por vencer",
        fr: "à venir")
    case .todayTable:
      Texts(
        en: "Members by status, then and now",
        es: "Miembros por estatus, antes y ahora",
        fr: "Membres par statut, avant et maintenant")
    case .membersTable:
      Texts(
        en: "All members",
        es: "Todos los miembros",
        fr: "Tous les membres")
    case .trackerTitle:
      Texts(
        en: "Share of quarters with a report due that had no update",
        es: "Proporción de trimestres con reporte exigido y sin actualización",
        fr: "Part des trimestres où un rapport était dû, sans mise à jour")
    case .freshnessTitle:
      Texts(
        en: "What is known of each table",
        es: "Lo que se sabe de cada tabla",
        fr: "Ce qui est connu de chaque table")
    case .storyNext:
      Texts(
        en: "If nothing more is filed, {0}: {1} → {2}",
        es: "Si no se registra nada más, {0}: {1} → {2}",
        fr: "Si plus rien n’est déposé, {0}\u{A0}: {1} → {2}")
    case .storyChange:
      Texts(
        en: "{0}: {1} → {2}",
        es: "{0}: {1} → {2}",
        fr: "{0}\u{A0}: {1} → {2}")
    case .storyJoined:
      Texts(
        en: "{0}: {1}",
        es: "{0}: {1}",
        fr: "{0}\u{A0}: {1}")
    case .storyStop:
      Texts(
        en: "What would stop it: {0}",
        es: "Qué lo evitaría: {0}",
        fr: "Ce qui l’éviterait\u{A0}: {0}")
    case .cardOrigin:
      Texts(
        en: "{0} · {1}, {2} · cohort {3} · joined on {4}",
        es: "{0} · {1}, {2} · cohorte {3} · incorporación el {4}",
        fr: "{0} · {1}, {2} · cohorte {3} · adhésion le {4}")
    }
  }
}
