/// Short texts of pages: furniture, key figures, values beside bars.
enum Label: CaseIterable, Phrase {
  case skip, languages, contents, reportTitle, windowTitle, noRows, reportKind, dashboardTitle,
    dashboardKind,
    scopeReport, scopeDashboard, dataSource, syntheticTitle, syntheticText, syntheticMark,
    showTable, tableOf, downloadCsv, filterLabel, clearFilter, rowsShown, sortedUp, sortedDown,
    moreRows, interval, period, countOf, barValue, barValuePlain, barBefore, nothingToShow,
    smallNumber, dotMeans, ringMeans, readOut, totalN, findingsTitle, keyActive,
    keyCompletion, keyEarly, keyRequirements, keySilent, keyDetail, keyOf, changeClear,
    changeUnclear, rulesHandbook, downloadsText, fileColumn, contentColumn, rowsColumn, bytesColumn,
    citeTitle, citeReport, citeDashboard, footerData, footerHash, untitledData, showStory,
    whatIfRules, verbatim, byGroup, shareInterval, practicesTitle, quarterSummary, nothingChanged,
    fromDay, ringBaseline, barBaseline, dotScenario, twoSentences, none

  var texts: Texts {
    switch self {
    case .skip:
      Texts(
        en: "Skip to the content",
        es: "Ir al contenido",
        fr: "Aller au contenu")
    case .languages:
      Texts(
        en: "Language",
        es: "Idioma",
        fr: "Langue")
    case .contents:
      Texts(
        en: "Contents",
        es: "Contenido",
        fr: "Sommaire")
    case .reportTitle:
      Texts(
        en: "OGP Local: biennial analysis, {0}",
        es: "OGP Local: análisis bienal, {0}",
        fr: "PGO local\u{A0}: analyse biennale, {0}")
    case .noRows: Texts(en: "{0}: none.", es: "{0}: ninguno.", fr: "{0}\u{A0}: aucun.")
    case .windowTitle:
      Texts(
        en: "OGP Local: analysis, {0}",
        es: "OGP Local: análisis, {0}",
        fr: "PGO local\u{A0}: analyse, {0}")
    case .reportKind:
      Texts(
        en: "Analysis of the overall performance of OGP Local (handbook §3.5)",
        es: "Análisis del desempeño general de OGP Local (manual §3.5)",
        fr: "Analyse de la performance globale du PGO local (manuel §3.5)")
    case .dashboardTitle:
      Texts(
        en: "OGP Local: cohort dashboard, {0}",
        es: "OGP Local: tablero de la cohorte, {0}",
        fr: "PGO local\u{A0}: tableau de bord de la cohorte, {0}")
    case .dashboardKind:
      Texts(
        en: "For the OGP Support Unit, as at one day",
        es: "Para la Unidad de Apoyo de OGP, a una fecha",
        fr: "Pour l’Unité de soutien du PGO, à une date")
    case .scopeReport:
      Texts(
        en: "{0}; {1} and {2} submitted in the period; what was known on {3}.",
        es: "{0}; {1} y {2} entregados en el periodo; lo que se sabía el {3}.",
        fr: """
          {0}\u{A0}; {1} et {2} soumis durant la période\u{A0}; ce qui était connu le \
          {3}.
          """)
    case .scopeDashboard:
      Texts(
        en: "{0} as at {1}.",
        es: "{0} al {1}.",
        fr: "{0} au {1}.")
    case .dataSource:
      Texts(
        en: "Data: {0}.",
        es: "Datos: {0}.",
        fr: "Données\u{A0}: {0}.")
    case .syntheticTitle:
      Texts(
        en: "Synthetic data.",
        es: "Datos sintéticos.",
        fr: "Données synthétiques.")
    case .syntheticText:
      Texts(
        en: """
          A generator made these members and figures up. They describe no real place \
          and must not be quoted.
          """,
        es: """
          Un generador inventó estos miembros y cifras. No describen ningún lugar real \
          y no deben citarse.
          """,
        fr: """
          Un générateur a inventé ces membres et ces chiffres. Ils ne décrivent aucun \
          lieu réel et ne doivent pas être cités.
          """)
    case .syntheticMark:
      Texts(
        en: "[synthetic data] {0}",
        es: "[datos sintéticos] {0}",
        fr: "[données synthétiques] {0}")
    case .showTable:
      Texts(
        en: "Show the data table",
        es: "Mostrar la tabla de datos",
        fr: "Afficher le tableau de données")
    case .tableOf:
      Texts(
        en: "Table: {0}",
        es: "Tabla: {0}",
        fr: "Tableau\u{A0}: {0}")
    case .downloadCsv:
      Texts(
        en: "Download CSV",
        es: "Descargar CSV",
        fr: "Télécharger le CSV")
    case .filterLabel:
      Texts(
        en: "Filter rows",
        es: "Filtrar filas",
        fr: "Filtrer les lignes")
    case .clearFilter:
      Texts(
        en: "Clear",
        es: "Borrar",
        fr: "Effacer")
    case .rowsShown:
      Texts(
        en: "{0} of {1} rows shown",
        es: "{0} de {1} filas visibles",
        fr: "{0} lignes affichées sur {1}")
    case .sortedUp:
      Texts(
        en: "Sorted by {0}, ascending",
        es: "Ordenado por {0}, ascendente",
        fr: "Trié par {0}, ordre croissant")
    case .sortedDown:
      Texts(
        en: "Sorted by {0}, descending",
        es: "Ordenado por {0}, descendente",
        fr: "Trié par {0}, ordre décroissant")
    case .moreRows:
      Texts(
        en: "The table shows the first {0} of {1} rows; the CSV has them all.",
        es: "La tabla muestra las primeras {0} de {1} filas; el CSV las tiene todas.",
        fr: """
          Le tableau montre les {0} premières lignes sur {1}\u{A0}; le CSV les \
          contient toutes.
          """)
    case .interval:
      Texts(
        en: "{0} to {1}",
        es: "{0} a {1}",
        fr: "{0} à {1}")
    case .period:
      Texts(
        en: "{0} to {1}",
        es: "{0} a {1}",
        fr: "{0} à {1}")
    case .countOf:
      Texts(
        en: "{0} of {1}",
        es: "{0} de {1}",
        fr: "{0} sur {1}")
    case .barValue:
      Texts(
        en: "{0} ({1}), {2} of {3}",
        es: "{0} ({1}), {2} de {3}",
        fr: "{0} ({1}), {2} sur {3}")
    case .barValuePlain:
      Texts(
        en: "{0}, {1} of {2}",
        es: "{0}, {1} de {2}",
        fr: "{0}, {1} sur {2}")
    case .barBefore:
      Texts(
        en: "{0}; before: {1}",
        es: "{0}; antes: {1}",
        fr: "{0}\u{A0}; avant\u{A0}: {1}")
    case .nothingToShow:
      Texts(
        en: "no case",
        es: "ningún caso",
        fr: "aucun cas")
    case .smallNumber:
      Texts(
        en: "{0} of {1}: too few for a share",
        es: "{0} de {1}: muy pocos para una proporción",
        fr: "{0} sur {1}\u{A0}: trop peu pour une part")
    case .dotMeans:
      Texts(
        en: "Dot: this period. Line: 95% interval.",
        es: "Punto: este periodo. Línea: intervalo del 95\u{A0}%.",
        fr: "Point\u{A0}: cette période. Trait\u{A0}: intervalle à 95\u{A0}%.")
    case .ringMeans:
      Texts(
        en: "Ring: the period before.",
        es: "Círculo: el periodo anterior.",
        fr: "Cercle\u{A0}: la période précédente.")
    case .readOut:
      Texts(
        en: "{0}: {1}",
        es: "{0}: {1}",
        fr: "{0}\u{A0}: {1}")
    case .totalN:
      Texts(
        en: "n\u{A0}=\u{A0}{0}",
        es: "n\u{A0}=\u{A0}{0}",
        fr: "n\u{A0}=\u{A0}{0}")
    case .findingsTitle:
      Texts(
        en: "Key findings",
        es: "Hallazgos principales",
        fr: "Principaux constats")
    case .keyActive:
      Texts(
        en: "members active on {0}",
        es: "miembros activos el {0}",
        fr: "membres actifs le {0}")
    case .keyCompletion:
      Texts(
        en: "of commitments assessed: substantial or complete",
        es: "de los compromisos evaluados: sustancial o completo",
        fr: "des engagements évalués\u{A0}: substantiel ou complet")
    case .keyEarly:
      Texts(
        en: "of commitments with early results known: major or outstanding",
        es: """
          de los compromisos con resultados tempranos conocidos: considerables o \
          excepcionales
          """,
        fr: "des engagements aux premiers résultats connus\u{A0}: majeurs ou exceptionnels")
    case .keyRequirements:
      Texts(
        en: "of action plans met all four co-creation requirements",
        es: "de los planes de acción cumplieron los cuatro requisitos de cocreación",
        fr: "des plans d’action ont satisfait aux quatre exigences de co-création")
    case .keySilent:
      Texts(
        en: "of quarters with a report due: tracker not updated",
        es: "de los trimestres con reporte exigido: plataforma sin actualizar",
        fr: "des trimestres où un rapport était dû\u{A0}: outil de suivi non mis à jour")
    case .keyDetail:
      Texts(
        en: "{0} of {1}; interval {2}",
        es: "{0} de {1}; intervalo {2}",
        fr: "{0} sur {1}\u{A0}; intervalle {2}")
    case .keyOf:
      Texts(
        en: "of {0}",
        es: "de {0}",
        fr: "sur {0}")
    case .changeClear:
      Texts(
        en: "{0} points against {1} (interval {2} to {3})",
        es: "{0} puntos frente a {1} (intervalo {2} a {3})",
        fr: "{0} points par rapport à {1} (intervalle {2} à {3})")
    case .changeUnclear:
      Texts(
        en: "no clear change against {1} ({0} points; interval {2} to {3})",
        es: "sin cambio claro frente a {1} ({0} puntos; intervalo {2} a {3})",
        fr: """
          pas d’évolution nette par rapport à {1} ({0} points\u{A0}; intervalle {2} à \
          {3})
          """)
    case .rulesHandbook:
      Texts(
        en: "the handbook’s values",
        es: "los valores del manual",
        fr: "les valeurs du manuel")
    case .downloadsText:
      Texts(
        en: """
          Every table of this page as CSV (UTF-8, codes, six decimals); {0} says how \
          they were made.
          """,
        es: """
          Cada tabla de esta página en CSV (UTF-8, códigos, seis decimales); {0} dice \
          cómo se hicieron.
          """,
        fr: """
          Chaque tableau de cette page en CSV (UTF-8, codes, six décimales)\u{A0}; {0} \
          dit comment ils ont été faits.
          """)
    case .fileColumn:
      Texts(
        en: "File",
        es: "Archivo",
        fr: "Fichier")
    case .contentColumn:
      Texts(
        en: "Content",
        es: "Contenido",
        fr: "Contenu")
    case .rowsColumn:
      Texts(
        en: "Rows",
        es: "Filas",
        fr: "Lignes")
    case .bytesColumn:
      Texts(
        en: "Bytes",
        es: "Bytes",
        fr: "Octets")
    case .citeTitle:
      Texts(
        en: "How to cite",
        es: "Cómo citar",
        fr: "Comment citer")
    case .citeReport:
      Texts(
        en: """
          {0}. Data as known on {1}; {2}. Made with \
          ogpstats {3}.
          """,
        es: """
          {0}. Datos conocidos al {1}; {2}. Hecho con \
          ogpstats {3}.
          """,
        fr: """
          {0}. Données connues au {1}\u{A0}; {2}. \
          Fait avec ogpstats {3}.
          """)
    case .citeDashboard:
      Texts(
        en: "OGP Local: cohort dashboard, {0}; {1}. Made with ogpstats {2}.",
        es: "OGP Local: tablero de la cohorte, {0}; {1}. Hecho con ogpstats {2}.",
        fr: """
          PGO local\u{A0}: tableau de bord de la cohorte, {0}\u{A0}; {1}. Fait avec \
          ogpstats {2}.
          """)
    case .footerData:
      Texts(
        en: "Data: {0}. Source: {1}. Licence: {2}.",
        es: "Datos: {0}. Fuente: {1}. Licencia: {2}.",
        fr: "Données\u{A0}: {0}. Source\u{A0}: {1}. Licence\u{A0}: {2}.")
    case .footerHash:
      Texts(
        en: "Version of the data: {0}. Rules: {1}.",
        es: "Versión de los datos: {0}. Reglas: {1}.",
        fr: "Version des données\u{A0}: {0}. Règles\u{A0}: {1}.")
    case .untitledData:
      Texts(
        en: "a dataset without a title",
        es: "un conjunto de datos sin título",
        fr: "un jeu de données sans titre")
    case .showStory:
      Texts(
        en: "Why, and what comes next",
        es: "Por qué y qué sigue",
        fr: "Pourquoi, et la suite")
    case .whatIfRules:
      Texts(
        en: "{0} = {1} ({2})",
        es: "{0} = {1} ({2})",
        fr: "{0} = {1} ({2})")
    case .verbatim:
      Texts(
        en: "{0}",
        es: "{0}",
        fr: "{0}")
    case .byGroup:
      Texts(
        en: "{0}, by: {1}",
        es: "{0}, por: {1}",
        fr: "{0}, par\u{A0}: {1}")
    case .shareInterval:
      Texts(
        en: "{0} ({1})",
        es: "{0} ({1})",
        fr: "{0} ({1})")
    case .practicesTitle:
      Texts(
        en: "Recommended practices",
        es: "Prácticas recomendadas",
        fr: "Pratiques recommandées")
    case .quarterSummary:
      Texts(
        en: """
          Active members: {0} at the end of the first quarter shown, {1} at the end of \
          the last.
          """,
        es: """
          Miembros activos: {0} al final del primer trimestre mostrado, {1} al final \
          del último.
          """,
        fr: """
          Membres actifs\u{A0}: {0} à la fin du premier trimestre montré, {1} à la fin \
          du dernier.
          """)
    case .nothingChanged:
      Texts(
        en: "no change",
        es: "ningún cambio",
        fr: "aucun changement")
    case .fromDay:
      Texts(
        en: "{0}, from {1}",
        es: "{0}, desde el {1}",
        fr: "{0}, à partir du {1}")
    case .ringBaseline:
      Texts(
        en: "Ring: under the rules in force.",
        es: "Círculo: con las reglas vigentes.",
        fr: "Cercle\u{A0}: avec les règles en vigueur.")
    case .barBaseline:
      Texts(
        en: "{0}; in force: {1}",
        es: "{0}; vigentes: {1}",
        fr: "{0}\u{A0}; en vigueur\u{A0}: {1}")
    case .dotScenario:
      Texts(
        en: "Dot: under the other rules.",
        es: "Punto: con las otras reglas.",
        fr: "Point\u{A0}: avec les autres règles.")
    case .twoSentences:
      Texts(
        en: "{0} {1}",
        es: "{0} {1}",
        fr: "{0} {1}")
    case .none:
      Texts(
        en: "none",
        es: "ninguno",
        fr: "aucun")
    }
  }
}
