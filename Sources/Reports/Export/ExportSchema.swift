import Warehouse

/// All exported tables, each after the tables it refers to.
package enum ExportSchema {
  /// The tables in the order in which they are written.
  package static let tables: [ExportTable] =
    [dataset, rules, labels] + dataTables + linkTables + replayTables + metricTables

  /// The table with a name.
  package static func table(_ name: String) -> ExportTable? { tables.first { $0.name == name } }

  // MARK: - About the export

  static let dataset = ExportTable(
    "dataset", "what the data and this export say of themselves", key: ["name"],
    [
      ExportField(
        "name", .word, "title, source, licence, synthetic, as_of, rows_left_out, program"),
      ExportField("value", .text, missing: .notGiven),
    ])

  static let rules = ExportTable(
    "rules", "a parameter of the rules in force", key: ["parameter"],
    [
      ExportField("parameter", .word), ExportField("value", .word, "as --set takes it"),
      ExportField("unit", .word),
      ExportField("section", .word, missing: .notApplicable, "of the handbook"),
      ExportField("handbook", .word, "the handbook's value"), ExportField("meaning", .text),
    ])

  static let labels = ExportTable(
    "labels", "a code of a list, with what people call it", key: ["list", "code"],
    [
      ExportField("list", .word), ExportField("code", .word),
      ExportField("position", .count, "the order of the list, from 1"),
      ExportField("en", .text), ExportField("es", .text), ExportField("fr", .text),
    ])

  // MARK: - Columns that many tables have

  /// The order of the rows in the data: of two on one day the later one counts.
  static let rowNumber = ExportField(
    "row_no", .count, "the row's place in the data; of two on one day the later one counts")

  static let known = ExportField("known", .flag, "whether the as-of day knows the row")

  static let latest = ExportField(
    "is_latest", .flag, "whether it is the one that counts on the as-of day")

  // MARK: - What follows from membership rules

  static let replayTables: [ExportTable] = [
    ExportTable(
      "spells", "a run of days that a member spent in one status, up to the as-of day",
      key: ["member_id", "spell"], references: [.init(["member_id"], "members")],
      indexes: [["status"]],
      [
        ExportField("member_id", .id), ExportField("spell", .count, "counted from 1 a member"),
        ExportField("status", .code(.status)), ExportField("starts_on", .day),
        ExportField("ends_on", .day, missing: .notYet, "its last day"),
        ExportField("reasons", .codes(.reason), missing: .notApplicable),
        ExportField("days", .count, "up to its end or the as-of day, both included"),
      ]),
    ExportTable(
      "transitions", "a change of a member's status", key: ["member_id", "spell"],
      references: [
        .init(["member_id"], "members"), .init(["member_id", "spell"], "spells"),
      ],
      indexes: [["changed_on"]],
      [
        ExportField("member_id", .id), ExportField("spell", .count, "the spell that it begins"),
        ExportField("changed_on", .day), ExportField("from_status", .code(.status)),
        ExportField("to_status", .code(.status)),
        ExportField("reasons", .codes(.reason), missing: .notApplicable),
      ]),
    ExportTable(
      "obligations", "something that was due, with the day it was done", key: ["obligation_no"],
      references: [
        .init(["member_id"], "members"), .init(["plan_id"], "plans"),
        .init(["commitment_id"], "commitments"),
      ],
      indexes: [["due_on"], ["member_id"], ["plan_id"], ["commitment_id"]],
      [
        ExportField("obligation_no", .count), ExportField("obligation", .code(.obligation)),
        ExportField(
          "member_id", .id, missing: .notApplicable, "empty: all members of the plan"),
        ExportField(
          "plan_id", .id, missing: .notApplicable,
          "the plan it belongs to; for next_plan the one that ended"),
        ExportField("commitment_id", .id, missing: .notApplicable),
        ExportField("due_on", .day, "the last day on which it is in time"),
        ExportField("done_on", .day, missing: .notYet),
        ExportField("outcome", .code(.outcome), "open: not due before the as-of day"),
      ]),
    ExportTable(
      "quarters", "a calendar quarter of a member that ended by the as-of day",
      key: ["member_id", "quarter"], references: [.init(["member_id"], "members")],
      indexes: [["ends_on"]],
      [
        ExportField("member_id", .id), ExportField("quarter", .word, "such as 2021-Q3"),
        ExportField("starts_on", .day), ExportField("ends_on", .day),
        ExportField("status", .code(.status), "on its last day"),
        ExportField("obligated", .flag, "whether some commitment bound the member to report"),
        ExportField("updated", .flag, "whether there was a report"),
        ExportField("progressed", .flag, "whether some report was progress"),
        ExportField("counts", .flag, "whether the metric tracking counts it"),
      ]),
    ExportTable(
      "calendar", "a calendar quarter from the first member's joining to the as-of day",
      key: ["quarter"],
      [
        ExportField("quarter", .word), ExportField("starts_on", .day),
        ExportField("ends_on", .day), ExportField("year", .count),
      ]),
  ]

  // MARK: - Metrics

  static let metricTables: [ExportTable] = [
    ExportTable(
      "windows", "a window that metrics are computed over", key: ["window"],
      [
        ExportField("window", .word, "all, or the two years of a biennium"),
        ExportField("from_on", .day, missing: .notApplicable),
        ExportField("to_on", .day, missing: .notApplicable),
      ]),
    ExportTable(
      "metrics", "a level of a metric in one group and window",
      key: ["metric", "window", "dimension", "group", "part", "level"],
      references: [.init(["window"], "windows")],
      metricPlace + [
        ExportField("part", .word, "what early_results, timeliness and status_by_quarter split by"),
        ExportField("level", .word), ExportField("count", .count),
        ExportField("total", .count, "for transitions: days"),
        ExportField(
          "share", .number, missing: .undefined, "count of total; for transitions: per member-year"),
        ExportField("low", .number, missing: .undefined, "of the 95 % interval"),
        ExportField("high", .number, missing: .undefined, "of the 95 % interval"),
      ]),
    ExportTable(
      "measures", "a measure of a metric that is no share, in one group and window",
      key: ["metric", "window", "dimension", "group", "level", "measure"],
      references: [.init(["window"], "windows")],
      metricPlace + [
        ExportField("level", .word), ExportField("measure", .word),
        ExportField("value", .number, missing: .undefined),
        ExportField("low", .number, missing: .undefined, "of the 95 % interval of a median"),
        ExportField("high", .number, missing: .undefined, "of the 95 % interval of a median"),
      ]),
  ]

  private static let metricPlace = [
    ExportField("metric", .code(.metric)), ExportField("window", .word),
    ExportField("dimension", .word, "overall: not grouped"),
    ExportField("group", .word),
  ]
}
