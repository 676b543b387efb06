internal import Statistics
internal import Warehouse

/// Lays out tallies as a table (metrics.md, "Table form").
struct CountTable {
  let request: MetricRequest
  let levels: Levels
  let axes: [Axis]

  private var isRate: Bool { request.metric.form == .rates }

  /// The columns.
  var columns: [ResultTable.Column] {
    let kind: ResultTable.ColumnKind = isRate ? .number : .share
    var columns = axes.map {
      ResultTable.Column($0.name, $0.name == "at" ? .day : .label)
    }
    columns += [
      ResultTable.Column("level", .label), ResultTable.Column("count", .count),
      ResultTable.Column("total", .count), ResultTable.Column("share", kind),
      ResultTable.Column("low", kind), ResultTable.Column("high", kind),
    ]
    if request.comparison != nil {
      columns += [
        ResultTable.Column("previous_count", .count), ResultTable.Column("previous_total", .count),
        ResultTable.Column("previous_share", .share), ResultTable.Column("difference", .share),
        ResultTable.Column("difference_low", .share),
        ResultTable.Column("difference_high", .share),
      ]
    }
    if request.minCell != nil { columns.append(ResultTable.Column("note", .label)) }
    return columns
  }

  /// The table.
  ///
  /// - Parameters:
  ///   - tally: The window's.
  ///   - previous: That of the window to compare with, if there is one.
  /// - Returns: A row a level in every group seen in either.
  func table(_ tally: Tally, previous: Tally?) -> ResultTable {
    let seen = Set(tally.groups).union(previous?.groups ?? [])
    var rows: [[ResultTable.Cell]] = []
    rows.reserveCapacity(seen.count * levels.levels.count)
    for group in seen.sorted() {
      let name = tally.space.cells(of: group)
      for (number, level) in levels.levels.enumerated() {
        rows.append(
          name + [level.cell]
            + figures(
              tally.count(number, in: group), of: tally.total(level.total, in: group),
              before: previous.map {
                ($0.count(number, in: group), $0.total(level.total, in: group))
              }))
      }
    }
    return ResultTable(name: request.metric.name, columns: columns, rows: rows)
  }

  private func figures(
    _ count: Int, of total: Int, before: (count: Int, total: Int)?
  ) -> [ResultTable.Cell] {
    let minimum = request.minCell ?? 0
    var cells: [ResultTable.Cell] = [.count(count), .count(total)]
    let isShown = total > 0 && total >= minimum
    if !isShown {
      cells += [.empty, .empty, .empty]
    } else if isRate {
      cells += rate(count, days: total)
    } else {
      let share = Proportion(count, of: total)
      cells += [.share(share.share), .share(share.wilson()?.low), .share(share.wilson()?.high)]
    }
    if let before {
      cells += [.count(before.count), .count(before.total)]
      let isBeforeShown = before.total > 0 && before.total >= minimum
      let earlier = Proportion(before.count, of: before.total)
      cells.append(isBeforeShown ? .share(earlier.share) : .empty)
      if isShown, isBeforeShown {
        let difference = ProportionDifference(of: Proportion(count, of: total), minus: earlier)
        let interval = difference.newcombe()
        cells += [.share(difference.value), .share(interval?.low), .share(interval?.high)]
      } else {
        cells += [.empty, .empty, .empty]
      }
    }
    if request.minCell != nil {
      let isSmall = total < minimum || before.map { $0.total < minimum } ?? false
      cells.append(isSmall ? .word("small") : .empty)
    }
    return cells
  }

  /// Changes per member-year of 365.25 days.
  private func rate(_ count: Int, days: Int) -> [ResultTable.Cell] {
    let rate = EventRate(events: count, exposure: Double(days) / 365.25)
    let interval = rate.garwood()
    return [.number(rate.value), .number(interval?.low), .number(interval?.high)]
  }
}

extension ResultTable.Cell {
  /// A share, or an empty cell.
  static func share(_ share: Double?) -> ResultTable.Cell {
    if let share { .share(share) } else { .empty }
  }

  /// A number, or an empty cell.
  static func number(_ number: Double?) -> ResultTable.Cell {
    if let number { .number(number) } else { .empty }
  }

  /// A whole number, or an empty cell.
  static func count(_ count: Int?) -> ResultTable.Cell {
    if let count { .count(count) } else { .empty }
  }
}
