import Glibc

/// The temporary files and folders of this process, so that none stays behind.
///
/// They stand beside what they are to replace, as `.ogpstats-PID-RANDOM`. One whose process is
/// dead is removed by the next run that writes to the same folder.
enum Temporaries {
  static let prefix = ".ogpstats-"

  private static let registered = Gated<Set<String>>([])

  /// A fresh path for a temporary in a folder, registered for removal.
  ///
  /// - Parameter folder: The folder that is to hold it.
  /// - Returns: The path; nothing is there yet.
  static func path(in folder: String) -> String {
    var generator = SystemRandomNumberGenerator()
    let random = String(generator.next() as UInt64, radix: 36)
    let path = Paths.join(folder, "\(prefix)\(getpid())-\(random)")
    registered.withLock { _ = $0.insert(path) }
    return path
  }

  /// Makes a file or folder at a registered path or below one, or lets two change places.
  ///
  /// An interruption waits for it to end, and nothing is made any more once it has begun: what it
  /// removes stays removed.
  static func change<Result, Failure: Error>(
    _ change: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try registered.withLock { (_: inout Set<String>) throws(Failure) in try change() }
  }

  /// Makes a change after which the path is no temporary any more.
  ///
  /// An interruption waits for the change to end, so that it sees all of it or nothing.
  static func settle<Failure: Error>(
    _ path: String, _ change: () throws(Failure) -> Void
  ) throws(Failure) {
    try registered.withLock { (paths: inout Set<String>) throws(Failure) in
      try change()
      paths.remove(path)
    }
  }

  /// Removes a temporary that is not needed; litter is worse than a second try.
  static func remove(_ path: String) throws(StorageError) {
    do throws(StorageError) { try Paths.remove(path) } catch { try Paths.remove(path) }
    registered.withLock { _ = $0.remove(path) }
  }

  /// Removes all temporaries of this process; the lock is kept, so nothing is renamed any more.
  static func removeAllAndExit(_ status: Int32) -> Never {
    registered.withLock { paths in
      for path in paths { try? Paths.remove(path) }
      Glibc._exit(status)
    }
  }

  /// Removes the temporaries that dead processes left in a folder.
  ///
  /// - Parameter folder: Where to look; one that cannot be listed is left alone.
  static func removeStale(in folder: String) {
    guard let names = try? Paths.names(in: folder, prefix: prefix) else { return }
    for name in names {
      let digits = name.dropFirst(prefix.count).prefix { $0 != "-" }
      guard let process = pid_t(digits), process > 0, process != getpid() else { continue }
      // A process that is there, or that we may not ask about, keeps its files.
      guard kill(process, 0) != 0, errno == ESRCH else { continue }
      let path = Paths.join(folder, name)
      guard isUnlocked(path) else { continue }
      try? Paths.remove(path)
    }
  }

  /// Whether no process holds the file: process numbers say nothing across containers.
  private static func isUnlocked(_ path: String) -> Bool {
    guard let file = try? Descriptor(opening: path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    else { return true }
    return flock(file.number, LOCK_EX | LOCK_NB) == 0
  }
}
