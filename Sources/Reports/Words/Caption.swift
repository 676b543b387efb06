/// What an exhibit shows: measure, population, period, n.
enum Caption: CaseIterable, Phrase {
  case members, coverage, plans, coCreation, practices, design, submitted, completion,
    completionGroup, completionChange, early, ambition, stars, association, status, statusQuarter,
    transitions, rates, dwell, agreement, timeliness, tracking, checks, finish, milestones, change,
    restated, whatIf, today, worklist, multiples, silence, deadlines, freshness, coverageAll,
    membersAll

  var texts: Texts {
    switch self {
    case .members:
      Texts(
        en: "Members that had joined by {0}. n\u{A0}=\u{A0}{1}.",
        es: "Miembros incorporados hasta el {0}. n\u{A0}=\u{A0}{1}.",
        fr: "Membres ayant adhéré au plus tard le {0}. n\u{A0}=\u{A0}{1}.")
    case .coverage:
      Texts(
        en: """
          Share of action plans and commitments submitted in {0} that have what the \
          handbook asks for (§3.5), as known on {1}.
          """,
        es: """
          Proporción de planes de acción y compromisos entregados en {0} que tienen lo \
          que pide el manual (§3.5), según lo sabido el {1}.
          """,
        fr: """
          Part des plans d’action et des engagements soumis en {0} qui ont ce que \
          demande le manuel (§3.5), selon ce qui était connu le {1}.
          """)
    case .plans:
      Texts(
        en: "Action plans submitted in {0}.",
        es: "Planes de acción entregados en {0}.",
        fr: "Plans d’action soumis en {0}.")
    case .coCreation:
      Texts(
        en: """
          Share of action plans with an inception assessment in {0}, by the latest \
          one. n\u{A0}=\u{A0}{1}.
          """,
        es: """
          Proporción de planes de acción con evaluación inicial en {0}, según la más \
          reciente. n\u{A0}=\u{A0}{1}.
          """,
        fr: """
          Part des plans d’action avec une évaluation initiale en {0}, d’après la plus \
          récente. n\u{A0}=\u{A0}{1}.
          """)
    case .practices:
      Texts(
        en: """
          Share of action plans that follow each recommended practice (§3.3.2), of \
          those for which the question was answered. “Partially” is not counted.
          """,
        es: """
          Proporción de planes de acción que siguen cada práctica recomendada \
          (§3.3.2), de aquellos con respuesta. «Parcial» no se cuenta.
          """,
        fr: """
          Part des plans d’action qui suivent chaque pratique recommandée (§3.3.2), \
          parmi ceux pour lesquels il y a une réponse. «\u{A0}Partiellement\u{A0}» \
          n’est pas compté.
          """)
    case .design:
      Texts(
        en: """
          Share of commitments reviewed at inception (or submitted, for resources) in \
          {0}; each line has its own total.
          """,
        es: """
          Proporción de compromisos revisados al inicio (o entregados, para los \
          recursos) en {0}; cada línea tiene su propio total.
          """,
        fr: """
          Part des engagements examinés au départ (ou soumis, pour les ressources) en \
          {0}\u{A0}; chaque ligne a son propre total.
          """)
    case .submitted:
      Texts(
        en: """
          Commitments submitted in {0}. n\u{A0}=\u{A0}{1}. One commitment may name \
          several: shares add up to more than 100%.
          """,
        es: """
          Compromisos entregados en {0}. n\u{A0}=\u{A0}{1}. Un compromiso puede \
          nombrar varios: las proporciones suman más de 100\u{A0}%.
          """,
        fr: """
          Engagements soumis en {0}. n\u{A0}=\u{A0}{1}. Un engagement peut en nommer \
          plusieurs\u{A0}: les parts dépassent 100\u{A0}% au total.
          """)
    case .completion:
      Texts(
        en: """
          Share of commitments with an end-of-commitment assessment in the period, by \
          the latest one.
          """,
        es: """
          Proporción de compromisos con evaluación de su implementación en el periodo, \
          según la más reciente.
          """,
        fr: """
          Part des engagements avec une évaluation de fin d’engagement durant la \
          période, d’après la plus récente.
          """)
    case .completionGroup:
      Texts(
        en: """
          Share of commitments assessed in {0} that are substantial or complete. \
          Groups under {1} show counts only.
          """,
        es: """
          Proporción de compromisos evaluados en {0} con nivel sustancial o completo. \
          Los grupos de menos de {1} solo muestran números.
          """,
        fr: """
          Part des engagements évalués en {0} au niveau substantiel ou complet. Les \
          groupes de moins de {1} ne montrent que des nombres.
          """)
    case .completionChange:
      Texts(
        en: """
          Commitments assessed in {0} and at least once before: the latest level \
          against the first, no evidence left out. n\u{A0}=\u{A0}{1}.
          """,
        es: """
          Compromisos evaluados en {0} y al menos una vez antes: el último nivel \
          frente al primero, sin los que no tienen evidencia. n\u{A0}=\u{A0}{1}.
          """,
        fr: """
          Engagements évalués en {0} et au moins une fois avant\u{A0}: le dernier \
          niveau par rapport au premier, sans ceux sans preuve. n\u{A0}=\u{A0}{1}.
          """)
    case .early:
      Texts(
        en: """
          Share of assessed commitments by how far they opened government, overall and \
          in each of three ways; each bar has its own total.
          """,
        es: """
          Proporción de compromisos evaluados según cuánto abrieron el gobierno, en \
          general y de tres maneras; cada barra tiene su propio total.
          """,
        fr: """
          Part des engagements évalués selon leur ouverture du gouvernement, dans \
          l’ensemble et de trois manières\u{A0}; chaque barre a son propre total.
          """)
    case .ambition:
      Texts(
        en: """
          Commitments with both an assessment in {0} and a review. Ambitious: \
          relevant, and of moderate or transformative potential impact. \
          n\u{A0}=\u{A0}{1}.
          """,
        es: """
          Compromisos con evaluación en {0} y revisión. Ambicioso: relevante y de \
          impacto potencial moderado o transformador. n\u{A0}=\u{A0}{1}.
          """,
        fr: """
          Engagements avec une évaluation en {0} et un examen. Ambitieux\u{A0}: \
          pertinent, et d’impact potentiel modéré ou transformateur. \
          n\u{A0}=\u{A0}{1}.
          """)
    case .stars:
      Texts(
        en: """
          By the star rule in force: starred, or the first threshold missed. \
          n\u{A0}=\u{A0}{0}.
          """,
        es: """
          Según la regla de la estrella vigente: con estrella, o el primer umbral no \
          alcanzado. n\u{A0}=\u{A0}{0}.
          """,
        fr: """
          Selon la règle de l’étoile en vigueur\u{A0}: avec étoile, ou le premier \
          seuil manqué. n\u{A0}=\u{A0}{0}.
          """)
    case .association:
      Texts(
        en: "Share of commitments assessed in {0} that are substantial or complete.",
        es: "Proporción de compromisos evaluados en {0} con nivel sustancial o completo.",
        fr: "Part des engagements évalués en {0} au niveau substantiel ou complet.")
    case .status:
      Texts(
        en: "Members by status at the end of {0}. n\u{A0}=\u{A0}{1}.",
        es: "Miembros por estatus al final del {0}. n\u{A0}=\u{A0}{1}.",
        fr: "Membres par statut à la fin du {0}. n\u{A0}=\u{A0}{1}.")
    case .statusQuarter:
      Texts(
        en: "Number of members by status on the last day of each quarter.",
        es: "Número de miembros por estatus en el último día de cada trimestre.",
        fr: "Nombre de membres par statut le dernier jour de chaque trimestre.")
    case .transitions:
      Texts(
        en: """
          Number of changes dated in {0}, from the status in the row to the one in the \
          column.
          """,
        es: "Número de cambios fechados en {0}, del estatus de la fila al de la columna.",
        fr: """
          Nombre de changements datés en {0}, du statut de la ligne à celui de la \
          colonne.
          """)
    case .rates:
      Texts(
        en: """
          Changes for each year that a member spends in the first status; 95% interval \
          of a count (Garwood).
          """,
        es: """
          Cambios por cada año que un miembro pasa en el primer estatus; intervalo del \
          95\u{A0}% de un conteo (Garwood).
          """,
        fr: """
          Changements par année passée par un membre dans le premier statut\u{A0}; \
          intervalle à 95\u{A0}% d’un comptage (Garwood).
          """)
    case .dwell:
      Texts(
        en: """
          Median days of spells that begin in {0} (Kaplan–Meier; spells still open \
          count up to {1}).
          """,
        es: """
          Mediana de días de los periodos que comienzan en {0} (Kaplan–Meier; los aún \
          abiertos cuentan hasta el {1}).
          """,
        fr: """
          Médiane des jours des périodes qui commencent en {0} (Kaplan–Meier\u{A0}; \
          celles encore ouvertes comptent jusqu’au {1}).
          """)
    case .agreement:
      Texts(
        en: """
          Members with a published status: the replayed status against the latest \
          published one.
          """,
        es: """
          Miembros con estatus publicado: el estatus reconstruido frente al último \
          publicado.
          """,
        fr: """
          Membres avec un statut publié\u{A0}: le statut reconstitué par rapport au \
          dernier publié.
          """)
    case .timeliness:
      Texts(
        en: "Obligations due in {0}. Missing: not done by {1}.",
        es: "Obligaciones con vencimiento en {0}. Falta: no hecho hasta el {1}.",
        fr: "Obligations dues en {0}. Manquant\u{A0}: non fait au {1}.")
    case .tracking:
      Texts(
        en: "Quarters in which a member had to report, ended in {0}. n\u{A0}=\u{A0}{1}.",
        es: """
          Trimestres en los que un miembro debía reportar, terminados en {0}. \
          n\u{A0}=\u{A0}{1}.
          """,
        fr: """
          Trimestres durant lesquels un membre devait rendre compte, terminés en {0}. \
          n\u{A0}=\u{A0}{1}.
          """)
    case .checks:
      Texts(
        en: "How many overstep each limit, of those it applies to.",
        es: "Cuántos rebasan cada límite, de aquellos a los que se aplica.",
        fr: "Combien dépassent chaque limite, parmi ceux auxquels elle s’applique.")
    case .finish:
      Texts(
        en: """
          Commitments that start in {0}: days from the start until a quarter, a half \
          and three quarters are finished (Kaplan–Meier).
          """,
        es: """
          Compromisos que comienzan en {0}: días desde el inicio hasta que termina un \
          cuarto, la mitad y tres cuartos (Kaplan–Meier).
          """,
        fr: """
          Engagements qui commencent en {0}\u{A0}: jours depuis le début jusqu’à ce \
          qu’un quart, la moitié et trois quarts soient achevés (Kaplan–Meier).
          """)
    case .milestones:
      Texts(
        en: """
          Milestones whose days overlap {0}, by the latest tracker report. \
          n\u{A0}=\u{A0}{1}.
          """,
        es: """
          Hitos cuyos días coinciden con {0}, según el último reporte. \
          n\u{A0}=\u{A0}{1}.
          """,
        fr: """
          Jalons dont les jours recoupent {0}, d’après le dernier rapport. \
          n\u{A0}=\u{A0}{1}.
          """)
    case .change:
      Texts(
        en: """
          {0} against {1}. Clear: the 95% interval of the difference (Newcombe) leaves \
          out zero.
          """,
        es: """
          {0} frente a {1}. Claro: el intervalo del 95\u{A0}% de la diferencia \
          (Newcombe) excluye el cero.
          """,
        fr: """
          {0} par rapport à {1}. Net\u{A0}: l’intervalle à 95\u{A0}% de la différence \
          (Newcombe) exclut zéro.
          """)
    case .restated:
      Texts(
        en: "Figures of {0} as they could be known on {1} against the same figures now.",
        es: "Cifras de {0} como podían conocerse el {1} frente a las mismas cifras ahora.",
        fr: """
          Chiffres de {0} tels qu’ils pouvaient être connus le {1} par rapport aux \
          mêmes chiffres aujourd’hui.
          """)
    case .whatIf:
      Texts(
        en: "Members by status on {0}: under the rules in force, and under {1}.",
        es: "Miembros por estatus al {0}: con las reglas vigentes y con {1}.",
        fr: "Membres par statut au {0}\u{A0}: avec les règles en vigueur et avec {1}.")
    case .today:
      Texts(
        en: "Members by status at the end of the day, replayed from the facts known on {0}.",
        es: """
          Miembros por estatus al final del día, reconstruido con los hechos conocidos \
          el {0}.
          """,
        fr: """
          Membres par statut à la fin du jour, reconstitué d’après les faits connus le \
          {0}.
          """)
    case .worklist:
      Texts(
        en: """
          The first day of the new status if nothing more is submitted, reported or \
          met, and what would stop it; “or” leaves a choice, all between semicolons is \
          needed. A sign of activity is an action plan, co-creation started, \
          activities resumed, a co-creation meeting, progress, or a commitment \
          assessed as substantial or complete.
          """,
        es: """
          El primer día del nuevo estatus si no se entrega, reporta ni cumple nada \
          más, y lo que lo evitaría; «o» deja elegir, todo lo separado por punto y \
          coma es necesario. Señal de actividad es un plan de acción, la cocreación \
          iniciada, actividades reanudadas, una reunión de cocreación, avances o un \
          compromiso evaluado como sustancial o completo.
          """,
        fr: """
          Le premier jour du nouveau statut si plus rien n’est soumis, rapporté ni \
          satisfait, et ce qui l’éviterait\u{A0}; «\u{A0}ou\u{A0}» laisse le choix, \
          tout ce que sépare un point-virgule est nécessaire. Un signe d’activité est \
          un plan d’action, la co-création commencée, des activités reprises, une \
          réunion de co-création, un progrès ou un engagement évalué comme substantiel \
          ou complet.
          """)
    case .multiples:
      Texts(
        en: """
          Share of members that were active on the last day of each quarter, {0}; \
          every drawing goes from 0% to 100%.
          """,
        es: """
          Proporción de miembros activos el último día de cada trimestre, {0}; cada \
          dibujo va de 0\u{A0}% a 100\u{A0}%.
          """,
        fr: """
          Part des membres actifs le dernier jour de chaque trimestre, {0}\u{A0}; \
          chaque dessin va de 0\u{A0}% à 100\u{A0}%.
          """)
    case .silence:
      Texts(
        en: """
          Of the quarters in which members had to report (§3.5.4), the share without \
          any report. A dash: nobody had to.
          """,
        es: """
          De los trimestres en los que los miembros debían reportar (§3.5.4), la \
          proporción sin ningún reporte. Un guion: nadie debía.
          """,
        fr: """
          Parmi les trimestres où les membres devaient rendre compte (§3.5.4), la part \
          sans aucun rapport. Un tiret\u{A0}: personne ne devait.
          """)
    case .deadlines:
      Texts(
        en: """
          Assessments and learning exercises not done yet (§3.5), due from a year \
          before {0} to {1} after it. Deadlines of action plans are in the worklist.
          """,
        es: """
          Evaluaciones y ejercicios de aprendizaje aún no hechos (§3.5), con plazo \
          desde un año antes del {0} hasta {1} después. Los plazos de los planes de \
          acción están en la lista de trabajo.
          """,
        fr: """
          Évaluations et exercices d’apprentissage non encore faits (§3.5), dus depuis \
          un an avant le {0} jusqu’à {1} après. Les échéances des plans d’action sont \
          dans la liste de travail.
          """)
    case .freshness:
      Texts(
        en: """
          Rows known on {0} and the latest day in each table. A table without rows is \
          missing, not zero.
          """,
        es: """
          Filas conocidas el {0} y el último día de cada tabla. Una tabla sin filas \
          falta, no es cero.
          """,
        fr: """
          Lignes connues le {0} et le dernier jour de chaque table. Une table sans \
          lignes manque, elle n’est pas zéro.
          """)
    case .coverageAll:
      Texts(
        en: "All action plans and commitments submitted by {0}.",
        es: "Todos los planes de acción y compromisos entregados hasta el {0}.",
        fr: "Tous les plans d’action et engagements soumis au {0}.")
    case .membersAll:
      Texts(
        en: "Status on {0}, and the next change if nothing more is filed.",
        es: "Estatus el {0}, y el próximo cambio si no se registra nada más.",
        fr: "Statut le {0}, et le prochain changement si plus rien n’est déposé.")
    }
  }
}
