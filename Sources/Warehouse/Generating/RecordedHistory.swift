/// What the Support Unit published about a member, as the story goes.
///
/// The story's teller keeps no replay: late publication, a change that was overlooked and rules
/// that the teller does not look at give the disagreements that `agreement` measures.
struct RecordedHistory {
  private var changes: [(day: Day, status: Status, reason: [UInt8])] = []

  /// Notes a change.
  mutating func add(_ day: Day, _ status: Status, _ reason: StaticText = .none) {
    changes.append((day, status, reason.bytes))
  }

  /// Reasons as they are published.
  enum StaticText {
    case none, late, silent, inactive, requirements, unanswered, request
    fileprivate var bytes: [UInt8] { Self.texts[index] }
    private var index: Int {
      switch self {
      case .none: 0
      case .late: 1
      case .silent: 2
      case .inactive: 3
      case .requirements: 4
      case .unanswered: 5
      case .request: 6
      }
    }
    private static let texts = [
      "", "no action plan on time", "no tracker updates", "inactive for six months",
      "co-creation requirements not met", "no answer within four months", "own request",
    ].map { Array($0.utf8) }
  }

  /// Writes the rows up to a day.
  func write(member: [UInt8], until last: Day, _ draws: inout Draws, to table: inout TableText) {
    var published = Day.first
    var latest: Status?
    for change in changes.sorted(by: { $0.day < $1.day }) {
      if change.status == latest || draws.chance(30) { continue }
      let day = max(change.day + (draws.chance(700) ? 0 : draws.below(25)), published + 1)
      guard day <= last else { return }
      published = day
      latest = change.status
      table.cell(member)
      table.day(day)
      table.cell(Vocabulary.statuses[change.status.number])
      table.cell(change.reason)
      table.endRow()
      if change.status == .revoked || change.status == .withdrawn { return }
    }
  }
}
