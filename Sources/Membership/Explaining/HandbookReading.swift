public import Warehouse

/// Another way to read a place that the handbook leaves open.
///
/// status.md settles each of them; a member whose status depends on one should not be written to
/// before someone has looked.
public enum HandbookReading: String, CaseIterable, Sendable {
  case monthEndOverflow = "month_end_overflow"
  case quarterOverlap = "quarter_overlap"
  case updateNeedsProgress = "update_needs_progress"
  case progressRecordedOnly = "progress_recorded_only"
  case earlierQuarters = "earlier_quarters"
  case sharedRequirements = "shared_requirements"

  /// The switch that turns it on.
  package var interpretation: Interpretation {
    switch self {
    case .monthEndOverflow: .monthEndOverflows
    case .quarterOverlap: .quartersMayOverlap
    case .updateNeedsProgress: .updatesNeedProgress
    case .progressRecordedOnly: .progressMustBeRecorded
    case .earlierQuarters: .quartersMayPrecede
    case .sharedRequirements: .requirementsAreShared
    }
  }

  /// The handbook's section that leaves it open.
  public var section: String {
    switch self {
    case .monthEndOverflow: "3.2, 4.1, 4.2"
    case .quarterOverlap, .updateNeedsProgress, .progressRecordedOnly, .earlierQuarters: "4.1"
    case .sharedRequirements: "3.4, 4.2"
    }
  }

  /// What is open, how this program reads it, and how this reading does.
  ///
  /// - Parameter language: One of the three.
  /// - Returns: Two or three sentences.
  public func explanation(_ language: Language) -> String {
    let texts = texts
    switch language {
    case .en: return texts.en
    case .es: return texts.es
    case .fr: return Wording.spaced(texts.fr)
    }
  }

  private var texts: (en: String, es: String, fr: String) {
    switch self {
    case .monthEndOverflow:
      (
        "Four months after 31 October: the program takes the last day of February. Here it is the"
          + " first day of March, since February has no 31st.",
        "Cuatro meses después del 31 de octubre: el programa toma el último día de febrero. Aquí es"
          + " el primer día de marzo, pues febrero no tiene día 31.",
        "Quatre mois après le 31 octobre : le programme prend le dernier jour de février. Ici c’est"
          + " le premier jour de mars, février n’ayant pas de 31."
      )
    case .quarterOverlap:
      (
        "The program counts a quarter only if it lies wholly within the action plan and the"
          + " commitment. Here one that overlaps them counts too.",
        "El programa cuenta un trimestre solo si queda por completo dentro del plan de acción y del"
          + " compromiso. Aquí cuenta también el que solo coincide en parte.",
        "Le programme ne compte un trimestre que s’il tombe entièrement dans le plan d’action et"
          + " l’engagement. Ici celui qui ne les recoupe qu’en partie compte aussi."
      )
    case .updateNeedsProgress:
      (
        "The program takes any report in the online tracker for an update. Here a report that shows"
          + " no progress is none.",
        "El programa toma cualquier reporte en la plataforma digital como actualización. Aquí no lo"
          + " es el que no muestra avances.",
        "Le programme prend tout rapport dans l’outil de suivi pour une mise à jour. Ici un rapport"
          + " qui ne montre aucun progrès n’en est pas une."
      )
    case .progressRecordedOnly:
      (
        "Where the Support Unit has not judged a report, the program sees progress in a better"
          + " status than before. Here only what the Support Unit calls progress is.",
        "Si la Unidad de Apoyo no valoró un reporte, el programa ve avance en un estado mejor que"
          + " el anterior. Aquí solo lo es lo que la Unidad de Apoyo registra como avance.",
        "Là où l’Unité de soutien n’a pas jugé un rapport, le programme voit un progrès dans un"
          + " statut meilleur qu’avant. Ici seul compte ce qu’elle dit être un progrès."
      )
    case .earlierQuarters:
      (
        "The program looks back only on quarters that began after the member became active. Here"
          + " earlier ones count against it too.",
        "El programa mira solo los trimestres que empezaron después de que el miembro pasó a"
          + " activo. Aquí cuentan también los anteriores.",
        "Le programme ne regarde que les trimestres commencés depuis que le membre est actif. Ici"
          + " les précédents comptent aussi."
      )
    case .sharedRequirements:
      (
        "In a joint action plan, the program counts a requirement met after the assessment for the"
          + " member that met it. Here it counts for all members of the plan.",
        "En un plan de acción conjunto, el programa cuenta un requisito cumplido tras la evaluación"
          + " solo para el miembro que lo cumplió. Aquí cuenta para todos los del plan.",
        "Dans un plan d’action commun, le programme compte une exigence satisfaite après"
          + " l’évaluation pour le seul membre qui l’a satisfaite. Ici elle compte pour tous."
      )
    }
  }

  /// The members whose status, or its first day, is another under some reading:
  /// `ogpstats status --readings`.
  ///
  /// - Parameters:
  ///   - dataset: The data.
  ///   - replay: Its replay as this program reads the handbook.
  ///   - threads: On how many threads.
  /// - Returns: `reading,member_id,status,since,other_status,other_since`, by reading and member.
  public static func table(
    of dataset: Dataset, against replay: Replay, threads: Int = 1
  ) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for reading in allCases {
      let other = Replay(
        of: MemberHistories(
          of: dataset, asOf: replay.asOf, threads: threads, reading: reading.interpretation),
        under: replay.schedule, threads: threads)
      for member in 0..<replay.memberCount {
        guard let usual = replay.current(of: member), let unusual = other.current(of: member),
          usual.status != unusual.status || usual.from != unusual.from
        else { continue }
        rows.append([
          .word(reading.rawValue), .text(dataset.members.ids[member]), .status(usual.status),
          .day(usual.from), .status(unusual.status), .day(unusual.from),
        ])
      }
    }
    return ResultTable(
      name: "readings",
      columns: [
        ResultTable.Column("reading", .label), ResultTable.Column("member_id", .label),
        ResultTable.Column("status", .label), ResultTable.Column("since", .day),
        ResultTable.Column("other_status", .label), ResultTable.Column("other_since", .day),
      ], rows: rows)
  }
}
