internal import Warehouse

/// Why counts differ between two editions: what became of the records that joined or left them.
struct Causes {
  private let kinds: [EditionSubject: Set<EditionChange.Kind>]

  init(_ comparison: EditionComparison) {
    var kinds: [EditionSubject: Set<EditionChange.Kind>] = [:]
    for change in comparison.changes {
      // A row that is gone restates what it was about, unless that is gone itself.
      let isItself = change.table == change.subject.table
      let kind = change.kind == .gone && !isItself ? .restated : change.kind
      kinds[change.subject, default: []].insert(kind)
    }
    self.kinds = kinds
  }

  /// A count, by what names its row.
  private struct Place: Hashable {
    let group: String
    let level: String
    let cell: String
  }

  /// The counts of a metric that differ.
  ///
  /// - Parameters:
  ///   - metric: The metric.
  ///   - before: Its trace in the old edition.
  ///   - after: Its trace in the new one.
  /// - Returns: Rows in the order of the new trace, then what only the old one has.
  func rows(
    _ metric: Metric, before: ResultTable, after: ResultTable
  ) -> [[ResultTable.Cell]] {
    let old = weights(before)
    let new = weights(after)
    var rows: [[ResultTable.Cell]] = []
    for place in new.order + old.order.filter({ new.weights[$0] == nil }) {
      let (left, joined) = (old.weights[place] ?? [:], new.weights[place] ?? [:])
      guard left != joined else { continue }
      var causes = [Int](repeating: 0, count: EditionChange.Kind.allCases.count + 1)
      for subject in Set(left.keys).union(joined.keys) {
        let difference = joined[subject, default: 0] - left[subject, default: 0]
        if difference != 0 { causes[cause(of: subject)] += difference }
      }
      rows.append(
        [
          .word(metric.name), .optional(place.group), .optional(place.level), .word(place.cell),
          .count(left.values.reduce(0, +)), .count(joined.values.reduce(0, +)),
        ] + causes.map { .count($0) })
    }
    return rows
  }

  /// The position of the cause: the first that applies, `other` where none does.
  private func cause(of subject: EditionSubject) -> Int {
    let all = EditionChange.Kind.allCases
    guard let known = kinds[subject] else { return all.count }
    return all.firstIndex { known.contains($0) } ?? all.count
  }

  private func weights(
    _ trace: ResultTable
  ) -> (order: [Place], weights: [Place: [EditionSubject: Int]]) {
    var order: [Place] = []
    var weights: [Place: [EditionSubject: Int]] = [:]
    let first = trace.column("level") ?? 0
    for row in trace.rows {
      let place = Place(
        group: row[..<first].map(\.name).joined(separator: ";"), level: row[first].name,
        cell: row[first + 1].name)
      guard let table = TableName(rawValue: row[first + 2].name),
        case .count(let weight) = row[first + 5]
      else { continue }
      let subject = EditionSubject(table: table, id: row[first + 3].name)
      if weights[place] == nil { order.append(place) }
      weights[place, default: [:]][subject, default: 0] += weight
    }
    return (order, weights)
  }
}
