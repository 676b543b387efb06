public import Warehouse

/// Something that a member, a monitoring body or the Support Unit can file and that the rules
/// count in the member's favour.
public enum Evidence: Hashable, Sendable {
  /// An action plan, submitted.
  case planSubmitted
  /// An event `extension_granted` to a later day.
  case extensionGranted
  /// Any report on a commitment that applies to the member.
  case trackerUpdate
  /// A report that is progress.
  case progressReport
  /// An event `co_creation_started`.
  case coCreationStarted
  /// A meeting of phase `co_creation`.
  case coCreationMeeting
  /// An event `resumed`.
  case resumed
  /// A completion assessment of `substantial` or `complete`.
  case completionAssessment
  /// A requirement, met by an event or by a new inception assessment.
  case requirementMet(Requirement)
  /// A new request for voluntary inactivity.
  case voluntaryInactivity

  /// The code that CSV and JSON carry.
  public var code: String {
    switch self {
    case .planSubmitted: "plan_submitted"
    case .extensionGranted: "extension_granted"
    case .trackerUpdate: "tracker_update"
    case .progressReport: "progress_report"
    case .coCreationStarted: "co_creation_started"
    case .coCreationMeeting: "co_creation_meeting"
    case .resumed: "resumed"
    case .completionAssessment: "completion_assessment"
    case .requirementMet(let requirement): "requirement_met:\(requirement.code)"
    case .voluntaryInactivity: "voluntary_inactivity"
    }
  }

  /// What gives active status back (§4.1), in the order of status.md.
  static let activity: [Evidence] = [
    .planSubmitted, .coCreationStarted, .resumed, .coCreationMeeting, .progressReport,
    .completionAssessment,
  ]
}

/// Pieces of evidence of which so many are needed; several groups are all needed.
public struct EvidenceGroup: Hashable, Sendable {
  /// How many of them are needed.
  public let needed: Int
  /// What there is to choose from, in the order of outputs.
  public let choices: [Evidence]

  /// The group as one word: `plan_submitted`, alternatives as `tracker_update|…`, and where more
  /// than one of several is needed `2_of:…|…|…`.
  public var code: String {
    let codes = choices.map(\.code).joined(separator: "|")
    return needed > 1 ? "\(needed)_of:\(codes)" : codes
  }
}

extension EvidenceGroup {
  /// What would stop, or would have stopped, the steps of one day.
  ///
  /// - Parameters:
  ///   - steps: The steps.
  ///   - rules: The rules in force on the day.
  /// - Returns: Groups that are all needed; none where nothing is to be stopped.
  static func stopping(_ steps: [ReplayStep], under rules: RuleSet) -> [EvidenceGroup] {
    var groups: [EvidenceGroup] = []
    func add(_ choices: [Evidence], needed: Int = 1) {
      let group = EvidenceGroup(needed: needed, choices: choices)
      if !groups.contains(group) { groups.append(group) }
    }
    func addRequirements(_ present: UInt16) {
      for group in failing(present, under: rules) where !groups.contains(group) {
        groups.append(group)
      }
    }
    for step in steps {
      switch step {
      case .deadlineMissed(let verdict):
        add(verdict.index == 0 ? [.planSubmitted, .extensionGranted] : [.planSubmitted])
      case .quarters(.trackerStalled, _): add([.progressReport])
      case .quarters: add([.trackerUpdate])
      case .inactiveTooLong: add(Evidence.activity)
      case .probationTooLong(_, _, let open, let present):
        if open.contains(.inactivity) { add(Evidence.activity) }
        if open.contains(.requirements) { addRequirements(present) }
      case .requirementsFailed(_, let present): addRequirements(present)
      case .pauseEnded: add([.voluntaryInactivity])
      case .withdrew, .activity, .paused, .requirementsSettled, .probationEnded, .clockStopped,
        .reformed:
        break
      }
    }
    return simplified(groups)
  }

  /// The requirements to be met for no plan to fail, plan state by plan state.
  private static func failing(_ present: UInt16, under rules: RuleSet) -> [EvidenceGroup] {
    var needed: UInt64 = 0
    var groups: [EvidenceGroup] = []
    for met in 0..<16 where present >> UInt16(met) & 1 != 0 {
      let missing = rules.required.rawValue & ~UInt64(met)
      let short = rules.minMet - (rules.required.rawValue & UInt64(met)).nonzeroBitCount
      guard short > 0 else { continue }
      // Where all that is missing is needed, plans share what meets it.
      if short == missing.nonzeroBitCount {
        needed |= missing
      } else {
        groups.append(EvidenceGroup(needed: short, choices: requirements(missing)))
      }
    }
    let single = requirements(needed).map { EvidenceGroup(needed: 1, choices: [$0]) }
    return single + groups
  }

  private static func requirements(_ bits: UInt64) -> [Evidence] {
    Requirement.allCases.filter { bits >> UInt64($0.rawValue) & 1 != 0 }
      .map { Evidence.requirementMet($0) }
  }

  /// Without groups that another one settles: progress is an update, a plan is activity, and an
  /// end of inactivity that leads to probation is stopped by what the probation is about.
  private static func simplified(_ groups: [EvidenceGroup]) -> [EvidenceGroup] {
    let singles = Set(groups.filter { $0.choices.count == 1 }.map { $0.choices[0] })
    return groups.filter { group in
      switch group.choices {
      case [.trackerUpdate]: !singles.contains(.progressReport)
      case [.planSubmitted, .extensionGranted]: !singles.contains(.planSubmitted)
      case [.voluntaryInactivity]: groups.count == 1
      default: true
      }
    }
  }
}
