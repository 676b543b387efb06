import Membership
import Testing
import Warehouse

@Suite("RuleSet")
struct RuleSetTests {
  @Test("The handbook's values are those of status.md")
  func handbook() {
    let expected = [
      "first_plan_months": "12", "plan_gap_months": "4", "stalled_quarters": "2",
      "silent_quarters": "2", "inactive_months": "6",
      "required": "forum,regularity,multi_stakeholder,endorsement", "min_met": "4",
      "probation_months": "4", "inception_months": "2", "completion_months": "1",
      "learning_months": "2", "max_commitments": "5,10,12,12", "min_commitment_months": "12",
      "amendment_months": "6", "term_margin_months": "2", "co_creation_meetings": "1",
      "meetings_per_year": "2", "star_min_specificity": "medium",
      "star_min_impact": "transformative", "star_min_completion": "substantial",
    ]
    #expect(Parameter.allCases.count == expected.count)
    for parameter in Parameter.allCases {
      #expect(RuleSet.handbook.text(of: parameter) == expected[parameter.name])
    }
  }

  @Test("Never is allowed exactly where status.md says so")
  func never() {
    let allowed = Parameter.allCases.filter(\.allowsNever).map(\.name)
    #expect(
      allowed == [
        "first_plan_months", "plan_gap_months", "stalled_quarters", "silent_quarters",
        "inactive_months", "probation_months", "star_min_specificity",
      ])
    for parameter in Parameter.allCases {
      let changed = try? RuleSet.handbook.setting(parameter, to: "never")
      #expect((changed?.text(of: parameter) == "never") == parameter.allowsNever)
    }
  }

  @Test(
    "A value out of bounds, of the wrong kind or of the wrong length is refused",
    arguments: [
      "plan_gap_months=1201", "plan_gap_months=-1", "plan_gap_months=4.0", "plan_gap_months=",
      "plan_gap_months=+4", "plan_gap_months=٤", "silent_quarters=0", "stalled_quarters=0",
      "min_met=5", "min_met=never", "required=forum,nobody", "required=forum,", "required=forum",
      "max_commitments=5,10,12", "max_commitments=5,10,12,12,12", "max_commitments=5,10,x,12",
      "star_min_impact=never", "star_min_impact=huge", "plan_gap_months", "=4", "planGapMonths=4",
      "inactive_months=99999999999999999999",
    ])
  func refused(setting: String) {
    #expect(throws: ParameterError.self) { try RuleSet.handbook.setting([setting]) }
  }

  @Test("Every message names what was written and what to write instead")
  func messages() {
    func message(_ setting: String) -> String {
      do {
        _ = try RuleSet.handbook.setting([setting])
        return "accepted"
      } catch { return error.description }
    }
    #expect(
      message("plan_gap_month=4")
        == "unknown parameter 'plan_gap_month'; did you mean 'plan_gap_months'?")
    #expect(message("zebra=4") == "unknown parameter 'zebra'; `ogpstats rules` lists them all")
    #expect(
      message("plan_gap_months=x")
        == "plan_gap_months: 'x' is not a whole number from 0 to 1200 or never")
    #expect(message("silent_quarters=0").hasSuffix("is not a whole number from 1 or never"))
    #expect(
      message("required=forum")
        == "min_met is 4, but required lists 1; set min_met to at most 1, or add to required")
    #expect(message("required").hasPrefix("'required' is not NAME=VALUE"))
  }

  @Test("What text(of:) writes, setting(_:to:) reads, and so does a rule file")
  func roundTrip() throws {
    let settings = [
      "first_plan_months= never", "required=endorsement, forum , forum", "min_met=2",
      "max_commitments=1, 2,3,4", "star_min_specificity=never", "star_min_completion=complete",
      "silent_quarters=7",
    ]
    let rules = try RuleSet.handbook.setting(settings)
    #expect(rules.text(of: .required) == "forum,endorsement")
    #expect(rules.maxCommitments(ofPlanWith: 3) == 3)
    var copy = RuleSet.handbook
    for parameter in Parameter.allCases {
      copy = try copy.setting(parameter, to: rules.text(of: parameter))
    }
    #expect(copy == rules)
    let read = try RuleSet.reading(JSON(parsing: Array(rules.json.pretty.utf8)))
    #expect(read == rules)
  }

  @Test("A rule file sets what it names on top of another rule set")
  func ruleFile() throws {
    func read(_ text: String, onto base: RuleSet = .handbook) throws -> RuleSet {
      try RuleSet.reading(JSON(parsing: Array(text.utf8)), onto: base).validated()
    }
    #expect(try read("{}") == .handbook)
    let base = try read(#"{"plan_gap_months": null, "required": ["forum"], "min_met": 1}"#)
    #expect(base.planGapMonths == nil)
    let reform = try read(
      #"{"stalled_quarters": "never", "max_commitments": "1,1,1,1"}"#, onto: base)
    #expect(reform.planGapMonths == nil)
    #expect(reform.stalledQuarters == nil)
    #expect(reform.maxCommitments == [1, 1, 1, 1])
    for wrong in [
      "[]", #"{"plan_gap_months": true}"#, #"{"nested": {}}"#, #"{"required": [["forum"]]}"#,
      #"{"min_met": null}"#, #"{"plan_gap_months": 4.5}"#, #"{"plan_gap_months": 4e0}"#,
      #"{"required": ["forum"]}"#,
    ] {
      #expect(throws: ParameterError.self) { try read(wrong) }
    }
  }

  @Test("A reform holds from its first day, or throughout")
  func schedule() throws {
    let reform = try RuleSet.handbook.setting(.planGapMonths, to: "6")
    let day = try #require(Day(iso: "2022-05-17"))
    let dated = RuleSchedule(baseline: .handbook, reform: reform, effective: day)
    #expect(dated.rules(on: day - 1) == .handbook)
    #expect(dated.rules(on: day) == reform)
    #expect(RuleSchedule(baseline: .handbook, reform: reform).rules(on: day - 1) == reform)
    #expect(RuleSchedule(.handbook).rules(on: day) == .handbook)
  }

  @Test("Every parameter has a meaning in three languages, none shared")
  func meanings() {
    for parameter in Parameter.allCases {
      let texts = Set(Language.allCases.map { parameter.meaning($0) })
      #expect(texts.count == Language.allCases.count)
      #expect(!texts.contains(""))
    }
    #expect(RuleSet.handbook.table(.en).rows.count == Parameter.allCases.count)
  }
}
