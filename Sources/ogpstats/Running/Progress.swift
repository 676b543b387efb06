import Storage
import Synchronization

/// How far a long run is, on a terminal only.
///
/// A line that is written over, at most once a per cent, and wiped at the end.
final class Progress: Sendable {
  private let what: String
  private let isShown: Bool
  private let shown = Mutex<Int>(-1)

  /// Progress of a run.
  ///
  /// - Parameters:
  ///   - what: What is counted, such as `members`.
  ///   - console: Quiet ones show nothing.
  init(of what: String, on console: borrowing Console) {
    self.what = what
    isShown = !console.isQuiet && StandardOutput.isErrorTerminal
  }

  /// Shows how much is done; may be called from any thread.
  func advance(_ done: Int, _ total: Int) {
    guard isShown, total > 0 else { return }
    let part = done * 100 / total
    shown.withLock { last in
      guard part > last else { return }
      last = part
      Self.write("\r\(part) % of \(total) \(what)")
    }
  }

  /// Wipes the line.
  func end() {
    guard isShown, shown.withLock({ $0 >= 0 }) else { return }
    Self.write("\r\u{1B}[K")
  }

  private static func write(_ text: String) {
    var errors = StandardOutput(toErrors: true)
    // Progress that cannot be shown is no fault.
    try? errors.write(text)
    try? errors.flush()
  }
}
