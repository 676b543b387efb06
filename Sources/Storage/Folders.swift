import Glibc

/// What is done to folders.
enum Folders {
  /// Forces a folder's names to the disk.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - output: What has just got its name there.
  /// - Throws: ``StorageError``.
  static func synchronize(_ folder: String, after output: String) throws(StorageError) {
    do {
      try Descriptor(opening: folder, flags: O_RDONLY | O_DIRECTORY).synchronize()
    } catch {
      throw StorageError(
        error, consequence: "\(output) is written, but may not survive a power cut")
    }
  }

  /// Makes a folder.
  ///
  /// - Parameters:
  ///   - path: The folder; its parent must be there.
  ///   - mode: Its permissions, before the umask.
  ///   - shown: The name that messages give.
  /// - Throws: ``StorageError``.
  static func make(_ path: String, mode: mode_t = 0o777, shown: String) throws(StorageError) {
    try Temporaries.change { () throws(StorageError) in
      while unsafe mkdir(path, mode) != 0 {
        let code = errno
        if code == EINTR { continue }
        throw StorageError("create", shown, errno: code)
      }
    }
  }
}
