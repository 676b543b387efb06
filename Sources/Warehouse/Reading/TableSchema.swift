/// What the cells of a column hold.
enum CellType: Hashable, Sendable {
  case id
  /// An id of another table.
  case reference(TableName)
  /// One to four ids of members.
  case members
  case text
  case date
  /// A date, or a month: its first day, or where it ends something its last.
  case month(ends: Bool)
  case yesNo
  case code(ClosedList)
  /// Codes separated by semicolons.
  case codes(ClosedList)
  case country
  case number
  /// A whole number that is mostly small.
  case count
}

/// The lists that cells take their codes from.
enum ClosedList: Int, CaseIterable, Sendable {
  case policyArea, sector, value, region, kind, monitoringBody, resources, trackerStatus, phase
  case specificity, impact, completion, earlyResults, event, requirement, status
  /// Yes, partially or no, in the words of yes/no too (readings.md 4).
  case practice
  /// The lists that a dataset may add to.
  case openList

  /// The codes as built in.
  var codes: CodeList {
    switch self {
    case .policyArea: .policyArea
    case .sector: .sector
    case .value: .value
    case .region: .region
    case .kind: .kind
    case .monitoringBody: .monitoringBody
    case .resources, .practice: .resourcesSecured
    case .trackerStatus: .trackerStatus
    case .phase: .phase
    case .specificity: .specificity
    case .impact: .potentialImpact
    case .completion: .completion
    case .earlyResults: .earlyResults
    case .event: .event
    case .requirement: .requirement
    case .status: .status
    case .openList:
      CodeList(
        name: "list",
        entries: ["policy_area", "sector"].map {
          CodeEntry(code: $0, en: "", es: "", fr: "", aliases: [])
        })
    }
  }
}

/// One column of a table of data.md.
struct ColumnSchema: Sendable {
  let name: String
  let type: CellType
  let isRequired: Bool

  init(_ name: String, _ type: CellType, required: Bool = false) {
    self.name = name
    self.type = type
    isRequired = required
  }
}

/// The columns of a table of data.md, in its order.
struct TableSchema: Sendable {
  let table: TableName
  let columns: [ColumnSchema]

