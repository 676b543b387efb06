import Warehouse

/// Days to months and quarters and back by table, for loops that ask millions of times.
package struct MonthCalendar: Sendable {
  /// The first day of each month from January 1900 on.
  private let starts: [Int32]
  /// The month of each day, as far as a replay looks.
  private let months: [UInt16]

  /// The calendar of the data's years and of ten years more, which is as far as a replay looks;
  /// deadlines may be a century later still.
  package static let shared = MonthCalendar(firstYear: 1900, dayYears: 331, monthYears: 440)

  private init(firstYear: Int, dayYears: Int, monthYears: Int) {
    var starts: [Int32] = []
    var months: [UInt16] = []
    var day = Day.first.number
    for month in 0..<monthYears * 12 {
      starts.append(day)
      let length = Day.daysIn(month: month % 12 + 1, ofYear: firstYear + month / 12)
      if month < dayYears * 12 {
        months.append(contentsOf: repeatElement(UInt16(month), count: length))
      }
      day += Int32(length)
    }
    starts.append(day)
    self.starts = starts
    self.months = months
  }

  /// The month that a day lies in, if the table has it.
  @inline(__always)
  private func month(of day: Int32) -> Int? {
    let index = Int(day) - Int(starts[0])
    return months.indices.contains(index) ? Int(months[index]) : nil
  }

  /// How many months the month of one day lies after the month of another.
  func months(from earlier: Int32, to later: Int32) -> Int {
    if let start = month(of: earlier), let end = month(of: later) { return end - start }
    let (start, end) = (Day(number: earlier).parts, Day(number: later).parts)
    return (end.year - start.year) * 12 + end.month - start.month
  }

  /// The quarter that a day lies in.
  @inline(__always)
  package func quarter(of day: Int32) -> Int {
    guard let month = month(of: day) else { return Quarter(containing: Day(number: day)).index }
    return month / 3
  }

  /// The first day of a quarter.
  @inline(__always)
  package func firstDay(of quarter: Int) -> Int32 {
    guard starts.indices.contains(quarter * 3) else {
      return Quarter(index: quarter).firstDay.number
    }
    return starts[quarter * 3]
  }

  /// The first quarter that begins on a day or after it.
  package func firstQuarter(from day: Int32) -> Int {
    let quarter = quarter(of: day)
    return firstDay(of: quarter) < day ? quarter + 1 : quarter
  }

  /// The last quarter that ends on a day or before it.
  package func lastQuarter(through day: Int32) -> Int { quarter(of: day + 1) - 1 }

  /// The same day of the month so many months later, or that month's last day where it has none,
  /// and whether it has none.
  @inline(__always)
  package func adding(_ months: Int, to day: Int32) -> (day: Int32, isLast: Bool) {
    guard let month = month(of: day), starts.indices.contains(month + months + 1) else {
      let start = Day(number: day)
      let later = start.adding(months: months)
      return (later.number, later.parts.day < start.parts.day)
    }
    let start = starts[month + months]
    let length = starts[month + months + 1] - start
    let place = day - starts[month]
    return (start + min(place, length - 1), place >= length)
  }
}
