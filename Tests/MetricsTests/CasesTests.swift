import Foundation
import Membership
import Metrics
import TestSupport
import Testing
import Warehouse

@Suite("The cases with their answers")
struct CasesTests {
  static let names = [
    "01-adversarial", "02-adversarial", "03-adversarial", "04-adversarial", "05-adversarial",
    "06-adversarial", "07-adversarial", "08-adversarial", "09-realistic",
  ]

  /// The requests of commands.tsv, by the file that holds their answer.
  static func requests() throws -> [(file: String, request: MetricRequest)] {
    let biennium = try #require(Window(biennium: 2021))
    return [
      ("completion", MetricRequest(.completion, by: [.region])),
      (
        "completion-compare",
        MetricRequest(
          .completion, by: [.kind], window: biennium, comparison: try biennium.previous())
      ),
      (
        "completion-codable",
        MetricRequest(.completion, by: [.verifiable], denominator: .codable)
      ),
      ("completion-change", MetricRequest(.completionChange)),
      ("policy-area", MetricRequest(.policyArea, by: [.region], window: biennium)),
      ("sector", MetricRequest(.sector, by: [.scope])),
      ("co-creation", MetricRequest(.coCreation, by: [.cohort])),
      ("ambition", MetricRequest(.ambition)),
      ("coverage", MetricRequest(.coverage)),
      ("status-region", MetricRequest(.status, by: [.region])),
      ("status-by-quarter", MetricRequest(.statusByQuarter, window: biennium)),
      ("transitions", MetricRequest(.transitions)),
      ("dwell", MetricRequest(.dwell)),
      ("timeliness-all", MetricRequest(.timeliness)),
      ("tracking", MetricRequest(.tracking, by: [.year])),
      ("milestones", MetricRequest(.milestones, window: biennium)),
      ("time-to-finish", MetricRequest(.timeToFinish, by: [.region])),
      ("plans", MetricRequest(.plans, by: [.planType])),
      ("handbook-checks", MetricRequest(.handbookChecks)),
      ("agreement", MetricRequest(.agreement)),
      ("min-cell", MetricRequest(.completion, by: [.country], minCell: 5)),
    ]
  }

  @Test("Every metric comes out cell by cell", arguments: names)
  func metrics(name: String) throws {
    let folder = Shared.folder.appending(path: "cases/\(name)")
    let dataset = try #require(
      try Dataset.load(path: folder.appending(path: "data").path(percentEncoded: false)).dataset)
    let asOf = try #require(dataset.defaultAsOf)
    let cohort = Cohort(of: dataset, asOf: asOf, threads: 2)
    for (file, request) in try Self.requests() {
      let table = try cohort.table(for: request)
      let expected = try CSVText.rows(of: folder, "\(file).csv")
      #expect(expected.first == table.columns.map(\.name), "\(file)")
      let rows = table.rows.map { $0.map(CSVText.text) }
      #expect(rows.count == expected.count - 1, "\(file)")
      for (row, wanted) in zip(rows, expected.dropFirst())
      where !zip(row, wanted).allSatisfy(CSVText.agree) {
        Issue.record("\(file): \(row) is not \(wanted)")
      }
    }
  }

  @Test("A dimension that members have not is refused, with those they have")
  func refusal() throws {
    let folder = Shared.folder.appending(path: "cases/09-realistic/data")
    let dataset = try #require(try Dataset.load(path: folder.path(percentEncoded: false)).dataset)
    let cohort = Cohort(of: dataset, asOf: try #require(dataset.defaultAsOf))
    #expect(throws: MetricError.notADimension(.planType, of: .timeliness)) {
      try cohort.table(for: MetricRequest(.timeliness, by: [.planType]))
    }
  }
}
