internal import Warehouse

/// A metric with columns of its own, such as medians: every group's items are collected.
protocol MeasuredMetric: Sendable {
  /// The table of a request.
  func table(_ request: MetricRequest, _ space: GroupSpace) -> ResultTable
  /// The items behind the counts of the table, in the order in which they were found.
  func records(_ space: GroupSpace) -> [MeasureRecord]
}

/// An item as a metric with columns of its own counted it.
struct MeasureRecord: Sendable {
  let group: Int
  let item: Item
  /// The level whose row it counts in, where the metric has levels.
  var level: ResultTable.Cell?
  /// The columns it counts in.
  let columns: [String]
}

/// The items of each group, in the order in which they were added.
struct Collection<Element: Sendable>: Sendable {
  let space: GroupSpace
  private(set) var elements: [Int: [Element]] = [:]
  /// Every element with its item and group, in the order in which they were added.
  private(set) var added: [(group: Int, item: Item, element: Element)] = []

  private var places = Places()

  init(_ space: GroupSpace) { self.space = space }

  /// Adds an element to each group of an item that the filters keep.
  mutating func add(_ element: Element, of item: Item) {
    let block = [CountedItem(item: item)]
    space.place(block.span, into: &places)
    for index in 0..<places.count {
      let group = places[index].group
      elements[group, default: []].append(element)
      added.append((group, item, element))
    }
  }

  /// The groups in the order of output.
  var groups: [(number: Int, elements: [Element])] {
    elements.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension MetricRequest {
  /// The columns of a table of measures: those of `--by`, the metric's own, and the note.
  func columns(_ space: GroupSpace, _ own: [ResultTable.Column]) -> [ResultTable.Column] {
    space.axes.map { ResultTable.Column($0.name, .label) } + own
      + (minCell == nil ? [] : [ResultTable.Column("note", .label)])
  }

  /// Whether so few items are too few to say more of (readings.md 41).
  func isSmall(_ count: Int) -> Bool { minCell.map { count < $0 } ?? false }

  /// The note of a row, where there is such a column.
  func note(_ count: Int) -> [ResultTable.Cell] {
    minCell == nil ? [] : [isSmall(count) ? .word("small") : .empty]
  }
}
