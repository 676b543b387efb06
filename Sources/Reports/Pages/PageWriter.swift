import Storage
import Warehouse

/// Writes a document as one page of one language.
struct PageWriter {
  var markup = Markup()
  var speaker: Speaker
  let document: Document
  let imprint: Imprint
  /// The files to download, once their sizes are known.
  let downloads: [Download]
  /// Which scales of drawings were written.
  var scales: Set<String> = []

  /// A file in the list of downloads.
  struct Download: Sendable {
    let path: String
    let title: Sentence
    let rows: Int
    let byteCount: Int
  }

  init(_ document: Document, in language: Language, _ imprint: Imprint, downloads: [Download]) {
    self.document = document
    self.imprint = imprint
    self.downloads = downloads
    speaker = Speaker(language)
    page()
  }

  private mutating func page() {
    markup.documentType()
    markup.open(
      .html, [Markup.Attribute(.lang, speaker.language.rawValue), Markup.Attribute(.dir, "ltr")])
    head()
    markup.open(.body)
    markup.element(
      .a, .class("skip"), Markup.Attribute(.href, "#main"), text: speaker.say(Label.skip))
    header()
    writeHatch()
    markup.open(.main, [.id("main"), Markup.Attribute(.tabindex, "-1")])
    markup.open(.div, [.class("wrap")])
    keyFigures()
    for chapter in document.chapters { write(chapter) }
    if !document.members.isEmpty { members() }
    method()
    files()
    markup.close(.div)
    markup.close(.main)
    footer()
    markup.open(.script)
    markup.write(.script)
    markup.close(.script)
    markup.close(.body)
    markup.close(.html)
    markup.endLine()
  }

  // MARK: - Head

  private mutating func head() {
    markup.open(.head)
    markup.element(.meta, Markup.Attribute(.charset, "utf-8"))
    markup.element(
      .meta, Markup.Attribute(.httpEquiv, "Content-Security-Policy"),
      Markup.Attribute(.content, ContentSecurityPolicy.text))
    markup.element(
      .meta, Markup.Attribute(.name, "viewport"),
      Markup.Attribute(.content, "width=device-width, initial-scale=1"))
    markup.element(
      .meta, Markup.Attribute(.name, "referrer"), Markup.Attribute(.content, "no-referrer"))
    markup.element(
      .meta, Markup.Attribute(.name, "generator"),
      Markup.Attribute(.content, "ogpstats \(imprint.version)"))
    markup.element(.link, Markup.Attribute(.rel, "icon"), Markup.Attribute(.href, "data:,"))
    var title = speaker.say(document.title)
    if let headline = document.headline { title = speaker.say(headline) + " – " + title }
    if imprint.about.isSynthetic { title = speaker.say(Label.syntheticMark, .plain(title)) }
    markup.element(.title, text: title)
    markup.open(.style)
    markup.write(.stylesheet)
    markup.close(.style)
    markup.close(.head)
    markup.endLine()
  }

  // MARK: - Header

  private mutating func header() {
    markup.open(.header, [.class("top")])
    markup.open(.div, [.class("wrap")])
    if imprint.languages.count > 1 { languages() }
    markup.element(.p, .class("kind"), text: speaker.say(document.subtitle))
    markup.element(.h1, text: speaker.say(document.title))
    if imprint.about.isSynthetic {
      markup.open(.p, [.class("banner")])
      markup.element(.strong, text: speaker.say(Label.syntheticTitle))
      markup.write(" " + speaker.say(Label.syntheticText))
      markup.close(.p)
    }
    markup.open(.p, [.class("scope")])
    for (place, sentence) in document.scope.enumerated() {
      if place > 0 { markup.write(" ") }
      markup.write(speaker.say(sentence))
    }
    markup.close(.p)
    if let caution = document.caution {
      markup.element(.p, .class("banner"), text: speaker.say(caution))
    }
    contents()
    markup.close(.div)
    markup.close(.header)
    markup.endLine()
  }

