import Foundation
import Storage
import TestSupport
import Testing
import Warehouse

@Suite("Edges of pieces, and limits")
struct StraddleTests {
  private static let header =
    "commitment_id,plan_id,starts_on,ends_on,policy_areas,sectors,title,lead_agency\n"

  private static let base: [String: [UInt8]] = [
    "members.csv": Array(
      "member_id,name,country,region,joined_on\nm1,A,MEX,europe,2020-01-01\n".utf8),
    "plans.csv": Array(
      "plan_id,member_ids,submitted_on,starts_on,ends_on\np1,m1,2021-01-01,2021-01-01,2022-12-31\n"
        .utf8),
  ]

  private static func load(_ commitments: [UInt8], _ options: LoadOptions) -> LoadResult {
    var files = base
    files["commitments.csv"] = commitments
    return Dataset.load(files: files, options: options)
  }

  /// What stands across the edge of a piece.
  private static let tokens: [[UInt8]] = [
    [0x22], [0x22, 0x22], [0x0D], [0x0A], [0x0D, 0x0A], [0x0D, 0x0D, 0x0A], Array("é".utf8),
    Array("日".utf8), Array("🏙".utf8), [0xFF], [0], Array("\",\"".utf8), Array("\"\n".utf8),
  ]

  @Test("whatever stands at whatever edge of a piece, all comes out the same", arguments: tokens)
  func straddling(token: [UInt8]) {
    for isQuoted in [false, true] {
      for padding in 0..<16 {
        let quote = isQuoted ? "\"" : ""
        var bytes = Array(Self.header.utf8)
        for row in 1...3 {
          let pad = String(repeating: "x", count: padding)
          bytes += Array("c\(row),p1,2021-01,2022-12,tax,aid,\(quote)\(pad)".utf8)
          if row == 2 { bytes += token }
          bytes += Array("y\(quote),z\n".utf8)
        }
        // Without its last line end the file ends inside a cell.
        if padding % 2 == 0 { bytes.removeLast() }
        var options = LoadOptions()
        options.threads = 1
        let expected = Self.load(bytes, options).everything
        options.pieceBytes = 16
        options.threads = 1 + padding % 2
        #expect(Self.load(bytes, options).everything == expected, "\(isQuoted) \(padding)")
      }
    }
  }

