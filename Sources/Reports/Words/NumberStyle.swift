package import Warehouse

/// How numbers, shares and days are written for people of a language.
///
/// | | en | es | fr |
/// |---|---|---|---|
/// | number | 1,234.5 | 1234,5 · 12 345,5 | 1 234,5 |
/// | share | 43.8% | 43,8 % | 43,8 % |
/// | day | 1 January 2026 | 1 de enero de 2026 | 1er janvier 2026 |
///
/// Spaces inside numbers do not break: U+202F between groups in French, U+00A0 in Spanish (from
/// five digits: the academies' rule) and before `%`. Minus is U+2212.
package struct NumberStyle: Sendable {
  /// The language of the months' names.
  package let language: Language
  private let decimalMark: String
  private let groupMark: String
  private let groupsFrom: Int
  private let percentSign: String

  /// The style of a language.
  package init(_ language: Language) {
    self.language = language
    switch language {
    case .en: (decimalMark, groupMark, groupsFrom, percentSign) = (".", ",", 4, "%")
    case .es: (decimalMark, groupMark, groupsFrom, percentSign) = (",", "\u{A0}", 5, "\u{A0}%")
    case .fr: (decimalMark, groupMark, groupsFrom, percentSign) = (",", "\u{202F}", 4, "\u{A0}%")
    }
  }

  /// What stands between a name and what it names.
  package var colon: String { language == .fr ? "\u{A0}: " : ": " }

  /// What stands between the items of a list that hold commas.
  package var listMark: String { language == .fr ? "\u{A0}; " : "; " }

  /// A whole number.
  package func count(_ number: Int) -> String {
    var text = ByteText()
    append(number, to: &text)
    return text.text
  }

  /// A measured number with so many decimals.
  package func number(_ value: Double, places: Int) -> String {
    var text = ByteText()
    append(value, places: places, to: &text)
    return text.text
  }

  /// A share of one as per cent with one decimal.
  package func share(_ value: Double) -> String {
    var text = ByteText()
    append(share: value, to: &text)
    return text.text
  }

  /// A share of one as whole per cent, for labels inside drawings.
  package func wholeShare(_ value: Double) -> String {
    guard let number = SixDecimals(value) else { return "–" }
    return count(Int(clamping: number.rounded(places: 2))) + percentSign
  }

  /// A share of one as per cent with as few decimals as it needs, for scales.
  package func scaleShare(_ value: Double) -> String {
    guard let number = SixDecimals(value), number.rounded(places: 3) % 10 != 0 else {
      return wholeShare(value)
    }
    return share(value)
  }

  /// A difference of shares in percentage points, one decimal, always with its sign.
  package func points(_ value: Double) -> String {
    var text = ByteText()
    append(points: value, to: &text)
    return text.text
  }

  /// A day in words.
  package func day(_ day: Day) -> String {
    let (year, month, number) = day.parts
    let name = Self.months(language)[month - 1]
    return switch language {
    case .en: "\(number) \(name) \(year)"
    case .es: "\(number) de \(name) de \(year)"
    case .fr: "\(number == 1 ? "1er" : "\(number)") \(name) \(year)"
    }
  }

  /// A day in few characters, for columns: `5 Feb 2026`, `5 feb 2026`.
  package func shortDay(_ day: Day) -> String {
    let (year, month, number) = day.parts
    let first = language == .fr && number == 1 ? "1er" : "\(number)"
    return "\(first) \(Self.shortMonths(language)[month - 1]) \(year)"
  }

  // MARK: - Into text under construction

  func append(_ number: Int, to text: inout ByteText) {
    if number < 0 { text.append("\u{2212}") }
    append(digits: UInt64(number.magnitude), to: &text)
  }

  func append(_ value: Double, places: Int, to text: inout ByteText) {
    guard let number = SixDecimals(value) else { return text.append("–") }
    let rounded = number.rounded(places: places)
    if number.isNegative, rounded > 0 { text.append("\u{2212}") }
    append(rounded, places: places, to: &text)
  }

  func append(share value: Double, to text: inout ByteText) {
    guard let number = SixDecimals(value) else { return text.append("–") }
    // Per mille is per cent with one decimal.
    let perMille = number.rounded(places: 3)
    if number.isNegative, perMille > 0 { text.append("\u{2212}") }
    append(perMille, places: 1, to: &text)
    text.append(percentSign)
  }

  func append(points value: Double, to text: inout ByteText) {
    guard let number = SixDecimals(value) else { return text.append("–") }
    let perMille = number.rounded(places: 3)
    if perMille > 0 { text.append(number.isNegative ? "\u{2212}" : "+") }
    append(perMille, places: 1, to: &text)
  }

  private func append(_ scaled: UInt128, places: Int, to text: inout ByteText) {
    var unit: UInt128 = 1
    for _ in 0..<places { unit *= 10 }
    append(digits: UInt64(clamping: scaled / unit), to: &text)
    guard places > 0 else { return }
    text.append(decimalMark)
    text.append(digitsOf: UInt64(scaled % unit), width: places)
  }

  private func append(digits number: UInt64, to text: inout ByteText) {
    var limit: UInt64 = 1
    for _ in 1..<groupsFrom { limit *= 10 }
    guard number >= limit else { return text.append(digitsOf: number) }
    var groups: [UInt64] = []
    var rest = number
    while rest >= 1000 {
      groups.append(rest % 1000)
      rest /= 1000
    }
    text.append(digitsOf: rest)
    for group in groups.reversed() {
      text.append(groupMark)
      text.append(digitsOf: group, width: 3)
    }
  }

  // MARK: - Names of months

  private static func months(_ language: Language) -> [String] {
    switch language {
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    case .es:
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
      ]
    case .fr:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ]
    }
  }

  private static func shortMonths(_ language: Language) -> [String] {
    switch language {
    case .en:
      ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    case .es:
      ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]
    case .fr:
      [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.",
        "déc.",
      ]
    }
  }
}
