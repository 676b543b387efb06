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

  /// Whether every filter keeps an item.
  @inline(__always)
  func keeps(_ item: Item) -> Bool {
    for filter in filters {
      var isKept = false
      filter.forEachGroup(of: item, plans: plans) { isKept = isKept || filter.isKept[$0] }
      if !isKept { return false }
    }
    return true
  }

  /// Calls with the number of each group that an item belongs to.
  @inline(__always)
  func forEachGroup(of item: Item, _ body: (Int) -> Void) {
    switch axes.count {
    case 0: body(0)
    case 1: axes[0].forEachGroup(of: item, plans: plans, body)
    case 2:
      axes[0].forEachGroup(of: item, plans: plans) { first in
        axes[1].forEachGroup(of: item, plans: plans) { body(first * axes[1].size + $0) }
      }
    default: cross(item, from: 0, 0, body)
    }
  }

  private func cross(_ item: Item, from axis: Int, _ number: Int, _ body: (Int) -> Void) {
    guard axis < axes.count else { return body(number) }
    axes[axis].forEachGroup(of: item, plans: plans) {
      cross(item, from: axis + 1, number * axes[axis].size + $0, body)
    }
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
