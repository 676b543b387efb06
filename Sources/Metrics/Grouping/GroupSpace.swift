internal import Warehouse

/// The groups of one request over one window: a number for every crossing of its dimensions, in
/// the order of output.
struct GroupSpace: Sendable {
  /// The metric's first column, if it has one, then the dimensions asked for.
  let axes: [Axis]
  /// Axes whose ``Axis/isKept`` says what is kept.
  let filters: [Axis]
  /// The members of each plan.
  let plans: RowList
  /// Above every group's number.
  let size: Int

  init(axes: [Axis], filters: [Axis], plans: RowList) {
    self.axes = axes
    self.filters = filters
    self.plans = plans
    size = axes.reduce(1) { $0 * max($1.size, 1) }
  }

  /// Finds the groups of a block's items, of those that every filter keeps.
  ///
  /// - Parameters:
  ///   - block: The items.
  ///   - places: Replaced by the items in their groups, item by item.
  func place(_ block: Span<CountedItem>, into places: inout Places) {
    places.reset(block.count)
    if !filters.isEmpty { places.keep(kept(block)) }
    for axis in axes { axis.cross(&places, block, plans: plans) }
  }

  /// For each item of a block, whether it is in a group kept by each filter.
  private func kept(_ block: Span<CountedItem>) -> [Bool] {
    var isKept = [Bool](repeating: true, count: block.count)
    var places = Places()
    for filter in filters {
      var isFound = [Bool](repeating: false, count: block.count)
      places.reset(block.count)
      filter.cross(&places, block, plans: plans)
      for index in 0..<places.count where filter.isKept[places[index].group] {
        isFound[Int(places[index].item)] = true
      }
      for item in isKept.indices { isKept[item] = isKept[item] && isFound[item] }
    }
    return isKept
  }

  /// The cells that name a group.
  func cells(of group: Int) -> [ResultTable.Cell] {
    var rest = group
    var cells: [ResultTable.Cell] = []
    for axis in axes.reversed() {
      cells.append(axis.label(rest % axis.size))
      rest /= axis.size
    }
    return cells.reversed()
  }
}
