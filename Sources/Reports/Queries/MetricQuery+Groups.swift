import Metrics
import Warehouse

/// Groups: how items come to belong to them, and their order.
extension MetricQuery {
  /// The parts that put items into groups, `placed` the last.
  ///
  /// Each dimension is joined for itself, so that a joint plan is in every crossing of its
  /// members' groups, once in each.
  func dimensionParts(of items: String) -> [Part] {
    var parts: [Part] = []
    if by.contains(where: { $0.subject == .member }) {
      parts.append(
        Part(
          "item_members",
          """
          SELECT item, member_id FROM items WHERE member_id IS NOT NULL
          UNION ALL
          SELECT i.item, p.member_id FROM items i JOIN plan_members p ON p.plan_id = i.plan_id
          WHERE i.member_id IS NULL
          """))
    }
    if by.contains(.verifiable) || by.contains(.potentialImpact) {
      parts.append(latest("group_reviews", "commitment_reviews", "commitment_id"))
    }
    if by.contains(.requirementsMet) {
      parts.append(latest("group_assessments", "inception_assessments", "plan_id"))
    }
    let groups = by.enumerated().map { place, dimension in
      ", \(group(dimension, place + 1)) AS g\(place + 1)"
    }
    let joins = by.enumerated().map { join($1, $0 + 1) }.joined()
    parts.append(
      Part("placed", "SELECT DISTINCT i.item, i.part\(groups.joined())\nFROM items i\(joins)"))
    return parts
  }

  /// The latest row up to the last day of a table, for each thing that it refers to.
  func latest(
    _ name: String, _ table: String, _ key: String, day: String = "submitted_on",
    where condition: String = ""
  ) -> Part {
    Part(
      name,
      """
      SELECT * FROM (
        SELECT r.*, ROW_NUMBER() OVER (
            PARTITION BY r.\(key) ORDER BY r.\(day) DESC, r.row_no DESC) AS place
        FROM \(table) r CROSS JOIN as_of a WHERE r.\(day) <= a.last_day\(condition)) ranked
      WHERE place = 1
      """)
  }

  private func join(_ dimension: Dimension, _ number: Int) -> String {
    let (link, table) = ("x\(number)", "t\(number)")
    switch dimension {
    case .member: return "\nJOIN item_members \(link) ON \(link).item = i.item"
    case .country, .region, .kind, .cohort, .populationBand:
      return "\nJOIN item_members \(link) ON \(link).item = i.item"
        + " JOIN members \(table) ON \(table).member_id = \(link).member_id"
    case .plan, .year, .quarter: return ""
    case .biennium:
      return window.from == nil
        ? "\nCROSS JOIN (SELECT MIN(joined_on) AS first_day FROM members) \(table)" : ""
    case .planType, .monitoringBody:
      return "\nJOIN plans \(table) ON \(table).plan_id = i.plan_id"
    case .policyArea, .sector, .value:
      let links =
        dimension == .policyArea
        ? "commitment_policy_areas"
        : dimension == .sector ? "commitment_sectors" : "commitment_values"
      return "\nLEFT JOIN \(links) \(table) ON \(table).commitment_id = i.commitment_id"
    case .resourcesSecured, .scope:
      return "\nJOIN commitments \(table) ON \(table).commitment_id = i.commitment_id"
    case .verifiable, .potentialImpact:
      return "\nLEFT JOIN group_reviews \(table) ON \(table).commitment_id = i.commitment_id"
    case .requirementsMet:
      return "\nLEFT JOIN group_assessments \(table) ON \(table).plan_id = i.plan_id"
    }
  }

  private func group(_ dimension: Dimension, _ number: Int) -> String {
    let table = "t\(number)"
    switch dimension {
    case .member: return "x\(number).member_id"
    case .country, .region, .planType, .scope: return "\(table).\(dimension.name)"
    case .cohort: return dialect.text(of: "\(table).cohort")
    case .kind, .populationBand, .monitoringBody, .resourcesSecured, .potentialImpact,
      .policyArea, .sector, .value:
      return "COALESCE(\(table).\(dimension.name), 'unknown')"
    case .plan: return "i.plan_id"
    case .verifiable:
      return "CASE WHEN \(table).verifiable THEN 'yes' WHEN NOT \(table).verifiable THEN 'no'"
        + " ELSE 'unknown' END"
    case .requirementsMet:
      return "COALESCE(\(dialect.text(of: "\(table).requirements_met")), 'unknown')"
    case .year: return dialect.text(of: dialect.year("i.placed_on"))
    case .quarter:
      return dialect.text(of: dialect.year("i.placed_on")) + " || '-Q' || "
        + dialect.text(of: dialect.quarter("i.placed_on"))
    case .biennium:
      let first = window.from.map { String($0.year) } ?? dialect.year("\(table).first_day")
      let year = dialect.year("i.placed_on")
      return dialect.text(of: "(\(year) - abs(\(year) - \(first)) % 2)")
    }
  }

  /// Joins and terms that put groups into the order of output.
  func ordering(_ part: (name: String, list: String?)?) -> (joins: String, terms: [String]) {
    var joins = ""
    var terms: [String] = []
    if let part {
      if let list = part.list {
        joins += "LEFT JOIN labels o0 ON o0.list = '\(list)' AND o0.code = g.part\n"
        terms.append("o0.position")
      } else {
        terms.append("g.part")
      }
    }
    for (place, dimension) in by.enumerated() {
      let column = "g.g\(place + 1)"
      switch dimension {
      case .member, .country, .cohort, .plan: terms.append(dialect.inByteOrder(column))
      case .year, .quarter, .biennium: terms.append(column)
      case .requirementsMet:
        terms += ["CASE WHEN \(column) = 'unknown' THEN 1 ELSE 0 END", column]
      default:
        let name = "o\(place + 1)"
        joins += "LEFT JOIN labels \(name) ON \(name).list = '\(dimension.name)'"
        joins += " AND \(name).code = \(column)\n"
        terms += ["CASE WHEN \(column) = 'unknown' THEN 1 ELSE 0 END", "\(name).position"]
      }
    }
    return (joins, terms)
  }
}
