import Glibc

/// One output file that appears whole or not at all.
///
/// It is written beside its target under a temporary name, forced to the disk, closed with the
/// result checked, renamed over the target, and then the folder is forced to the disk too. What
/// is dropped without ``commit()`` leaves nothing behind; a process that is killed leaves a
/// temporary that the next run removes.
package struct OutputFile: ~Copyable {
  private var place: Place
  private var file: Descriptor?

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: Where it is to appear; what stands there must be a regular file or nothing.
  ///   - inputs: Files and folders that are read: the target may not be one of them.
  /// - Throws: ``StorageError``.
  package init(_ path: String, inputs: [String] = []) throws(StorageError) {
    let place = try Place(for: path, inputs: inputs)
    let file = try Descriptor(
      opening: place.temporary, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, shown: path)
    _ = flock(file.number, LOCK_EX | LOCK_NB)
    self.file = consume file
    self.place = place
  }

  /// A target and the temporary that is to be renamed over it.
  struct Place: ~Copyable {
    let target: String
    let temporary: String
    private var isDone = false

    /// Checks the target and chooses the temporary; nothing is there yet.
    ///
    /// - Parameters:
    ///   - path: The target.
    ///   - inputs: What is read.
    /// - Throws: ``StorageError``.
    init(for path: String, inputs: [String]) throws(StorageError) {
      Interruption.prepare()
      if let status = try FileStatus.of(path), !status.isRegular {
        throw StorageError(
          refused: path, because: "it is there and is not a regular file",
          advice: "name a file that is new or may be replaced")
      }
      try OutputGuard.refuse(output: path, inputs: inputs)
      let folder = Paths.parent(of: path)
      Temporaries.removeStale(in: folder)
      target = path
      temporary = Temporaries.path(in: folder)
    }

    deinit {
      if !isDone { try? Temporaries.remove(temporary) }
    }

    /// Renames the temporary, which is closed and on the disk, over the target.
    ///
    /// - Throws: ``StorageError``.
    mutating func commit() throws(StorageError) {
      let temporary = temporary
      let target = target
      try Temporaries.settle(temporary) { () throws(StorageError) in
        guard unsafe rename(temporary, target) != 0 else { return }
        throw StorageError("rename", target, errno: errno)
      }
      isDone = true
      try Folders.synchronize(Paths.parent(of: target), after: target)
    }
  }

  /// Adds bytes at the end.
  ///
  /// - Parameter bytes: Hand over large pieces: each call is one of the system's.
  /// - Throws: ``StorageError``.
  package mutating func write(_ bytes: [UInt8]) throws(StorageError) {
    guard let file = file.take() else { return }
    do { try unsafe file.write(bytes.span.bytes) } catch {
      self.file = consume file
      throw error
    }
    self.file = consume file
  }

  /// Puts the file in its place.
  ///
  /// - Throws: ``StorageError``.
  package consuming func commit() throws(StorageError) {
    guard let file = file.take() else { return }
    try file.synchronize()
    try file.close()
    try place.commit()
  }

  /// Writes a whole file.
  ///
  /// - Parameters:
  ///   - bytes: Its content.
  ///   - path: Where it is to appear.
  ///   - inputs: Files and folders that are read: the target may not be one of them.
  /// - Throws: ``StorageError``.
  package static func write(
    _ bytes: [UInt8], to path: String, inputs: [String] = []
  ) throws(StorageError) {
    var file = try OutputFile(path, inputs: inputs)
    try file.write(bytes)
    try file.commit()
  }
}
