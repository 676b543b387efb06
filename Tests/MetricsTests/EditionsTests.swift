import Foundation
import Metrics
import TestSupport
import Testing
import Warehouse

@Suite("Two editions of a dataset")
struct EditionsTests {
  private static let data = Shared.folder.appending(path: "cases/09-realistic/data")

  /// An edition of the case's data with one file's lines changed.
  private static func edition(
    _ file: String = "", _ change: ([String]) -> [String] = { $0 }
  ) throws -> Cohort {
    let folder = FileManager.default.temporaryDirectory.appending(path: "edition-\(UUID())")
    try FileManager.default.copyItem(at: data, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    if !file.isEmpty {
      let url = folder.appending(path: file)
      let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
      let lines = change(text.split(separator: "\n").map(String.init))
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
    }
    let dataset = try #require(
      try Dataset.load(path: folder.path(percentEncoded: false)).dataset)
    return Cohort(of: dataset, asOf: try #require(Self.asOf))
  }

  private static let asOf = try? Dataset.load(path: data.path(percentEncoded: false)).dataset?
    .defaultAsOf

  @Test("An edition differs from itself in nothing")
  func same() throws {
    let comparison = EditionComparison(from: try Self.edition(), to: try Self.edition())
    #expect(comparison.changes.isEmpty)
    let table = try comparison.metricsTable(Metric.allCases.map { MetricRequest($0) })
    #expect(table.rows.isEmpty)
  }

  @Test("A level that says something else is restated, with both words and its line")
  func restated() throws {
    let old = try Self.edition()
    let new = try Self.edition("completion_assessments.csv") { lines in
      var lines = lines
      var cells = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[2] = cells[2] == "complete" ? "limited" : "complete"
      lines[1] = cells.joined(separator: ",")
      return lines
    }
    let comparison = EditionComparison(from: old, to: new)
    #expect(comparison.changes.map(\.kind) == [.restated])
    let change = try #require(comparison.changes.first)
    #expect(change.table == .completionAssessments)
    #expect(change.cells.map(\.column) == ["completion"])
    #expect(change.place == "completion_assessments.csv:2")
  }

  @Test("An assessment that is gone and one that is new are told apart")
  func goneAndNew() throws {
    let fewer = try Self.edition("completion_assessments.csv") { Array($0.dropLast(3)) }
    let all = try Self.edition()
    let forth = EditionComparison(from: fewer, to: all)
    #expect(forth.changes.count == 3)
    #expect(forth.changes.allSatisfy { $0.kind == .newlyAssessed || $0.kind == .restated })
    let back = EditionComparison(from: all, to: fewer)
    #expect(back.changes.map(\.kind) == [.gone, .gone, .gone])
  }

  @Test(
    "Causes add up to the difference of every count",
    arguments: ["completion_assessments.csv", "tracker.csv", "commitments.csv", "events.csv"])
  func sums(file: String) throws {
    let old = try Self.edition()
    // Commitments that others refer to cannot be left out; one is added instead.
    let new = try Self.edition(file) { lines in
      guard file == "commitments.csv" else {
        return lines.enumerated().filter { $0.offset % 5 != 4 }.map(\.element)
      }
      var cells = (lines.last ?? "").split(separator: ",", omittingEmptySubsequences: false)
      cells[0] = "one-more"
      return lines + [cells.joined(separator: ",")]
    }
    let comparison = EditionComparison(from: old, to: new)
    #expect(!comparison.changes.isEmpty)
    let table = try comparison.metricsTable(Metric.allCases.map { MetricRequest($0) })
    #expect(!table.rows.isEmpty)
    for row in table.rows {
      let counts = row[4...].map { cell in
        if case .count(let count) = cell { count } else { 0 }
      }
      #expect(counts[1] - counts[0] == counts[2...].reduce(0, +), "\(row.map(CSVText.text))")
    }
  }
}
