/// The columns and labels of the IRM commitments database (irm-import.md).
enum IRMVocabulary {
  /// A column's name as it is compared: lower-case, every run of other characters than letters and
  /// digits one `_`, a leading one `code_`, none at the ends.
  static func columnName(_ header: String) -> String {
    var name = ""
    for byte in trimmed(header).utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        name.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if name.utf8.last != UInt8(ascii: "_") { name += "_" }
      }
    }
    if name.utf8.last == UInt8(ascii: "_") { name.removeLast() }
    if name.utf8.first == UInt8(ascii: "_") { name = "code" + name }
    return name == "action_plan_no" ? "action_plan_number" : name
  }

  /// A label as it is compared: lower-case, without a leading `a. ` to `e. ` and space around it.
  static func label(_ cell: String) -> String {
    var bytes = Array(trimmed(cell).utf8).map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    if bytes.count > 2, (UInt8(ascii: "a")...UInt8(ascii: "e")).contains(bytes[0]),
      bytes[1] == UInt8(ascii: "."), bytes[2] == UInt8(ascii: " ")
    {
      bytes.removeFirst(2)
    }
    return trimmed(String(decoding: bytes, as: UTF8.self))
  }

  /// Text without space around it.
  static func trimmed(_ text: String) -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Why a value is missing: ND, the variable was not in use; NR, not reviewed or not recorded;
  /// NA, not applicable.
  enum Missing: String, CaseIterable {
    case notInUse = "nd"
    case notReviewed = "nr"
    case notApplicable = "na"
  }

  static let specificity: [String: Specificity] = [
    "none": .none, "low": .low, "medium": .medium, "high": .high,
  ]

  /// What a label of potential impact says; `unclear` is no level.
  enum ImpactLabel: Hashable { case level(PotentialImpact), unclear }
  static let potentialImpact: [String: ImpactLabel] = [
    "none": .level(.none), "minor": .level(.minor), "moderate": .level(.moderate),
    "transformative": .level(.transformative), "unclear": .unclear,
  ]

  /// What a completion label says; `withdrawn` is no level.
  enum CompletionLabel: Hashable { case level(Completion), withdrawn }
  static let completion: [String: CompletionLabel] = [
    "not started": .level(.notStarted), "limited": .level(.limited),
    "substantial": .level(.substantial), "complete": .level(.complete),
    "unclear": .level(.noEvidence), "withdrawn": .withdrawn,
  ]
  static let earlyResults: [String: EarlyResults] = [
    "worsened": .worsened, "none": .didNotChange, "did not change": .didNotChange,
    "marginal": .marginal, "major": .major, "outstanding": .outstanding,
  ]

  /// A column of labels, the column of numeric codes beside it, and which code each label has.
  struct Coding {
    let label: String
    let code: String
    let codes: [String: [String]]
  }

  /// Codes are never read for a value, only held against the labels.
  static let codings = [
    Coding(
      label: "specificity", code: "code_specificity",
      codes: ["none": ["0"], "low": ["1"], "medium": ["2"], "high": ["3"]]),
    Coding(
      label: "potential_impact", code: "code_pot_impact_coded",
      codes: [
        "none": ["0"], "unclear": ["0"], "minor": ["1"], "moderate": ["2"],
        "transformative": ["3"],
      ]),
    Coding(
      label: "completion_progress_report", code: "code_completionprogress", codes: completionCodes),
    Coding(
      label: "completion_end_of_term", code: "code_completionendterm", codes: completionCodes),
    Coding(
      label: "change_in_completion", code: "code_changecompletion",
      codes: [
        "no change": ["0"], "increase": ["1", "2", "3"], "decrease": ["-1", "-2", "-3"],
      ]),
    Coding(
      label: "did_it_open_government_end_of_term_only", code: "code_opengovt",
      codes: [
        "worsened": ["0"], "none": ["1"], "did not change": ["1"], "marginal": ["2"],
        "major": ["3"], "outstanding": ["4"],
      ]),
  ]
  private static let completionCodes = [
    "withdrawn": ["0"], "unclear": ["1"], "not started": ["2"], "limited": ["3"],
    "substantial": ["4"], "complete": ["5"],
  ]

  /// A tag column and the code it becomes.
  struct Tag {
    let column: String
    let code: String
    /// English, Spanish and French label of a code that is not built in; nothing: it is.
    let labels: [String]?

    init(_ column: String, as code: String? = nil) {
      self.column = column
      self.code = code ?? column
      labels = nil
    }

    init(_ column: String, _ en: String, _ es: String, _ fr: String) {
      self.column = column
      code = column
      labels = [en, es, fr]
    }
  }

  static let policyAreas = [
    Tag("anti_corruption", "Anti-corruption", "Anticorrupción", "Lutte contre la corruption"),
    Tag("conflicts_of_interest", as: "conflict_of_interest"),
    Tag("asset_disclosure"),
    Tag("audits_controls"),
    Tag("whistleblower_protections", as: "whistleblower_protection"),
    Tag("fiscal_openness"),
    Tag("citizen_budgets", "Citizen Budgets", "Presupuestos ciudadanos", "Budgets citoyens"),
    Tag(
      "participatory_budgeting", "Participatory Budgeting", "Presupuesto participativo",
      "Budget participatif"),
    Tag("e_petitions"),
    Tag("social_audits", "Social Audits", "Auditorías sociales", "Audits sociaux"),
    Tag(
      "public_participation", "Public Participation", "Participación pública",
      "Participation publique"),
    Tag("public_procurement"),
    Tag("access_to_information", as: "right_to_information"),
    Tag(
      "records_management", "Records Management", "Gestión documental", "Gestion des archives"),
    Tag("open_data"),
    Tag("elections_political_finance"),
    Tag(
      "law_enforcement_justice", "Law Enforcement & Justice", "Aplicación de la ley y justicia",
      "Application de la loi et justice"),
    Tag(
      "public_service_delivery", "Public Service Delivery", "Prestación de servicios públicos",
      "Prestation de services publics"),
    Tag("e_government", "E-Government", "Gobierno electrónico", "Administration électronique"),
    Tag(
      "capacity_building", "Capacity Building", "Desarrollo de capacidades",
      "Renforcement des capacités"),
    Tag(
      "legislation_regulation", "Legislation & Regulation", "Legislación y regulación",
      "Législation et réglementation"),
    Tag("gender_sexuality", "Gender & Sexuality", "Género y sexualidad", "Genre et sexualité"),
    Tag("human_rights", "Human Rights", "Derechos humanos", "Droits humains"),
    Tag(
      "marginalized_communities", "Marginalized Communities", "Comunidades marginadas",
      "Communautés marginalisées"),
    Tag(
      "ogp", "Open Government Partnership", "Alianza para el Gobierno Abierto",
      "Partenariat pour un gouvernement ouvert"),
  ]

  static let sectors = [
    Tag("private_sector"),
    Tag("legislature"),
    Tag("sub_national", "Subnational", "Subnacional", "Infranational"),
    Tag("judiciary", as: "justice"),
    Tag("media_telecommunications"),
    Tag("education"),
    Tag("health_nutrition"),
    Tag("citizenship_immigration"),
    Tag(
      "welfare_social_security", "Welfare & Social Security", "Bienestar y seguridad social",
      "Protection et sécurité sociale"),
    Tag("water_sanitation"),
    Tag("infrastructure", as: "infrastructure_transport"),
    Tag("public_safety", as: "security_public_safety"),
    Tag("defense", "Defense", "Defensa", "Défense"),
    Tag("natural_resources", "Natural Resources", "Recursos naturales", "Ressources naturelles"),
    Tag("aid"),
    Tag(
      "nonprofits", "Nonprofits", "Organizaciones sin fines de lucro",
      "Organisations à but non lucratif"),
    Tag("labor", "Labor", "Trabajo", "Travail"),
    Tag("science_technology"),
  ]

  static let values: [(column: String, value: Value)] = [
    ("value_info", .accessToInformation), ("value_part", .civicParticipation),
    ("value_acc", .publicAccountability), ("value_tech", .technologyInnovation),
  ]
}
