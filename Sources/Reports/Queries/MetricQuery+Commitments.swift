import Membership
import Metrics
import Warehouse

/// What metrics of commitments and milestones count.
extension MetricQuery {
  /// Items, levels and judgements of the metric.
  var source: Source {
    switch metric {
    case .completion: completion
    case .completionChange: completionChange
    case .earlyResults: earlyResults
    case .ambition: ambition
    case .stars: stars
    case .policyArea: subjects("policy_areas", "policy_area")
    case .sector: subjects("sectors", "sector")
    case .value: subjects("values", "value")
    case .resources: resources
    case .relevance: review("relevant", yesNo: true)
    case .verifiability: review("verifiable", yesNo: true)
    case .potentialImpact: review("potential_impact", yesNo: false)
    case .milestones: milestones
    case .coCreation: coCreation
    case .coverage: coverage
    case .handbookChecks: handbookChecks
    case .status: status
    case .statusByQuarter: statusByQuarter
    case .transitions: transitions
    case .timeliness: timeliness
    case .tracking: tracking
    case .agreement: agreement
    case .plans, .dwell, .timeToFinish: Source(items: "", levels: "", judged: "")
    }
  }

  /// The codes of a list, then words.
  func codes(_ list: String, then words: [String] = []) -> String {
    "SELECT position, code AS level FROM labels WHERE list = '\(list)'"
      + words.enumerated().map { "\nUNION ALL SELECT \(1000 + $0), '\($1)'" }.joined()
  }

  /// Every item in every level's total, counted where a condition on `i` and `l.level` holds.
  func judged(where condition: String) -> String {
    """
    SELECT i.item, l.level, CASE WHEN \(condition) THEN 1 ELSE 0 END AS counted, 1 AS amount
    FROM items i CROSS JOIN levels l
    """
  }

  /// Items that are commitments, placed by a day.
  private func commitments(
    on day: String, _ columns: String, from tables: String, where condition: String
  ) -> String {
    """
    SELECT c.commitment_id AS item, c.member_id, c.plan_id, c.commitment_id,
      \(day) AS placed_on, '' AS part\(columns)
    FROM commitments c \(tables)
    WHERE \(condition)
    """
  }

  private var latestCompletions: Part {
    latest("completions", "completion_assessments", "commitment_id")
  }

  private var latestReviews: Part { latest("reviews", "commitment_reviews", "commitment_id") }

  private static let joinCompletions =
    "JOIN completions d ON d.commitment_id = c.commitment_id"
  private static let joinReviews = "JOIN reviews r ON r.commitment_id = c.commitment_id"

  private var completion: Source {
    Source(
      parts: [latestCompletions],
      items: commitments(
        on: "d.submitted_on", ", d.completion", from: Self.joinCompletions,
        where: within("d.submitted_on")),
      levels: codes("completion", then: ["substantial_or_complete"]),
      judged: judged(
        where: "i.completion = l.level OR (l.level = 'substantial_or_complete'"
          + " AND i.completion IN ('substantial', 'complete'))"))
  }

  private var completionChange: Source {
    let first = Part(
      "first_completions",
      """
      SELECT * FROM (
        SELECT r.*, ROW_NUMBER() OVER (
            PARTITION BY r.commitment_id ORDER BY r.submitted_on, r.row_no) AS place
        FROM completion_assessments r CROSS JOIN as_of a
        WHERE r.submitted_on <= a.last_day AND r.completion <> 'no_evidence') ranked
      WHERE place = 1
      """)
    return Source(
      parts: [latestCompletions, first],
      items: commitments(
        on: "d.submitted_on", ",\n  y.position - x.position AS step",
        from: Self.joinCompletions + "\nJOIN first_completions f ON f.commitment_id"
          + " = c.commitment_id"
          + "\nJOIN labels x ON x.list = 'completion' AND x.code = f.completion"
          + "\nJOIN labels y ON y.list = 'completion' AND y.code = d.completion",
        where: within("d.submitted_on")
          + " AND d.completion <> 'no_evidence' AND d.row_no <> f.row_no"),
      levels: levels(["decreased", "unchanged", "increased"]),
      judged: judged(
        where: "l.level = CASE WHEN i.step < 0 THEN 'decreased' WHEN i.step = 0 THEN 'unchanged'"
          + " ELSE 'increased' END"))
  }

  private var earlyResults: Source {
    let columns = [
      ("overall", "early_results"), ("information", "opened_information"),
      ("participation", "opened_participation"), ("accountability", "opened_accountability"),
    ]
    let opened = columns.enumerated().map { place, column in
      """
      SELECT '\(place + 1) \(column.0)' AS part, commitment_id, submitted_on, \(column.1) AS result
      FROM completions WHERE \(column.1) IS NOT NULL
      """
    }.joined(separator: "\nUNION ALL ")
    return Source(
      parts: [latestCompletions, Part("opened_by", opened)],
      items: """
        SELECT c.commitment_id || ' ' || o.part AS item, c.member_id, c.plan_id, c.commitment_id,
          o.submitted_on AS placed_on, substr(o.part, 3) AS part, o.result
        FROM commitments c JOIN opened_by o ON o.commitment_id = c.commitment_id
        WHERE \(within("o.submitted_on"))
        """,
      levels: codes("early_results", then: ["major_or_outstanding"]),
      judged: judged(
        where: "i.result = l.level OR (l.level = 'major_or_outstanding'"
          + " AND i.result IN ('major', 'outstanding'))"),
      part: ("opened", "early_results.part"))
  }

