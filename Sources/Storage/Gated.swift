internal import Dispatch
internal import Synchronization

/// A value that one thread at a time sees.
///
/// A mutex behind a semaphore. The thread sanitizer does not see what a mutex of Synchronization does
/// where threads wait for each other (Swift 6.3 on Linux), and reports races that are none; it does see
/// semaphores. Nobody waits for the mutex itself. For what threads do wait for; elsewhere a mutex does.
package struct Gated<Value: Sendable>: ~Copyable, Sendable {
  private let gate = DispatchSemaphore(value: 1)
  private let value: Mutex<Value>

  /// - Parameter value: What is there at first.
  package init(_ value: Value) { self.value = Mutex(value) }

  /// Does something with the value while no other thread sees it.
  ///
  /// - Parameter body: What is done; it must not ask for the same value again.
  /// - Returns: What it returns.
  /// - Throws: What it throws.
  package func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    gate.wait()
    defer { gate.signal() }
    return try value.withLock { (value: inout sending Value) throws(Failure) in try body(&value) }
  }
}
