package import Warehouse

/// Writes days, numbers of things and sentences as people do in one of the three languages.
package struct Wording: Sendable {
  /// The language.
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// The text of the language, French with the spaces it puts before tall punctuation.
  func say(
    _ en: @autoclosure () -> String, _ es: @autoclosure () -> String,
    _ fr: @autoclosure () -> String
  ) -> String {
    switch language {
    case .en: en()
    case .es: es()
    case .fr: Self.spaced(fr())
    }
  }

  /// French text with spaces that do not break before `:`, `;`, `?` and `!`.
  static func spaced(_ text: String) -> String {
    var result = ""
    var held = false
    for character in text {
      if held {
        result += ":;?!".contains(character) ? "\u{A0}" : " "
        held = false
      }
      if character == " " { held = true } else { result.append(character) }
    }
    return held ? result + " " : result
  }

  /// A day: 1 January 2026, 1 de enero de 2026, 1er janvier 2026.
  func day(_ day: Day) -> String {
    let (year, month, number) = day.parts
    let name = Self.months[language.index][month - 1]
    return say(
      "\(number) \(name) \(year)", "\(number) de \(name) de \(year)",
      "\(number == 1 ? "1er" : "\(number)") \(name) \(year)")
  }

  func day(_ number: Int32) -> String { day(Day(number: number)) }

  /// So many things, with the word for one or for several; French counts 0 as one.
  func count(
    _ number: Int, _ en: (String, String), _ es: (String, String), _ fr: (String, String)
  ) -> String {
    say(
      "\(number) \(number == 1 ? en.0 : en.1)", "\(number) \(number == 1 ? es.0 : es.1)",
      "\(number) \(number <= 1 ? fr.0 : fr.1)")
  }

  func months(_ number: Int) -> String {
    count(number, ("month", "months"), ("mes", "meses"), ("mois", "mois"))
  }

  func quarters(_ number: Int) -> String {
    count(
      number, ("quarter", "consecutive quarters"), ("trimestre", "trimestres consecutivos"),
      ("trimestre", "trimestres consécutifs"))
  }

  func days(_ number: Int) -> String {
    count(number, ("day", "days"), ("día", "días"), ("jour", "jours"))
  }

  private static let months = [
    [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    [
      "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre",
    ],
    [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ],
  ]
}

extension Language {
  /// The position among the three.
  fileprivate var index: Int {
    switch self {
    case .en: 0
    case .es: 1
    case .fr: 2
    }
  }
}
