import Foundation
import Testing
import Warehouse

@testable import Reports

@Suite("Formats")
struct FormatsTests {
  static let table = ResultTable(
    name: "example",
    columns: [
      ResultTable.Column("region", .label), ResultTable.Column("level", .label),
      ResultTable.Column("count", .count), ResultTable.Column("share", .share),
      ResultTable.Column("difference", .share), ResultTable.Column("since", .day),
      ResultTable.Column("reasons", .label), ResultTable.Column("name", .label),
    ],
    rows: [
      [
        .code("americas", list: .region), .word("on_time"), .count(12_345), .share(0.4375),
        .share(-0.02), .day(Day(number: 20_454)), .words(["no_next_plan", "tracker_silent"]),
        .text("Ñuñoa"),
      ],
      [
        .word("unknown"), .word("active>inactive_voluntary"), .count(0), .empty, .share(0.02),
        .empty, .empty, .text("O'Brien \"Q\", <b>|*"),
      ],
    ])

  @Test("CSV carries codes, six decimals and ISO days, and quotes only where needed")
  func csv() {
    #expect(
      Self.table.formatted(.csv, language: .fr) == """
        region,level,count,share,difference,since,reasons,name
        americas,on_time,12345,0.437500,-0.020000,2026-01-01,no_next_plan;tracker_silent,Ñuñoa
        unknown,active>inactive_voluntary,0,,0.020000,,,"O'Brien ""Q"", <b>|*"

        """)
  }

  @Test("JSON carries numbers as numbers and null for empty")
  func json() throws {
    let text = Self.table.formatted(.json, language: .es)
    #expect(!text.contains("<"))
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(rows.count == 2)
    #expect(rows[0]["share"] as? Double == 0.4375)
    #expect(rows[0]["count"] as? Int == 12_345)
    #expect(rows[0]["reasons"] as? [String] == ["no_next_plan", "tracker_silent"])
    #expect(rows[1]["share"] is NSNull)
    #expect(rows[1]["name"] as? String == "O'Brien \"Q\", <b>|*")
  }

  @Test("a terminal table has labels, the numbers of its language, and straight columns")
  func terminal() {
    let kept = [0, 1, 2, 3, 5]
    let narrow = ResultTable(
      name: "narrow", columns: kept.map { Self.table.columns[$0] },
      rows: Self.table.rows.map { row in kept.map { row[$0] } })
    #expect(
      narrow.formatted(.table, language: .es)
        == """
        Región    Nivel                           Número  Proporción  Desde
        ────────  ──────────────────────────────  ──────  ──────────  ──────────
        Américas  A tiempo                        12~345      43,8~%  1 ene 2026
        Sin dato  Activo → Inactivo (voluntario)       0

        """.replacing("~", with: "\u{A0}"))
  }

  @Test("Markdown escapes what Markdown and HTML obey")
  func markdown() {
    let lines = Self.table.formatted(.markdown, language: .en).split(separator: "\n")
    #expect(lines[0].contains("| Difference (pp) |"))
    #expect(lines[1].hasPrefix("| -------- | "))
    #expect(lines[1].contains("| -----: |"))
    #expect(lines[3].contains(#"O'Brien "Q", &lt;b>\|\*"#))
    #expect(lines.allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") })
  }

  @Test("a spreadsheet gets a mark, CR LF, its own comma, and no formulas")
  func spreadsheet() {
    let table = ResultTable(
      name: "names",
      columns: [ResultTable.Column("name", .label), ResultTable.Column("share", .share)],
      rows: [
        [.text("=1+1 Town"), .share(-0.5)], [.text("＝1"), .share(1)], [.text("a=b"), .empty],
        [.text("\tx"), .empty], [.text("-5"), .empty],
      ])
    let (bytes, guarded) = table.spreadsheetBytes(
      SpreadsheetFlavour(delimiter: .semicolon, decimalMark: .comma))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\u{FEFF}name;share\r\n'=1+1 Town;-0,500000\r\n'＝1;1,000000\r\na=b;\r\n'\tx;\r\n'-5;\r\n"
    )
    #expect(guarded == 4)
    let (commas, _) = table.spreadsheetBytes(
      SpreadsheetFlavour(delimiter: .comma, decimalMark: .comma))
    #expect(String(decoding: commas, as: UTF8.self).contains("'=1+1 Town,\"-0,500000\"\r\n"))
  }

  @Test("an empty cell that is all of its row is written as quotes")
  func onlyColumn() {
    let table = ResultTable(
      name: "one", columns: [ResultTable.Column("a", .label)], rows: [[.empty], [.text("x")]])
    #expect(table.formatted(.csv, language: .en) == "a\n\"\"\nx\n")
  }

  @Test("what a CSV reader finds is what the table holds, whatever the text")
  func roundTrip() throws {
    var random = SplitMix(seed: 3)
    let pieces = ["a", "\"", ",", ";", "\n", "\r", " ", "é", "", "=", "👩‍🚒", "\u{202E}", "\t"]
    for _ in 0..<300 {
      let columns = Int(random.next() % 3) + 1
      let rows = (0..<Int(random.next() % 5)).map { _ in
        (0..<columns).map { _ in
          (0..<Int(random.next() % 6)).map { _ in pieces[Int(random.next() % 13)] }.joined()
        }
      }
      let table = ResultTable(
        name: "any", columns: (0..<columns).map { ResultTable.Column("c\($0)", .label) },
        rows: rows.map { $0.map { .text($0) } })
      #expect(PlainCSV.rows(table.formatted(.csv, language: .en)).dropFirst().elementsEqual(rows))
    }
  }
}