  private mutating func languages() {
    markup.open(
      .nav, [.class("langs"), Markup.Attribute(.ariaLabel, speaker.say(Label.languages))])
    markup.open(.ul)
    for language in imprint.languages {
      markup.open(.li)
      var attributes = [
        Markup.Attribute(.href, Imprint.fileName(language)),
        Markup.Attribute(.hreflang, language.rawValue), Markup.Attribute(.lang, language.rawValue),
      ]
      if language == speaker.language { attributes.append(Markup.Attribute(.ariaCurrent, "page")) }
      markup.element(.a, attributes: attributes, text: language.ownName)
      markup.close(.li)
    }
    markup.close(.ul)
    markup.close(.nav)
  }

  private mutating func contents() {
    markup.open(.nav, [.class("toc"), Markup.Attribute(.ariaLabel, speaker.say(Label.contents))])
    markup.open(.ul)
    var entries: [(String, Chapter)] = [("key", document.kind == .report ? .key : .today)]
    entries += document.chapters.map { ($0.id, $0.title) }
    if !document.members.isEmpty { entries.append(("members", .members)) }
    entries += [("notes", .notes), ("downloads", .downloads)]
    for (id, title) in entries {
      markup.open(.li)
      markup.element(.a, Markup.Attribute(.href, "#" + id), text: speaker.say(title))
      markup.close(.li)
    }
    markup.close(.ul)
    markup.close(.nav)
  }

  // MARK: - Main

  private mutating func openChapter(_ id: String, _ title: Chapter) {
    markup.open(
      .section,
      [.id(id), .class("ch"), Markup.Attribute(.ariaLabelledby, id + "-h")])
    markup.element(.h2, .id(id + "-h"), text: speaker.say(title))
    markup.endLine()
  }

  private mutating func keyFigures() {
    openChapter("key", document.kind == .report ? .key : .today)
    markup.open(.dl, [.class("kf")])
    for figure in document.keyFigures {
      markup.open(.div)
      markup.element(.dt, text: speaker.say(figure.label))
      markup.element(.dd, .class("big"), text: speaker.say(figure.value))
      for detail in figure.details {
        markup.element(.dd, .class("sub"), text: speaker.say(detail))
      }
      markup.close(.div)
      markup.endLine()
    }
    markup.close(.dl)
    if !document.findings.isEmpty {
      markup.element(.h3, text: speaker.say(Label.findingsTitle))
      markup.open(.ul, [.class("finds")])
      for finding in document.findings {
        markup.element(.li, text: speaker.say(finding))
        markup.endLine()
      }
      markup.close(.ul)
    }
    markup.close(.section)
    markup.endLine()
  }

  private mutating func write(_ chapter: DocumentChapter) {
    openChapter(chapter.id, chapter.title)
    for sentence in chapter.lead { markup.element(.p, text: speaker.say(sentence)) }
    for exhibit in chapter.exhibits { write(exhibit) }
    markup.close(.section)
    markup.endLine()
  }

  private mutating func write(_ exhibit: Exhibit) {
    let title = speaker.say(exhibit.heading)
    markup.open(
      .section,
      [.id(exhibit.id), .class("ex"), Markup.Attribute(.ariaLabelledby, exhibit.id + "-h")])
    markup.element(.h3, .id(exhibit.id + "-h"), text: title)
    markup.open(.figure)
    markup.element(.figcaption, text: speaker.say(exhibit.caption))
    switch exhibit.drawing {
    case .none: break
    case .stacked(let chart): write(chart)
    case .shares(let chart): write(chart)
    case .columns(let chart): write(chart, id: exhibit.id + "-d", title: title)
    case .multiples(let charts): write(charts)
    }
    for table in exhibit.tables { write(table) }
    markup.close(.figure)
    for note in exhibit.notes {
      markup.element(.p, .class("note"), text: speaker.say(note))
    }
    markup.close(.section)
    markup.endLine()
  }

  private mutating func members() {
    openChapter("members", .members)
    writeYears(document.years)
    for member in document.members { write(member) }
    markup.close(.section)
    markup.endLine()
  }

  // MARK: - Notes, files, footer

