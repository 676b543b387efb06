import Glibc

/// An open file descriptor that is closed once, with every call checked.
///
/// Interrupted calls are made again (but for `close`, which Linux has done even then), short
/// writes go on where they stopped.
struct Descriptor: ~Copyable {
  /// The descriptor; negative once it is closed.
  private(set) var number: Int32
  /// The name that messages give.
  let path: String

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - flags: As for `open`; `O_CLOEXEC` is added.
  ///   - mode: The permissions of a new file, before the umask.
  ///   - shown: The name that messages give, where it is not the path.
  /// - Throws: ``StorageError``.
  init(
    opening path: String, flags: Int32, mode: mode_t = 0o666, shown: String? = nil
  ) throws(StorageError) {
    let name = shown ?? path
    func tryOpening() -> (number: Int32, code: Int32) {
      while true {
        let number = unsafe open(path, flags | O_CLOEXEC, mode)
        let code = errno
        if number >= 0 || code != EINTR { return (number, code) }
      }
    }
    let creates = flags & O_CREAT != 0
    let (opened, code) = creates ? Temporaries.change(tryOpening) : tryOpening()
    guard opened >= 0 else {
      throw StorageError(creates ? "create" : "open", name, errno: code)
    }
    number = opened
    self.path = name
  }

  deinit {
    if number >= 0 { _ = Glibc.close(number) }
  }

  /// Writes all bytes.
  ///
  /// - Parameter bytes: What to write.
  /// - Throws: ``StorageError``.
  func write(_ bytes: borrowing RawSpan) throws(StorageError) {
    try Self.write(bytes, to: number, path)
  }

  /// Writes all bytes to a descriptor that someone else owns.
  ///
  /// - Parameters:
  ///   - bytes: What to write.
  ///   - number: The descriptor.
  ///   - path: The name that messages give.
  /// - Throws: ``StorageError``.
  static func write(
    _ bytes: borrowing RawSpan, to number: Int32, _ path: String
  ) throws(StorageError) {
    try unsafe bytes.withUnsafeBytes { (buffer) throws(StorageError) in
      var done = 0
      while done < buffer.count {
        // One call takes at most 2 GiB less a page; smaller pieces also notice a full disk sooner.
        let piece = min(buffer.count - done, 1 << 26)
        guard let base = buffer.baseAddress else { return }
        let written = unsafe Glibc.write(number, base + done, piece)
        if written < 0 {
          let code = errno
          if code == EINTR { continue }
          throw StorageError("write", path, errno: code)
        }
        done += written
      }
    }
  }

  /// Forces what was written to the disk.
  func synchronize() throws(StorageError) {
    while fsync(number) != 0 {
      let code = errno
      if code == EINTR { continue }
      // A pipe, or a file system that has nothing to flush.
      if code == EINVAL || code == EROFS { return }
      throw StorageError("flush", path, errno: code)
    }
  }

  /// Closes the file and says whether the system kept what was written.
  consuming func close() throws(StorageError) {
    let number = number
    self.number = -1
    if Glibc.close(number) != 0 {
      let code = errno
      // Linux has closed the descriptor even when it says EINTR; a second call could hit another.
      if code != EINTR { throw StorageError("close", path, errno: code) }
    }
  }
}
