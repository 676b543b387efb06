import Foundation
import Testing
import Warehouse

@Suite("Broken and odd datasets")
struct CasesTests {
  /// Writes what comes out as what is expected, for reading it by hand.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD_CASES"] != nil
  /// Writes also what is there already.
  static let recordsAll = ProcessInfo.processInfo.environment["RECORD_CASES"] == "all"

  @Test("each is told of as data.md says", arguments: DatasetCase.all)
  func told(_ sample: DatasetCase) throws {
    let place = try Workplace()
    let result = try Dataset.load(path: try sample.path(in: place), options: sample.options)
    let content = result.dataset.map { DatasetText($0).description }
    let rejected = sample.options.skipsBadRows ? result.rejected : nil
    // What is told of is enough where a dataset is broken; of others the content is checked too.
    let wantsContent = content != nil && (rejected != nil || sample.name.contains("good"))
    if Self.isRecording, sample.text("expected.txt") == nil || Self.recordsAll {
      try sample.record(result.told, "expected.txt")
      if let content, wantsContent { try sample.record(content, "content.txt") }
      if let rejected { try sample.record(rejected, "rejects.txt") }
    }
    let expected = try #require(sample.text("expected.txt"))
    #expect(result.told == expected)
    #expect((result.dataset == nil) == (result.log.errorCount > 0 && result.rejects.isEmpty))
    if wantsContent { #expect(content == sample.text("content.txt")) }
    if let rejected { #expect(rejected == sample.text("rejects.txt")) }
  }

  @Test(
    "neither threads nor the size of pieces nor mapping can be seen in what comes out",
    arguments: DatasetCase.all)
  func invariance(_ sample: DatasetCase) throws {
    let place = try Workplace()
    let path = try sample.path(in: place)
    let expected = try Dataset.load(path: path, options: sample.options).everything
    let ways = [
      (1, 1, true), (2, 2, false), (1, 3, false), (3, 5, true), (2, 7, true), (1, 16, true),
      (2, 64, false), (4, 300, true),
    ]
    // Every case by four of the ways, every way with half of the cases.
    let first = sample.name.utf8.reduce(0) { $0 + Int($1) } % 2
    for (threads, pieceBytes, maps) in stride(from: first, to: ways.count, by: 2).map({ ways[$0] })
    {
      var options = sample.options
      options.threads = threads
      options.pieceBytes = pieceBytes
      options.mapsFiles = maps
      let other = try Dataset.load(path: path, options: options).everything
      #expect(other == expected, "\(threads) threads, \(pieceBytes) bytes a piece")
    }
  }

  @Test("every fault that can be reported is in a case")
  func coverage() throws {
    var told: Set<String> = []
    for sample in DatasetCase.all {
      for line in (sample.text("expected.txt") ?? "").split(separator: "\n") {
        if let bracket = line.lastIndex(of: "[") {
          told.insert(String(line[line.index(after: bracket)...].dropLast()))
        }
      }
    }
    // A file that changes while it is read has a test of its own; rows after the as-of day are
    // told of by the commands, which know that day.
    let elsewhere: Set<Fault> = [.fileChanged, .afterAsOf]
    for fault in Fault.allCases where !elsewhere.contains(fault) {
      #expect(told.contains(fault.rawValue), "\(fault.rawValue)")
    }
    #expect(DatasetCase.all.count >= 80)
  }

  @Test("a file that changes while it is read is told of")
  func changing() throws {
    let place = try Workplace()
    let header = "member_id,starts_on,ends_on\n"
    try place.put(Array(header.utf8), "terms.csv")
    let path = place["terms.csv"]
    // Whoever looks at the clock of the file must see another one each time.
    let toucher = Thread {
      var day = 0.0
      while !Thread.current.isCancelled {
        day += 86_400
        let date = Date(timeIntervalSince1970: day)
        try? FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
      }
    }
    toucher.start()
    defer { toucher.cancel() }
    let deadline = Date(timeIntervalSinceNow: 20)
    var isTold = false
    while !isTold, Date() < deadline {
      let result = try Dataset.load(path: place.path)
      isTold = result.told.contains(
        "terms.csv:0:0: error: the file changed while it was read; wait until the program that"
          + " writes it is done [file-changed]")
    }
    #expect(isTold)
  }
}
