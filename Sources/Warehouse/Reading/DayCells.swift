internal import Storage

/// Days from cells: ten digits and hyphens are read as one word, by a table of months.
struct DayCells: Sendable {
  /// Days of data.md.
  static let standard = DayCells()

  /// The number of the first day of each month from 1900-01 to 2200-01.
  private let monthStarts: [Int32]

  private init() {
    monthStarts = (0...3600).map { Day(unchecked: 1900 + $0 / 12, $0 % 12 + 1, 1).number }
  }

  /// The day number of `YYYY-MM-DD`, which must be ten bytes within the text.
  ///
  /// - Returns: Nothing where it is no day between 1900 and 2199.
  @inline(__always)
  func number(_ text: RawSpan, _ start: Int) -> Int32? {
    // The digits' values where digits stand, 0 where hyphens stand, else something above 9 or 0.
    let word = text.word(start) ^ 0x2D30_302D_3030_3030
    let pair = text.pair(start &+ 8) ^ 0x3030
    guard (word | (word &+ 0x7F76_767F_7676_7676)) & 0x8080_8080_8080_8080 == 0,
      (pair | (pair &+ 0x7676)) & 0x8080 == 0
    else { return nil }
    let thousands = word & 0xFF
    let hundreds = word >> 8 & 0xFF
    let tens = word >> 16 & 0xFF
    let ones = word >> 24 & 0xFF
    let year = Int(truncatingIfNeeded: thousands &* 1000 &+ hundreds &* 100 &+ tens &* 10 &+ ones)
    let month = Int(truncatingIfNeeded: (word >> 40 & 0xFF) &* 10 &+ (word >> 48 & 0xFF))
    let day = Int32(truncatingIfNeeded: (pair & 0xFF) &* 10 &+ pair >> 8)
    guard year >= 1900, year < 2200, month >= 1, month <= 12, day >= 1 else { return nil }
    let index = (year &- 1900) &* 12 &+ month &- 1
    let number = monthStarts[index] &+ day &- 1
    return number < monthStarts[index &+ 1] ? number : nil
  }

  /// What a cell's text, without the space around it, says of a day.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - month: Whether `YYYY-MM` and `MM/YYYY` are days too, and if so whether the month's last.
  /// - Returns: The day, or what is wrong.
  func read(_ text: String, month: Bool?) -> Result<Int32, DayFault> {
    let bytes = Array(text.utf8)
    func digits(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    if bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = digits(0..<4),
      let monthNumber = digits(5..<7), let day = digits(8..<10)
    {
      return check(year, monthNumber, day)
    }
    if let ends = month, bytes.count == 7 {
      let parts: (Int, Int)? =
        if bytes[4] == 0x2D, let year = digits(0..<4), let number = digits(5..<7) {
          (year, number)
        } else if bytes[2] == 0x2F, let number = digits(0..<2), let year = digits(3..<7) {
          (year, number)
        } else {
          nil
        }
      if let (year, number) = parts {
        guard (1...12).contains(number) else { return .failure(.noSuchMonth) }
        return check(year, number, ends ? Day.daysIn(month: number, ofYear: year) : 1)
      }
    }
    return .failure(.notADay)
  }

  private func check(_ year: Int, _ month: Int, _ day: Int) -> Result<Int32, DayFault> {
    guard (1...12).contains(month) else { return .failure(.noSuchMonth) }
    guard (1900...2199).contains(year) else { return .failure(.outOfRange) }
    let last = Day.daysIn(month: month, ofYear: year)
    guard (1...last).contains(day) else {
      return .failure(.noSuchDay(month: Day(unchecked: year, month, 1), last: last))
    }
    return .success(Day(unchecked: year, month, day).number)
  }
}

/// Why a text is not a day.
enum DayFault: Error {
  case notADay, noSuchMonth, outOfRange
  case noSuchDay(month: Day, last: Int)

  /// What was expected, for messages.
  ///
  /// - Parameters:
  ///   - month: Whether a month would do.
  ///   - text: What stands there.
  /// - Returns: What was expected, and the day that is meant where that is beyond doubt.
  func expectation(month: Bool, of text: String) -> String {
    switch self {
    case .notADay:
      (month
        ? "expected a day as YYYY-MM-DD, or a month as YYYY-MM or MM/YYYY"
        : "expected a day as YYYY-MM-DD")
        + (Self.meant(by: text).map { "; did you mean \($0)?" } ?? "")
    case .noSuchMonth: "the calendar has no such month; expected 01 to 12"
    case .noSuchDay(let month, let last):
      "the calendar has no such day; \(month.description.dropLast(3)) has \(last) days"
    case .outOfRange: "expected a day from 1900-01-01 to 2199-12-31"
    }
  }

  /// The day that is meant by a text that begins with the year.
  ///
  /// Such as `2021-2-26`, `2021/02/26`, `20210226`, `2021-02-26T00:00`; where a day or month comes
  /// first nobody can tell which is which.
  private static func meant(by text: String) -> Day? {
    var groups: [(value: Int, length: Int)] = []
    var isInGroup = false
    for byte in text.utf8.prefix(40) {
      guard (0x30...0x39).contains(byte) else {
        isInGroup = false
        continue
      }
      if isInGroup, let last = groups.popLast() {
        guard last.length < 8 else { return nil }
        groups.append((last.value * 10 + Int(byte - 0x30), last.length + 1))
      } else {
        groups.append((Int(byte - 0x30), 1))
      }
      isInGroup = true
    }
    let day: Day?
    if let first = groups.first, first.length == 8 {
      day = Day(year: first.value / 10_000, month: first.value / 100 % 100, day: first.value % 100)
    } else if groups.count >= 3, groups[0].length == 4, groups[1].length <= 2,
      groups[2].length <= 2
    {
      day = Day(year: groups[0].value, month: groups[1].value, day: groups[2].value)
    } else {
      day = nil
    }
    return day.flatMap { (Day.first...Day.last).contains($0) ? $0 : nil }
  }
}
