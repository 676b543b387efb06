/// `manifest.json` of an output folder: what we wrote there, so that we know it again.
///
/// One line a file, in a form of our own within JSON: a folder is replaced only if its manifest
/// is exactly of this form and the folder holds these files with these sizes and nothing else.
struct FolderManifest {
  static let name = "manifest.json"
  private static let opening = "{\n  \"program\": \"ogpstats\",\n  \"files\": [\n"
  private static let closing = "  ]\n}\n"

  /// A file that was written.
  struct Entry: Hashable {
    let name: String
    let byteCount: Int
    let sha256: String
  }

  let entries: [Entry]

  /// The manifest's bytes, files in byte order of their names.
  var bytes: [UInt8] {
    var text = Self.opening
    for (index, entry) in sorted.enumerated() {
      text += "    {\"name\": \"\(entry.name)\", \"bytes\": \(entry.byteCount), "
      text += "\"sha256\": \"\(entry.sha256)\"}"
      text += index + 1 < entries.count ? ",\n" : "\n"
    }
    return Array((text + Self.closing).utf8)
  }

  private var sorted: [Entry] {
    entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  init(_ entries: [Entry]) { self.entries = entries }

  /// Reads a manifest; nothing where the bytes are anything but one of ours.
  init?(reading bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.hasPrefix(Self.opening), text.hasSuffix(Self.closing) else { return nil }
    var entries: [Entry] = []
    for line in text.dropFirst(Self.opening.count).dropLast(Self.closing.count)
      .split(separator: "\n")
    {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      guard parts.count == 11, parts[1] == "name", parts[5] == "bytes", parts[7] == "sha256",
        let count = Int(parts[6].filter(\.isNumber))
      else { return nil }
      entries.append(Entry(name: String(parts[3]), byteCount: count, sha256: String(parts[9])))
    }
    let read = FolderManifest(entries)
    guard read.bytes == bytes else { return nil }
    self = read
  }

  /// Why a folder may not be replaced; nothing where it may: it is empty, or ours as we left it.
  static func objection(to folder: String) throws(StorageError) -> String? {
    let found = try Paths.files(under: folder)
    if found.isEmpty { return nil }
    guard let bytes = try Paths.contents(of: Paths.join(folder, name)) else {
      return "it holds files and no \(name) of this program"
    }
    guard let manifest = FolderManifest(reading: bytes) else {
      return "its \(name) is not one of this program"
    }
    var listed: [String: Int] = [:]
    for entry in manifest.entries { listed[entry.name] = entry.byteCount }
    for file in found where file != name {
      guard let byteCount = listed[file] else {
        return "it holds \(file), which this program did not write"
      }
      let status = try FileStatus.of(Paths.join(folder, file))
      guard let status, status.isRegular, status.size == byteCount else {
        return "\(file) in it was changed since this program wrote it"
      }
    }
    return nil
  }
}
