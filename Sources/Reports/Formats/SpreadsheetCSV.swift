package import Warehouse

/// A flavour of CSV for people who open it in a spreadsheet: `--spreadsheet`.
///
/// Begins with a byte order mark and ends lines with CR LF. Text of the data that a spreadsheet
/// would run as a formula (`=1+1`) gets an apostrophe in front; numbers, days and codes are never
/// touched. What is in the cells is otherwise the same as in CSV for programs.
package struct SpreadsheetFlavour: Hashable, Sendable {
  /// What stands between cells.
  package enum Delimiter: String, CaseIterable, Sendable {
    /// For English and Mexican Excel.
    case comma = ","
    /// For Excel where a comma is the decimal mark.
    case semicolon = ";"
    /// A tab.
    case tab = "\t"
  }

  /// What stands between a number's whole and its decimals.
  package enum DecimalMark: String, CaseIterable, Sendable {
    case point = "."
    case comma = ","
  }

  /// What stands between cells.
  package let delimiter: Delimiter
  /// What stands between a number's whole and its decimals.
  package let decimalMark: DecimalMark

  /// A flavour.
  package init(delimiter: Delimiter = .comma, decimalMark: DecimalMark = .point) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
  }
}

extension ResultTable {
  /// The table as CSV for a spreadsheet.
  ///
  /// - Parameter flavour: Delimiter and decimal mark.
  /// - Returns: The bytes, and how many cells got an apostrophe.
  package func spreadsheetBytes(
    _ flavour: SpreadsheetFlavour
  ) -> (bytes: [UInt8], guardedCells: Int) {
    var csv = CSVWriter(flavour)
    csv.write(self)
    return (csv.text.bytes, csv.guardedCount)
  }
}
