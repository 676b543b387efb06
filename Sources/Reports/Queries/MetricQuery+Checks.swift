import Membership
import Metrics
import Warehouse

/// The handbook's own limits (metrics.md, "handbook_checks").
extension MetricQuery {
  var handbookChecks: Source {
    let checks =
      [planBeyondTerm, commitmentsAtOnce, coCreationMeetings, meetingsAYear] + commitmentChecks
    return Source(
      parts: [inForce, Part("facts", checks.joined(separator: "\nUNION ALL "))],
      items: """
        SELECT DISTINCT f.item, f.member_id, f.plan_id, f.commitment_id, f.placed_on, '' AS part
        FROM facts f
        """,
      levels: levels([
        "commitments_at_once", "commitment_too_short", "commitment_outside_plan",
        "amended_too_late", "plan_beyond_term", "too_few_co_creation_meetings",
        "too_few_meetings_a_year", "too_many_policy_areas", "too_many_sectors",
      ]),
      judged: "SELECT f.item, f.level, f.counted, 1 AS amount FROM facts f")
  }

  private var planItem: String {
    "'p/' || p.plan_id AS item, \(none) AS member_id, p.plan_id, \(none) AS commitment_id,"
      + " p.submitted_on AS placed_on"
  }

  private func fact(_ level: String, _ condition: String) -> String {
    "'\(level)' AS level, CASE WHEN \(condition) THEN 1 ELSE 0 END AS counted"
  }

  private var planPlaced: String {
    within("p.submitted_on") + " AND p.submitted_on <= a.last_day"
  }

  // MARK: - Commitments

  private var commitmentChecks: [String] {
    func check(_ level: String, _ condition: String, tables: String = "", and more: String = "")
      -> String
    {
      """
      SELECT 'c/' || c.commitment_id AS item, c.member_id, c.plan_id, c.commitment_id,
        c.submitted_on AS placed_on, \(fact(level, condition))
      FROM commitments c JOIN plans p ON p.plan_id = c.plan_id CROSS JOIN as_of a\(tables)
      WHERE \(within("c.submitted_on")) AND c.submitted_on <= a.last_day\(more)
      """
    }
    let shortest = dialect.adding(
      days: -1,
      to: dialect.adding(months: String(rules.minCommitmentMonths), to: "c.starts_on"))
    let amendable = dialect.adding(months: String(rules.amendmentMonths), to: "c.submitted_on")
    func number(_ table: String) -> String {
      "\nLEFT JOIN (SELECT commitment_id, COUNT(*) AS n FROM \(table) GROUP BY commitment_id) s"
        + " ON s.commitment_id = c.commitment_id"
    }
    return [
      check("commitment_too_short", "c.ends_on < \(shortest)"),
      check("commitment_outside_plan", "c.starts_on < p.starts_on OR c.ends_on > p.ends_on"),
      check(
        "amended_too_late", "c.withdrawn_on > \(amendable)",
        and: " AND c.withdrawn_on <= a.last_day"),
      check("too_many_policy_areas", "s.n > 2", tables: number("commitment_policy_areas")),
      check("too_many_sectors", "s.n > 2", tables: number("commitment_sectors")),
    ]
  }

  // MARK: - Plans

  /// For each plan the largest number of commitments in force on one day: of two changes on one day
  /// an end goes first.
  private var inForce: Part {
    let next = dialect.adding(days: 1, to: "through_day")
    let withdrawn = "CASE WHEN c.withdrawn_on <= a.last_day THEN c.withdrawn_on ELSE p.ends_on END"
    let finished = "CASE WHEN c.finished_on <= a.last_day THEN c.finished_on ELSE p.ends_on END"
    let through = dialect.least("p.ends_on", dialect.least(withdrawn, finished))
    return Part(
      "in_force",
      """
      SELECT plan_id, MAX(n) AS most FROM (
        SELECT plan_id, SUM(change) OVER (
            PARTITION BY plan_id ORDER BY day, change
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS n
        FROM (
          SELECT plan_id, from_day AS day, 1 AS change FROM (\(runs(through))) s
          WHERE from_day <= through_day
          UNION ALL
          SELECT plan_id, \(next) AS day, -1 AS change FROM (\(runs(through))) e
          WHERE from_day <= through_day) changes) running
      GROUP BY plan_id
      """)
  }

  private func runs(_ through: String) -> String {
    """
    SELECT c.plan_id, c.submitted_on AS from_day, \(through) AS through_day
      FROM commitments c JOIN plans p ON p.plan_id = c.plan_id CROSS JOIN as_of a
      WHERE c.submitted_on <= a.last_day
    """
  }

