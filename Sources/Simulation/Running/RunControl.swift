/// How a caller follows a long run and stops it.
///
/// Both hooks are called often, and from the threads that work: they must be quick. Results never
/// depend on them.
public struct RunControl: Sendable {
  /// Told how much is done, of how much.
  public let progress: @Sendable (_ done: Int, _ total: Int) -> Void
  /// Asked whether to stop.
  public let isCancelled: @Sendable () -> Bool

  /// A run that no one follows.
  public static let silent = RunControl()

  /// Hooks for a run.
  ///
  /// - Parameters:
  ///   - progress: Told how much is done, of how much; it may not quite rise, and ends as
  ///     `total`.
  ///   - isCancelled: Asked whether to stop.
  public init(
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.progress = progress
    self.isCancelled = isCancelled
  }
}

/// A run that was stopped before its end; it has no result.
public struct RunCancelled: Error, Hashable, Sendable, CustomStringConvertible {
  /// What to say.
  public var description: String { "stopped before the end; there is no result" }
}
