import Foundation
import Membership
import Metrics
import Storage
import Testing
import Warehouse

@testable import Reports

@Suite("DatasetExport")
struct ExportTests {
  /// A folder that goes away, with a generated dataset of 24 members and its export.
  private final class Made {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ogpstats-export-\(UUID().uuidString)")
    let cohort: Cohort
    let summary: DatasetExport.Summary

    init(seed: UInt64 = 3, asOf: Day? = nil, flavour: SpreadsheetFlavour? = nil) throws {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try DatasetGenerator(memberCount: 24, seed: seed)
        .write(to: folder.appending(path: "data").path, threads: 1)
      let dataset = try Self.load(folder.appending(path: "data").path)
      let day = try #require(asOf ?? dataset.defaultAsOf)
      cohort = Cohort(of: dataset, asOf: day, threads: 2)
      summary = try DatasetExport(of: cohort, asOf: day, flavour: flavour, program: "ogpstats test")
        .write(to: folder.appending(path: "export").path, inputs: [])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func load(_ path: String) throws -> Dataset {
      try #require(try Dataset.load(path: path).dataset)
    }

    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: folder.appending(path: "export/\(name)"))
    }

    func rows(_ table: String) throws -> [[String]] {
      PlainCSV.rows(String(decoding: try bytes("\(table).csv"), as: UTF8.self))
    }
  }

  /// The same questions to several readings of the data.
  private func answers(_ dataset: Dataset, _ asOf: Day) throws -> [String] {
    let cohort = Cohort(of: dataset, asOf: asOf)
    let tables = try Metric.allCases.map { metric in
      try cohort.table(for: MetricRequest(metric, by: metric.dimensions.prefix(2).map(\.self)))
    }
    return
      (tables + [cohort.replay.statusTable(of: dataset), cohort.replay.historyTable(of: dataset)])
      .map { $0.formatted(.csv, language: .en) }
  }

  @Test("reads back as the same dataset, from its folder and from its database")
  func roundTrip() throws {
    let made = try Made()
    let original = try answers(made.cohort.dataset, made.cohort.asOf)
    for name in ["export", "export/ogpstats.sqlite"] {
      let again = try Made.load(made.folder.appending(path: name).path)
      #expect(try answers(again, made.cohort.asOf) == original, "\(name)")
      #expect(again.origin.about.isSynthetic)
      #expect(again.origin.about.licence == "CC0-1.0")
    }
  }

  @Test("writes the same bytes again, whatever the threads, and replaces its own folder only")
  func deterministic() throws {
    let made = try Made()
    let path = made.folder.appending(path: "export").path
    let before = try ExportSchema.tables.map { try made.bytes($0.fileName) }
    let package = try made.bytes("datapackage.json")
    let single = Cohort(of: made.cohort.dataset, asOf: made.cohort.asOf, threads: 1)
    _ = try DatasetExport(of: single, asOf: made.cohort.asOf, program: "ogpstats test")
      .write(to: path, inputs: [])
    #expect(try ExportSchema.tables.map { try made.bytes($0.fileName) } == before)
    #expect(try made.bytes("datapackage.json") == package)
    try Data().write(to: made.folder.appending(path: "export/mine.txt"))
    #expect(throws: StorageError.self) {
      try DatasetExport(of: single, asOf: made.cohort.asOf, program: "ogpstats test")
        .write(to: path, inputs: [])
    }
    #expect(FileManager.default.fileExists(atPath: path + "/mine.txt"))
  }

  @Test("keys tell rows apart, references lead somewhere, cells are empty only where they may be")
  func tables() throws {
    let made = try Made()
    var keys: [String: Set<[String]>] = [:]
    var rowCount = 0
    for table in ExportSchema.tables {
      let records = try made.rows(table.name)
      let names = table.fields.map(\.name)
      #expect(records.first == names, "\(table.name)")
      func cells(_ record: [String], _ columns: [String]) -> [String] {
        columns.compactMap { names.firstIndex(of: $0).map { record[$0] } }
      }
      let rows = records.dropFirst()
      rowCount += rows.count
      keys[table.name] = Set(rows.map { cells($0, table.key) })
      #expect(keys[table.name]?.count == rows.count, "\(table.name) has a key twice")
      for reference in table.references {
        let known = try #require(keys[reference.table], "\(reference.table) comes later")
        for row in rows {
          let place = cells(row, reference.fields)
          #expect(place.contains("") || known.contains(place), "\(table.name) \(place)")
        }
      }
      for (column, field) in table.fields.enumerated() where field.missing == nil {
        #expect(!rows.contains { $0[column].isEmpty }, "\(table.name).\(field.name) is empty")
      }
    }
    #expect(rowCount == made.summary.rows)
    #expect(made.summary.tables == ExportSchema.tables.count)
    #expect(rowCount > 10_000)
  }

  @Test("codes are those of their lists, and every list has its labels")
  func codes() throws {
    let made = try Made()
    var lists: [String: Set<String>] = [:]
    for row in try made.rows("labels").dropFirst() {
      #expect(lists[row[0], default: []].insert(row[1]).inserted, "\(row[0]) \(row[1]) twice")
    }
    for table in ExportSchema.tables {
      let records = try made.rows(table.name).dropFirst()
      for (column, field) in table.fields.enumerated() {
        let list: ListName
        switch field.kind {
        case .code(let name), .codes(let name): list = name
        default: continue
        }
        let known = try #require(lists[list.rawValue])
        let found = Set(records.flatMap { $0[column].split(separator: ";").map(String.init) })
        #expect(found.isSubset(of: known), "\(table.name).\(field.name)")
      }
    }
    for row in try made.rows("metrics").dropFirst() {
      #expect(lists["\(row[0]).level"]?.contains(row[5]) == true, "\(row)")
    }
  }

  @Test("spells, transitions and quarters tell the same story as the replay, day by day")
  func replay() throws {
    let made = try Made(seed: 8)
    let ids = made.cohort.dataset.members.ids
    var rows: [String: Int] = [:]
    for row in 0..<ids.count { rows[ids[row]] = row }
    for spell in try made.rows("spells").dropFirst() {
      let member = try #require(rows[spell[0]])
      let first = try #require(Day(iso: spell[3]))
      let last = Day(iso: spell[4]) ?? made.cohort.asOf
      #expect(Int(spell[6]) == last - first + 1)
      for day in [first, last, first + (last - first) / 2] {
        #expect(made.cohort.replay.status(of: member, on: day)?.code == spell[2])
      }
    }
    let changes = try made.rows("transitions").dropFirst()
    #expect(
      changes.count == (try made.rows("spells").count - 1)
        - Set(try made.rows("spells").dropFirst().map { $0[0] }).count)
    for quarter in try made.rows("quarters").dropFirst() {
      let member = try #require(rows[quarter[0]])
      let last = try #require(Day(iso: quarter[3]))
      #expect(made.cohort.replay.status(of: member, on: last)?.code == quarter[4])
    }
  }

  @Test("the rows that an earlier as-of day does not know stay, and say so")
  func earlier() throws {
    let day = try #require(Day(iso: "2022-06-30"))
    let made = try Made(asOf: day)
    let plans = try made.rows("plans")
    let known = try #require(plans[0].firstIndex(of: "known"))
    let submitted = try #require(plans[0].firstIndex(of: "submitted_on"))
    #expect(plans.count - 1 == made.cohort.dataset.plans.count)
    for plan in plans.dropFirst() {
      #expect((plan[known] == "true") == (plan[submitted] <= day.description))
    }
    #expect(plans.dropFirst().contains { $0[known] == "false" })
    #expect(try made.rows("spells").dropFirst().allSatisfy { $0[3] <= day.description })
  }

  @Test("metrics in long form are what the cohort says")
  func metrics() throws {
    let made = try Made()
    let rows = try made.rows("metrics").dropFirst()
    let joined = try #require(made.cohort.dataset.members.joinedOn.min()?.year)
    let year = joined + (2023 - joined) / 2 * 2
    let window = try #require(Window(biennium: year))
    for (name, metric) in [("completion", Metric.completion), ("status", .status)] {
      let table = try made.cohort.table(
        for: MetricRequest(metric, by: [.region], window: window))
      let wanted = table.formatted(.csv, language: .en).split(separator: "\n").dropFirst()
      let found = rows.filter {
        $0[0] == name && $0[1] == "\(year)-\(year + 1)" && $0[2] == "region"
      }
      .map { ([$0[3]] + $0[5...]).joined(separator: ",") }
      #expect(found == wanted.map(String.init))
      #expect(!found.isEmpty)
    }
  }

  @Test("every column is called something in three languages")
  func titles() {
    for table in ExportSchema.tables {
      for field in table.fields {
        let titles = FieldTitles.titles(of: field.name)
        #expect(titles.count == 3)
        #expect(!titles.contains(field.name), "\(table.name).\(field.name) has no title")
      }
    }
    for name in FieldTitles.own.keys {
      #expect(
        ExportSchema.tables.contains { $0.fields.contains { $0.name == name } },
        "no column is called \(name)")
    }
  }
}

