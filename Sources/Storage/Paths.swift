import Glibc

/// Paths as text: folders, names, joins, listings.
package enum Paths {
  /// The folder that a path lies in: `.` for a bare name, `/` for the root.
  ///
  /// - Parameter path: A path; slashes at its end do not count.
  /// - Returns: The path of the folder.
  package static func parent(of path: String) -> String {
    let trimmed = withoutTrailingSlashes(path)
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    let parent = withoutTrailingSlashes(String(trimmed[..<slash]))
    return parent.isEmpty ? "/" : parent
  }

  /// A path's last part.
  ///
  /// - Parameter path: A path; slashes at its end do not count.
  /// - Returns: The name without any slash.
  package static func name(of path: String) -> String {
    let trimmed = withoutTrailingSlashes(path)
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return trimmed }
    return String(trimmed[trimmed.utf8.index(after: slash)...])
  }

  /// What stands under a path.
  package enum Kind: Sendable { case missing, folder, file, other }

  /// What stands under a path, or under the target of a link there.
  ///
  /// - Parameter path: Any path.
  /// - Returns: What it is.
  /// - Throws: ``StorageError``.
  package static func kind(of path: String) throws(StorageError) -> Kind {
    guard let status = try FileStatus.of(path, followsLinks: true) else { return .missing }
    return status.isFolder ? .folder : status.isRegular ? .file : .other
  }

  /// A path within a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - name: A relative path.
  /// - Returns: Both, joined by one slash.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// A path without slashes at its end, but for the root itself.
  ///
  /// - Parameter path: Any path.
  /// - Returns: The same path.
  package static func withoutTrailingSlashes(_ path: String) -> String {
    var bytes = Array(path.utf8)
    while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The names in a folder in byte order, without `.` and `..`.
  ///
  /// - Parameters:
  ///   - folder: A folder.
  ///   - prefix: Only names that begin so.
  /// - Returns: The names.
  /// - Throws: ``StorageError``.
  package static func names(
    in folder: String, prefix: String = ""
  ) throws(StorageError) -> [String] {
    var opened: OpaquePointer?
    repeat {
      unsafe opened = opendir(folder)
    } while unsafe opened == nil && errno == EINTR
    guard let stream = unsafe opened else { throw StorageError("list", folder, errno: errno) }
    defer { unsafe _ = closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        let code = errno
        guard code == 0 else { throw StorageError("list", folder, errno: code) }
        break
      }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { text in
          unsafe String(cString: text)
        }
      }
      if name != ".", name != "..", name.utf8.starts(with: prefix.utf8) { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Every regular file under a folder by its path within it, in byte order.
  ///
  /// Symbolic links and other special files are listed too: they are files that nobody expects.
  ///
  /// - Parameter folder: A folder.
  /// - Returns: The relative paths.
  /// - Throws: ``StorageError``.
  package static func files(under folder: String) throws(StorageError) -> [String] {
    var found: [String] = []
    for name in try names(in: folder) {
      let path = join(folder, name)
      guard let status = try FileStatus.of(path) else { continue }
      if status.isFolder {
        for inner in try files(under: path) { found.append(name + "/" + inner) }
      } else {
        found.append(name)
      }
    }
    return found
  }

  /// Reads a whole small file; nothing where it is not there.
  ///
  /// - Parameters:
  ///   - path: A regular file.
  ///   - limit: More bytes than this are an error.
  /// - Returns: All its bytes, or nothing.
  /// - Throws: ``StorageError``.
  package static func contents(
    of path: String, limit: Int = 1 << 26
  ) throws(StorageError) -> [UInt8]? {
    guard let status = try FileStatus.of(path, followsLinks: true) else { return nil }
    guard status.isRegular else {
      throw StorageError(
        refused: path, because: "it is not a regular file", advice: "name a regular file")
    }
    guard status.size <= limit else { throw StorageError("read", path, errno: EFBIG) }
    let file = try Descriptor(opening: path, flags: O_RDONLY)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(file.number, $0.baseAddress, $0.count)
      }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        throw StorageError("read", path, errno: code)
      }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= limit else { throw StorageError("read", path, errno: EFBIG) }
    }
    return bytes
  }

  /// Removes a file, or a folder with all that is in it; what is not there, or is gone meanwhile, is
  /// no error: an interruption removes what the program may be removing itself.
  ///
  /// - Parameter path: What to remove; a symbolic link is removed itself, never followed.
  /// - Throws: ``StorageError``.
  static func remove(_ path: String) throws(StorageError) {
    guard let status = try FileStatus.of(path) else { return }
    if status.isFolder {
      let names: [String]
      do { names = try self.names(in: path) } catch {
        if try FileStatus.of(path) == nil { return }
        throw error
      }
      for name in names { try remove(join(path, name)) }
      guard unsafe rmdir(path) == 0 || errno == ENOENT else {
        throw StorageError("remove", path, errno: errno)
      }
    } else {
      guard unsafe unlink(path) == 0 || errno == ENOENT else {
        throw StorageError("remove", path, errno: errno)
      }
    }
  }
}
