import Foundation
import Membership
import Metrics
import Simulation
import TestSupport
import Testing
import Warehouse

@Suite("SelfTest")
struct SelfTestTests {
  @Test(
    "Every relation holds on the cases",
    arguments: ["04-adversarial", "09-realistic"])
  func cases(name: String) throws {
    let folder = Shared.folder.appending(path: "cases/\(name)/data")
    let dataset = try #require(try Dataset.load(path: folder.path(percentEncoded: false)).dataset)
    let cohort = Cohort(of: dataset, asOf: try #require(dataset.defaultAsOf), threads: 2)
    for outcome in SelfTest(of: cohort).run() {
      #expect(outcome.broken == 0, "\(outcome.relation): \(outcome.example ?? "")")
      #expect(outcome.checked > 0 || outcome.relation == .shifted, "\(outcome.relation)")
    }
  }

  @Test("A schedule that holds a reform is not tried for identity")
  func reform() throws {
    let folder = Shared.folder.appending(path: "cases/09-realistic/data")
    let dataset = try #require(try Dataset.load(path: folder.path(percentEncoded: false)).dataset)
    let asOf = try #require(dataset.defaultAsOf)
    let schedule = RuleSchedule(
      baseline: .handbook, reform: try RuleSet.handbook.setting(["silent_quarters=1"]))
    let outcome = SelfTest(of: Cohort(of: dataset, asOf: asOf, under: schedule)).run(.identity)
    #expect(outcome.checked == 0, "a schedule that has a reform already is not tried")
  }
}