@Suite("FieldCensus")
struct FieldCensusTests {
  private func census(_ texts: [String]) -> FieldCensus {
    var census = FieldCensus()
    for text in texts { census.add(text.isEmpty ? .empty : .text(text)) }
    return census
  }

  @Test("counts empty cells, and words that readers take for missing")
  func missing() {
    let found = census(["", "NA", "Namibia", "null", "none", "Nan", "n/a"])
    #expect(found.missing == 1)
    #expect(found.missingWords == 3)
  }

  @Test(
    "tells where numbers would lose digits",
    arguments: [
      (["0012", "3"], true), (["12", "3"], false), (["0012", "x"], false), (["1e5"], true),
      (["12345678901234567890"], true), ([], false), (["", ""], false), (["1.0"], true),
    ])
  func digits(texts: [String], loses: Bool) {
    #expect(census(texts).losesDigits == loses)
  }

  @Test("tells where a column turns to text after the rows that readers look at")
  func late() {
    #expect(census(Array(repeating: "1", count: 100) + ["x"]).becomesText)
    #expect(!census(Array(repeating: "1", count: 99) + ["x"]).becomesText)
    #expect(!census(Array(repeating: "", count: 200) + ["x"]).becomesText)
    #expect(!census(["x"] + Array(repeating: "1", count: 200)).becomesText)
  }
}
