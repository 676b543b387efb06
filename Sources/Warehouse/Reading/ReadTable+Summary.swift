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
    var range: ClosedRange<Int32>?
    for name in columns where schema.number(of: name) != nil {
      for number in self[name].words where number != OptionalDays.missing {
        guard let known = range else {
          range = number...number
          continue
        }
        if number < known.lowerBound { range = number...known.upperBound }
        if number > known.upperBound { range = known.lowerBound...number }
      }
    }
    return range.map { Day(number: $0.lowerBound)...Day(number: $0.upperBound) }
  }
}