  /// The number of a column that the table is known to have.
  func number(of name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// The columns of a table.
  static func of(_ table: TableName) -> TableSchema {
    all[table] ?? TableSchema(table: table, columns: [])
  }

  private static let all = Dictionary(
    uniqueKeysWithValues: TableName.allCases.map {
      ($0, TableSchema(table: $0, columns: columns(of: $0)))
    })

  private static func columns(of table: TableName) -> [ColumnSchema] {
    switch table {
    case .members:
      [
        ColumnSchema("member_id", .id, required: true),
        ColumnSchema("name", .text, required: true),
        ColumnSchema("country", .country, required: true),
        ColumnSchema("region", .code(.region), required: true),
        ColumnSchema("kind", .code(.kind)), ColumnSchema("population", .number),
        ColumnSchema("joined_on", .date, required: true), ColumnSchema("cohort", .text),
        ColumnSchema("first_plan_due_on", .date),
      ]
    case .terms:
      [
        ColumnSchema("member_id", .reference(.members), required: true),
        ColumnSchema("starts_on", .date, required: true),
        ColumnSchema("ends_on", .date, required: true),
      ]
    case .plans:
      [
        ColumnSchema("plan_id", .id, required: true),
        ColumnSchema("member_ids", .members, required: true),
        ColumnSchema("submitted_on", .date, required: true),
        ColumnSchema("starts_on", .date, required: true),
        ColumnSchema("ends_on", .date, required: true),
        ColumnSchema("monitoring_body", .code(.monitoringBody)),
        ColumnSchema("endorsements", .number),
      ]
    case .commitments:
      [
        ColumnSchema("commitment_id", .id, required: true),
        ColumnSchema("plan_id", .reference(.plans), required: true),
        ColumnSchema("title", .text), ColumnSchema("member_id", .reference(.members)),
        ColumnSchema("submitted_on", .date),
        ColumnSchema("starts_on", .month(ends: false), required: true),
        ColumnSchema("ends_on", .month(ends: true), required: true),
        ColumnSchema("withdrawn_on", .date),
        ColumnSchema("policy_areas", .codes(.policyArea), required: true),
        ColumnSchema("sectors", .codes(.sector), required: true),
        ColumnSchema("values", .codes(.value)),
        ColumnSchema("resources_secured", .code(.resources)),
        ColumnSchema("lead_agency", .text), ColumnSchema("civil_society_lead", .text),
      ]
    case .milestones:
      [
        ColumnSchema("milestone_id", .id, required: true),
        ColumnSchema("commitment_id", .reference(.commitments), required: true),
        ColumnSchema("title", .text), ColumnSchema("starts_on", .month(ends: false)),
        ColumnSchema("ends_on", .month(ends: true)), ColumnSchema("agency", .text),
      ]
    case .tracker:
      [
        ColumnSchema("commitment_id", .reference(.commitments), required: true),
        ColumnSchema("milestone_id", .reference(.milestones)),
        ColumnSchema("reported_on", .date, required: true),
        ColumnSchema("status", .code(.trackerStatus), required: true),
        ColumnSchema("progress", .yesNo), ColumnSchema("evidence", .count),
      ]
    case .meetings:
      [
        ColumnSchema("member_id", .reference(.members), required: true),
        ColumnSchema("plan_id", .reference(.plans)),
        ColumnSchema("held_on", .date, required: true),
        ColumnSchema("phase", .code(.phase), required: true),
        ColumnSchema("government", .yesNo), ColumnSchema("non_government", .yesNo),
      ]
    case .inceptionAssessments:
      [
        ColumnSchema("plan_id", .reference(.plans), required: true),
        ColumnSchema("submitted_on", .date, required: true),
      ] + Requirement.list.codes.map { ColumnSchema($0, .yesNo, required: true) }
        + Practice.list.codes.map { ColumnSchema($0, .code(.practice)) }
    case .commitmentReviews:
      [
        ColumnSchema("commitment_id", .reference(.commitments), required: true),
        ColumnSchema("submitted_on", .date, required: true),
        ColumnSchema("relevant", .yesNo), ColumnSchema("verifiable", .yesNo),
        ColumnSchema("specificity", .code(.specificity)),
        ColumnSchema("potential_impact", .code(.impact)),
      ]
    case .completionAssessments:
      [
        ColumnSchema("commitment_id", .reference(.commitments), required: true),
        ColumnSchema("submitted_on", .date, required: true),
        ColumnSchema("completion", .code(.completion), required: true),
        ColumnSchema("early_results", .code(.earlyResults)),
        ColumnSchema("opened_information", .code(.earlyResults)),
        ColumnSchema("opened_participation", .code(.earlyResults)),
        ColumnSchema("opened_accountability", .code(.earlyResults)),
      ]
    case .learningExercises:
      [
        ColumnSchema("plan_id", .reference(.plans), required: true),
        ColumnSchema("submitted_on", .date, required: true),
      ]
    case .events:
      [
        ColumnSchema("member_id", .reference(.members), required: true),
        ColumnSchema("on", .date, required: true),
        ColumnSchema("kind", .code(.event), required: true), ColumnSchema("until", .date),
        ColumnSchema("requirement", .code(.requirement)), ColumnSchema("note", .text),
      ]
    case .codes:
      [
        ColumnSchema("list", .code(.openList), required: true),
        ColumnSchema("code", .id, required: true), ColumnSchema("en", .text, required: true),
        ColumnSchema("es", .text), ColumnSchema("fr", .text),
      ]
    case .recordedStatuses:
      [
        ColumnSchema("member_id", .reference(.members), required: true),
        ColumnSchema("from_on", .date, required: true),
        ColumnSchema("status", .code(.status), required: true), ColumnSchema("reason", .text),
      ]
    }
  }
}
