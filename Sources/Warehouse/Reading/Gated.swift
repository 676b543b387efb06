import Dispatch
import Synchronization

/// A value that one thread at a time sees.
///
/// A mutex behind a semaphore. The thread sanitizer does not see what a mutex of Synchronization does
/// where threads wait for each other (Swift 6.3 on Linux), and reports races that are none; it does see
/// semaphores. Nobody waits for the mutex itself.
struct Gated<Value: Sendable>: ~Copyable, Sendable {
  private let gate = DispatchSemaphore(value: 1)
  private let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }

  /// Does something with the value.
  func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    gate.wait()
    defer { gate.signal() }
    return value.withLock { body(&$0) }
  }
}
