public import Foundation
public import Warehouse

/// As much of CSV as the expected files need.
public enum CSVText {
  /// The rows of an expected file of a case.
  public static func rows(of folder: URL, _ file: String) throws -> [[String]] {
    let url = folder.appending(path: "expected/\(file)")
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var isAfterQuote = false
    for character in text.unicodeScalars {
      if isQuoted {
        if isAfterQuote, character == "\"" {
          cell.unicodeScalars.append(character)
          isAfterQuote = false
          continue
        }
        guard isAfterQuote else {
          if character == "\"" {
            isAfterQuote = true
          } else {
            cell.unicodeScalars.append(character)
          }
          continue
        }
        isQuoted = false
        isAfterQuote = false
      }
      switch character {
      case "\"": isQuoted = true
      case ",", "\n":
        row.append(cell)
        cell = ""
        if character == "\n" {
          rows.append(row)
          row = []
        }
      case "\r": continue
      default: cell.unicodeScalars.append(character)
      }
    }
    return rows
  }

  /// A cell as CSV has it, numbers unrounded.
  public static func text(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .empty: ""
    case .code(let code, _): code
    case .word(let text), .text(let text): text
    case .count(let count): String(count)
    case .number(let number), .share(let number): String(number)
    case .day(let day): day.description
    case .words(let words): words.joined(separator: ";")
    }
  }

  /// Whether two cells are the same text, or numbers within a millionth.
  public static func agree(_ cell: String, _ wanted: String) -> Bool {
    if cell == wanted { return true }
    guard let number = Double(cell), let other = Double(wanted) else { return false }
    return abs(number - other) <= 1e-6
  }
}
