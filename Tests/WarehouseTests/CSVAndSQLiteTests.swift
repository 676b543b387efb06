import Foundation
import Storage
import TestSupport
import Testing
import Warehouse

@Suite("CSV and SQLite")
struct CSVAndSQLiteTests {
  /// Faults of a file's form, which a database cannot have, and what is only told of files.
  private static let ofFiles: Set<String> = [
    "unreadable-file", "not-csv", "missing-header", "repeated-column", "too-many-columns",
    "not-utf8", "nul", "unclosed-quote", "text-after-quote", "lone-carriage-return",
    "cell-too-long", "record-too-long", "too-few-cells", "too-many-cells", "stray-quote",
    "blank-lines", "mixed-line-ends", "bad-dataset-json",
  ]

  /// What was found, by table and kind.
  private func kinds(_ result: LoadResult) -> [String: Int] {
    var kinds: [String: Int] = [:]
    for kind in result.log.kinds where !Self.ofFiles.contains(kind.code.rawValue) {
      for file in kind.files {
        let table = file.file.replacingOccurrences(of: ".csv", with: "")
          .replacingOccurrences(of: "data.sqlite/", with: "")
        kinds["\(table) \(kind.code.rawValue)", default: 0] += file.count
      }
    }
    return kinds
  }

  private func compare(_ csv: LoadResult, _ sqlite: LoadResult, _ name: String) {
    #expect(kinds(csv) == kinds(sqlite), "\(name): \(csv.told) \(sqlite.told)")
    #expect((csv.dataset == nil) == (sqlite.dataset == nil), "\(name)")
    #expect(csv.rejects.map(\.code) == sqlite.rejects.map(\.code), "\(name)")
    #expect(csv.rejects.map(\.table) == sqlite.rejects.map(\.table), "\(name)")
    guard let first = csv.dataset, let second = sqlite.dataset else { return }
    let texts = (DatasetText(first), DatasetText(second))
    for table in TableName.allCases {
      #expect(texts.0.tables[table]?.rows == texts.1.tables[table]?.rows, "\(name) \(table)")
    }
    #expect(first.origin.about == second.origin.about, "\(name)")
    #expect(first.defaultAsOf == second.defaultAsOf, "\(name)")
    for (left, right) in zip(csv.summaries, sqlite.summaries) {
      #expect(left.rowCount == right.rowCount, "\(name) \(left.table)")
      #expect(left.rejectedCount == right.rejectedCount, "\(name) \(left.table)")
      #expect(left.columns == right.columns, "\(name) \(left.table)")
      #expect(left.period == right.period, "\(name) \(left.table)")
    }
  }

  private func both(_ folder: String, _ place: Workplace, _ options: LoadOptions) throws
    -> (csv: LoadResult, sqlite: LoadResult)?
  {
    let path = place["data.sqlite"]
    try Databases.make([(folder, path)])
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return (
      try Dataset.load(path: folder, options: options),
      try Dataset.load(path: path, options: options)
    )
  }

  static let same: [String] = {
    let cases = (1...9).map { number in
      Shared.folder.appending(
        path: "cases/0\(number)-\(number == 9 ? "realistic" : "adversarial")/data"
      ).path
    }
    return cases + [Shared.packageRoot.appending(path: "datasets/irm-2016").path]
  }()

  @Test("the same data gives the same columns", arguments: same)
  func sameColumns(folder: String) throws {
    let place = try Workplace()
    let (csv, sqlite) = try #require(try both(folder, place, LoadOptions()))
    #expect(csv.dataset != nil)
    compare(csv, sqlite, folder)
  }

