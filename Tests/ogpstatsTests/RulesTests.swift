import Foundation
import Membership
import Testing

@Suite("Rules on the command line")
struct RulesTests {
  @Test("the table has every parameter with value, unit, section and meaning")
  func table() throws {
    let run = try Tool.run(["rules"])
    #expect(run.status == 0)
    let records = CSVRecords.parse(run.output)
    #expect(records[0] == ["parameter", "value", "unit", "section", "handbook", "meaning"])
    #expect(records.dropFirst().map { $0[0] } == Parameter.allCases.map(\.name))
    for (record, parameter) in zip(records.dropFirst(), Parameter.allCases) {
      #expect(record[1] == parameter.handbookText)
      #expect(record[3] == parameter.section)
    }
  }

  @Test("rules as JSON are a rule file that gives the same rules again")
  func roundTrip() throws {
    let scratch = try Scratch()
    let settings = [
      "--set", "required=endorsement,forum", "--set", "min_met=2", "--set",
      "first_plan_months=never",
      "--set", "max_commitments=1,2,3,4", "--set", "star_min_specificity=never",
      "--set=plan_gap_months=7",
    ]
    let run = try Tool.run(
      ["rules", "--format", "json", "--out", "r.json"] + settings, in: scratch.path)
    #expect(run.status == 0)
    let again = try Tool.run(["rules", "--format", "json", "--rules", "r.json"], in: scratch.path)
    #expect(again.output == scratch.text("r.json"))
    let set = try Tool.run(["rules"] + settings)
    let read = try Tool.run(["rules", "--rules", "r.json"], in: scratch.path)
    #expect(set.output == read.output)
    #expect(set.output.contains("\nplan_gap_months,7,months,"))
  }

  @Test("what a rule file leaves out is the handbook's, and settings come after it")
  func order() throws {
    let scratch = try Scratch()
    try scratch.put(#"{"plan_gap_months": null, "silent_quarters": 5}"#, "r.json")
    let run = try Tool.run(
      ["rules", "--set", "silent_quarters=6", "--rules", "r.json"], in: scratch.path)
    #expect(run.output.contains("\nplan_gap_months,never,"))
    #expect(run.output.contains("\nsilent_quarters,6,"))
    #expect(run.output.contains("\nstalled_quarters,2,"))
  }

  @Test("a rule file that is none is refused with the place of the fault")
  func refusals() throws {
    let scratch = try Scratch()
    for (text, word) in [
      ("{\n  \"plan_gap_months\": 06}", "r.json:2:"), ("[]", "flat JSON object"),
      (#"{"plan_gap_mnths": 3}"#, "did you mean 'plan_gap_months'"),
      (#"{"plan_gap_months": -1}"#, "plan_gap_months: '-1'"),
      (#"{"required": ["forum"]}"#, "min_met is 4"), (#"{"min_met": {}}"#, "min_met"),
    ] {
      try scratch.put(text, "r.json")
      let run = try Tool.run(["rules", "--rules", "r.json"], in: scratch.path)
      #expect(run.status == 2, "\(text)")
      #expect(run.errors.contains(word), "\(run.errors)")
    }
    let missing = try Tool.run(["rules", "--rules", "nothing.json"], in: scratch.path)
    #expect(missing.status == 1)
    #expect(missing.errors.contains("nothing.json"))
  }
}
