import CLinux
import Glibc

/// An operation on a file that failed: what was tried, on what, why, and what to do about it.
package struct StorageError: Error, Hashable, Sendable {
  /// A word for programs.
  package enum Kind: String, Sendable {
    /// The system refused the operation.
    case system
    /// The reader of a pipe has gone; a program ends quietly with status 141.
    case closedPipe
    /// The target is not something that this program may replace.
    case refused
  }

  /// What kind of failure it is.
  package let kind: Kind
  /// What was tried, in one word (write, rename).
  package let operation: String
  /// The file or folder it was tried on, as the user named it.
  package let path: String
  /// Why it failed.
  package let reason: String
  /// What a person can do; empty where nothing general can be said.
  package let advice: String

  /// A failed system call.
  ///
  /// - Parameters:
  ///   - operation: What was tried.
  ///   - path: On what.
  ///   - code: The call's `errno`.
  package init(_ operation: String, _ path: String, errno code: Int32) {
    kind = code == EPIPE ? .closedPipe : .system
    self.operation = operation
    self.path = path
    reason = Self.text(of: code)
    advice = Self.advice(for: code)
  }

  /// A target that is refused.
  ///
  /// - Parameters:
  ///   - path: The target.
  ///   - reason: Why it is refused.
  ///   - advice: What to do.
  package init(refused path: String, because reason: String, advice: String) {
    kind = .refused
    operation = "replace"
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  /// A file that is not read.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - reason: Why it is not read.
  ///   - advice: What to do.
  package init(reading path: String, because reason: String, advice: String) {
    kind = .refused
    operation = "read"
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  /// A library that could not write a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - reason: What the library says.
  init(building path: String, because reason: String) {
    kind = .system
    operation = "write"
    self.path = path
    self.reason = reason
    advice = "check the free space, or name another folder"
  }

  /// A failure after which the output stands, but less surely or less tidily than promised.
  ///
  /// - Parameters:
  ///   - cause: The failure.
  ///   - consequence: What that means for the output.
  init(_ cause: StorageError, consequence: String) {
    kind = cause.kind
    operation = cause.operation
    path = cause.path
    reason = cause.reason + "; " + consequence
    advice = cause.advice
  }

  /// The C library's text for an error number, the same in every locale.
  private static func text(of code: Int32) -> String {
    guard let text = unsafe strerrordesc_np(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  private static func advice(for code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "free some space, or name another folder"
    case EFBIG: "raise the limit on file sizes (ulimit -f), or name another folder"
    case EACCES, EPERM: "check who may write there, or name another folder"
    case EROFS: "the file system is read-only: name another folder"
    case ENOENT: "check the path; the folder that is to hold the output must be there"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case EMFILE, ENFILE: "close other files, or raise the limit (ulimit -n)"
    case EIO: "the disk reports a fault: check it before you try again"
    case ENAMETOOLONG: "choose a shorter name"
    case ELOOP: "name the file itself, not a symbolic link to it"
    default: ""
    }
  }
}

extension StorageError: CustomStringConvertible {
  /// `cannot write out/plans.csv: No space left on device; free some space …`.
  package var description: String {
    let text = "cannot \(operation) \(path): \(reason)"
    return advice.isEmpty ? text : text + "; " + advice
  }
}
