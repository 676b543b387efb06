/// Notes under exhibits and on method.
enum Note: CaseIterable, Phrase {
  case noEvidence, association, cells, small, joint, scale, denominator, intervals, many, rounding,
    raters, statuses, rules, late, missing, noTracker, numbers, otherRules, notReached,
    cards, strip, explain, backdated, rejected, silentData

  var texts: Texts {
    switch self {
    case .noEvidence:
      Texts(
        en: """
          “No evidence available” counts in the total. Where it is left out, {0} of \
          {1} ({2}) are substantial or complete.
          """,
        es: """
          «Sin evidencia disponible» cuenta en el total. Sin ella, {0} de {1} ({2}) \
          son sustanciales o completos.
          """,
        fr: """
          «\u{A0}Aucune preuve disponible\u{A0}» compte dans le total. Sans cela, {0} \
          sur {1} ({2}) sont substantiels ou complets.
          """)
    case .association:
      Texts(
        en: """
          This is association, not cause: groups differ in other ways too, and \
          monitoring bodies judge their own plans’ commitments.
          """,
        es: """
          Esto es asociación, no causa: los grupos difieren también en otras cosas, y \
          cada ente de monitoreo juzga los compromisos de su propio plan.
          """,
        fr: """
          Ceci est une association, non une cause\u{A0}: les groupes diffèrent aussi à \
          d’autres égards, et chaque Organe de suivi juge les engagements de son \
          propre plan.
          """)
    case .cells:
      Texts(
        en: """
          A commitment with several areas or sectors stands in several cells: cells do \
          not add up to n.
          """,
        es: """
          Un compromiso con varias áreas o sectores está en varias celdas: las celdas \
          no suman n.
          """,
        fr: """
          Un engagement avec plusieurs domaines ou secteurs figure dans plusieurs \
          cellules\u{A0}: leur somme n’est pas n.
          """)
    case .small:
      Texts(
        en: "Totals under {0} are marked and show no share.",
        es: "Los totales menores de {0} se señalan y no muestran proporción.",
        fr: "Les totaux inférieurs à {0} sont signalés et ne montrent pas de part.")
    case .joint:
      Texts(
        en: """
          A joint action plan counts in the group of each of its members, once in the \
          total.
          """,
        es: """
          Un plan de acción conjunto cuenta en el grupo de cada uno de sus miembros, \
          una vez en el total.
          """,
        fr: """
          Un plan d’action commun compte dans le groupe de chacun de ses membres, une \
          fois dans le total.
          """)
    case .scale:
      Texts(
        en: """
          Plans before 2017 were rated for specificity, later ones as verifiable or \
          not: there is no trend across that break.
          """,
        es: """
          Los planes anteriores a 2017 se calificaron por especificidad y los \
          posteriores como verificables o no: no hay tendencia a través de ese corte.
          """,
        fr: """
          Les plans d’avant 2017 étaient notés selon leur spécificité, les suivants \
          comme vérifiables ou non\u{A0}: il n’y a pas de tendance à travers cette \
          rupture.
          """)
    case .denominator:
      Texts(
        en: """
          Every share stands with its numerator and denominator. A commitment, plan or \
          member that was not assessed is in no share; missing is not zero.
          """,
        es: """
          Cada proporción va con su numerador y su denominador. Un compromiso, plan o \
          miembro sin evaluar no está en ninguna proporción; faltar no es cero.
          """,
        fr: """
          Chaque part figure avec son numérateur et son dénominateur. Un engagement, \
          plan ou membre non évalué n’est dans aucune part\u{A0}; manquant n’est pas \
          zéro.
          """)
    case .intervals:
      Texts(
        en: """
          Intervals of shares are Wilson’s at 95%, of differences Newcombe’s, of rates \
          Garwood’s, of medians Kaplan–Meier’s (log–log). They say how far chance \
          alone would move the figure if members like these were drawn again; for a \
          full count of the members they are no error of the count.
          """,
        es: """
          Los intervalos de las proporciones son de Wilson al 95\u{A0}%, los de las \
          diferencias de Newcombe, los de las tasas de Garwood, los de las medianas de \
          Kaplan–Meier (log–log). Dicen cuánto movería la cifra el solo azar si se \
          sacaran de nuevo miembros como estos; en un conteo completo de los miembros \
          no son un error del conteo.
          """,
        fr: """
          Les intervalles des parts sont ceux de Wilson à 95\u{A0}%, ceux des \
          différences de Newcombe, ceux des taux de Garwood, ceux des médianes de \
          Kaplan–Meier (log–log). Ils disent de combien le seul hasard ferait varier \
          le chiffre si l’on tirait à nouveau de tels membres\u{A0}; pour un décompte \
          complet des membres, ce n’est pas une erreur du décompte.
          """)
    case .many:
      Texts(
        en: """
          One comparison in twenty looks clear by chance alone where nothing changed; \
          the table of changes holds many.
          """,
        es: """
          Una comparación de cada veinte parece clara por puro azar cuando nada \
          cambió; la tabla de cambios contiene muchas.
          """,
        fr: """
          Une comparaison sur vingt paraît nette par pur hasard quand rien n’a \
          changé\u{A0}; le tableau des évolutions en contient beaucoup.
          """)
    case .rounding:
      Texts(
        en: """
          Pages round the six decimals of the CSV files to one, halves away from zero; \
          differences are computed before rounding.
          """,
        es: """
          Las páginas redondean a uno los seis decimales de los archivos CSV, las \
          mitades hacia arriba en valor absoluto; las diferencias se calculan antes de \
          redondear.
          """,
        fr: """
          Les pages arrondissent à une les six décimales des fichiers CSV, les moitiés \
          vers le haut en valeur absolue\u{A0}; les différences sont calculées avant \
          l’arrondi.
          """)
    case .raters:
      Texts(
        en: """
          Monitoring bodies are chosen by the members and answer a common form (§3.5); \
          their answers are taken as they are.
          """,
        es: """
          Los entes de monitoreo los eligen los miembros y responden un formulario \
          común (§3.5); sus respuestas se toman tal cual.
          """,
        fr: """
          Les Organes de suivi sont choisis par les membres et répondent à un \
          formulaire commun (§3.5)\u{A0}; leurs réponses sont prises telles quelles.
          """)
    case .statuses:
      Texts(
        en: """
          Status is replayed from the filed facts by the rules of §4, day by day; it \
          is not the letters that were sent.
          """,
        es: """
          El estatus se reconstruye día a día a partir de los hechos registrados y las \
          reglas de §4; no son las cartas enviadas.
          """,
        fr: """
          Le statut est reconstitué jour par jour à partir des faits déposés et des \
          règles du §4\u{A0}; ce ne sont pas les lettres envoyées.
          """)
    case .rules:
      Texts(
        en: "Rules: {0}",
        es: "Reglas: {0}",
        fr: "Règles\u{A0}: {0}")
    case .late:
      Texts(
        en: """
          Reports that come late enter the next edition: what follows its items beyond \
          the period can be restated.
          """,
        es: """
          Los informes tardíos entran en la siguiente edición: lo que sigue a sus \
          elementos más allá del periodo puede corregirse.
          """,
        fr: """
          Les rapports tardifs entrent dans l’édition suivante\u{A0}: ce qui suit ses \
          éléments au-delà de la période peut être corrigé.
          """)
    case .missing:
      Texts(
        en: "The data has nothing for: {0}. These figures are left out.",
        es: "Los datos no tienen nada sobre: {0}. Estas cifras se omiten.",
        fr: "Les données n’ont rien sur\u{A0}: {0}. Ces chiffres sont omis.")
    case .noTracker:
      Texts(
        en: "The data has no tracker reports, so nothing is said of status and tracker.",
        es: """
          Los datos no tienen reportes de la plataforma, así que nada se dice de \
          estatus ni plataforma.
          """,
        fr: """
          Les données n’ont pas de rapports de suivi\u{A0}: rien n’est dit du statut \
          ni de l’outil de suivi.
          """)
    case .numbers:
      Texts(
        en: "Numbers on this page: a point before decimals, a comma between thousands.",
        es: "Números en esta página: coma decimal, espacio entre miles desde cinco cifras.",
        fr: "Nombres sur cette page\u{A0}: virgule décimale, espace entre les milliers.")
    case .otherRules:
      Texts(
        en: "Other rules: {0}",
        es: "Otras reglas: {0}",
        fr: "Autres règles\u{A0}: {0}")
    case .notReached:
      Texts(
        en: "A dash stands where the bound was not reached by the last day known.",
        es: "Un guion indica que el límite no se alcanzó hasta el último día conocido.",
        fr: "Un tiret indique que la borne n’était pas atteinte au dernier jour connu.")
    case .cards:
      Texts(
        en: """
          Below stand {0} of {1}: those that something will happen to or that are not \
          active, then the others in the order of the data. The table has them all.
          """,
        es: """
          Abajo aparecen {0} de {1}: aquellos a los que algo ocurrirá o que no están \
          activos, luego los demás en el orden de los datos. La tabla los tiene todos.
          """,
        fr: """
          Ci-dessous figurent {0} sur {1}\u{A0}: ceux à qui quelque chose va arriver \
          ou qui ne sont pas actifs, puis les autres dans l’ordre des données. Le \
          tableau les contient tous.
          """)
    case .strip:
      Texts(
        en: """
          Strip: thin for active, half height for inactive, full height for probation \
          and revoked.
          """,
        es: """
          Banda: delgada si activo, media altura si inactivo, altura completa si a \
          prueba o revocado.
          """,
        fr: """
          Bande\u{A0}: fine si actif, demi-hauteur si inactif, pleine hauteur si \
          probation ou révoqué.
          """)
    case .explain:
      Texts(
        en: """
          The latest change of each member and the next one; “ogpstats status \
          --explain” tells the whole story with the rows of the data behind each.
          """,
        es: """
          El último cambio de cada miembro y el próximo; «ogpstats status --explain» \
          cuenta toda la historia con las filas de los datos que los sustentan.
          """,
        fr: """
          Le dernier changement de chaque membre et le prochain\u{A0}; «\u{A0}ogpstats \
          status --explain\u{A0}» raconte toute l’histoire avec les lignes des données \
          derrière chacun.
          """)
    case .backdated:
      Texts(
        en: """
          Figures of earlier days are computed from what is known now: what was filed \
          late for an earlier day is in them.
          """,
        es: """
          Las cifras de días anteriores se calculan con lo que se sabe ahora: incluyen \
          lo registrado tarde para un día anterior.
          """,
        fr: """
          Les chiffres des jours passés sont calculés d’après ce qui est connu \
          maintenant\u{A0}: ce qui a été déposé tard pour un jour antérieur y figure.
          """)
    case .rejected:
      Texts(
        en: "Rows left out at the user’s wish: {0}.",
        es: "Filas omitidas por deseo del usuario: {0}.",
        fr: "Lignes omises à la demande de l’utilisateur\u{A0}: {0}.")
    case .silentData:
      Texts(
        en: """
          The data has no tracker reports: every quarter in which a member had to report counts as \
          silent, and the statuses below rest on that.
          """,
        es: """
          Los datos no tienen reportes de la plataforma: cada trimestre en que un miembro debía \
          reportar cuenta como sin actualizar, y los estatus de abajo se basan en eso.
          """,
        fr: """
          Les données n’ont pas de rapports de suivi\u{A0}: chaque trimestre où un membre devait \
          rendre compte est pris pour un trimestre sans mise à jour, et les statuts ci-dessous reposent sur cela.
          """)
    }
  }
}
