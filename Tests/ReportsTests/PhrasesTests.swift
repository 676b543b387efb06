import Glibc
import Testing
import Warehouse

@testable import Reports

@Suite("Phrases")
struct PhrasesTests {
  static let all: [(name: String, texts: Texts)] =
    phrases(Label.self) + phrases(DashboardLabel.self) + phrases(Chapter.self)
    + phrases(Finding.self) + phrases(Heading.self)
    + phrases(Caption.self) + phrases(Note.self)

  private static func phrases<List: Phrase & CaseIterable>(
    _ list: List.Type
  ) -> [(name: String, texts: Texts)] {
    list.allCases.map { ("\(list).\($0)", $0.texts) }
  }

  private static func places(_ text: String) -> Set<Substring> {
    Set(text.matches(of: /\{\d\}/).map(\.output))
  }

  @Test("a phrase has the same places in every language")
  func places() {
    #expect(Self.all.count > 150)
    for (name, texts) in Self.all {
      let own = Self.places(texts.en)
      #expect(Self.places(texts.es) == own, "\(name)")
      #expect(Self.places(texts.fr) == own, "\(name)")
      // Places are numbered from 0 without a gap.
      #expect(own == Set((0..<own.count).map { Substring("{\($0)}") }), "\(name)")
    }
  }

  @Test("no English sentence is left in Spanish or French")
  func translated() {
    for (name, texts) in Self.all where texts.en.contains(where: \.isLetter) {
      let words = texts.en.replacing(/\{\d\}/, with: "").split { !$0.isLetter }
      guard words.count > 1 else { continue }
      #expect(texts.es != texts.en, "\(name)")
      #expect(texts.fr != texts.en, "\(name)")
    }
  }

  @Test("French has a space that does not break before tall punctuation")
  func french() {
    for (name, texts) in Self.all {
      for mark in [":", ";", "?", "!", "»"] {
        #expect(!texts.fr.contains(" \(mark)"), "\(name)")
      }
      #expect(!texts.fr.contains("« ") && !texts.fr.contains("'"), "\(name)")
      #expect(texts.fr.matches(of: /[^\u{A0} \d][:;?!]( |$)/).isEmpty, "\(name): \(texts.fr)")
    }
    for word in Word.allCases {
      #expect(!word.label(.fr).contains(" %") && !word.label(.es).contains(" %"), "\(word)")
    }
  }

  @Test("nouns agree with their number")
  func nouns() {
    #expect(Noun.commitment.form(0, .en) == "commitments")
    #expect(Noun.commitment.form(0, .es) == "compromisos")
    #expect(Noun.commitment.form(0, .fr) == "engagement")
    #expect(Noun.plan.form(1, .es) == "plan de acción")
    #expect(Noun.plan.form(2, .fr) == "plans d’action")
  }

  @Test("sentences are filled in each language's own way")
  func sentences() throws {
    let sentence = Sentence(
      Finding.up, .distance(0.0384), .plain("X"), .distance(0.0124), .distance(0.0644))
    var (en, fr) = (Speaker(.en), Speaker(.fr))
    #expect(
      en.say(sentence) == "That is 3.8 percentage points more than in X (interval 1.2 to 6.4).")
    #expect(
      fr.say(sentence)
        == "C’est 3,8 points de pourcentage de plus qu’en X (intervalle 1,2 à 6,4).")
    #expect(fr.say(.things(1234, .row)) == "1\u{202F}234\u{A0}lignes")
  }
}

@Suite("Palette")
struct PaletteTests {
  static let style = Markup.Trusted.stylesheet.text

  /// The values of the style's variables, for light or dark screens.
  static func colours(dark: Bool) -> [String: String] {
    let parts = style.split(
      separator: "@media screen and (prefers-color-scheme:dark)", maxSplits: 1)
    let text = dark ? String(parts[1].prefix { $0 != "*" }) : String(parts[0])
    var colours: [String: String] = [:]
    for match in text.matches(of: /--([a-z0-9]+):(#[0-9a-f]{6})/) {
      colours[String(match.output.1)] = String(match.output.2)
    }
    return colours
  }

  static func luminance(_ hex: String) -> Double {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    func linear(_ shift: Int) -> Double {
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }

  static func contrast(_ one: String?, _ other: String?) -> Double {
    guard let one, let other else { return 0 }
    let pair = [luminance(one), luminance(other)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  @Test(
    "shapes stand out from both backgrounds, text from what it stands on", arguments: [false, true])
  func contrasts(dark: Bool) {
    let colours = Self.colours(dark: dark)
    #expect(colours.count > 40)
    for background in ["bg", "bg2"] {
      for shape in [
        "c1", "c2", "c3", "c4", "m1", "m2", "m3", "m4", "k1", "k2", "k3", "k4", "k5", "k6",
      ] {
        #expect(
          Self.contrast(colours[shape], colours[background]) >= 3, "\(shape) on \(background)")
      }
      for text in ["text", "muted", "link", "visited", "gain", "loss"] {
        #expect(
          Self.contrast(colours[text], colours[background]) >= 4.5, "\(text) on \(background)")
      }
      #expect(Self.contrast(colours["border"], colours[background]) >= 3)
      #expect(Self.contrast(colours["axis"], colours[background]) >= 3)
    }
    #expect(Self.contrast(colours["warn"], colours["warnbg"]) >= 4.5)
    for (text, fills) in [("d", "c"), ("g", "h"), ("n", "m"), ("t", "k")] {
      for number in 1...6 {
        guard let fill = colours["\(fills)\(number)"] else { continue }
        #expect(
          Self.contrast(colours["\(text)\(number)"], fill) >= 4.5,
          "\(text)\(number) on \(fills)\(number)")
      }
    }
  }

  @Test("style and script keep to their budgets")
  func budgets() {
    #expect(Self.style.utf8.count <= 15_000)
    #expect(Markup.Trusted.script.text.utf8.count <= 5_000)
  }
}
