import Membership

/// How scenarios lie on the grid of the thresholds that statuses depend on.
///
/// Parameters that no status depends on take no part: all their scenarios fall on the same cell.
struct ThresholdAxes: Sendable {
  /// The values of every threshold.
  let grid: ThresholdGrid
  /// For each threshold how far apart its neighbouring values' cells lie; 0: it is not swept.
  let strides: [Int]
  /// How many cells there are.
  let cellCount: Int
  /// For each sweep of the scenarios what each of its values adds to the cell.
  private let steps: [[Int]]
  private let scenarios: ScenarioGrid

  init(_ scenarios: ScenarioGrid) {
    self.scenarios = scenarios
    var values: [Threshold: [Int32]] = [:]
    for sweep in scenarios.sweeps {
      guard let threshold = Threshold(sweep.parameter) else { continue }
      values[threshold] = sweep.values.map(Self.number).sorted()
    }
    grid = ThresholdGrid(around: scenarios.reform, values: values)
    var strides = [Int](repeating: 0, count: ThresholdGrid.width)
    var cellCount = 1
    for threshold in Threshold.allCases.reversed() {
      guard let own = values[threshold], own.count > 1 else { continue }
      strides[threshold.rawValue] = cellCount
      cellCount *= own.count
    }
    self.strides = strides
    self.cellCount = cellCount
    steps = scenarios.sweeps.map { sweep in
      guard let threshold = Threshold(sweep.parameter), let sorted = values[threshold] else {
        return sweep.values.map { _ in 0 }
      }
      let stride = strides[threshold.rawValue]
      return sweep.values.map { (sorted.firstIndex(of: Self.number($0)) ?? 0) * stride }
    }
  }

  private static func number(_ text: String) -> Int32 { Int32(text) ?? Threshold.never }

  /// The cell that a scenario falls on.
  func cell(of scenario: Int) -> Int {
    zip(steps, scenarios.places(of: scenario)).reduce(0) { $0 + $1.0[$1.1] }
  }

  /// The first cell of a part of the grid.
  func lowest(of box: ThresholdBox) -> Int {
    (0..<ThresholdGrid.width).reduce(0) { $0 + Int(box.low[$1]) * strides[$1] }
  }

  /// Calls with every cell of a part of the grid.
  func forEachCell(of box: ThresholdBox, _ body: (Int) -> Void) {
    var places = (0..<ThresholdGrid.width).map { Int(box.low[$0]) }
    var cell = lowest(of: box)
    while true {
      body(cell)
      var axis = ThresholdGrid.width - 1
      while axis >= 0 {
        if strides[axis] != 0, places[axis] < Int(box.high[axis]) {
          places[axis] += 1
          cell += strides[axis]
          break
        }
        cell -= (places[axis] - Int(box.low[axis])) * strides[axis]
        places[axis] = Int(box.low[axis])
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}
