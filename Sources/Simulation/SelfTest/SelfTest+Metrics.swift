internal import Metrics
internal import Warehouse

extension SelfTest {
  /// Dimensions of which every item of a metric has one group.
  private func partitions(of metric: Metric) -> [Dimension] {
    guard metric.form == .shares, metric != .timeliness else { return [] }
    let shared: Set<Dimension> = [.policyArea, .sector, .value]
    return metric.dimensions.filter { dimension in
      if shared.contains(dimension) { return false }
      // A joint plan, and a joint commitment, belong to several members.
      return metric.population == .members || dimension.subject != .member
    }
  }

  func partition() -> Outcome {
    var outcome = Outcome(.partition)
    for metric in Metric.allCases {
      let whole = table(MetricRequest(metric)).map { sums($0, leaving: 0) }
      for dimension in partitions(of: metric) {
        let request = MetricRequest(metric, by: [dimension])
        let parts = table(request).map { sums($0, leaving: leading(metric) + 1) }
        outcome.expect(whole == parts, Self.text(request))
      }
    }
    return outcome
  }

  /// How many columns a metric has before its groups.
  private func leading(_ metric: Metric) -> Int {
    [.earlyResults, .timeliness, .statusByQuarter].contains(metric) ? 1 : 0
  }

  /// Counts and totals by what names a row, the group column left out.
  private func sums(_ table: ResultTable, leaving group: Int) -> [[ResultTable.Cell]: [Int]] {
    guard let level = table.column("level") else { return [:] }
    var sums: [[ResultTable.Cell]: [Int]] = [:]
    for row in table.rows {
      var name = Array(row[...level])
      if group > 0 { name.remove(at: group - 1) }
      guard case .count(let count) = row[level + 1], case .count(let total) = row[level + 2] else {
        continue
      }
      let known = sums[name] ?? [0, 0]
      sums[name] = [known[0] + count, known[1] + total]
    }
    return sums
  }

  func filters() -> Outcome {
    var outcome = Outcome(.filters)
    for metric in Metric.allCases where metric.form == .shares && leading(metric) == 0 {
      for dimension in metric.dimensions
      where [.region, .kind, .planType, .scope, .policyArea, .year].contains(dimension) {
        let request = MetricRequest(metric, by: [dimension])
        guard let table = table(request) else {
          outcome.expect(false, Self.text(request))
          continue
        }
        for rows in blocks(of: table) {
          guard let code = rows.first.flatMap({ code($0[0]) }) else { continue }
          let filtered = self.table(
            MetricRequest(
              metric, filters: [MetricRequest.Filter(dimension, in: [code])]))
          outcome.expect(
            filtered?.rows == rows.map { Array($0.dropFirst()) },
            "\(Self.text(request)), \(dimension.name)=\(code)")
        }
      }
    }
    return outcome
  }

  /// Runs of rows that begin with the same cell.
  private func blocks(of table: ResultTable) -> [[[ResultTable.Cell]]] {
    var blocks: [[[ResultTable.Cell]]] = []
    for row in table.rows {
      if let last = blocks.last?.first, last.first == row.first {
        blocks[blocks.count - 1].append(row)
      } else {
        blocks.append([row])
      }
    }
    return blocks
  }

  private func code(_ cell: ResultTable.Cell) -> String? {
    switch cell {
    case .code(let text, _), .word(let text), .text(let text): text
    default: nil
    }
  }

  func traces() -> Outcome {
    var outcome = Outcome(.traces)
    for metric in Metric.allCases where metric.form != .measures {
      let request = MetricRequest(metric)
      guard let table = table(request), let trace = try? cohort.trace(of: request),
        let level = table.column("level"), let weight = trace.column("weight")
      else {
        outcome.expect(false, metric.name)
        continue
      }
      var weights: [[ResultTable.Cell]: Int] = [:]
      for row in trace.rows {
        if case .count(let added) = row[weight] {
          weights[Array(row[...(level + 1)]), default: 0] += added
        }
      }
      for row in table.rows {
        for (column, name) in [(level + 1, "count"), (level + 2, "total")] {
          let key = Array(row[...level]) + [.word(name)]
          outcome.expect(row[column] == .count(weights[key, default: 0]), "\(metric.name) \(name)")
        }
      }
    }
    return outcome
  }

  func occupancy() -> Outcome {
    var outcome = Outcome(.occupancy)
    guard let table = table(MetricRequest(.statusByQuarter)) else { return outcome }
    for rows in blocks(of: table) {
      let counts = rows.reduce(0) { sum, row in
        if case .count(let count) = row[2] { sum + count } else { sum }
      }
      outcome.expect(rows.allSatisfy { $0[3] == .count(counts) }, "\(rows.first?.first ?? .empty)")
    }
    return outcome
  }
}
