import Membership
import Warehouse

/// What a dataset records of one member, as far as projections ask, up to the as-of day.
struct RecordedCourse: Sendable {
  /// The plans in the order of their submission.
  var plans: [PlanFact] = []
  /// Activity other than plans and reports, ascending.
  var resumed: [Int32] = []
  /// Days of requests for voluntary inactivity, ascending.
  var leaves: [Int32] = []
  /// The day the first plan is due, whatever extensions say.
  var firstPlanDue: Int32 = 0
  /// The day the member withdrew; later than any day if it did not.
  var withdrewOn = MemberRecord.unknown
  /// When requirement states changed: the day, and whether some assessed plan lacks any.
  var requirements: [(on: Int32, isLacking: Bool)] = []
  /// For each first assessment of one of its plans, whether it found all requirements met.
  var assessments: [Bool] = []
  /// Submission days of plans that have not been assessed.
  var unassessed: [Int32] = []
}

/// The recorded courses of all members, and what their plans and leaves were like.
struct RecordedCourses: Sendable {
  let members: [RecordedCourse]
  let shapes: RecordedShapes

  /// Four requirements met.
  static let allMet: UInt8 = 0b1111

  /// Collects what is known on the histories' as-of day.
  init(of dataset: Dataset, histories: MemberHistories, rules: RuleSet) {
    let asOf = histories.asOf
    var members = [RecordedCourse](repeating: RecordedCourse(), count: dataset.members.count)
    let first = Self.firstAssessments(of: dataset, asOf: asOf)
    for member in members.indices where histories.hasJoined(member) {
      let (record, end) = (histories.records[member], histories.records[member + 1])
      members[member].plans = Array(histories.plans[Int(record.plans)..<Int(end.plans)])
      members[member].withdrewOn = record.withdrewOn
      let pauses = histories.pauses[Int(record.pauses)..<Int(end.pauses)]
      members[member].leaves = pauses.map(\.on)
      members[member].requirements =
        histories.requirements[Int(record.requirements)..<Int(end.requirements)]
        .map { ($0.on, Self.isLacking($0.present)) }
      let joined = Day(number: record.joinedOn)
      members[member].firstPlanDue =
        record.firstPlanDueOn == MemberRecord.unknown
        ? joined.adding(months: rules.firstPlanMonths ?? 12).number : record.firstPlanDueOn
      for plan in members[member].plans {
        if let assessment = first[Int(plan.row)] {
          members[member].assessments.append(assessment.met == Self.allMet)
        } else {
          members[member].unassessed.append(plan.submittedOn)
        }
      }
    }
    Self.addOtherActivity(of: dataset, asOf: asOf, to: &members)
    self.members = members
    shapes = RecordedShapes(of: dataset, asOf: asOf, assessments: first)
  }

  /// Whether some assessed plan lacks a requirement.
  static func isLacking(_ present: UInt16) -> Bool { present & ~(1 << UInt16(allMet)) != 0 }

  /// For each plan its first assessment known on a day.
  private static func firstAssessments(
    of dataset: Dataset, asOf: Day
  ) -> [(on: Day, met: UInt8)?] {
    let assessments = dataset.inceptionAssessments
    var first = [(on: Day, met: UInt8)?](repeating: nil, count: dataset.plans.count)
    for row in 0..<assessments.count where assessments.submittedOn[row] <= asOf {
      let plan = Int(assessments.plans[row])
      if let known = first[plan], known.on <= assessments.submittedOn[row] { continue }
      first[plan] = (assessments.submittedOn[row], assessments.met[row])
    }
    return first
  }