  private mutating func method() {
    openChapter("notes", .notes)
    markup.open(.ul, [.class("notes")])
    for sentence in document.method {
      markup.element(.li, text: speaker.say(sentence))
      markup.endLine()
    }
    markup.close(.ul)
    markup.close(.section)
    markup.endLine()
  }

  private mutating func files() {
    openChapter("downloads", .downloads)
    markup.element(.p, text: speaker.say(Label.downloadsText, .plain(Receipt.fileName)))
    markup.open(
      .div,
      [
        .class("scroll"), Markup.Attribute(.role, "region"),
        Markup.Attribute(
          .ariaLabel, speaker.say(Label.tableOf, .plain(speaker.say(Chapter.downloads)))),
        Markup.Attribute(.tabindex, "0"),
      ])
    markup.open(.table, [.class("l2")])
    markup.element(.caption, text: speaker.say(Chapter.downloads))
    markup.open(.thead)
    markup.open(.tr)
    for (column, kind) in [
      (Label.fileColumn, ""), (.contentColumn, ""), (.rowsColumn, "n"), (.bytesColumn, "n"),
    ] {
      markup.element(.th, Markup.Attribute(.scope, "col"), .class(kind), text: speaker.say(column))
    }
    markup.close(.tr)
    markup.close(.thead)
    markup.open(.tbody)
    markup.endLine()
    for download in downloads {
      markup.open(.tr)
      markup.open(.th, [Markup.Attribute(.scope, "row")])
      markup.element(.a, Markup.Attribute(.href, download.path), text: download.path)
      markup.close(.th)
      markup.element(.td, text: speaker.say(download.title))
      markup.element(.td, text: speaker.style.count(download.rows))
      markup.element(.td, text: speaker.style.count(download.byteCount))
      markup.close(.tr)
      markup.endLine()
    }
    markup.close(.tbody)
    markup.close(.table)
    markup.close(.div)
    markup.open(.p, [.class("get")])
    markup.element(.a, Markup.Attribute(.href, Receipt.fileName), text: Receipt.fileName)
    markup.close(.p)
    markup.close(.section)
    markup.endLine()
  }

  private mutating func footer() {
    markup.open(.footer)
    markup.open(.div, [.class("wrap")])
    markup.element(.h2, text: speaker.say(Label.citeTitle))
    markup.element(.p, text: speaker.say(document.citation))
    let about = imprint.about
    let title = about.title.isEmpty ? speaker.say(Label.untitledData) : about.title
    markup.element(
      .p,
      text: speaker.say(
        Label.footerData, .cell(.text(title)),
        .cell(.text(about.source.isEmpty ? "–" : about.source)),
        .cell(.text(about.licence.isEmpty ? "–" : about.licence))))
    markup.open(.p)
    markup.element(
      .code,
      text: speaker.say(Label.footerHash, .plain(imprint.dataHash), .plain(imprint.rulesHash)))
    markup.close(.p)
    markup.close(.div)
    markup.close(.footer)
    markup.endLine()
  }
}

extension Language {
  /// The language's name in itself.
  var ownName: String {
    switch self {
    case .en: "English"
    case .es: "Español"
    case .fr: "Français"
    }
  }
}

/// What pages may load and run: nothing but their own style and script, known by their hashes.
enum ContentSecurityPolicy {
  static let text =
    "default-src 'none'; style-src 'sha256-\(hash(.stylesheet))'; script-src 'sha256-\(hash(.script))'; "
    + "img-src data:; base-uri 'none'; form-action 'none'"

  private static func hash(_ constant: Markup.Trusted) -> String {
    var hash = SHA256()
    hash.update(Array(constant.text.utf8))
    return base64(hash.digest())
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text = ByteText()
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for place in 0..<3 {
        bits = bits << 8 | (place < group.count ? UInt32(group[start + place]) : 0)
      }
      for place in 0..<4 {
        let isPadding = place > group.count
        text.append(
          isPadding ? UInt8(ascii: "=") : letters[Int(bits >> UInt32(18 - 6 * place) & 63)])
      }
    }
    return text.text
  }
}
