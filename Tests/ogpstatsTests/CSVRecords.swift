/// As much of CSV as the tests need.
enum CSVRecords {
  /// The records of a text with LF at the end of each line.
  static func parse(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted {
        if scalar == "\"" {
          isQuoted = false
          wasQuote = true
        } else {
          cell.unicodeScalars.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"":
        if wasQuote { cell += "\"" }
        isQuoted = true
      case ",", "\n":
        record.append(cell)
        cell = ""
        if scalar == "\n" {
          records.append(record)
          record = []
        }
      case "\r": continue
      default: cell.unicodeScalars.append(scalar)
      }
      wasQuote = false
    }
    return records
  }
}
