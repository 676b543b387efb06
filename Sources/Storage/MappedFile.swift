internal import Glibc

/// The bytes of a file for as long as the value lives: mapped, or read into memory.
///
/// Mapped, nothing is copied; should another program cut the file short meanwhile, the system ends
/// this process. ``hasChanged()`` tells of any other change.
@safe package final class MappedFile: @unchecked Sendable {
  /// How the bytes come into memory.
  package enum Access: Sendable {
    /// The file's own pages.
    case mapping
    /// A copy, which no other program can change or cut short.
    case copy
  }

  /// The file as the caller named it.
  package let path: String
  /// How many bytes the file has.
  package let byteCount: Int
  private let start: UnsafeMutableRawPointer?
  /// Nothing for bytes that were never a file.
  private let status: FileStatus?
  /// Whether the bytes are the file's own pages, which the system can fetch anew.
  private let isMapping: Bool

  /// Opens a regular file.
  ///
  /// - Parameters:
  ///   - path: The file; a symbolic link to a regular file will do.
  ///   - limit: More bytes than this are refused.
  ///   - access: How the bytes come into memory.
  /// - Throws: ``StorageError``.
  package init(
    _ path: String, limit: Int = 1 << 31, access: Access = .mapping
  ) throws(StorageError) {
    // A pipe would block the opening for ever.
    let file = try Descriptor(opening: path, flags: O_RDONLY | O_NONBLOCK)
    let status = try Self.status(of: file)
    guard status.isRegular else {
      throw StorageError(
        reading: path, because: "it is not a regular file", advice: "name a regular file")
    }
    try Self.check(status.size, path, limit: limit)
    var start: UnsafeMutableRawPointer?
    if status.size > 0 {
      let flags = access == .mapping ? MAP_PRIVATE : MAP_PRIVATE | MAP_ANONYMOUS
      let protection = access == .mapping ? PROT_READ : PROT_READ | PROT_WRITE
      let region = unsafe mmap(
        nil, status.size, protection, flags, access == .mapping ? file.number : -1, 0)
      guard let region = unsafe region, unsafe region != MAP_FAILED else {
        throw StorageError("map", path, errno: errno)
      }
      if access == .copy {
        do throws(StorageError) {
          try unsafe Self.fill(region, status.size, from: file)
        } catch {
          unsafe munmap(region, status.size)
          throw error
        }
      }
      unsafe start = region
    }
    self.path = path
    byteCount = status.size
    isMapping = access == .mapping
    self.status = status
    unsafe self.start = start
  }

  /// Bytes that a program has at hand, as if they were a file.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The name that messages give.
  ///   - limit: More bytes than this are refused.
  /// - Throws: ``StorageError``.
  package init(_ bytes: [UInt8], as path: String, limit: Int = 1 << 31) throws(StorageError) {
    try Self.check(bytes.count, path, limit: limit)
    self.path = path
    byteCount = bytes.count
    isMapping = false
    status = nil
    guard !bytes.isEmpty else {
      unsafe start = nil
      return
    }
    let region = unsafe mmap(
      nil, bytes.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let region = unsafe region, unsafe region != MAP_FAILED else {
      throw StorageError("map", path, errno: errno)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      if let first = buffer.baseAddress {
        unsafe region.copyMemory(from: first, byteCount: buffer.count)
      }
    }
    unsafe start = region
  }

  deinit {
    if let start = unsafe start { unsafe munmap(start, byteCount) }
  }

  /// The bytes.
  package var bytes: RawSpan {
    @_lifetime(borrow self)
    get {
      guard let start = unsafe start else { return RawSpan() }
      let span = unsafe RawSpan(_unsafeStart: UnsafeRawPointer(start), byteCount: byteCount)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// Lets the system have the memory of bytes that are hardly needed any more; where they are, it
  /// fetches them from the file again.
  ///
  /// - Parameter range: Offsets; only whole pages within are let go, none of a copy.
  package func release(_ range: Range<Int>) {
    let page = 1 << 12
    let first = (max(range.lowerBound, 0) + page - 1) & ~(page - 1)
    let last = min(range.upperBound, byteCount) & ~(page - 1)
    guard isMapping, first < last, let start = unsafe start else { return }
    _ = unsafe madvise(start + first, last - first, MADV_DONTNEED)
  }

  /// Whether the file under the path is another one now, or another size or age.
  ///
  /// - Returns: True also where it is gone; false for bytes that were never a file.
  package func hasChanged() -> Bool {
    guard let status else { return false }
    guard let now = try? FileStatus.of(path, followsLinks: true) else { return true }
    return !now.isSameFile(as: status) || now.size != status.size
      || now.modified != status.modified
  }

  private static func check(_ size: Int, _ path: String, limit: Int) throws(StorageError) {
    guard size <= limit else {
      throw StorageError(
        reading: path, because: "it has \(size) bytes, more than the limit of \(limit)",
        advice: "split the data, or raise the limit")
    }
  }

  private static func status(of file: borrowing Descriptor) throws(StorageError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(file.number, &status) == 0 else {
      throw StorageError("look at", file.path, errno: errno)
    }
    return FileStatus(status)
  }

  private static func fill(
    _ region: UnsafeMutableRawPointer, _ size: Int, from file: borrowing Descriptor
  ) throws(StorageError) {
    var done = 0
    while done < size {
      let count = unsafe pread(file.number, region + done, min(size - done, 1 << 26), off_t(done))
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        throw StorageError("read", file.path, errno: code)
      }
      guard count > 0 else {
        throw StorageError(
          reading: file.path, because: "it was cut short while it was read",
          advice: "wait until the program that writes it is done")
      }
      done += count
    }
  }
}
