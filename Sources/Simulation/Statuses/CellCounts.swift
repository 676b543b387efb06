import Membership
import Warehouse

/// How many members have each status, for every cell of a grid.
///
/// A part of the grid is entered at its corners only, with signs, and summing up along every axis
/// at the end makes the counts of them: entering costs 2 to the number of axes on which the part
/// ends inside the grid, whatever its size.
struct CellCounts: Sendable {
  private let strides: [Int]
  private let lengths: [Int]
  private let cellCount: Int
  /// The statuses one after the other, each with all cells.
  private var values: [Int32]

  init(_ axes: ThresholdAxes) {
    strides = axes.strides
    lengths = (0..<ThresholdGrid.width).map { Int(axes.grid.counts[$0]) }
    cellCount = axes.cellCount
    values = [Int32](repeating: 0, count: axes.cellCount * Status.allCases.count)
  }

  /// Enters one member on a part of the grid.
  mutating func enter(_ leaf: GridLeaf) {
    var corners = [128 of Int32](repeating: 0)
    var count = 1
    var lowest = leaf.status.number * cellCount
    for place in 0..<ThresholdGrid.width where strides[place] != 0 {
      let stride = strides[place]
      let low = Int(leaf.box.low[place])
      let next = Int(leaf.box.high[place]) + 1
      lowest += low * stride
      guard next < lengths[place] else { continue }
      let step = Int32((next - low) * stride)
      // A corner's sign is how many of its steps were taken, odd or even: kept in its lowest bit.
      for index in 0..<count {
        corners[count + index] = (corners[index] + step << 1) ^ 1
      }
      count *= 2
    }
    for index in 0..<count {
      let corner = corners[index]
      values[lowest + Int(corner >> 1)] += corner & 1 == 0 ? 1 : -1
    }
  }

  /// Adds what another thread entered.
  mutating func add(_ other: CellCounts) {
    for index in values.indices { values[index] += other.values[index] }
  }

  /// Makes counts of what was entered: for each cell the six statuses.
  consuming func summedUp() -> [Int32] {
    for place in 0..<ThresholdGrid.width where strides[place] != 0 {
      let stride = strides[place]
      let block = stride * lengths[place]
      for start in Swift.stride(from: 0, to: values.count, by: block) {
        for index in start + stride..<start + block { values[index] += values[index - stride] }
      }
    }
    let statuses = Status.allCases.count
    var counts = [Int32](repeating: 0, count: values.count)
    for status in 0..<statuses {
      for cell in 0..<cellCount {
        counts[cell * statuses + status] = values[status * cellCount + cell]
      }
    }
    return counts
  }
}