  @Test("the demo gives the same columns")
  func demo() throws {
    let place = try Workplace()
    let folder = Shared.packageRoot.appending(path: "datasets/demo").path
    let (csv, sqlite) = try #require(try both(folder, place, LoadOptions()))
    let first = try #require(csv.dataset)
    let second = try #require(sqlite.dataset)
    // Column by column: to write all of it as text takes long.
    #expect(first.members.ids == second.members.ids)
    #expect(first.members.joinedOn == second.members.joinedOn)
    #expect(first.members.populations == second.members.populations)
    #expect(first.plans.members == second.plans.members)
    #expect(first.plans.endorsements == second.plans.endorsements)
    #expect(first.commitments.ids == second.commitments.ids)
    #expect(first.commitments.plans == second.commitments.plans)
    #expect(first.commitments.titles == second.commitments.titles)
    #expect(first.commitments.policyAreas == second.commitments.policyAreas)
    #expect(first.commitments.endsOn == second.commitments.endsOn)
    #expect(first.commitments.withdrawnOn == second.commitments.withdrawnOn)
    #expect(first.milestones.commitments == second.milestones.commitments)
    #expect(first.milestones.endsOn == second.milestones.endsOn)
    #expect(first.reports.milestones == second.reports.milestones)
    #expect(first.reports.statuses == second.reports.statuses)
    #expect(first.reports.evidence == second.reports.evidence)
    #expect(first.meetings.heldOn == second.meetings.heldOn)
    #expect(first.inceptionAssessments.practices == second.inceptionAssessments.practices)
    #expect(first.commitmentReviews.specificities == second.commitmentReviews.specificities)
    #expect(first.completionAssessments.completions == second.completionAssessments.completions)
    #expect(first.events.until == second.events.until)
    #expect(first.recordedStatuses.reasons == second.recordedStatuses.reasons)
    #expect(csv.summaries.map(\.columns) == sqlite.summaries.map(\.columns))
    #expect(kinds(csv) == kinds(sqlite))
  }

  @Test("odd datasets give the same content, broken ones the same kinds of faults")
  func cases() throws {
    let place = try Workplace()
    var compared = 0
    var pairs: [(folder: String, target: String)] = []
    let samples = DatasetCase.all.filter { $0.files != nil }
    for sample in samples {
      pairs.append((try sample.path(in: place), place[sample.name + ".sqlite"]))
    }
    try Databases.make(pairs)
    for (sample, pair) in zip(samples, pairs)
    where FileManager.default.fileExists(atPath: pair.target) {
      let csv = try Dataset.load(path: pair.folder, options: sample.options)
      // Where a file's form is at fault its rows are not what Python makes of them.
      let hasFormFault = csv.log.kinds.contains { kind in
        kind.severity == .error && Self.ofFiles.contains(kind.code.rawValue)
      }
      if hasFormFault || sample.name == "missing-tables-all" { continue }
      try FileManager.default.moveItem(atPath: pair.target, toPath: place["data.sqlite"])
      compare(
        csv, try Dataset.load(path: place["data.sqlite"], options: sample.options), sample.name)
      try FileManager.default.removeItem(atPath: place["data.sqlite"])
      compared += 1
    }
    #expect(compared >= 70, "\(compared)")
  }

  @Test("generated datasets give the same content or the same kinds of faults")
  func drafts() throws {
    let place = try Workplace()
    var compared = 0
    for seed in 0..<UInt64(max(30, AgreementTests.count / 10)) {
      let draft = DatasetDraft(seed: 30_000 + seed, junk: seed % 2 == 0 ? 0 : 150)
      let files = draft.files
      let csv = Dataset.load(files: files)
      let isWhole = !csv.log.kinds.contains { kind in
        kind.severity == .error && Self.ofFiles.contains(kind.code.rawValue)
      }
      guard isWhole, try write(files, to: place["data.sqlite"]) else { continue }
      compare(csv, try Dataset.load(path: place["data.sqlite"]), "seed \(seed)")
      try FileManager.default.removeItem(atPath: place["data.sqlite"])
      compared += 1
    }
    #expect(compared >= 20, "\(compared)")
  }

  /// Writes the records of files as tables; false where a database cannot hold them.
  private func write(_ files: [String: [UInt8]], to path: String) throws -> Bool {
    var tables: [(name: String, records: [[String]])] = []
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      let records = PlainCSV(bytes).records.map { record in
        record.cells.map { String(decoding: $0.text, as: UTF8.self) }
      }
      guard let header = records.first, Set(header.map { $0.lowercased() }).count == header.count
      else { return false }
      tables.append((String(name.dropLast(4)), records))
    }
    try SQLiteWriter.write(to: path) { writer throws(StorageError) in
      for (name, records) in tables {
        let columns = records[0].map { column in
          "\"" + column.replacingOccurrences(of: "\"", with: "\"\"") + "\""
        }
        try writer.run("CREATE TABLE \(name) (\(columns.joined(separator: ", ")))")
        var next = 1
        try writer.insert(into: name, columnCount: columns.count) { values in
          guard next < records.count else { return false }
          values = records[next].map { cell in
            if cell.isEmpty { return .missing }
            return Int(cell).map { String($0) == cell ? .integer($0) : .text(cell) } ?? .text(cell)
          }
          next += 1
          return true
        }
      }
    }
    return true
  }
}
