import Foundation

/// A fresh folder that goes away with the test.
final class Workplace {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "ogpstats-warehouse-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  subscript(name: String) -> String { path + "/" + name }

  func put(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(filePath: self[name]))
  }
}
