/// Rows of one table as CSV bytes.
///
/// Cells are appended with their comma and the last comma of a row becomes the line feed; there is
/// no `String` per cell, which is what lets the generator write hundreds of megabytes a second.
struct TableText {
  private(set) var bytes: [UInt8] = []
  private(set) var rowCount = 0

  /// A cell from bytes that need no quotes.
  mutating func cell(_ text: [UInt8]) {
    bytes.append(contentsOf: text)
    bytes.append(UInt8(ascii: ","))
  }

  /// A cell from two parts that need no quotes.
  mutating func cell(_ first: [UInt8], _ second: [UInt8]) {
    bytes.append(contentsOf: first)
    bytes.append(contentsOf: second)
    bytes.append(UInt8(ascii: ","))
  }

  /// A cell of words joined by spaces, none of which needs quotes.
  mutating func words(_ parts: [UInt8]...) {
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: part)
    }
    bytes.append(UInt8(ascii: ","))
  }

  /// A cell of codes joined by semicolons.
  mutating func list(_ parts: [[UInt8]]) {
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes.append(contentsOf: part)
    }
    bytes.append(UInt8(ascii: ","))
  }

  /// An empty cell: missing.
  mutating func empty() { bytes.append(UInt8(ascii: ",")) }

  /// A whole number.
  mutating func number(_ value: Int) {
    appendDigits(value)
    bytes.append(UInt8(ascii: ","))
  }

  private mutating func appendDigits(_ value: Int) {
    if value >= 10 { appendDigits(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value % 10))
  }

  /// A day as ISO text.
  mutating func day(_ day: Day) {
    DayText.append(day, to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }

  /// A day, or an empty cell.
  mutating func day(_ day: Day?) {
    if let day { self.day(day) } else { empty() }
  }

  /// A day in a column marked *month*: three in four as a day, the others as `YYYY-MM` or `MM/YYYY`
  /// where that reads as the same day.
  mutating func month(_ day: Day, _ draws: inout Draws) {
    let form = draws.below(8)
    let start = bytes.count
    DayText.append(day, to: &bytes)
    if form == 0 {
      bytes.removeLast(3)
    } else if form == 1 {
      let year = Array(bytes[start..<start + 4])
      let month = Array(bytes[start + 5..<start + 7])
      bytes.removeLast(10)
      bytes.append(contentsOf: month)
      bytes.append(UInt8(ascii: "/"))
      bytes.append(contentsOf: year)
    }
    bytes.append(UInt8(ascii: ","))
  }

  /// Ends the row.
  mutating func endRow() {
    bytes[bytes.count - 1] = UInt8(ascii: "\n")
    rowCount += 1
  }
}

/// The days of half a century as text, made once.
private enum DayText {
  private static let first = Day(unchecked: 1990, 1, 1)
  private static let count = 60 * 366
  private static let table: [UInt8] = {
    var table: [UInt8] = []
    table.reserveCapacity(count * 10)
    for offset in 0..<count { table.append(contentsOf: (first + offset).description.utf8) }
    return table
  }()

  static func append(_ day: Day, to bytes: inout [UInt8]) {
    let offset = day - first
    guard (0..<count).contains(offset) else {
      bytes.append(contentsOf: day.description.utf8)
      return
    }
    bytes.append(contentsOf: table[offset * 10..<offset * 10 + 10])
  }
}

/// The rows of a part of the members in every table, in the order of ``TableName``.
struct DatasetPart {
  var members = TableText()
  var terms = TableText()
  var plans = TableText()
  var commitments = TableText()
  var milestones = TableText()
  var tracker = TableText()
  var meetings = TableText()
  var inceptionAssessments = TableText()
  var commitmentReviews = TableText()
  var completionAssessments = TableText()
  var learningExercises = TableText()
  var events = TableText()
  var recordedStatuses = TableText()

  /// The tables that are written: all but `codes`.
  static let tables: [TableName] = TableName.allCases.filter { $0 != .codes }

  /// The rows of a table.
  subscript(table: TableName) -> TableText {
    switch table {
    case .members: members
    case .terms: terms
    case .plans: plans
    case .commitments: commitments
    case .milestones: milestones
    case .tracker: tracker
    case .meetings: meetings
    case .inceptionAssessments: inceptionAssessments
    case .commitmentReviews: commitmentReviews
    case .completionAssessments: completionAssessments
    case .learningExercises: learningExercises
    case .events: events
    case .recordedStatuses: recordedStatuses
    case .codes: TableText()
    }
  }

  /// The header of a table's file: the columns of data.md in its order.
  static func header(of table: TableName) -> String {
    switch table {
    case .members:
      "member_id,name,country,region,kind,population,joined_on,cohort,first_plan_due_on"
    case .terms: "member_id,starts_on,ends_on"
    case .plans:
      "plan_id,member_ids,submitted_on,starts_on,ends_on,monitoring_body,endorsements"
    case .commitments:
      "commitment_id,plan_id,title,member_id,submitted_on,starts_on,ends_on,withdrawn_on,"
        + "policy_areas,sectors,values,resources_secured,lead_agency,civil_society_lead"
    case .milestones: "milestone_id,commitment_id,title,starts_on,ends_on,agency"
    case .tracker: "commitment_id,milestone_id,reported_on,status,progress,evidence"
    case .meetings: "member_id,plan_id,held_on,phase,government,non_government"
    case .inceptionAssessments:
      "plan_id,submitted_on,forum,regularity,multi_stakeholder,endorsement,"
        + "process_transparency,documentation_in_advance,awareness_raising,inclusiveness,"
        + "communication_channels,record_keeping,feedback,collaboration"
    case .commitmentReviews:
      "commitment_id,submitted_on,relevant,verifiable,specificity,potential_impact"
    case .completionAssessments:
      "commitment_id,submitted_on,completion,early_results,opened_information,"
        + "opened_participation,opened_accountability"
    case .learningExercises: "plan_id,submitted_on"
    case .events: "member_id,on,kind,until,requirement,note"
    case .codes: "list,code,en,es,fr"
    case .recordedStatuses: "member_id,from_on,status,reason"
    }
  }
}
