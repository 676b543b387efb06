import Membership
import Metrics
import Warehouse

/// What metrics of plans count.
extension MetricQuery {
  var coCreation: Source {
    let requirements = Requirement.list.codes
    let practices = Practice.list.codes
    func cases(_ names: [String], _ value: (String) -> String) -> String {
      names.map { "WHEN '\($0)' THEN \(value($0))" }.joined(separator: "\n    ")
    }
    let all = practices.map { "i.\($0) = 'yes'" }.joined(separator: " AND ")
    let answered = practices.map { "i.\($0) IS NOT NULL" }.joined(separator: " AND ")
    return Source(
      parts: [latest("assessments", "inception_assessments", "plan_id")],
      items: """
        SELECT s.plan_id AS item, \(none) AS member_id, s.plan_id, \(none) AS commitment_id,
          s.submitted_on AS placed_on, '' AS part, s.requirements_met,
          \((requirements + practices).map { "s.\($0)" }.joined(separator: ", "))
        FROM assessments s
        WHERE \(within("s.submitted_on"))
        """,
      levels: levels(
        requirements + ["all_requirements"] + practices + ["all_practices"]),
      judged: """
        SELECT i.item, l.level,
          CASE CASE l.level
            \(cases(requirements) { "CASE WHEN i.\($0) THEN 'yes' ELSE 'no' END" })
            WHEN 'all_requirements'
              THEN CASE WHEN i.requirements_met = 4 THEN 'yes' ELSE 'no' END
            \(cases(practices) { "i.\($0)" })
            WHEN 'all_practices' THEN CASE WHEN \(all) THEN 'yes' ELSE 'no' END
          END WHEN 'yes' THEN 1 ELSE 0 END AS counted, 1 AS amount
        FROM items i CROSS JOIN levels l
        WHERE CASE l.level
            \(cases(practices) { "CASE WHEN i.\($0) IS NOT NULL THEN 1 ELSE 0 END" })
            WHEN 'all_practices' THEN CASE WHEN \(answered) THEN 1 ELSE 0 END
            ELSE 1 END = 1
        """)
  }

  var coverage: Source {
    Source(
      parts: [
        Part("facts", unionOfFacts)
      ],
      items: """
        SELECT DISTINCT f.item, f.member_id, f.plan_id, f.commitment_id, f.placed_on, '' AS part
        FROM facts f
        """,
      levels: levels([
        "plans_with_inception", "commitments_reviewed", "commitments_assessed",
        "plans_with_learning",
      ]),
      judged: "SELECT f.item, f.level, f.counted, 1 AS amount FROM facts f")
  }

  /// One row for each plan and each commitment that coverage asks something of.
  private var unionOfFacts: String {
    let plans = "plans p CROSS JOIN as_of a"
    let commitments =
      "commitments c JOIN plans p ON p.plan_id = c.plan_id CROSS JOIN as_of a"
    let placed = within("p.submitted_on") + " AND p.submitted_on <= a.last_day"
    func fact(
      _ level: String, _ table: String, _ key: String, isPlan: Bool, and condition: String
    ) -> String {
      let item =
        isPlan
        ? "'p/' || p.plan_id AS item, \(none) AS member_id, p.plan_id, \(none) AS commitment_id"
        : "'c/' || c.commitment_id AS item, c.member_id, c.plan_id, c.commitment_id"
      let own = isPlan ? "p.plan_id" : "c.commitment_id"
      return """
        SELECT \(item), p.submitted_on AS placed_on, '\(level)' AS level,
          CASE WHEN d.first_day <= a.last_day THEN 1 ELSE 0 END AS counted
        FROM \(isPlan ? plans : commitments)
        LEFT JOIN (SELECT \(key), MIN(submitted_on) AS first_day FROM \(table) GROUP BY \(key)) d
          ON d.\(key) = \(own)
        WHERE \(placed)\(condition)
        """
    }
    let submitted = " AND c.submitted_on <= a.last_day"
    return [
      fact("plans_with_inception", "inception_assessments", "plan_id", isPlan: true, and: ""),
      fact(
        "commitments_reviewed", "commitment_reviews", "commitment_id", isPlan: false,
        and: submitted),
      fact(
        "commitments_assessed", "completion_assessments", "commitment_id", isPlan: false,
        and: submitted + " AND (c.withdrawn_on IS NULL OR c.withdrawn_on > a.last_day)"
          + " AND (c.finished_on <= a.last_day OR p.ends_on < a.last_day)"),
      fact(
        "plans_with_learning", "learning_exercises", "plan_id", isPlan: true,
        and: " AND p.ends_on < a.last_day"),
    ].joined(separator: "\nUNION ALL ")
  }

