import Foundation
import Warehouse

/// Small datasets for projections, generated once, and written by hand.
enum ProjectionData {
  /// Thirty generated members.
  static let generated: Dataset? = try? read(files)

  /// The files of the thirty members by name.
  static let files: [String: String] = {
    let folder = temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String: String] = [:]
    do {
      try DatasetGenerator(memberCount: 30, seed: 11).write(to: folder.path, threads: 1)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where name.hasSuffix(".csv") {
        files[name] = try String(
          contentsOf: folder.appending(path: name), encoding: .utf8)
      }
    } catch { return [:] }
    return files
  }()

  /// A day in the middle of the generated past, the last of a quarter.
  static let middle = Quarter(index: (2023 - 1900) * 4 + 1).lastDay

  /// Reads files as one dataset.
  static func read(_ files: [String: String]) throws -> Dataset {
    let folder = temporary()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    let result = try Dataset.load(path: folder.path)
    guard let dataset = result.dataset else { throw Unreadable(why: "\(result.log.shown)") }
    return dataset
  }

  struct Unreadable: Error {
    let why: String
  }

  private static func temporary() -> URL {
    FileManager.default.temporaryDirectory.appending(path: "ogpstats-project-\(UUID().uuidString)")
  }
}
