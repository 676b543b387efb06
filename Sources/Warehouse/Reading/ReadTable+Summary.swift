extension ReadTable {
  /// The table's rows, missing values and period.
  func summary(rejected: Int) -> TableSummary {
    TableSummary(
      table: schema.table, fileName: fileName, rowCount: rowCount, rejectedCount: rejected,
      columns: schema.columns.enumerated().map { number, column in
        TableSummary.Column(
          name: column.name, isPresent: fileColumns[number] >= 0, missing: columns[number].missing)
      }, period: period)
  }

  private var period: ClosedRange<Day>? {
    let placing = ["joined_on", "submitted_on", "reported_on", "held_on", "on", "from_on"]
    let names = placing.filter { schema.number(of: $0) != nil }
    let columns = names.isEmpty ? ["starts_on", "ends_on"] : names
    let none = OptionalDays.missing.number
    var (first, last) = (Int32.max, none)
    for name in columns where schema.number(of: name) != nil {
      for day in self[name].days {
        // A missing day comes before all others: it must not be the first and cannot be the last.
        first = min(first, day.number == none ? Int32.max : day.number)
        last = max(last, day.number)
      }
    }
    return first <= last ? Day(number: first)...Day(number: last) : nil
  }
}
