import Membership
import Metrics
import Warehouse

/// A phrase with what stands in its places: the same in every language.
struct Sentence: Sendable {
  let phrase: any Phrase
  let arguments: [Argument]

  init(_ phrase: any Phrase, _ arguments: Argument...) {
    self.phrase = phrase
    self.arguments = arguments
  }
}

/// What stands in a place of a phrase.
indirect enum Argument: Sendable {
  case count(Int)
  /// So many things: 12 commitments.
  case things(Int, Noun)
  case share(Double)
  /// A difference of shares, with its sign.
  case points(Double)
  /// A difference of shares without its sign, where the words say the direction.
  case distance(Double)
  /// The bounds of an interval of shares.
  case interval(Double, Double)
  case day(Day)
  /// A window: 2024–2025 where it is a biennium, else its days.
  case period(Window)
  /// A code, word or text as a table shows it.
  case cell(ResultTable.Cell)
  case sentence(Sentence)
  /// A text of the program: a version, a name of a file.
  case plain(String)
  /// What a parameter means.
  case meaning(Parameter)
  /// Several, with commas between them.
  case list([Argument])
}

/// Says sentences in one language.
struct Speaker {
  let language: Language
  let style: NumberStyle
  var vocabulary: Vocabulary

  init(_ language: Language) {
    self.language = language
    style = NumberStyle(language)
    vocabulary = Vocabulary(language)
  }

  /// A phrase without places.
  func say(_ phrase: any Phrase) -> String { phrase.texts.text(language) }

  /// A phrase with what stands in its places.
  mutating func say(_ phrase: any Phrase, _ arguments: Argument...) -> String {
    var text = ""
    pieces(of: phrase, arguments) { text += $0 }
    return text
  }

  /// A sentence as text.
  mutating func say(_ sentence: Sentence) -> String {
    var text = ""
    pieces(of: sentence.phrase, sentence.arguments) { text += $0 }
    return text
  }

  /// An argument as text.
  mutating func say(_ argument: Argument) -> String {
    switch argument {
    case .count(let number): return style.count(number)
    case .things(let number, let noun):
      return style.count(number) + "\u{A0}" + noun.form(number, language)
    case .share(let value): return style.share(value)
    case .points(let value): return style.points(value)
    case .distance(let value): return style.number(value.magnitude * 100, places: 1)
    case .interval(let low, let high):
      return say(Label.interval, .share(low), .share(high))
    case .day(let day): return style.day(day)
    case .period(let window): return say(window)
    case .cell(let cell): return say(cell)
    case .sentence(let sentence): return say(sentence)
    case .plain(let text): return text
    case .meaning(let parameter): return parameter.meaning(language)
    case .list(let items):
      var texts: [String] = []
      for item in items { texts.append(say(item)) }
      return texts.joined(separator: ", ")
    }
  }

  /// A cell outside a table.
  mutating func say(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .empty: ""
    case .code(let code, let list): vocabulary.label(code, in: list)
    case .word(let word): vocabulary.label(word)
    case .text(let text): Self.isolated(Markup.shortened(text))
    case .count(let number): style.count(number)
    case .number(let value): style.number(value, places: 1)
    case .share(let value): style.share(value)
    case .day(let day): style.day(day)
    case .words(let words): words.map { vocabulary.label($0) }.joined(separator: style.listMark)
    }
  }

  /// Text of the data inside a sentence, whose writing direction must end with it.
  private static func isolated(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : "\u{2068}" + text + "\u{2069}"
  }

  /// A window in few words.
  mutating func say(_ window: Window) -> String {
    guard let from = window.from, let to = window.to else {
      return window.to.map { "– " + style.day($0) } ?? window.from.map { style.day($0) + " –" }
        ?? "–"
    }
    let (first, next) = (from.parts, (to + 1).parts)
    let isYears = first.month == 1 && first.day == 1 && next.month == 1 && next.day == 1
    guard isYears else { return say(Label.period, .day(from), .day(to)) }
    return first.year == next.year - 1 ? "\(first.year)" : "\(first.year)–\(next.year - 1)"
  }

  /// The phrase with its places filled, piece by piece.
  mutating func pieces(
    of phrase: any Phrase, _ arguments: [Argument], _ add: (String) -> Void
  ) {
    let template = phrase.texts.text(language)
    guard !arguments.isEmpty else { return add(template) }
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      add(String(Substring(rest[..<open])))
      let digit = rest.index(after: open)
      let place = Int(rest[digit]) - 48
      if arguments.indices.contains(place) { add(say(arguments[place])) }
      rest = rest[rest.index(digit, offsetBy: 2)...]
    }
    add(String(Substring(rest)))
  }
}
