/// What the figures support, in sentences.
enum Finding: CaseIterable, Phrase {
  case completion, up, down, same, codable, early, requirements, least, noneStandsOut, active,
    ended, silent, ambition

  var texts: Texts {
    switch self {
    case .completion:
      Texts(
        en: """
          Of {0} whose implementation was assessed in {1}, {2} ({3}; 95% interval {4}) \
          were substantially or completely carried out.
          """,
        es: """
          De {0} cuya implementación se evaluó en {1}, {2} ({3}; intervalo del \
          95\u{A0}%: {4}) se cumplieron de forma sustancial o completa.
          """,
        fr: """
          Sur {0} dont la mise en œuvre a été évaluée en {1}, {2} ({3}\u{A0}; \
          intervalle à 95\u{A0}%\u{A0}: {4}) ont été réalisés de façon substantielle \
          ou complète.
          """)
    case .up:
      Texts(
        en: "That is {0} percentage points more than in {1} (interval {2} to {3}).",
        es: "Son {0} puntos porcentuales más que en {1} (intervalo {2} a {3}).",
        fr: "C’est {0} points de pourcentage de plus qu’en {1} (intervalle {2} à {3}).")
    case .down:
      Texts(
        en: "That is {0} percentage points less than in {1} (interval {2} to {3}).",
        es: "Son {0} puntos porcentuales menos que en {1} (intervalo {2} a {3}).",
        fr: "C’est {0} points de pourcentage de moins qu’en {1} (intervalle {2} à {3}).")
    case .same:
      Texts(
        en: """
          The data show no clear change from {1}: {0} points, with an interval from \
          {2} to {3}.
          """,
        es: """
          Los datos no muestran un cambio claro respecto de {1}: {0} puntos, con un \
          intervalo de {2} a {3}.
          """,
        fr: """
          Les données ne montrent pas d’évolution nette par rapport à {1}\u{A0}: {0} \
          points, avec un intervalle de {2} à {3}.
          """)
    case .codable:
      Texts(
        en: """
          Without the commitments for which no evidence is available it is {0}: {1} of \
          {2}.
          """,
        es: "Sin los compromisos sin evidencia disponible es {0}: {1} de {2}.",
        fr: """
          Sans les engagements pour lesquels aucune preuve n’est disponible, c’est \
          {0}\u{A0}: {1} sur {2}.
          """)
    case .early:
      Texts(
        en: """
          Of {0} with early results known, {1} ({2}; 95% interval {3}) opened \
          government in a major or outstanding way.
          """,
        es: """
          De {0} con resultados tempranos conocidos, {1} ({2}; intervalo del \
          95\u{A0}%: {3}) abrieron el gobierno de forma considerable o excepcional.
          """,
        fr: """
          Sur {0} aux premiers résultats connus, {1} ({2}\u{A0}; intervalle à \
          95\u{A0}%\u{A0}: {3}) ont ouvert le gouvernement de façon majeure ou \
          exceptionnelle.
          """)
    case .requirements:
      Texts(
        en: """
          {0} of {1} assessed in the period ({2}; 95% interval {3}) met all four \
          co-creation requirements.
          """,
        es: """
          {0} de {1} evaluados en el periodo ({2}; intervalo del 95\u{A0}%: {3}) \
          cumplieron los cuatro requisitos de cocreación.
          """,
        fr: """
          {0} sur {1} évalués durant la période ({2}\u{A0}; intervalle à \
          95\u{A0}%\u{A0}: {3}) ont satisfait aux quatre exigences de co-création.
          """)
    case .least:
      Texts(
        en: "{0} was met less often ({1}) than {2} ({3}); their intervals do not overlap.",
        es: """
          {0} se cumplió con menos frecuencia ({1}) que {2} ({3}); sus intervalos no \
          se traslapan.
          """,
        fr: """
          {0} a été satisfaite moins souvent ({1}) que {2} ({3})\u{A0}; leurs \
          intervalles ne se chevauchent pas.
          """)
    case .noneStandsOut:
      Texts(
        en: "No single requirement stands out: the intervals of the four overlap.",
        es: "Ningún requisito destaca: los intervalos de los cuatro se traslapan.",
        fr: """
          Aucune exigence ne se détache\u{A0}: les intervalles des quatre se \
          chevauchent.
          """)
    case .active:
      Texts(
        en: """
          On {0}, {1} of {2} were active ({3}). Inactive: {4}; inactive by their own \
          request: {5}; on probation: {6}.
          """,
        es: """
          El {0}, {1} de {2} estaban activos ({3}). Inactivos: {4}; inactivos a \
          petición propia: {5}; a prueba: {6}.
          """,
        fr: """
          Le {0}, {1} sur {2} étaient actifs ({3}). Inactifs\u{A0}: {4}\u{A0}; \
          inactifs à leur demande\u{A0}: {5}\u{A0}; sous probation\u{A0}: {6}.
          """)
    case .ended:
      Texts(
        en: "By then, memberships revoked: {0}; members withdrawn: {1}.",
        es: "Hasta entonces, membresías revocadas: {0}; miembros retirados: {1}.",
        fr: """
          À cette date, adhésions révoquées\u{A0}: {0}\u{A0}; membres retirés\u{A0}: \
          {1}.
          """)
    case .silent:
      Texts(
        en: """
          The tracker was not updated in {0} of {1} quarters with a report due ({2}; \
          95% interval {3}).
          """,
        es: """
          La plataforma digital no se actualizó en {0} de {1} trimestres con reporte \
          exigido ({2}; intervalo del 95\u{A0}%: {3}).
          """,
        fr: """
          L’outil de suivi n’a pas été mis à jour lors de {0} des {1} trimestres où un \
          rapport était dû ({2}\u{A0}; intervalle à 95\u{A0}%\u{A0}: {3}).
          """)
    case .ambition:
      Texts(
        en: """
          {0} of {1} ({2}; 95% interval {3}) were both ambitious and substantially or \
          completely carried out.
          """,
        es: """
          {0} de {1} ({2}; intervalo del 95\u{A0}%: {3}) fueron a la vez ambiciosos y \
          cumplidos de forma sustancial o completa.
          """,
        fr: """
          {0} sur {1} ({2}\u{A0}; intervalle à 95\u{A0}%\u{A0}: {3}) étaient à la fois \
          ambitieux et réalisés de façon substantielle ou complète.
          """)
    }
  }
}
