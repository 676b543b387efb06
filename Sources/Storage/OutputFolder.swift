import CLinux
import Glibc

/// An output folder that appears whole or not at all.
///
/// Its files are written into a temporary folder beside the target; `manifest.json` comes last,
/// everything is forced to the disk, and then the two folders change places in one step. A folder
/// that stands at the target is replaced only if it is empty or one that this program wrote and
/// nobody has added to.
package struct OutputFolder: ~Copyable {
  /// Where the folder is to appear.
  package let target: String
  private let temporary: String
  private var lock: Descriptor?
  private var entries: [FolderManifest.Entry] = []
  private var isDone = false

  /// Begins a folder.
  ///
  /// - Parameters:
  ///   - path: Where it is to appear; the folder above it must be there.
  ///   - inputs: Files and folders that are read: the target may not be, hold or lie in one.
  /// - Throws: ``StorageError``.
  package init(_ path: String, inputs: [String] = []) throws(StorageError) {
    Interruption.prepare()
    let path = Paths.withoutTrailingSlashes(path)
    let name = Paths.name(of: path)
    guard !name.isEmpty, name != ".", name != "..", name != "/" else {
      throw StorageError(
        refused: path, because: "a folder cannot be replaced under that name",
        advice: "name a new folder")
    }
    try OutputGuard.refuse(output: path, inputs: inputs)
    try Self.refuseForeign(path)
    let parent = Paths.parent(of: path)
    Temporaries.removeStale(in: parent)
    let temporary = Temporaries.path(in: parent)
    do {
      try Folders.make(temporary, shown: path)
      let lock = try Descriptor(opening: temporary, flags: O_RDONLY | O_DIRECTORY, shown: path)
      _ = flock(lock.number, LOCK_EX | LOCK_NB)
      self.lock = consume lock
    } catch {
      try? Temporaries.remove(temporary)
      throw error
    }
    target = path
    self.temporary = temporary
  }

  deinit {
    if !isDone { try? Temporaries.remove(temporary) }
  }

  /// A file that is being written into the folder.
  package struct File: ~Copyable {
    let name: String
    private let file: Descriptor
    private var hash = SHA256()
    private var byteCount = 0

    init(_ name: String, in folder: String, shown: String) throws(StorageError) {
      self.name = name
      file = try Descriptor(
        opening: Paths.join(folder, name), flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
        shown: Paths.join(shown, name))
    }

    /// Adds bytes at the end.
    ///
    /// - Parameter bytes: Hand over large pieces: each call is one of the system's.
    /// - Throws: ``StorageError``.
    package mutating func write(_ bytes: [UInt8]) throws(StorageError) {
      try unsafe file.write(bytes.span.bytes)
      hash.update(bytes)
      byteCount += bytes.count
    }

    /// Ends the file; give the result to ``OutputFolder/add(_:)``.
    package consuming func finish() throws(StorageError) -> Finished {
      let entry = FolderManifest.Entry(
        name: name, byteCount: byteCount, sha256: hash.hexadecimal())
      try file.synchronize()
      try file.close()
      return Finished(entry: entry)
    }
  }

  /// A file that was written and closed.
  package struct Finished: Sendable {
    let entry: FolderManifest.Entry
    /// Its size.
    package var byteCount: Int { entry.byteCount }
    /// Its SHA-256 in hexadecimal.
    package var sha256: String { entry.sha256 }
  }

  /// Begins a file in the folder; several can be written at once.
  ///
  /// - Parameter name: Lower-case or capital ASCII letters, digits, `.`, `_`, `-`; one or more
  ///   parts joined by `/`, none of which begins with a `.`.
  /// - Returns: The open file.
  /// - Throws: ``StorageError``.
  package func file(_ name: String) throws(StorageError) -> File {
    try Self.refuseOddName(name)
    var folder = temporary
    for part in name.split(separator: "/").dropLast() {
      folder = Paths.join(folder, String(part))
      if try FileStatus.of(folder) == nil { try Folders.make(folder, shown: target) }
    }
    return try File(name, in: temporary, shown: target)
  }

  /// Takes a finished file into the folder's manifest.
  ///
  /// - Parameter finished: What ``File/finish()`` returned.
  package mutating func add(_ finished: Finished) { entries.append(finished.entry) }

  /// Writes a whole file into the folder.
  ///
  /// - Parameters:
  ///   - name: Its name, as for ``file(_:)``.
  ///   - bytes: Its content.
  /// - Throws: ``StorageError``.
  package mutating func write(_ name: String, _ bytes: [UInt8]) throws(StorageError) {
    var file = try file(name)
    try file.write(bytes)
    add(try file.finish())
  }

  /// A path in the temporary folder for a library that writes files itself (SQLite).
  ///
  /// Give the name to ``adopt(_:)`` when it is complete.
  ///
  /// - Parameter name: Its name, as for ``file(_:)``.
  /// - Returns: The path to write at.
  /// - Throws: ``StorageError``.
  package func path(of name: String) throws(StorageError) -> String {
    try Self.refuseOddName(name)
    return Paths.join(temporary, name)
  }

  /// Takes a file that a library wrote at ``path(of:)`` into the manifest.
  ///
  /// - Parameter name: Its name.
  /// - Returns: Its size and SHA-256.
  /// - Throws: ``StorageError``.
  @discardableResult
  package mutating func adopt(_ name: String) throws(StorageError) -> Finished {
    let path = Paths.join(temporary, name)
    let size = try FileStatus.of(path)?.size ?? 0
    let sha256 = try SHA256.hexadecimal(ofFile: path)
    try Descriptor(opening: path, flags: O_RDONLY).synchronize()
    let entry = FolderManifest.Entry(name: name, byteCount: size, sha256: sha256)
    entries.append(entry)
    return Finished(entry: entry)
  }

  /// Puts the folder in its place and removes the one that stood there.
  package consuming func commit() throws(StorageError) {
    let manifest = FolderManifest(entries)
    var file = try File(FolderManifest.name, in: temporary, shown: target)
    try file.write(manifest.bytes)
    _ = try file.finish()
    try synchronizeFolders()
    let temporary = temporary
    let target = target
    try Self.refuseForeign(target)
    let replaced = try FileStatus.of(target) != nil
    if replaced {
      // From then on the registered temporary is the old folder, which an interruption may remove.
      try Temporaries.change { () throws(StorageError) in try Self.exchange(temporary, target) }
    } else {
      try Temporaries.settle(temporary) { () throws(StorageError) in
        guard unsafe rename(temporary, target) != 0 else { return }
        throw StorageError("rename", target, errno: errno)
      }
    }
    // What stands at the temporary's path now is the old folder; `deinit` removes it on any error.
    isDone = !replaced
    try Folders.synchronize(Paths.parent(of: target), after: target)
    guard replaced else { return }
    do { try Temporaries.remove(temporary) } catch {
      throw StorageError(error, consequence: "\(target) is written, the old one is left there")
    }
    isDone = true
  }

  /// Forces the names in the temporary folder and in those below it to the disk.
  private func synchronizeFolders() throws(StorageError) {
    var folders: Set<String> = [temporary]
    for entry in entries {
      var folder = temporary
      for part in entry.name.split(separator: "/").dropLast() {
        folder = Paths.join(folder, String(part))
        folders.insert(folder)
      }
    }
    for folder in folders.sorted() {
      try Descriptor(opening: folder, flags: O_RDONLY | O_DIRECTORY, shown: target).synchronize()
    }
  }

  /// Lets two folders change places in one step, or where the file system cannot, in two.
  private static func exchange(_ new: String, _ target: String) throws(StorageError) {
    let flags = UInt32(OGPSTATS_RENAME_EXCHANGE)
    if unsafe renameat2(AT_FDCWD, new, AT_FDCWD, target, flags) == 0 { return }
    let code = errno
    guard code == EINVAL || code == ENOSYS || code == EOPNOTSUPP else {
      throw StorageError("rename", target, errno: code)
    }
    let aside = new + "-old"
    guard unsafe rename(target, aside) == 0 else {
      throw StorageError("rename", target, errno: errno)
    }
    guard unsafe rename(new, target) == 0 else {
      let code = errno
      _ = unsafe rename(aside, target)
      throw StorageError("rename", target, errno: code)
    }
    _ = unsafe rename(aside, new)
  }

  private static func refuseForeign(_ path: String) throws(StorageError) {
    guard let status = try FileStatus.of(path) else { return }
    guard status.isFolder else {
      throw StorageError(
        refused: path, because: "it is there and is not a folder", advice: "name a new folder")
    }
    guard let objection = try FolderManifest.objection(to: path) else { return }
    throw StorageError(
      refused: path, because: objection,
      advice: "name a new folder, or remove that one yourself")
  }

  private static func refuseOddName(_ name: String) throws(StorageError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.count <= 200 && part.first != "."
        && part.utf8.allSatisfy { byte in
          switch byte {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            true
          default: false
          }
        }
    }
    guard isPlain, name != FolderManifest.name else {
      throw StorageError(
        refused: name, because: "it is no name for a file in an output folder",
        advice: "use letters, digits, '.', '_' and '-'")
    }
  }
}
