import Foundation
import TestSupport
import Testing
import Warehouse

@Suite("DatasetGenerator")
struct GeneratingTests {
  private func generate(_ members: Int, seed: UInt64, threads: Int) throws -> [String: Data] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ogpstats-generate-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try DatasetGenerator(memberCount: members, seed: seed)
      .write(to: folder.path, threads: threads)
    return try Self.contents(of: folder)
  }

  private static func contents(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return files
  }

  @Test("datasets/demo is what the generator writes for 150 members and seed 1")
  func demo() throws {
    let committed = try Self.contents(
      of: Shared.packageRoot.appending(path: "datasets/demo"))
    let made = try generate(150, seed: 1, threads: 2)
    #expect(committed.keys.sorted() == made.keys.sorted())
    for (name, bytes) in made { #expect(committed[name] == bytes, "\(name)") }
  }

  @Test("the number of threads cannot be seen in the bytes")
  func threads() throws {
    let one = try generate(700, seed: 5, threads: 1)
    #expect(try generate(700, seed: 5, threads: 2) == one)
    #expect(try generate(700, seed: 5, threads: 7) == one)
  }

  @Test("another seed, other data", arguments: [1, 3, 4, 5, 129])
  func seeds(members: Int) throws {
    let first = try generate(members, seed: 1, threads: 2)
    let second = try generate(members, seed: 2, threads: 2)
    #expect(first["members.csv"] != second["members.csv"])
    let lines = String(decoding: first["members.csv"] ?? Data(), as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count == members + 1)
  }
}
