import Storage

/// Writes one output of a kind, all of it telling the same edition, for faults.py to disturb.
@main
struct FaultWriter {
  static func main() {
    Interruption.prepare()
    let words = CommandLine.arguments
    guard words.count == 5, let edition = Int(words[3]), let size = Int(words[4]) else {
      Exit.now(2, "usage: fault-writer file|folder|sqlite|stdout PATH EDITION LINES")
    }
    do throws(StorageError) {
      try write(words[1], words[2], edition, size)
    } catch {
      if error.kind == .closedPipe { Exit.now(141, nil) }
      Exit.now(1, error.description)
    }
    Exit.now(0, nil)
  }

  /// Lines that say which edition they belong to and how many there are.
  private static func lines(_ edition: Int, _ count: Int) -> [UInt8] {
    var text: [UInt8] = []
    for line in 0..<count { text += Array("edition \(edition) line \(line) of \(count)\n".utf8) }
    return text
  }

  private static func write(
    _ kind: String, _ path: String, _ edition: Int, _ size: Int
  ) throws(StorageError) {
    switch kind {
    case "file":
      var file = try OutputFile(path)
      for _ in 0..<4 { try file.write(lines(edition, size)) }
      try file.commit()
    case "folder":
      var folder = try OutputFolder(path)
      for name in ["index.html", "a.csv", "tables/b.csv", "tables/c.csv"] {
        try folder.write(name, lines(edition, size))
      }
      try folder.commit()
    case "sqlite":
      try SQLiteWriter.write(to: path) { writer throws(StorageError) in
        try writer.run("CREATE TABLE t(edition INTEGER, line INTEGER, text TEXT)")
        var next = 0
        try writer.insert(into: "t", columnCount: 3) { row in
          guard next < size else { return false }
          row += [.integer(edition), .integer(next), .text("edition \(edition) line \(next)")]
          next += 1
          return true
        }
      }
    case "stdout":
      var output = StandardOutput()
      for _ in 0..<4 { try output.write(lines(edition, size)) }
      try output.flush()
    default:
      Exit.now(2, "no such kind: \(kind)")
    }
  }
}
