internal import Warehouse

/// The records behind the counts of a table, cell by cell.
struct Trace {
  private let dataset: Dataset
  private let axes: [Axis]
  private var lines: [Line] = []

  private struct Line {
    let group: Int
    let level: Int
    let cell: Int
    let cells: [ResultTable.Cell]
  }

  init(_ dataset: Dataset, _ axes: [Axis]) {
    self.dataset = dataset
    self.axes = axes
  }

  /// Adds what a tally counted.
  ///
  /// - Parameters:
  ///   - tally: A tally that kept its records.
  ///   - levels: Its levels.
  ///   - prefix: What the columns of its window begin with.
  mutating func add(_ tally: Tally, _ levels: Levels, _ prefix: String) {
    let order = prefix.isEmpty ? 0 : 2
    for record in tally.records {
      let name = tally.space.cells(of: record.group)
      for (number, level) in levels.levels.enumerated() {
        let cells = name + [level.cell]
        if record.levels >> UInt64(number) & 1 != 0 {
          lines.append(
            Line(
              group: record.group, level: number, cell: order,
              cells: cells + [.word(prefix + "count")] + described(record.item, 1)))
        }
        if record.totals >> UInt64(level.total) & 1 != 0 {
          lines.append(
            Line(
              group: record.group, level: number, cell: order + 1,
              cells: cells + [.word(prefix + "total")] + described(record.item, record.weight)))
        }
      }
    }
  }

  /// Adds what a metric with columns of its own counted.
  mutating func add(_ records: [MeasureRecord], _ space: GroupSpace) {
    for record in records {
      for (number, column) in record.columns.enumerated() {
        lines.append(
          Line(
            group: record.group, level: 0, cell: number,
            cells: space.cells(of: record.group) + [record.level ?? .empty, .word(column)]
              + described(record.item, 1)))
      }
    }
  }

  /// The table, by group, level and cell, within each in the order of the data.
  func table(_ metric: Metric) -> ResultTable {
    let sorted = lines.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      return (left.group, left.level, left.cell, $0.offset)
        < (right.group, right.level, right.cell, $1.offset)
    }
    return ResultTable(
      name: metric.name + "_trace",
      columns: axes.map { ResultTable.Column($0.name, $0.name == "at" ? .day : .label) } + [
        ResultTable.Column("level", .label), ResultTable.Column("cell", .label),
        ResultTable.Column("table", .label), ResultTable.Column("id", .label),
        ResultTable.Column("on", .day), ResultTable.Column("weight", .count),
        ResultTable.Column("place", .label),
      ], rows: sorted.map(\.element.cells))
  }

  private func described(_ item: Item, _ weight: Int) -> [ResultTable.Cell] {
    let (table, row, id) = record(item)
    return [
      .word(table.rawValue), .text(id), .day(Day(number: item.day)), .count(weight),
      .text(dataset.origin.place(of: row, in: table)),
    ]
  }

  /// The narrowest record that an item stands for.
  private func record(_ item: Item) -> (table: TableName, row: Int, id: String) {
    if item.milestone >= 0 {
      let row = Int(item.milestone)
      return (.milestones, row, dataset.milestones.ids[row])
    }
    if item.commitment >= 0 {
      let row = Int(item.commitment)
      return (.commitments, row, dataset.commitments.ids[row])
    }
    if item.plan >= 0 {
      let row = Int(item.plan)
      return (.plans, row, dataset.plans.ids[row])
    }
    let row = Int(item.member)
    return (.members, row, dataset.members.ids[row])
  }
}
