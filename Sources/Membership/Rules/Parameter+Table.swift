import Warehouse

extension Parameter {
  /// One row of the table.
  struct Row {
    let unit: Unit
    let section: String
    let values: Values
    var allowsNever = false
    let en: String
    let es: String
    let fr: String
  }

  /// A century: longer than any membership, and days stay far inside 32 bits.
  private static let months = Values.number(0...1200)
  private static let counts = 0...Int(Int32.max)

  /// The row of this parameter; a missing one does not compile.
  var row: Row {
    switch self {
    case .firstPlanMonths:
      Row(
        unit: .months, section: "", values: Self.months, allowsNever: true,
        en: "from joining to the first action plan, where the Support Unit set no date",
        es: "desde la incorporación hasta el primer plan de acción, si la Unidad de Apoyo no fijó"
          + " fecha",
        fr: "de l’adhésion au premier plan d’action, là où l’Unité de soutien n’a pas fixé de date")
    case .planGapMonths:
      Row(
        unit: .months, section: "3.2, 4.1", values: Self.months, allowsNever: true,
        en: "from the end of an action plan to the submission of the next",
        es: "desde el fin de un plan de acción hasta la entrega del siguiente",
        fr: "de la fin d’un plan d’action à la soumission du suivant")
    case .stalledQuarters:
      Row(
        unit: .quarters, section: "4.1", values: .number(1...Int(Int32.max)), allowsNever: true,
        en: "consecutive quarters in which the tracker shows no progress in any commitment",
        es: "trimestres consecutivos en los que la plataforma no registra avances en ningún"
          + " compromiso",
        fr: "trimestres consécutifs où l’outil de suivi ne montre aucun progrès dans aucun"
          + " engagement")
    case .silentQuarters:
      Row(
        unit: .quarters, section: "4.1", values: .number(1...Int(Int32.max)), allowsNever: true,
        en: "consecutive quarters in which the tracker is not updated",
        es: "trimestres consecutivos en los que la plataforma no ha sido actualizada",
        fr: "trimestres consécutifs où l’outil de suivi n’a pas été mis à jour")
    case .inactiveMonths:
      Row(
        unit: .months, section: "4.2", values: Self.months, allowsNever: true,
        en: "of inactivity until probation",
        es: "de inactividad hasta quedar a prueba",
        fr: "d’inactivité jusqu’à la probation")
    case .required:
      Row(
        unit: .list, section: "3.3.1", values: .codes(.requirement),
        en: "the co-creation requirements that count",
        es: "los requisitos de cocreación que cuentan",
        fr: "les exigences de co-création qui comptent")
    case .minMet:
      Row(
        unit: .count, section: "4.2", values: .number(0...4),
        en: "how many of the required ones must be met; 0: the rule is off",
        es: "cuántos de los requisitos que cuentan deben cumplirse; 0: la regla no se aplica",
        fr: "combien des exigences qui comptent doivent être satisfaites ; 0 : la règle est levée")
    case .probationMonths:
      Row(
        unit: .months, section: "4.2", values: Self.months, allowsNever: true,
        en: "of probation until the membership is revoked",
        es: "a prueba hasta que se revoca la membresía",
        fr: "de probation jusqu’à la révocation de l’adhésion")
    case .inceptionMonths:
      Row(
        unit: .months, section: "3.5.1", values: Self.months,
        en: "from an action plan’s submission to its inception assessment",
        es: "desde la entrega del plan de acción hasta su evaluación inicial",
        fr: "de la soumission du plan d’action à son évaluation initiale")
    case .completionMonths:
      Row(
        unit: .months, section: "3.5.2", values: Self.months,
        en: "from a commitment’s implementation, or the plan’s end, to its assessment",
        es: "desde la implementación del compromiso, o el fin del plan, hasta su evaluación",
        fr: "de la mise en œuvre de l’engagement, ou de la fin du plan, à son évaluation")
    case .learningMonths:
      Row(
        unit: .months, section: "3.5.3", values: Self.months,
        en: "from an action plan’s end to its final learning exercise",
        es: "desde el fin del plan de acción hasta su ejercicio final de aprendizaje",
        fr: "de la fin du plan d’action à son exercice d’apprentissage final")
    case .maxCommitments:
      Row(
        unit: .count, section: "3.2, 3.4", values: .numbers(count: 4, Self.counts),
        en: "commitments at any one time, in a plan of 1, 2, 3 and 4 members",
        es: "compromisos en un mismo momento, en un plan de 1, 2, 3 y 4 miembros",
        fr: "engagements à un même moment, dans un plan de 1, 2, 3 et 4 membres")
    case .minCommitmentMonths:
      Row(
        unit: .months, section: "3.2.1.2", values: Self.months,
        en: "the shortest commitment",
        es: "el compromiso más corto",
        fr: "l’engagement le plus court")
    case .amendmentMonths:
      Row(
        unit: .months, section: "3.2.1.3", values: Self.months,
        en: "after its submission, in which a commitment may be withdrawn",
        es: "tras su entrega, en los que puede retirarse un compromiso",
        fr: "après sa soumission, durant lesquels un engagement peut être retiré")
    case .termMarginMonths:
      Row(
        unit: .months, section: "3.2", values: Self.months,
        en: "from an action plan’s end to the end of the administration’s term",
        es: "desde el fin del plan de acción hasta el fin del periodo de la administración",
        fr: "de la fin du plan d’action à la fin du mandat de l’administration")
    case .coCreationMeetings:
      Row(
        unit: .count, section: "3.3.1", values: .number(Self.counts),
        en: "meetings at least while an action plan is co-created",
        es: "reuniones como mínimo durante la cocreación del plan de acción",
        fr: "réunions au moins durant la co-création du plan d’action")
    case .meetingsPerYear:
      Row(
        unit: .count, section: "3.3.1", values: .number(Self.counts),
        en: "meetings on implementation at least in each full year of an action plan",
        es: "reuniones sobre la implementación como mínimo en cada año completo del plan",
        fr: "réunions sur la mise en œuvre au moins dans chaque année entière du plan")
    case .starMinSpecificity:
      Row(
        unit: .code, section: "", values: .code(.specificity), allowsNever: true,
        en: "the star rule: at least so specific; never: not asked",
        es: "la regla de la estrella: al menos así de específico; never: no se pide",
        fr: "la règle de l’étoile : au moins aussi spécifique ; never : non demandé")
    case .starMinImpact:
      Row(
        unit: .code, section: "", values: .code(.potentialImpact),
        en: "the star rule: at least this potential impact",
        es: "la regla de la estrella: al menos este impacto potencial",
        fr: "la règle de l’étoile : au moins cet impact potentiel")
    case .starMinCompletion:
      Row(
        unit: .code, section: "", values: .code(.completion),
        en: "the star rule: at least this completion",
        es: "la regla de la estrella: al menos este nivel de cumplimiento",
        fr: "la règle de l’étoile : au moins ce niveau d’achèvement")
    }
  }
}