  // MARK: - Plans

  /// The metric `plans`, which has measures of its own instead of levels.
  var plansText: String {
    let names = by.indices.map { "g\($0 + 1)" }
    let list = names.map { "\($0), " }.joined()
    let of = names.map { "p.\($0), " }.joined()
    let group = names.isEmpty ? "" : "\n  GROUP BY \(names.joined(separator: ", "))"
    func same(_ table: String) -> String {
      names.isEmpty ? "1 = 1" : names.map { "\(table).\($0) = g.\($0)" }.joined(separator: " AND ")
    }
    let partition =
      names.isEmpty
      ? "" : "PARTITION BY \(names.map { "p.\($0)" }.joined(separator: ", ")) "
    let days = dialect.days(from: "i.starts_on", to: "i.ends_on") + " + 1"
    let parts =
      [
        asOf,
        Part(
          "items",
          """
          SELECT p.plan_id AS item, \(none) AS member_id, p.plan_id, \(none) AS commitment_id,
            p.submitted_on AS placed_on, '' AS part, p.plan_type, p.starts_on, p.ends_on,
            COALESCE(n.commitments, 0) AS commitments
          FROM plans p CROSS JOIN as_of a
          LEFT JOIN (
            SELECT c.plan_id, COUNT(*) AS commitments FROM commitments c CROSS JOIN as_of b
            WHERE c.submitted_on <= b.last_day GROUP BY c.plan_id) n ON n.plan_id = p.plan_id
          WHERE \(within("p.submitted_on")) AND p.submitted_on <= a.last_day
          """),
      ] + dimensionParts(of: "items") + [
        Part(
          "ranked",
          """
          SELECT \(of)i.plan_type, i.commitments, \(days) AS days,
            ROW_NUMBER() OVER (\(partition)ORDER BY \(days), i.item) AS place,
            COUNT(*) OVER (\(partition.isEmpty ? "" : String(partition.dropLast()))) AS plans
          FROM placed p JOIN items i ON i.item = p.item
          """),
        Part(
          "lists",
          """
          SELECT \(list)COUNT(DISTINCT m.member_id) AS members
          FROM placed p JOIN plan_members m ON m.plan_id = p.item\(group)
          """),
        Part(
          "sums",
          """
          SELECT \(list)COUNT(*) AS plans,
            SUM(CASE WHEN plan_type = 'joint' THEN 1 ELSE 0 END) AS joint,
            SUM(commitments) AS commitments,
            AVG(CASE WHEN place IN (\(dialect.half("plans + 1")), \(dialect.half("plans + 2")))
              THEN \(dialect.real("days")) END) AS median_days
          FROM ranked\(group)
          """),
      ]
    let (joins, order) = ordering(nil)
    let columns = zip(by, names).map { "  g.\($1) AS \(dialect.quoted($0.name)),\n" }.joined()
    return head + "WITH " + Self.with(parts) + """

      SELECT
      \(columns)  g.plans, g.joint, g.commitments,
        \(dialect.real("g.commitments")) / g.plans AS commitments_per_plan, g.median_days, m.members
      FROM sums g JOIN lists m ON \(same("m"))
      \(joins)WHERE g.plans > 0\(order.isEmpty ? "" : "\nORDER BY " + order.joined(separator: ", "))

      """
  }
}