  private var commitmentsAtOnce: String {
    let limits = (1...4).map { "WHEN \($0) THEN \(rules.maxCommitments(ofPlanWith: $0))" }
    return """
      SELECT \(planItem),
        \(fact("commitments_at_once", "f.most > CASE n.members \(limits.joined(separator: " ")) END"))
      FROM plans p CROSS JOIN as_of a
      JOIN (SELECT plan_id, COUNT(*) AS members FROM plan_members GROUP BY plan_id) n
        ON n.plan_id = p.plan_id
      LEFT JOIN in_force f ON f.plan_id = p.plan_id
      WHERE \(planPlaced)
      """
  }

  private var planBeyondTerm: String {
    let margin = dialect.adding(months: String(rules.termMarginMonths), to: "p.ends_on")
    return """
      SELECT \(planItem), \(fact("plan_beyond_term", "\(margin) > e.ends_on"))
      FROM plans p CROSS JOIN as_of a
      JOIN (
        SELECT l.plan_id, MAX(t.ends_on) AS ends_on
        FROM plan_members l JOIN plans o ON o.plan_id = l.plan_id
        JOIN terms t ON t.member_id = l.member_id
          AND t.starts_on <= o.submitted_on AND o.submitted_on <= t.ends_on
        GROUP BY l.plan_id) e ON e.plan_id = p.plan_id
      WHERE \(planPlaced)
      """
  }

  private var coCreationMeetings: String {
    let year = dialect.adding(months: "12", to: "m.held_on")
    return """
      SELECT \(planItem),
        \(fact("too_few_co_creation_meetings", "COALESCE(h.n, 0) < \(rules.coCreationMeetings)"))
      FROM plans p CROSS JOIN as_of a
      LEFT JOIN (
        SELECT plan_id, COUNT(*) AS n FROM (
          SELECT m.plan_id FROM meetings m CROSS JOIN as_of b
          WHERE m.plan_id IS NOT NULL AND m.phase = 'co_creation' AND m.both_sides
            AND m.held_on <= b.last_day
          UNION ALL
          SELECT l.plan_id FROM meetings m CROSS JOIN as_of b
          JOIN plan_members l ON l.member_id = m.member_id
          JOIN plans o ON o.plan_id = l.plan_id
          WHERE m.plan_id IS NULL AND m.phase = 'co_creation' AND m.both_sides
            AND m.held_on <= b.last_day AND m.held_on <= o.submitted_on
            AND o.submitted_on < \(year)) held
        GROUP BY plan_id) h ON h.plan_id = p.plan_id
      WHERE \(planPlaced) AND EXISTS (SELECT 1 FROM meetings)
      """
  }

  /// One row for each full year of a plan that has ended.
  private var meetingsAYear: String {
    let first = dialect.adding(months: "12 * y.n", to: "o.starts_on")
    let last = dialect.adding(
      days: -1, to: dialect.adding(months: "12 * (y.n + 1)", to: "o.starts_on"))
    let digits = (0...9).map { "SELECT \($0) AS d" }.joined(separator: " UNION ALL ")
    let plan =
      "'p/' || r.plan_id AS item, \(none) AS member_id, r.plan_id, \(none) AS commitment_id,"
      + " r.submitted_on AS placed_on"
    return """
      SELECT \(plan),
        \(fact("too_few_meetings_a_year", "r.meetings < \(rules.meetingsPerYear)"))
      FROM (
        SELECT o.plan_id, o.submitted_on, o.n, COUNT(m.held_on) AS meetings
        FROM (
          SELECT o.plan_id, o.submitted_on, o.ends_on, y.n, \(first) AS first_day,
            \(last) AS last_day
          FROM plans o CROSS JOIN (
            SELECT 10 * t.d + u.d AS n FROM (\(digits)) t CROSS JOIN (\(digits)) u) y) o
        CROSS JOIN as_of a
        LEFT JOIN meetings m ON m.plan_id = o.plan_id AND m.phase = 'implementation'
          AND m.both_sides AND m.held_on >= o.first_day AND m.held_on <= o.last_day
        WHERE o.last_day <= \(dialect.least("a.t", "o.ends_on"))
          AND \(within("o.submitted_on")) AND o.submitted_on <= a.last_day
        GROUP BY o.plan_id, o.submitted_on, o.n) r
      WHERE EXISTS (SELECT 1 FROM meetings)
      """
  }
}
