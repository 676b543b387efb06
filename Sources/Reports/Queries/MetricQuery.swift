package import Membership
package import Metrics
import Warehouse

/// A metric as a query over the tables of an export: `ogpstats sql`.
///
/// Every query is built alike: `items` are what the metric counts, `judged` says for each item and
/// level whether it counts and in which total, `placed` puts items into groups, and the end adds up.
package struct MetricQuery: Sendable {
  /// The metric.
  package let metric: Metric
  /// Up to three dimensions to group by.
  package let by: [Dimension]
  /// The window.
  package let window: Window
  /// The rules that it judges by.
  package let rules: RuleSet
  /// The dialect.
  package let dialect: SQLDialect

  /// A metric as a query.
  ///
  /// - Parameters:
  ///   - metric: The metric.
  ///   - by: Up to three dimensions to group by.
  ///   - window: The window.
  ///   - rules: The rules that it judges by; those of the export decide on status and due days.
  ///   - dialect: The dialect.
  /// - Throws: ``MetricError`` where the metric has no such dimension.
  package init(
    _ metric: Metric, by: [Dimension] = [], window: Window = .all, rules: RuleSet = .handbook,
    dialect: SQLDialect
  ) throws(MetricError) {
    try MetricRequest(metric, by: by, window: window).validate()
    self.metric = metric
    self.by = by
    self.window = window
    self.rules = rules
    self.dialect = dialect
  }

  /// Whether a metric can be said in SQL.
  ///
  /// Kaplan–Meier's quantiles compare products of fractions exactly, which no dialect can.
  ///
  /// - Parameter metric: A metric.
  /// - Returns: False for `dwell` and `time_to_finish`.
  package static func canSay(_ metric: Metric) -> Bool {
    metric != .dwell && metric != .timeToFinish
  }

  /// A named part of a query.
  struct Part: Sendable {
    let name: String
    let body: String

    init(_ name: String, _ body: String) {
      self.name = name
      self.body = body
    }
  }

  /// What a metric counts, and how.
  struct Source: Sendable {
    /// Tables that the items need.
    var parts: [Part] = []
    /// `item, member_id, plan_id, commitment_id, placed_on, part` and what ``judged`` reads.
    var items: String
    /// `position, level`.
    var levels: String
    /// `item, level, counted, amount`.
    var judged: String
    /// The metric's own first column, and the list that orders it.
    var part: (name: String, list: String?)?
  }

  /// The statement, with a line break at its end.
  package var text: String {
    metric == .plans ? plansText : countsText
  }

  private var countsText: String {
    let source = source
    let keys = source.part.map { [$0.name] } ?? []
    let groups = keys + by.map(\.name)
    let names = (source.part == nil ? [] : ["part"]) + by.indices.map { "g\($0 + 1)" }
    func list(_ names: [String], _ prefix: String) -> String {
      names.map { "\(prefix).\($0), " }.joined()
    }
    let same = names.map { " AND c.\($0) = g.\($0)" }.joined()
    let parts =
      [asOf] + source.parts + dimensionParts(of: "items")
      + [
        Part("levels", source.levels), Part("judged", source.judged),
        Part(
          "counted",
          """
          SELECT \(list(names, "p"))j.level, SUM(j.counted) AS n, SUM(j.amount) AS total
          FROM placed p JOIN judged j ON j.item = p.item
          GROUP BY \(list(names, "p"))j.level
          """),
        Part(
          "seen",
          names.isEmpty
            ? "SELECT DISTINCT 1 AS one FROM placed"
            : "SELECT DISTINCT \(names.joined(separator: ", ")) FROM placed"),
      ]
    let (joins, order) = ordering(source.part)
    let columns = zip(groups, names).map { "  g.\($1) AS \(dialect.quoted($0)),\n" }.joined()
    return head + "WITH " + Self.with(insertItems(source.items, into: parts)) + """

      SELECT
      \(columns)  l.level AS \(dialect.quoted("level")),
        COALESCE(c.n, 0) AS \(dialect.quoted("count")),
        COALESCE(c.total, 0) AS \(dialect.quoted("total")),
      \(figures)
      FROM seen g CROSS JOIN levels l
      LEFT JOIN counted c ON c.level = l.level\(same)
      \(joins)ORDER BY \((order + ["l.position"]).joined(separator: ", "))

      """
  }

  /// Items stand after what they need and before what needs them.
  private func insertItems(_ items: String, into parts: [Part]) -> [Part] {
    let place = parts.firstIndex { $0.name == "item_members" || $0.name == "placed" } ?? 0
    return Array(parts[..<place]) + [Part("items", items)] + Array(parts[place...])
  }

  /// A text that is missing: databases do not guess the type of a bare NULL.
  var none: String { dialect.text(of: "NULL") }

  var head: String {
    var text = "-- \(metric.name)"
    if !by.isEmpty { text += " by \(by.map(\.name).joined(separator: ", "))" }
    if window != .all { text += ", \(window)" }
    text += ": over the tables of 'ogpstats export'\n"
    if metric.form == .rates {
      text += "-- share is per member-year; its exact Poisson interval cannot be said in SQL\n"
    }
    return text
  }

  static func with(_ parts: [Part]) -> String {
    parts.map { part in
      let lines = part.body.split(separator: "\n", omittingEmptySubsequences: false)
      return "\(part.name) AS (\n  \(lines.joined(separator: "\n  "))\n)"
    }.joined(separator: ",\n")
  }

  /// The as-of day, and the last day whose facts count.
  var asOf: Part {
    let day = dialect.day(ofText: "value")
    let last = window.to.map { dialect.least(day, dialect.day($0)) } ?? day
    return Part(
      "as_of",
      "SELECT \(day) AS t, \(last) AS last_day FROM dataset WHERE name = 'as_of'")
  }

  /// The condition that a day lies in the window; true where the window is open.
  func within(_ day: String) -> String {
    let bounds =
      [window.from.map { "\(day) >= \(dialect.day($0))" }].compactMap(\.self)
      + [window.to.map { "\(day) <= \(dialect.day($0))" }].compactMap(\.self)
    return bounds.isEmpty ? "1 = 1" : bounds.joined(separator: " AND ")
  }

  /// Levels from texts.
  func levels(_ levels: [String]) -> String {
    levels.enumerated().map { "SELECT \($0 + 1) AS position, \(dialect.text($1)) AS level" }
      .joined(separator: "\nUNION ALL ")
  }

  // MARK: - Figures

  private var figures: String {
    let n = dialect.real("c.n")
    let total = dialect.real("c.total")
    guard metric.form != .rates else {
      return "  CASE WHEN c.total > 0 THEN \(n) * 365.25 / \(total) END AS "
        + dialect.quoted("share")
    }
    let z2 = "3.8414588206941236"
    let share = "\(n) / \(total)"
    let centre = "(\(share) + \(z2) / (2 * \(total)))"
    let root = "sqrt(\(share) * (1 - \(share)) / \(total) + \(z2) / (4 * \(total) * \(total)))"
    let scale = "(1 + \(z2) / \(total))"
    let half = "\(dialect.real("1.959963984540054")) * \(root)"
    return """
        CASE WHEN c.total > 0 THEN \(share) END AS \(dialect.quoted("share")),
        -- Wilson's interval at 95 %
        CASE WHEN c.total > 0 AND c.n = 0 THEN 0
          WHEN c.total > 0 THEN (\(centre) - \(half)) / \(scale)
        END AS \(dialect.quoted("low")),
        CASE WHEN c.total > 0 AND c.n = c.total THEN 1
          WHEN c.total > 0 THEN (\(centre) + \(half)) / \(scale)
        END AS \(dialect.quoted("high"))
      """
  }
}