@Suite("DisplayWidth")
struct DisplayWidthTests {
  static let examples: [(String, Int)] = [
    ("", 0), ("Ñuñoa", 5), ("e\u{301}", 1), ("日本", 4), ("👩‍🚒", 2), ("🇲🇽", 2), ("한국", 4),
    ("בּ", 1), ("☎\u{FE0F}", 2), ("ＡＢ", 4), ("−5", 2), ("a\u{200B}b", 2),
  ]

  @Test("counts the columns of a terminal", arguments: examples)
  func width(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test("control characters are shown, not obeyed")
  func inert() {
    #expect("a\u{1B}[31mb\u{7F}\u{9B}\n\u{202E}c".inert == "a␛[31mb␡\u{FFFD}␤\u{FFFD}c")
    #expect("Ñuñoa שלום".inert == "Ñuñoa שלום")
  }
}

@Suite("Words")
struct WordsTests {
  @Test("every word is said in three languages", arguments: Word.allCases)
  func said(word: Word) {
    for language in Language.allCases { #expect(!word.label(language).isEmpty) }
  }

  @Test("compound words are read")
  func compound() {
    var words = Vocabulary(.fr)
    #expect(words.label("inactive>inactive_voluntary") == "Inactif → Inactif (volontaire)")
    #expect(words.label("requirement_met:forum") == "Exigence satisfaite\u{A0}: Forum")
    #expect(
      words.label("tracker_update|resumed") == "Rapport dans l’outil de suivi ou Activités reprises"
    )
    #expect(words.label("silent_quarters=3") == "silent_quarters=3")
  }

  @Test("numbers follow their language")
  func numbers() {
    let (en, es, fr) = (NumberStyle(.en), NumberStyle(.es), NumberStyle(.fr))
    #expect([en, es, fr].map { $0.count(1234) } == ["1,234", "1234", "1\u{202F}234"])
    #expect(
      [en, es, fr].map { $0.count(-1_234_567) } == [
        "\u{2212}1,234,567", "\u{2212}1\u{A0}234\u{A0}567", "\u{2212}1\u{202F}234\u{202F}567",
      ])
    #expect([en, es, fr].map { $0.share(0.4375) } == ["43.8%", "43,8\u{A0}%", "43,8\u{A0}%"])
    #expect([en, fr].map { $0.points(-0.00049) } == ["0.0", "0,0"])
    #expect(es.points(0.021) == "+2,1")
    #expect(fr.number(12_345.25, places: 1) == "12\u{202F}345,3")
    let first = Day(number: 20_454)
    #expect(
      [en, es, fr].map { $0.day(first) } == [
        "1 January 2026", "1 de enero de 2026", "1er janvier 2026",
      ])
  }
}
