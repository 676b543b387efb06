import Metrics
import Warehouse

/// What metrics of members count.
extension MetricQuery {
  private func members(
    on day: String, _ columns: String, from tables: String, where condition: String,
    item: String = "s.member_id", part: String = "''"
  ) -> String {
    """
    SELECT \(item) AS item, s.member_id, \(none) AS plan_id, \(none) AS commitment_id,
      \(day) AS placed_on, \(part) AS part\(columns)
    FROM \(tables)
    WHERE \(condition)
    """
  }

  /// The spell that holds on the last day.
  private static let holds =
    "s.starts_on <= a.last_day AND (s.ends_on IS NULL OR s.ends_on >= a.last_day)"

  var status: Source {
    Source(
      items: members(
        on: "a.last_day", ", s.status", from: "spells s CROSS JOIN as_of a",
        where: Self.holds + " AND " + within("a.last_day")),
      levels: codes("status"), judged: judged(where: "i.status = l.level"))
  }

  var statusByQuarter: Source {
    Source(
      items: members(
        on: "s.ends_on", ", s.status", from: "quarters s CROSS JOIN as_of a",
        where: within("s.ends_on") + " AND s.ends_on <= a.last_day",
        item: "s.member_id || '/' || s.quarter", part: "s.ends_on"),
      levels: codes("status"), judged: judged(where: "i.status = l.level"), part: ("at", nil))
  }

  var tracking: Source {
    Source(
      items: members(
        on: "s.ends_on", ", s.updated, s.progressed", from: "quarters s CROSS JOIN as_of a",
        where: within("s.ends_on") + " AND s.ends_on <= a.last_day AND s.counts",
        item: "s.member_id || '/' || s.quarter"),
      levels: levels(["updated", "progressed", "silent"]),
      judged: judged(
        where: "(l.level = 'updated' AND i.updated) OR (l.level = 'progressed' AND i.progressed)"
          + " OR (l.level = 'silent' AND NOT i.updated)"))
  }

  var agreement: Source {
    Source(
      parts: [latest("recorded", "recorded_statuses", "member_id", day: "from_on")],
      items: members(
        on: "a.last_day",
        ",\n  CASE WHEN r.status = s.status THEN 'agrees' ELSE 'differs' END"
          + " AS outcome",
        from: "spells s JOIN recorded r ON r.member_id = s.member_id CROSS JOIN as_of a",
        where: Self.holds + " AND " + within("a.last_day")),
      levels: levels(["agrees", "differs"]), judged: judged(where: "i.outcome = l.level"))
  }

  var timeliness: Source {
    Source(
      items: """
        SELECT o.obligation_no AS item, o.member_id, o.plan_id, o.commitment_id,
          o.due_on AS placed_on, o.obligation AS part, o.outcome
        FROM obligations o
        WHERE \(within("o.due_on")) AND o.outcome <> 'open'
        """,
      levels: levels(["on_time", "late", "missing"]), judged: judged(where: "i.outcome = l.level"),
      part: ("obligation", "obligation"))
  }

  // MARK: - Transitions

  /// Changes are items that count; days in a status are items that only add to totals.
  var transitions: Source {
    let splits = by.contains { $0.subject == .day }
    let first =
      window.from.map { dialect.greatest("s.starts_on", dialect.day($0)) } ?? "s.starts_on"
    let last = dialect.least("COALESCE(s.ends_on, a.last_day)", "a.last_day")
    let inQuarter = (
      dialect.greatest("q.first_day", "k.starts_on"), dialect.least("q.last_day", "k.ends_on")
    )
    let stays = Part(
      "stays",
      """
      SELECT s.member_id, s.spell, s.status, \(first) AS first_day, \(last) AS last_day
      FROM spells s CROSS JOIN as_of a
      """)
    let pieces = Part(
      "pieces",
      splits
        ? """
        SELECT q.member_id, q.spell, q.status, k.quarter, \(inQuarter.0) AS first_day,
          \(inQuarter.1) AS last_day
        FROM stays q JOIN calendar k ON k.starts_on <= q.last_day AND k.ends_on >= q.first_day
        WHERE q.first_day <= q.last_day
        """
        : "SELECT q.*, '' AS quarter FROM stays q WHERE q.first_day <= q.last_day")
    let days = dialect.days(from: "p.first_day", to: "p.last_day")
    return Source(
      parts: [stays, pieces],
      items: """
        SELECT 'd/' || p.member_id || '/' || \(dialect.text(of: "p.spell")) || '/' || p.quarter AS item,
          p.member_id, \(none) AS plan_id, \(none) AS commitment_id, p.first_day AS placed_on,
          '' AS part, p.status AS from_status, \(none) AS level, \(days) + 1 AS days
        FROM pieces p
        UNION ALL
        SELECT 'c/' || c.member_id || '/' || \(dialect.text(of: "c.spell")) AS item,
          c.member_id, \(none) AS plan_id, \(none) AS commitment_id, c.changed_on AS placed_on,
          '' AS part, c.from_status, c.from_status || '>' || c.to_status AS level, 0 AS days
        FROM transitions c CROSS JOIN as_of a
        WHERE \(within("c.changed_on")) AND c.changed_on <= a.last_day
        """,
      levels: levels([
        "active>inactive", "active>inactive_voluntary", "active>probation", "active>withdrawn",
        "inactive>active", "inactive>inactive_voluntary", "inactive>probation",
        "inactive>withdrawn", "inactive_voluntary>active", "inactive_voluntary>probation",
        "inactive_voluntary>withdrawn", "probation>active", "probation>revoked",
        "probation>withdrawn",
      ]),
      judged: """
        SELECT i.item, l.level, CASE WHEN i.level = l.level THEN 1 ELSE 0 END AS counted,
          i.days AS amount
        FROM items i JOIN levels l ON l.level LIKE (i.from_status || '>%')
        """)
  }
}
