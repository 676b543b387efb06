/// One spell under observation: how long it was seen, and whether it ended then.
public struct Life: Hashable, Sendable {
  /// The time at which it ended or was last seen; a censored spell is at risk at this time.
  public let lasted: Int
  /// Whether it ended, rather than being censored.
  public let ended: Bool
  /// The time at which it came under observation, `nil` if from the beginning.
  ///
  /// It is at risk only after this time; without one it can end at any time, 0 too.
  public let enteredAfter: Int?

  /// A spell under observation.
  ///
  /// - Precondition: A late entry lies before the end.
  /// - Parameters:
  ///   - lasted: When it ended or was last seen.
  ///   - ended: Whether it ended then.
  ///   - enteredAfter: When it came under observation, if not from the beginning.
  public init(lasted: Int, ended: Bool, enteredAfter: Int? = nil) {
    if let enteredAfter {
      precondition(enteredAfter < lasted, "observed after \(enteredAfter) until \(lasted)")
    }
    self.lasted = lasted
    self.ended = ended
    self.enteredAfter = enteredAfter
  }
}
