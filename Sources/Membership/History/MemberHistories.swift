public import Warehouse

/// What the rules of §4 can see of every member, compiled once from a dataset.
///
/// Only what is known on the as-of day is in it (readings.md 7), and nothing in it depends on the
/// rules, so any number of rule sets replay over one compilation. A replay reads flat arrays of
/// days and quarter bits; it never returns to the dataset.
public struct MemberHistories: Sendable {
  /// The as-of day: nothing dated later is in the histories.
  public let asOf: Day
  /// How many members the dataset has, those included who join after the as-of day.
  public let memberCount: Int
  /// How the handbook's open places are read.
  package let interpretation: Interpretation

  package var records: [MemberRecord]
  package var plans: [PlanFact]
  package var extensions: [ExtensionFact]
  package var pauses: [PauseFact]
  package var requirements: [RequirementFact]
  /// The days of activity, ascending, each once, from `joined_on` on.
  package var activity: [Int32]
  package var words: [QuarterWord]

  let finishedDays: [Int32]
  let trackerFinishedDays: [Int32]

  init(
    asOf: Day, interpretation: Interpretation, records: [MemberRecord], plans: [PlanFact],
    extensions: [ExtensionFact], pauses: [PauseFact], requirements: [RequirementFact],
    activity: [Int32], words: [QuarterWord], finishedDays: [Int32], trackerFinishedDays: [Int32]
  ) {
    self.asOf = asOf
    self.memberCount = records.count - 1
    self.interpretation = interpretation
    self.records = records
    self.plans = plans
    self.extensions = extensions
    self.pauses = pauses
    self.requirements = requirements
    self.activity = activity
    self.words = words
    self.finishedDays = finishedDays
    self.trackerFinishedDays = trackerFinishedDays
  }

  /// The last day that a next consequence is looked for: 120 months after the as-of day
  /// (readings.md 19).
  package var horizon: Day { asOf.adding(months: 120) }

  /// Whether a member had joined by the as-of day; if not it has no status.
  ///
  /// - Parameter member: A row of the members table.
  /// - Returns: Whether it had.
  public func hasJoined(_ member: Int) -> Bool {
    records[member].joinedOn != MemberRecord.unknown
  }

  /// The day a commitment was finished: the earliest of a `finished` report on it as a whole and
  /// a completion assessment that says `complete`; nothing if not by the as-of day.
  ///
  /// - Parameter commitment: A row of the commitments table.
  /// - Returns: The day.
  public func finishedOn(_ commitment: Int) -> Day? {
    let day = finishedDays[commitment]
    return day == MemberRecord.unknown ? nil : Day(number: day)
  }

  /// The day of the earliest `finished` report on a commitment as a whole, whatever assessments
  /// say; nothing if there is none by the as-of day.
  ///
  /// - Parameter commitment: A row of the commitments table.
  /// - Returns: The day.
  public func trackerFinishedOn(_ commitment: Int) -> Day? {
    let day = trackerFinishedDays[commitment]
    return day == MemberRecord.unknown ? nil : Day(number: day)
  }

  /// Whether a quarter is obligated: some plan and commitment of the member bind it to report
  /// (status.md).
  ///
  /// - Parameters:
  ///   - quarter: Any quarter; before `joined_on` and more than ten years after the as-of day the
  ///     answer is no.
  ///   - member: A row of the members table.
  /// - Returns: Whether it is.
  public func isObligated(_ quarter: Quarter, for member: Int) -> Bool {
    bit(\.obligated, quarter, member)
  }

  /// Whether some report was filed in a quarter on a commitment that applies to the member.
  ///
  /// - Parameters:
  ///   - quarter: Any quarter; before `joined_on` the answer is no.
  ///   - member: A row of the members table.
  /// - Returns: Whether there was one.
  public func isUpdated(_ quarter: Quarter, for member: Int) -> Bool {
    bit(\.updated, quarter, member)
  }

  /// Whether some report of a quarter on a commitment that applies to the member is progress.
  ///
  /// - Parameters:
  ///   - quarter: Any quarter; before `joined_on` the answer is no.
  ///   - member: A row of the members table.
  /// - Returns: Whether there was one.
  public func isProgress(_ quarter: Quarter, for member: Int) -> Bool {
    bit(\.progress, quarter, member)
  }

  /// The quarters of a member in words of sixty-four, from ``firstQuarter(of:)`` on; none if it
  /// joined after the as-of day.
  package func quarterWords(of member: Int) -> ArraySlice<QuarterWord> {
    words[wordRange(of: member)]
  }

  /// The quarter that the first bit of ``quarterWords(of:)`` stands for.
  package func firstQuarter(of member: Int) -> Int { Int(records[member].baseQuarter) }

  private func bit(
    _ bits: (QuarterWord) -> UInt64, _ quarter: Quarter, _ member: Int
  ) -> Bool {
    let place = quarter.index - Int(records[member].baseQuarter)
    let words = wordRange(of: member)
    guard place >= 0, place >> 6 < words.count else { return false }
    return bits(self.words[words.lowerBound + place >> 6]) >> UInt64(place & 63) & 1 != 0
  }

  func planRange(of member: Int) -> Range<Int> {
    Int(records[member].plans)..<Int(records[member + 1].plans)
  }
  func extensionRange(of member: Int) -> Range<Int> {
    Int(records[member].extensions)..<Int(records[member + 1].extensions)
  }
  func pauseRange(of member: Int) -> Range<Int> {
    Int(records[member].pauses)..<Int(records[member + 1].pauses)
  }
  func requirementRange(of member: Int) -> Range<Int> {
    Int(records[member].requirements)..<Int(records[member + 1].requirements)
  }
  func activityRange(of member: Int) -> Range<Int> {
    Int(records[member].activity)..<Int(records[member + 1].activity)
  }
  func wordRange(of member: Int) -> Range<Int> {
    Int(records[member].words)..<Int(records[member + 1].words)
  }
}
