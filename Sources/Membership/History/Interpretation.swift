/// How the places are read that the handbook leaves open; the default is status.md's reading.
///
/// Each switch is one alternative of ``HandbookReading``.
package struct Interpretation: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A month without that day passes the deadline on to the next month's first day.
  package static let monthEndOverflows = Interpretation(rawValue: 1 << 0)
  /// A quarter that only overlaps a plan in force is obligated too.
  package static let quartersMayOverlap = Interpretation(rawValue: 1 << 1)
  /// A report that shows no progress is no update.
  package static let updatesNeedProgress = Interpretation(rawValue: 1 << 2)
  /// Only reports whose `progress` says yes are progress.
  package static let progressMustBeRecorded = Interpretation(rawValue: 1 << 3)
  /// The quarters looked back on may begin before the member became active.
  package static let quartersMayPrecede = Interpretation(rawValue: 1 << 4)
  /// A requirement met by one member of a joint plan is met for all of them.
  package static let requirementsAreShared = Interpretation(rawValue: 1 << 5)
}
