import CSQLite
import Glibc

/// A SQLite file that is built in a temporary place and checked before it appears.
///
/// The same statements give the same bytes with the same version of SQLite.
package struct SQLiteWriter: ~Copyable {
  private let connection: SQLiteConnection
  private let path: String
  private let shown: String

  /// Begins a file at a path where nothing is yet: in an ``OutputFolder``, or a temporary.
  ///
  /// - Parameters:
  ///   - path: Where to build it.
  ///   - shown: The name that messages give, where it is not the path.
  /// - Throws: ``StorageError``.
  package init(at path: String, shown: String? = nil) throws(StorageError) {
    let connection = try Self.open(path, shown ?? path)
    self.path = path
    self.shown = shown ?? path
    self.connection = connection
  }

  private static func open(
    _ path: String, _ shown: String
  ) throws(StorageError) -> SQLiteConnection {
    // Made here, so that the system's own reason is known where it cannot be.
    try Descriptor(
      opening: path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, shown: shown
    ).close()
    do throws(SQLiteRefusal) {
      let connection = try SQLiteConnection(path, creates: false)
      // Nobody else sees the file, and a broken one is thrown away: no journal is needed.
      try connection.run(
        "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;"
          + " PRAGMA page_size=4096; PRAGMA encoding='UTF-8'; BEGIN")
      return connection
    } catch {
      throw failure(shown, error)
    }
  }

  /// Runs a statement of our own: a table, an index, a view.
  ///
  /// - Parameter sql: The statement.
  /// - Throws: ``StorageError``.
  package func run(_ sql: String) throws(StorageError) {
    do throws(SQLiteRefusal) { try connection.run(sql) } catch {
      throw Self.failure(shown, error)
    }
  }

  /// A value of a cell.
  package enum Value: Sendable {
    /// NULL.
    case missing
    /// Text.
    case text(String)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction.
    case real(Double)
    /// Text from bytes that are UTF-8.
    case bytes([UInt8])
  }

  /// Inserts rows.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - columnCount: How many values a row has.
  ///   - next: Fills the values of the next row; false: there is none.
  /// - Throws: ``StorageError``.
  package func insert(
    into table: String, columnCount: Int, _ next: (inout [Value]) -> Bool
  ) throws(StorageError) {
    let places = Array(repeating: "?", count: columnCount).joined(separator: ",")
    let sql = "INSERT INTO \(SQLiteConnection.quoted(table)) VALUES (\(places))"
    do throws(SQLiteRefusal) {
      let statement = try connection.prepare(sql)
      var values: [Value] = []
      values.reserveCapacity(columnCount)
      while next(&values) {
        for (index, value) in values.enumerated() {
          switch value {
          case .missing: statement.bindMissing(index + 1)
          case .text(let text): statement.bind(index + 1, Array(text.utf8))
          case .integer(let number): statement.bind(index + 1, Int64(number))
          case .real(let number): statement.bind(index + 1, number)
          case .bytes(let bytes): statement.bind(index + 1, bytes)
          }
        }
        _ = try statement.step(connection)
        statement.reset()
        values.removeAll(keepingCapacity: true)
      }
    } catch {
      throw Self.failure(shown, error)
    }
  }

  /// Ends the file: everything committed, `integrity_check` says ok, closed and forced to the disk.
  ///
  /// - Throws: ``StorageError``.
  package consuming func finish() throws(StorageError) {
    let path = path
    let shown = shown
    do throws(SQLiteRefusal) {
      try connection.run("COMMIT")
      let statement = try connection.prepare("PRAGMA integrity_check(1)")
      let isRow = try statement.step(connection)
      let verdict = isRow ? statement.string(0) : "nothing"
      guard verdict == "ok" else {
        throw SQLiteRefusal(.corrupt, "integrity_check says \(verdict)")
      }
    } catch {
      throw Self.failure(shown, error)
    }
    close()
    let file = try Descriptor(opening: path, flags: O_RDONLY, shown: shown)
    try file.synchronize()
    try file.close()
  }

  private consuming func close() {}

  /// Builds a file beside its target and renames it.
  ///
  /// - Parameters:
  ///   - target: Where it is to appear.
  ///   - inputs: Files and folders that are read: the target may not be one of them.
  ///   - build: Makes tables and rows.
  /// - Throws: ``StorageError``.
  package static func write(
    to target: String, inputs: [String] = [],
    _ build: (borrowing SQLiteWriter) throws(StorageError) -> Void
  ) throws(StorageError) {
    var place = try OutputFile.Place(for: target, inputs: inputs)
    let writer = try SQLiteWriter(at: place.temporary, shown: target)
    try build(writer)
    try writer.finish()
    try place.commit()
  }

  private static func failure(_ path: String, _ error: SQLiteRefusal) -> StorageError {
    error.systemError == 0
      ? StorageError(building: path, because: error.message)
      : StorageError("write", path, errno: error.systemError)
  }
}