  /// Events, co-creation meetings and completion assessments (status.md, "Activity").
  private static func addOtherActivity(
    of dataset: Dataset, asOf: Day, to members: inout [RecordedCourse]
  ) {
    let (events, meetings) = (dataset.events, dataset.meetings)
    for row in 0..<events.count where events.on[row] <= asOf {
      guard events.kinds[row] == .resumed || events.kinds[row] == .coCreationStarted else {
        continue
      }
      members[Int(events.members[row])].resumed.append(events.on[row].number)
    }
    for row in 0..<meetings.count
    where meetings.phases[row] == .coCreation && meetings.heldOn[row] <= asOf {
      members[Int(meetings.members[row])].resumed.append(meetings.heldOn[row].number)
    }
    let assessments = dataset.completionAssessments
    for row in 0..<assessments.count
    where assessments.submittedOn[row] <= asOf && assessments.completions[row] >= .substantial {
      let commitment = Int(assessments.commitments[row])
      let day = assessments.submittedOn[row].number
      if let member = dataset.commitments.members[commitment] {
        members[Int(member)].resumed.append(day)
      } else {
        let plan = Int(dataset.commitments.plans[commitment])
        for member in dataset.plans.members[plan] { members[Int(member)].resumed.append(day) }
      }
    }
    for member in members.indices { members[member].resumed.sort() }
  }
}

/// What recorded plans, assessments and leaves were like: what drawn ones are taken from.
///
/// Every list is in the order of its values, so that neither files nor members in another order
/// change a draw.
struct RecordedShapes: Sendable {
  /// A plan: days from its submission to its first and last day.
  struct PlanShape: Hashable, Comparable, Sendable {
    let start: Int32
    let end: Int32

    static func < (left: PlanShape, right: PlanShape) -> Bool {
      (left.end, left.start) < (right.end, right.start)
    }
  }

  /// Plans submitted.
  let plans: [PlanShape]
  /// Days from a plan's submission to its first assessment, ``MemberRecord/unknown`` for a plan
  /// that had none within a year.
  let assessmentLags: [Int32]
  /// What first assessments that found something lacking found met, most met first.
  let lacking: [UInt8]
  /// Days from a request to the end of the leave, ``MemberRecord/unknown`` for an open one.
  let leaves: [Int32]

  init(of dataset: Dataset, asOf: Day, assessments: [(on: Day, met: UInt8)?]) {
    let (plans, events) = (dataset.plans, dataset.events)
    var shapes: [PlanShape] = []
    var lags: [Int32] = []
    var lacking: [UInt8] = []
    for plan in 0..<plans.count where plans.submittedOn[plan] <= asOf {
      let submitted = plans.submittedOn[plan].number
      shapes.append(
        PlanShape(
          start: plans.startsOn[plan].number - submitted,
          end: plans.endsOn[plan].number - submitted))
      if let assessment = assessments[plan] {
        lags.append(max(0, assessment.on.number - submitted))
        if assessment.met != RecordedCourses.allMet { lacking.append(assessment.met) }
      } else if plans.submittedOn[plan].adding(months: 12) <= asOf {
        lags.append(MemberRecord.unknown)
      }
    }
    var leaves: [Int32] = []
    for row in 0..<events.count
    where events.kinds[row] == .voluntaryInactivity && events.on[row] <= asOf {
      leaves.append(
        events.until[row].map { max(0, $0.number - events.on[row].number) }
          ?? MemberRecord.unknown)
    }
    // Where nothing is recorded: two years, no assessment, nothing met, an open leave.
    self.plans = shapes.isEmpty ? [PlanShape(start: 0, end: 730)] : shapes.sorted()
    assessmentLags = lags.isEmpty ? [MemberRecord.unknown] : lags.sorted()
    self.lacking =
      lacking.isEmpty
      ? [0]
      : lacking.sorted { ($1.nonzeroBitCount, $1) < ($0.nonzeroBitCount, $0) }
    self.leaves = leaves.isEmpty ? [MemberRecord.unknown] : leaves.sorted()
  }

  /// A day of assessment for a plan submitted on a day, of those that come after another day.
  func assessmentDay(of submitted: Int32, after day: Int32, word: UInt64) -> Int32? {
    let elapsed = day - submitted
    var (low, high) = (0, assessmentLags.count)
    while low < high {
      let middle = (low + high) / 2
      if assessmentLags[middle] > elapsed { high = middle } else { low = middle + 1 }
    }
    guard low < assessmentLags.count else { return nil }
    let lag = assessmentLags[low + word.index(below: assessmentLags.count - low)]
    return lag == MemberRecord.unknown ? nil : submitted + lag
  }
}
