extension Day {
  /// The same day of the month so many months later, or that month's last day where it has none.
  ///
  /// This is the reading of every deadline (status.md, "Time"): 31 October and four months give
  /// the last day of February. Always add from the original day: adding 2 and then 2 months can
  /// end elsewhere than adding 4.
  ///
  /// - Parameter months: How many months; negative for earlier.
  /// - Returns: The day, which never lies in another month than the one counted to.
  public func adding(months: Int) -> Day {
    let (year, month, day) = parts
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let lastDay = Day.daysIn(month: newMonth, ofYear: newYear)
    return Day(unchecked: newYear, newMonth, min(day, lastDay))
  }
}