  private var ambition: Source {
    Source(
      parts: [latestCompletions, latestReviews],
      items: commitments(
        on: "d.submitted_on",
        """
        ,
          CASE WHEN r.relevant AND r.potential_impact IN ('moderate', 'transformative')
            THEN CASE WHEN d.completion IN ('substantial', 'complete')
              THEN 'ambitious_and_complete' ELSE 'ambitious_only' END
            ELSE CASE WHEN d.completion IN ('substantial', 'complete')
              THEN 'complete_only' ELSE 'neither' END
          END AS outcome
        """,
        from: Self.joinCompletions + " " + Self.joinReviews,
        where: within("d.submitted_on")
          + " AND r.relevant IS NOT NULL AND r.potential_impact IS NOT NULL"),
      levels: levels(["ambitious_and_complete", "ambitious_only", "complete_only", "neither"]),
      judged: judged(where: "i.outcome = l.level"))
  }

  private var stars: Source {
    func below(_ column: String, _ code: (some Code)?) -> String? {
      guard let code else { return nil }
      let codes = type(of: code).list.codes.prefix(code.number).map { "'\($0)'" }
      return codes.isEmpty ? nil : "\(column) IN (\(codes.joined(separator: ", ")))"
    }
    let misses: [(level: String, condition: String?)] = [
      ("specificity", below("r.specificity", rules.starMinSpecificity)),
      ("relevance", "NOT r.relevant"),
      ("impact", below("r.potential_impact", Optional(rules.starMinImpact))),
      ("completion", below("d.completion", Optional(rules.starMinCompletion))),
    ]
    let cases = misses.compactMap { miss in
      miss.condition.map { "    WHEN \($0) THEN '\(miss.level)'\n" }
    }
    let known =
      ["r.relevant", "r.potential_impact"]
      + (rules.starMinSpecificity == nil ? [] : ["r.specificity"])
    return Source(
      parts: [latestCompletions, latestReviews],
      items: commitments(
        on: "d.submitted_on", ",\n  CASE\n\(cases.joined())    ELSE 'star'\n  END AS outcome",
        from: Self.joinCompletions + " " + Self.joinReviews,
        where: within("d.submitted_on") + " AND d.completion <> 'no_evidence'"
          + known.map { " AND \($0) IS NOT NULL" }.joined()),
      levels: codes("star"), judged: judged(where: "i.outcome = l.level"))
  }

  /// Policy areas, sectors and values: a commitment counts in each of its own.
  private func subjects(_ column: String, _ list: String) -> Source {
    let link = "commitment_\(list == "policy_area" ? "policy_areas" : list + "s")"
    let name = "c." + dialect.quoted(column)
    return Source(
      items: commitments(
        on: "c.submitted_on", "", from: "CROSS JOIN as_of a",
        where: within("c.submitted_on") + " AND c.submitted_on <= a.last_day"
          + (list == "value" ? " AND \(name) IS NOT NULL" : "")),
      levels: codes(list),
      judged: """
        SELECT i.item, l.level, CASE WHEN s.\(list) IS NULL THEN 0 ELSE 1 END AS counted,
          1 AS amount
        FROM items i CROSS JOIN levels l
        LEFT JOIN \(link) s ON s.commitment_id = i.commitment_id AND s.\(list) = l.level
        """)
  }

  private var resources: Source {
    Source(
      items: commitments(
        on: "c.submitted_on", ", c.resources_secured", from: "CROSS JOIN as_of a",
        where: within("c.submitted_on")
          + " AND c.submitted_on <= a.last_day AND c.resources_secured IS NOT NULL"),
      levels: codes("resources_secured"), judged: judged(where: "i.resources_secured = l.level"))
  }

  private func review(_ column: String, yesNo: Bool) -> Source {
    Source(
      parts: [latestReviews],
      items: commitments(
        on: "r.submitted_on", ", r.\(column)", from: Self.joinReviews,
        where: within("r.submitted_on") + " AND r.\(column) IS NOT NULL"),
      levels: yesNo ? levels(["yes", "no"]) : codes(column),
      judged: judged(
        where: yesNo
          ? "l.level = CASE WHEN i.\(column) THEN 'yes' ELSE 'no' END" : "i.\(column) = l.level"))
  }

  private var milestones: Source {
    let from = window.from.map {
      " AND m.runs_to >= \(dialect.day($0)) AND \(dialect.day($0)) <= a.last_day"
    }
    return Source(
      parts: [
        latest(
          "reports", "tracker", "milestone_id", day: "reported_on",
          where: " AND r.milestone_id IS NOT NULL")
      ],
      items: """
        SELECT m.milestone_id AS item, c.member_id, c.plan_id, c.commitment_id,
          m.runs_from AS placed_on, '' AS part, COALESCE(r.status, 'not_started') AS status
        FROM milestones m JOIN commitments c ON c.commitment_id = m.commitment_id
        CROSS JOIN as_of a LEFT JOIN reports r ON r.milestone_id = m.milestone_id
        WHERE m.runs_from <= a.last_day\(from ?? "") AND c.submitted_on <= a.last_day
          AND (c.withdrawn_on IS NULL OR c.withdrawn_on > a.last_day)
        """,
      levels: codes("tracker_status"), judged: judged(where: "i.status = l.level"))
  }
}
