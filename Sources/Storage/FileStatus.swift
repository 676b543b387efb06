import Glibc

/// What `lstat` says of a path.
struct FileStatus {
  let device: UInt64
  let inode: UInt64
  let size: Int
  let mode: UInt32
  /// Last change of the content: seconds and nanoseconds.
  let modified: (seconds: Int, nanoseconds: Int)

  var isRegular: Bool { mode & S_IFMT == S_IFREG }
  var isFolder: Bool { mode & S_IFMT == S_IFDIR }
  var isLink: Bool { mode & S_IFMT == S_IFLNK }

  /// Reads a path's status; nothing where nothing is there.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - followsLinks: Whether the target of a symbolic link is meant.
  /// - Returns: The status, or nothing.
  /// - Throws: ``StorageError``.
  static func of(_ path: String, followsLinks: Bool = false) throws(StorageError) -> FileStatus? {
    var status = stat()
    let result =
      unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else {
      let code = errno
      if code == ENOENT { return nil }
      throw StorageError("look at", path, errno: code)
    }
    return FileStatus(status)
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    mode = status.st_mode
    modified = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }

  /// Whether both are the same file.
  func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