  @Test("each cut of a dataset's files gives the same for pieces of any size")
  func cuts() throws {
    var random = SeededGenerator(seed: 5)
    let folder = Shared.folder.appending(path: "cases/01-adversarial/data")
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".csv") {
      files[name] = try Array(Data(contentsOf: folder.appending(path: name)))
    }
    let names = files.keys.sorted()
    for round in 0..<12 {
      var broken = files
      let name = names[round % names.count]
      var bytes = try #require(files[name])
      if round % 3 == 0 {
        bytes.removeSubrange((random.upTo(bytes.count - 1))...)
      } else {
        for _ in 0..<(1 + random.upTo(5)) {
          bytes[random.upTo(bytes.count - 1)] ^= UInt8(1 << random.upTo(7))
        }
      }
      broken[name] = bytes
      var options = LoadOptions()
      let expected = Dataset.load(files: broken, options: options)
      options.pieceBytes = 1 + random.upTo(3000)
      options.threads = 1 + random.upTo(2)
      let other = Dataset.load(files: broken, options: options)
      #expect(other.told == expected.told, "\(name)")
      #expect(
        other.dataset.map { DatasetText($0) } == expected.dataset.map { DatasetText($0) },
        "\(name)")
    }
  }

  // MARK: - Limits, on both sides

  private func codes(_ result: LoadResult) -> [String] { result.log.kinds.map(\.code.rawValue) }

  @Test("a cell of as many bytes as a cell may have, and one more", arguments: [true, false])
  func cells(isQuoted: Bool) {
    for (count, expected) in [(1 << 20, ["missing-term"]), (1 << 20 + 1, ["cell-too-long"])] {
      let quote = isQuoted ? "\"" : ""
      let title = quote + String(repeating: "x", count: count) + quote
      let text = Self.header + "c1,p1,2021-01,2022-12,tax,aid,\(title),z\n"
      let told = codes(Self.load(Array(text.utf8), LoadOptions()))
      #expect(
        told.contains("cell-too-long") == (expected == ["cell-too-long"]), "\(count): \(told)")
    }
  }

  @Test("a row of as many bytes as a row may have, and one more")
  func records() {
    let cell = String(repeating: "x", count: 1 << 20)
    let start = "c1,p1,2021-01,2022-12,tax,aid,\(cell),"
    for (count, isRefused) in [(2_000_000, false), (2_000_001, true)] {
      let rest = String(repeating: "x", count: count - start.utf8.count)
      let told = codes(Self.load(Array((Self.header + start + rest + "\n").utf8), LoadOptions()))
      #expect(told.contains("record-too-long") == isRefused, "\(count): \(told)")
    }
  }

  @Test("as many columns as a file may have, one more, and a million")
  func columns() {
    for (count, isRefused) in [(1024, false), (1025, true), (900_000, true)] {
      let more = String(repeating: ",", count: count - 8)
      let text = Self.header.dropLast() + more + "\n"
      let told = codes(Self.load(Array(text.utf8), LoadOptions()))
      #expect(told.contains("too-many-columns") == isRefused, "\(count): \(told)")
    }
  }

  @Test("a folder of as many entries as one may have, and one more")
  func entries() {
    for (count, isRefused) in [(10_000, false), (10_001, true)] {
      var files = Self.base
      for number in 0..<(count - files.count) { files["\(number).txt"] = [] }
      let told = codes(Dataset.load(files: files))
      #expect(told.contains("unreadable-file") == isRefused, "\(count)")
    }
  }

  @Test("a file of as many bytes as one may have, and one more")
  func bytes() {
    var options = LoadOptions()
    let text = Array((Self.header + String(repeating: " ", count: 300)).utf8)
    options.limits.fileBytes = text.count
    #expect(!codes(Self.load(text, options)).contains("unreadable-file"))
    options.limits.fileBytes -= 1
    #expect(codes(Self.load(text, options)).contains("unreadable-file"))
  }

  @Test("a quote before a wealth of bytes is told of where it opens, and costs nothing")
  func openQuote() throws {
    let place = try Workplace()
    for (name, bytes) in Self.base { try place.put(bytes, name) }
    // Sparse: the bytes behind the quote are not on the disk and must not come into memory.
    try place.put(Array((Self.header + "\"").utf8), "commitments.csv")
    let file = try #require(FileHandle(forUpdatingAtPath: place["commitments.csv"]))
    try file.truncate(atOffset: 1 << 25)
    try file.close()
    let result = try Dataset.load(path: place.path)
    #expect(
      result.told.contains(
        "commitments.csv:2:1: error: a cell begins here that is longer than 1048576 bytes; is a"
          + " quote missing? [cell-too-long]"), "\(result.told.prefix(300))")
  }

  // MARK: - Inputs

  @Test("what is read stays as it was: names, bytes, dates")
  func untouched() throws {
    let place = try Workplace()
    for name in ["csv", "sql"] {
      try FileManager.default.createDirectory(
        atPath: place[name], withIntermediateDirectories: true)
    }
    for (name, bytes) in Self.base { try place.put(bytes, "csv/" + name) }
    try place.put(Array(Self.header.utf8), "csv/commitments.csv")
    try Databases.make([(place["csv"], place["sql/data.sqlite"])])
    func state() throws -> [String] {
      try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted().map { name in
        let facts = try FileManager.default.attributesOfItem(atPath: place[name])
        let date = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        let isFile = facts[.type] as? FileAttributeType == .typeRegular
        return "\(name) \(date) \(isFile ? try SHA256.hexadecimal(ofFile: place[name]) : "")"
      }
    }
    let before = try state()
    for path in ["csv", "sql/data.sqlite"] {
      for skips in [true, false] {
        var options = LoadOptions()
        options.skipsBadRows = skips
        options.hashesInputs = true
        let result = try Dataset.load(path: place[path], options: options)
        #expect(result.dataset != nil)
        for file in result.dataset?.origin.files ?? [] {
          let folder = path == "csv" ? "csv/" : "sql/"
          #expect(try SHA256.hexadecimal(ofFile: place[folder + file.name]) == file.sha256)
        }
      }
    }
    #expect(try state() == before)
  }
}
