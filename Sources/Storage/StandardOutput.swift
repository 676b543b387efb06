import Glibc

/// Standard output as a file like any other: buffered, every write checked, nothing lost silently.
///
/// `print` says nothing about a full disk; this throws. A closed pipe is told apart
/// (``StorageError/Kind/closedPipe``), because it is how `head` ends a program.
package struct StandardOutput: ~Copyable {
  private var buffer: [UInt8] = []
  private let number: Int32
  private let name: String

  /// A writer to standard output, or to standard error.
  ///
  /// - Parameter toErrors: Standard error is meant.
  package init(toErrors: Bool = false) {
    number = toErrors ? STDERR_FILENO : STDOUT_FILENO
    name = toErrors ? "standard error" : "standard output"
  }

  /// Whether standard output is a terminal.
  package static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a terminal.
  package static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Adds text.
  ///
  /// - Parameter text: Any text.
  /// - Throws: ``StorageError``.
  package mutating func write(_ text: String) throws(StorageError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Adds bytes.
  ///
  /// - Parameter bytes: Any bytes.
  /// - Throws: ``StorageError``.
  package mutating func write(_ bytes: [UInt8]) throws(StorageError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Hands everything to the system; call it before the program ends.
  package mutating func flush() throws(StorageError) {
    guard !buffer.isEmpty else { return }
    let bytes = buffer
    buffer.removeAll(keepingCapacity: true)
    try unsafe Descriptor.write(bytes.span.bytes, to: number, name)
  }
}
