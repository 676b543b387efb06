import Warehouse

/// Days to quarters and back by table, for loops that ask millions of times.
struct QuarterCalendar: Sendable {
  /// The first day of each quarter from 1900-Q1 on.
  let starts: [Int32]
  private let quarters: [UInt16]

  /// The calendar of the data's years and of ten years more, which is as far as a replay looks.
  static let shared = QuarterCalendar(years: 1900..<2231)

  private init(years: Range<Int>) {
    let count = years.count * 4
    starts = (0...count).map { Quarter(index: $0).firstDay.number }
    var quarters: [UInt16] = []
    quarters.reserveCapacity(Int(starts[count] - starts[0]))
    for index in 0..<count {
      let length = Int(starts[index + 1] - starts[index])
      quarters.append(contentsOf: repeatElement(UInt16(index), count: length))
    }
    self.quarters = quarters
  }

  /// The quarter that a day lies in.
  func quarter(of day: Int32) -> Int {
    let index = Int(day) - Int(Day.first.number)
    guard quarters.indices.contains(index) else {
      return Quarter(containing: Day(number: day)).index
    }
    return Int(quarters[index])
  }

  /// The first day of a quarter.
  func firstDay(of quarter: Int) -> Int32 {
    guard starts.indices.contains(quarter) else { return Quarter(index: quarter).firstDay.number }
    return starts[quarter]
  }

  /// The first quarter that begins on a day or after it.
  func firstQuarter(from day: Int32) -> Int {
    let quarter = quarter(of: day)
    return firstDay(of: quarter) < day ? quarter + 1 : quarter
  }

  /// The last quarter that ends on a day or before it.
  func lastQuarter(through day: Int32) -> Int { quarter(of: day + 1) - 1 }
}
