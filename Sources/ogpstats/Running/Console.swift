import Storage

/// Results to standard output, messages to standard error.
struct Console: ~Copyable {
  private var output = StandardOutput()
  /// Whether only errors are told.
  var isQuiet = false
  /// What readers of the tables must know of the data behind them.
  var footnotes: [Footnote] = []
  /// The receipt to write beside the command's output, where one is asked for.
  var receipt: RunReceipt?

  /// Adds text to standard output.
  mutating func print(_ text: String) throws(StorageError) { try output.write(text) }

  /// Adds bytes to standard output.
  mutating func print(_ bytes: [UInt8]) throws(StorageError) { try output.write(bytes) }

  /// Hands everything to the system.
  mutating func flush() throws(StorageError) { try output.flush() }

  /// Tells what a person may want to know, on standard error; nothing under `--quiet`.
  func note(_ lines: [String]) {
    if !isQuiet { complain(lines) }
  }

  /// Tells what a person may want to know, on standard error; nothing under `--quiet`.
  func note(_ line: String) { note([line]) }

  /// Tells what a person must know, on standard error.
  func complain(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    var errors = StandardOutput(toErrors: true)
    // There is nowhere left to complain to.
    try? errors.write(lines.map { Visible.text($0) + "\n" }.joined())
    try? errors.flush()
  }

  /// Tells what a person must know, on standard error.
  func complain(_ line: String) { complain([line]) }
}

/// Text that cannot steer a terminal.
enum Visible {
  /// The text with control characters, line separators and marks of direction written as
  /// `\u{…}`.
  ///
  /// - Parameter text: One line.
  /// - Returns: The same line where it holds none of them.
  static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar) {
        shown += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
