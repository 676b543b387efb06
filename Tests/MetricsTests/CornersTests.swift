import Foundation
import Membership
import Metrics
import TestSupport
import Testing
import Warehouse

/// Corners that `Tests/Oracle` found.
@Suite("Corners")
struct CornersTests {
  let dataset: Dataset
  let asOf: Day

  init() throws {
    let folder = Shared.folder.appending(path: "cases/08-adversarial/data")
    dataset = try #require(
      try Dataset.load(path: folder.path(percentEncoded: false)).dataset)
    asOf = try #require(dataset.defaultAsOf)
  }

  @Test("Dwell has rows in every group with a spell, also where all of them are final")
  func dwell() throws {
    let table = try Cohort(of: dataset, asOf: asOf).table(for: MetricRequest(.dwell, by: [.member]))
    let replay = Replay(of: MemberHistories(of: dataset, asOf: asOf), under: .handbook)
    let last = try #require(
      (0..<replay.memberCount).flatMap { replay.spells(of: $0) }
        .filter { $0.status >= .revoked }.map(\.from).max())
    let late = MetricRequest(.dwell, by: [.member], window: try Window(from: last, to: last))
    let rows = try Cohort(of: dataset, asOf: asOf).table(for: late).rows
    let begun = (0..<replay.memberCount).filter { member in
      replay.spells(of: member).contains { $0.from == last }
    }
    #expect(rows.count == 4 * begun.count && !begun.isEmpty)
    #expect(
      table.rows.count == 4 * (0..<replay.memberCount).count { !replay.spells(of: $0).isEmpty })
  }

  @Test("Every dimension can be asked for its unknown", arguments: Metrics.Dimension.allCases)
  func unknown(dimension: Metrics.Dimension) throws {
    let filter = MetricRequest.Filter(dimension, in: ["unknown"])
    let rows = try Cohort(of: dataset, asOf: asOf)
      .table(for: MetricRequest(.sector, filters: [filter])).rows
    let isNeverUnknown: [Metrics.Dimension] = [
      .member, .country, .region, .cohort, .plan, .planType, .policyArea, .sector, .scope,
      .year, .quarter, .biennium,
    ]
    if isNeverUnknown.contains(dimension) { #expect(rows.isEmpty) }
  }
}
