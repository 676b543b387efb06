import Glibc

/// A private copy of a database with its journal, so that the user's folder stays untouched.
///
/// SQLite recovers a write-ahead log or rolls back a hot journal when a database is opened for
/// writing; `immutable=1` would read half-written transactions, `mode=ro` leaves files behind.
struct SQLiteCopy: ~Copyable {
  /// The copy.
  let path: String
  let byteCount: Int
  /// Whether the header asks for a write-ahead log that is not there.
  let lacksLog: Bool
  private let folder: String

  /// Copies a database and what stands beside it.
  ///
  /// - Parameters:
  ///   - source: The database.
  ///   - limit: More bytes than this are refused.
  /// - Throws: ``SQLiteRefusal``.
  init(of source: String, limit: Int) throws(SQLiteRefusal) {
    let status = try Self.check(source, limit: limit)
    let parts = ["", "-wal", "-journal"]
    let before = parts.map { try? FileStatus.of(source + $0, followsLinks: true) }
    guard status.size >= 512 else {
      throw SQLiteRefusal(.truncated, "a database has at least 512 bytes; this has \(status.size)")
    }
    let header = try Self.header(of: source)
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    Temporaries.removeStale(in: parent)
    let folder = Temporaries.path(in: parent)
    do throws(StorageError) {
      try Folders.make(folder, mode: 0o700, shown: folder)
      for (part, status) in zip(parts, before) where status != nil {
        try Self.copy(source + part, to: Paths.join(folder, "data" + part))
      }
    } catch {
      try? Temporaries.remove(folder)
      throw SQLiteRefusal(.copyFailed, "no private copy could be made: \(error)")
    }
    let after = parts.map { try? FileStatus.of(source + $0, followsLinks: true) }
    for (old, new) in zip(before, after) where !Self.isSame(old ?? nil, new ?? nil) {
      try? Temporaries.remove(folder)
      throw SQLiteRefusal(
        .changed, "the file changed while it was read; end the program that writes it, or copy it")
    }
    self.folder = folder
    path = Paths.join(folder, "data")
    byteCount = status.size + ((before[1] ?? nil)?.size ?? 0)
    lacksLog = header[18] == 2 && (before[1] ?? nil) == nil
  }

  deinit { try? Temporaries.remove(folder) }

  /// What can be said without opening it.
  private static func check(_ source: String, limit: Int) throws(SQLiteRefusal) -> FileStatus {
    let found: FileStatus?
    let meant: FileStatus?
    do throws(StorageError) {
      found = try FileStatus.of(source)
      meant = try FileStatus.of(source, followsLinks: true)
    } catch {
      throw SQLiteRefusal(.unreadable, error.description)
    }
    guard let found, let meant else {
      throw SQLiteRefusal(.unreadable, "there is no such file")
    }
    if found.isLink, !staysInFolder(source) {
      throw SQLiteRefusal(
        .linkElsewhere, "a symbolic link to another folder; name the file itself")
    }
    guard meant.isRegular else {
      throw SQLiteRefusal(.notAFile, "not a regular file; expected a SQLite file")
    }
    guard meant.size > 0 else {
      throw SQLiteRefusal(.empty, "the file is empty; expected a SQLite database")
    }
    guard meant.size <= limit else {
      throw SQLiteRefusal(.tooLarge, "the file has \(meant.size) bytes; expected at most \(limit)")
    }
    return meant
  }

  private static func staysInFolder(_ link: String) -> Bool {
    func resolved(_ path: String) -> String? {
      guard let text = unsafe realpath(path, nil) else { return nil }
      defer { unsafe free(text) }
      return unsafe String(cString: text)
    }
    guard let target = resolved(link), let folder = resolved(Paths.parent(of: link)) else {
      return false
    }
    return Paths.parent(of: target) == folder
  }

  /// The first hundred bytes, known to be a database's.
  private static func header(of source: String) throws(SQLiteRefusal) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 100)
    do throws(StorageError) {
      let file = try Descriptor(opening: source, flags: O_RDONLY | O_NONBLOCK)
      let count = unsafe header.withUnsafeMutableBytes {
        unsafe read(file.number, $0.baseAddress, $0.count)
      }
      if count < 100 { throw StorageError("read", source, errno: count < 0 ? errno : EIO) }
    } catch {
      throw SQLiteRefusal(.unreadable, error.description)
    }
    guard header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw SQLiteRefusal(
        .notADatabase, "the file does not begin as a SQLite database does; is it another format?")
    }
    return header
  }

  private static func copy(_ source: String, to target: String) throws(StorageError) {
    let input = try Descriptor(opening: source, flags: O_RDONLY)
    let output = try Descriptor(
      opening: target, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(input.number, $0.baseAddress, $0.count)
      }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        throw StorageError("read", source, errno: code)
      }
      if count == 0 { break }
      try unsafe output.write(buffer.span.bytes.extracting(0..<count))
    }
    try output.close()
  }

  private static func isSame(_ old: FileStatus?, _ new: FileStatus?) -> Bool {
    guard let old, let new else { return old == nil && new == nil }
    return old.isSameFile(as: new) && old.size == new.size && old.modified == new.modified
  }
}
