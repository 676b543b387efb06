/// The words of synthetic data: codes as bytes, invented names, titles and offices.
enum Vocabulary {
  /// A word as bytes.
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
  private static func bytes(_ texts: [String]) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  static let yes = bytes("yes")
  static let no = bytes("no")
  static let partially = bytes("partially")

  // Codes by their numbers.
  static let regions = bytes(CodeList.region.codes)
  static let kinds = bytes(CodeList.kind.codes)
  static let monitoringBodies = bytes(CodeList.monitoringBody.codes)
  static let resources = bytes(CodeList.resourcesSecured.codes)
  static let trackerStatuses = bytes(CodeList.trackerStatus.codes)
  static let phases = bytes(CodeList.phase.codes)
  static let specificities = bytes(CodeList.specificity.codes)
  static let impacts = bytes(CodeList.potentialImpact.codes)
  static let completions = bytes(CodeList.completion.codes)
  static let earlyResults = bytes(CodeList.earlyResults.codes)
  static let eventKinds = bytes(CodeList.event.codes)
  static let requirements = bytes(CodeList.requirement.codes)
  static let statuses = bytes(CodeList.status.codes)
  static let policyAreas = bytes(CodeList.policyArea.codes)
  static let sectors = bytes(CodeList.sector.codes)
  static let values = bytes(CodeList.value.codes)

  /// Countries of members with the number of OGP's region (not geography).
  static let countries: [(code: [UInt8], region: Int)] = [
    ("CIV", 0), ("GHA", 0), ("KEN", 0), ("LBR", 0), ("MAR", 0), ("NGA", 0), ("SEN", 0),
    ("SYC", 0), ("TUN", 0), ("ZAF", 0), ("JOR", 0), ("BFA", 0), ("NAM", 0),
    ("ARG", 1), ("BRA", 1), ("CAN", 1), ("CHL", 1), ("COL", 1), ("CRI", 1), ("DOM", 1),
    ("ECU", 1), ("GTM", 1), ("HND", 1), ("MEX", 1), ("PAN", 1), ("PER", 1), ("PRY", 1),
    ("URY", 1), ("USA", 1),
    ("ARM", 2), ("AUS", 2), ("GEO", 2), ("IDN", 2), ("KGZ", 2), ("KOR", 2), ("MNG", 2),
    ("NZL", 2), ("PHL", 2), ("LKA", 2), ("UKR", 2),
    ("ALB", 3), ("BIH", 3), ("CZE", 3), ("DEU", 3), ("ESP", 3), ("EST", 3), ("FRA", 3),
    ("GBR", 3), ("GRC", 3), ("HRV", 3), ("ITA", 3), ("LTU", 3), ("MDA", 3), ("MKD", 3),
    ("NLD", 3), ("PRT", 3), ("ROU", 3), ("SRB", 3), ("SVK", 3), ("SWE", 3),
  ].map { (bytes($0.0), $0.1) }

  static let nameBeginnings = bytes([
    "Al", "Bara", "Cal", "Dor", "Ela", "Fen", "Gri", "Hal", "Isi", "Jas", "Kor", "Lume", "Mor",
    "Nal", "Oru", "Pel", "Quil", "Ras", "Sol", "Tam", "Ulda", "Vel", "Wex", "Xan", "Yaré", "Zor",
  ])
  static let nameMiddles = bytes([
    "da", "ri", "mo", "né", "lu", "sa", "ti", "ko", "va", "ño", "ba", "le", "qui", "do", "ra",
  ])
  static let nameEndings = bytes([
    "wick", "mar", "polis", "ville", "ton", "shir", "drath", "grad", "cita", "holm", "ketta",
    "nia", "burgo", "vale", "dor",
  ])

  static let titleVerbs = bytes([
    "Publish", "Open", "Co-design", "Strengthen", "Make traceable", "Monitor with residents",
    "Put online", "Simplify", "Extend", "Review with civil society",
  ])
  static let titleThings = bytes([
    "the budget of every district", "public contracts and tenders", "council minutes and votes",
    "asset declarations of officials", "data on public transport", "land use decisions",
    "the register of beneficial owners", "participatory budgeting", "citizen report cards",
    "data on air and water", "complaints and their answers", "school and health spending",
    "licences and inspections", "data on gender-based violence", "climate adaptation plans",
    "youth councils", "the lobbying register", "accessible public services",
  ])
  static let titleEnds = bytes([
    "in open formats", "for every neighbourhood", "with a public forum", "by the end of the term",
    "in plain language", "with independent oversight", "for people with disabilities",
    "through one portal",
  ])
  static let stepVerbs = bytes([
    "Draft and consult", "Adopt", "Build and test", "Publish", "Train staff on", "Evaluate",
    "Agree on", "Pilot",
  ])
  static let stepThings = bytes([
    "the working plan", "the data standard", "the online platform", "the first data set",
    "the public report", "the monitoring guide", "the regulation", "the outreach campaign",
    "the feedback channel", "the results",
  ])
  static let offices = bytes([
    "Office for Transparency", "Department of Finance", "Department of Planning", "City Secretary",
    "Office for Participation", "Procurement Agency", "Directorate of Education",
    "Directorate of Health", "Environment Department", "Digital Services Unit",
  ])
  static let associations = bytes([
    "Neighbours' Network", "Civic Circle", "Open Data Collective", "Women's Assembly",
    "Youth Forum", "Chamber of Commerce", "Integrity Watch", "University Observatory",
    "Residents' Federation", "Disability Alliance",
  ])
  static let inactivityNotes = bytes(["political transition", "change of government", "elections"])
  static let extensionNotes = bytes(["asked for because of elections", "new point of contact"])
}
