import CSQLite
import Glibc

/// Why a SQLite file is not read, each reason with a code of its own.
package struct SQLiteRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// A word for programs.
  package enum Code: String, Sendable, CaseIterable {
    /// There is no such file, or it may not be read.
    case unreadable = "sqlite-unreadable"
    /// A folder, pipe or device.
    case notAFile = "sqlite-not-a-file"
    /// A symbolic link to another folder.
    case linkElsewhere = "sqlite-link"
    /// A file of no bytes, which SQLite itself takes for an empty database.
    case empty = "sqlite-empty"
    /// Too short for a database's first page, or shorter than its header says.
    case truncated = "sqlite-truncated"
    /// More bytes than the limit.
    case tooLarge = "sqlite-too-large"
    /// Not SQLite's first sixteen bytes.
    case notADatabase = "sqlite-not-a-database"
    /// The file or its journal changed while it was copied.
    case changed = "sqlite-changed"
    /// `quick_check` or reading found it damaged.
    case corrupt = "sqlite-corrupt"
    /// A feature that this program or its SQLite does not have.
    case unsupported = "sqlite-unsupported"
    /// A virtual table's module that this program does not load.
    case missingModule = "sqlite-missing-module"
    /// It took longer than a file of this size can.
    case tooSlow = "sqlite-too-slow"
    /// A view where a table is expected.
    case view = "sqlite-view"
    /// A virtual table where a table is expected.
    case virtualTable = "sqlite-virtual-table"
    /// The private copy could not be made.
    case copyFailed = "sqlite-copy-failed"
  }

  /// What kind of refusal it is.
  package let code: Code
  /// What was found and what to do.
  package let message: String
  /// The system's error number behind it; 0: there is none.
  let systemError: Int32

  init(_ code: Code, _ message: String, systemError: Int32 = 0) {
    self.code = code
    self.message = message
    self.systemError = systemError
  }

  /// The message.
  package var description: String { message }

  /// What a SQLite error means for a file that someone gave us.
  init(result: Int32, text: String, systemError: Int32 = 0) {
    switch result & 0xFF {
    case SQLITE_FULL:
      self.init(.unsupported, text, systemError: ENOSPC)
    case SQLITE_NOTADB:
      self.init(.notADatabase, "the file is not a database, or is encrypted (\(text))")
    case SQLITE_CORRUPT:
      self.init(
        .corrupt, "the database is damaged (\(text)); try: sqlite3 FILE .recover | sqlite3 NEW")
    case SQLITE_INTERRUPT:
      self.init(.tooSlow, "reading took longer than a sound file of this size can")
    case SQLITE_NOMEM, SQLITE_TOOBIG:
      self.init(.unsupported, "the database asks for more memory than it may have (\(text))")
    default:
      if text.hasPrefix("no such module") {
        self.init(.missingModule, "the database needs a module that is not here (\(text))")
      } else {
        self.init(
          .unsupported, "SQLite cannot go on (\(text))", systemError: systemError)
      }
    }
  }
}
