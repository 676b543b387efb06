import Foundation
import TestSupport
import Warehouse

/// What cells may hold, as data.md says it, with strings and dictionaries only.
enum PlainCells {
  enum Reading: Equatable {
    case missing
    case value(String)
    case wrong(String)
  }

  /// The codes of each list in order, from taxonomy.csv itself.
  static let taxonomy: [String: [(code: String, names: [String])]] = {
    let url = Shared.folder.appending(path: "spec/taxonomy.csv")
    let csv = PlainCSV(Array((try? Data(contentsOf: url)) ?? Data()))
    var lists: [String: [(code: String, names: [String])]] = [:]
    for record in csv.records.dropFirst() {
      let cells = record.cells.map { String(decoding: $0.text, as: UTF8.self) }
      let names = cells[1...4] + cells[6].split(separator: "|").map(String.init)
      lists[cells[0], default: []].append((cells[1], names.filter { !$0.isEmpty }))
    }
    lists["list"] = [("policy_area", ["policy_area"]), ("sector", ["sector"])]
    return lists
  }()

  static func trimmed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// Text without case, accents and surrounding space.
  static func folded(_ text: String) -> String {
    let plain = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !(0x300...0x36F).contains($0.value) }
    return trimmed(
      String(String.UnicodeScalarView(plain)).replacingOccurrences(of: "’", with: "'")
        .replacingOccurrences(of: "œ", with: "oe"))
  }

  static func isBlank(_ text: String) -> Bool { trimmed(text).isEmpty }

  private static func digits(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private static func lastDay(_ year: Int, _ month: Int) -> Int {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// A day; `month`: whether and which day of a month is meant by the month alone.
  private static func day(_ cell: String, month: String? = nil) -> Reading {
    let text = trimmed(cell)
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
    var year = 0
    var monthNumber = 0
    var day = 0
    if parts.map(\.utf8.count) == [4, 2, 2], let first = digits(parts[0]),
      let second = digits(parts[1]), let third = digits(parts[2])
    {
      (year, monthNumber, day) = (first, second, third)
    } else if let month, parts.map(\.utf8.count) == [4, 2] || slashed.map(\.utf8.count) == [2, 4],
      let first = digits(parts.count == 2 ? parts[0] : slashed[1]),
      let second = digits(parts.count == 2 ? parts[1] : slashed[0]), (1...12).contains(second)
    {
      (year, monthNumber) = (first, second)
      day = month == "first" ? 1 : lastDay(first, second)
    } else {
      return .wrong("bad-date")
    }
    guard (1900...2199).contains(year), (1...12).contains(monthNumber), day >= 1,
      day <= lastDay(year, monthNumber)
    else { return .wrong("bad-date") }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return .value("\(year)-\(padded(monthNumber))-\(padded(day))")
  }

  private static let answers = [
    "yes": "yes", "true": "yes", "1": "yes", "si": "yes", "oui": "yes", "no": "no", "false": "no",
    "0": "no", "non": "no",
  ]

  /// A cell that is neither an id, a reference nor a list.
  static func read(_ cell: String, _ type: String, names: [String: [String: String]]) -> Reading {
    if isBlank(cell) { return .missing }
    switch type {
    case "text": return .value(cell)
    case "date": return day(cell)
    case "first-of-month": return day(cell, month: "first")
    case "last-of-month": return day(cell, month: "last")
    case "yes-no":
      return answers[folded(cell)].map { .value($0) } ?? .wrong("bad-yes-no")
    case "practice":
      if let answer = answers[folded(cell)] { return .value(answer) }
      return names["resources_secured"]?[folded(cell)].map { .value($0) } ?? .wrong("bad-code")
    case "country":
      let text = trimmed(cell)
      guard text.utf8.count == 3, let country = Country(text), country.isAssigned else {
        return .wrong("bad-country")
      }
      return .value(text.uppercased())
    case "number":
      let text = trimmed(cell)
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int64(text) else {
        return .wrong("bad-number")
      }
      return .value(String(number))
    default:
      return names[type]?[folded(cell)].map { .value($0) } ?? .wrong("bad-code")
    }
  }

  /// What is wrong with an id, which is not blank.
  static func isId(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return bytes.count <= 128 && bytes.first != 0x20 && bytes.last != 0x20
      && text.allSatisfy { scalar in
        scalar != ";" && scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
      }
  }
}
