import Warehouse

/// HTML under construction, escaped by construction.
///
/// Names of elements and attributes are cases of closed lists, every text and every value is
/// escaped on its way in, and only constants of the program (``Trusted``) go in as they are: no
/// text of the data can become markup.
///
/// Pages are kept small where HTML says that it is all the same: cells, terms and lines of lists
/// have no end tags, plain values no quotes.
struct Markup {
  /// What was written so far.
  private(set) var text = ByteText()

  /// The elements that pages are made of.
  enum Tag: String {
    case a, abbr, article, aside, b, bdi, body, button, caption, code, col, dd, details, div, dl,
      dt, em
    case figcaption, figure, footer, h1, h2, h3, h4, head, header, html, input, label, li, link
    case main, meta, nav, ol, p, script, section, span, strong, style, summary, table, tbody, td
    case tfoot, th, thead, time, title, tr, ul
    case svg, circle, defs, desc, g, line, path, pattern, polyline, rect, text, tspan, use

    /// Shapes, which close themselves where they have no content.
    var isShape: Bool {
      switch self {
      case .circle, .line, .path, .polyline, .rect, .use: true
      default: false
      }
    }

    /// Elements that end where the next one begins, or what they stand in ends.
    var endsByItself: Bool {
      switch self {
      case .dd, .dt, .li, .td, .th: true
      default: false
      }
    }

    /// Elements that have no content and no end.
    var isVoid: Bool {
      switch self {
      case .col, .input, .link, .meta: true
      default: false
      }
    }
  }

  /// An attribute with its value.
  struct Attribute {
    /// The attributes that pages use; there is none that runs anything.
    enum Name: String {
      case ariaControls = "aria-controls"
      case ariaCurrent = "aria-current"
      case ariaDescribedby = "aria-describedby"
      case ariaHidden = "aria-hidden"
      case ariaLabel = "aria-label"
      case ariaLabelledby = "aria-labelledby"
      case ariaLive = "aria-live"
      case charset, colspan, content, datetime, dir, download, hidden, href, hreflang
      case httpEquiv = "http-equiv"
      case id, lang, name, open, rel, role, scope, tabindex, type
      case `class`
      case `for`
      case dataCsv = "data-csv"
      case dataDown = "data-down"
      case dataUp = "data-up"
      case dataKey = "data-k"
      case dataKind = "data-kind"
      case dataRead = "data-read"
      case dataTemplate = "data-template"
      case dataValue = "data-v"
      case cx, cy, d, dx, dy, fill, height, patternTransform, patternUnits, preserveAspectRatio,
        points
      case r, rx, strokeWidth = "stroke-width"
      case textAnchor = "text-anchor"
      case viewBox, width, x, x1, x2, y, y1, y2
    }

    let name: Name
    let value: String

    init(_ name: Name, _ value: String) {
      self.name = name
      self.value = value
    }

    static func id(_ value: String) -> Attribute { Attribute(.id, value) }
    static func `class`(_ value: String) -> Attribute { Attribute(.class, value) }
  }

  /// A constant of the program that stands in pages as it is: style and script.
  struct Trusted {
    let text: String
  }

  // MARK: - Elements

  mutating func open(_ tag: Tag, _ attributes: [Attribute] = []) {
    begin(tag, attributes)
    text.append(UInt8(ascii: ">"))
  }

  /// A start tag without its end.
  private mutating func begin(_ tag: Tag, _ attributes: [Attribute]) {
    text.append(UInt8(ascii: "<"))
    text.append(tag.rawValue)
    for attribute in attributes {
      // A class of nothing is no attribute; any other name says something by itself.
      if attribute.value.isEmpty, attribute.name == .class { continue }
      text.append(UInt8(ascii: " "))
      text.append(attribute.name.rawValue)
      // An empty value says no more than the name.
      guard !attribute.value.isEmpty else { continue }
      text.append(UInt8(ascii: "="))
      if attribute.value.utf8.allSatisfy(Self.isPlain) {
        text.append(attribute.value)
      } else {
        text.append(UInt8(ascii: "\""))
        escape(attribute.value)
        text.append(UInt8(ascii: "\""))
      }
    }
  }

  /// What values may hold that stand without quotes: far less than HTML allows.
  ///
  /// Addresses with a slash have quotes, since a slash before `>` would end a shape.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  mutating func close(_ tag: Tag) {
    guard !tag.endsByItself else { return }
    text.append("</")
    text.append(tag.rawValue)
    text.append(UInt8(ascii: ">"))
  }

  /// An element with content.
  mutating func element(
    _ tag: Tag, _ attributes: Attribute..., content: (inout Markup) -> Void
  ) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  /// An element with text, or with none.
  mutating func element(_ tag: Tag, attributes: [Attribute], text content: String = "") {
    if tag.isShape {
      begin(tag, attributes)
      // A slash right after a value without quotes would belong to it.
      return text.append(" />")
    }
    open(tag, attributes)
    guard !tag.isVoid else { return }
    write(content)
    close(tag)
  }

  /// An element with text, or with none.
  mutating func element(_ tag: Tag, _ attributes: Attribute..., text content: String = "") {
    element(tag, attributes: attributes, text: content)
  }

  // MARK: - Content

  /// Text, escaped.
  mutating func write(_ content: String) { escape(content) }

  /// Text of the data: isolated, so that its writing direction ends with it, and cut after
  /// ``longest`` characters, since the CSV has it whole.
  mutating func write(data content: String) {
    // ASCII has only one writing direction.
    if content.utf8.count <= Self.longest, content.utf8.allSatisfy({ $0 < 0x80 }) {
      return escape(content)
    }
    open(.bdi)
    escape(Self.shortened(content))
    close(.bdi)
  }

  /// How many characters of a text of the data a page shows.
  static let longest = 160

  /// A text of the data as a page shows it.
  static func shortened(_ content: String) -> String {
    // Bytes first: counting characters of every short name would cost more than it saves.
    guard content.utf8.count > longest, content.count > longest else { return valid(content) }
    return valid(content.prefix(longest) + "…")
  }

  /// A text with � for every character that HTML forbids.
  static func valid(_ content: String) -> String {
    guard content.utf8.contains(where: { $0 == 0xC2 || $0 == 0xEF || $0 >= 0xF0 }),
      content.unicodeScalars.contains(where: isForbidden)
    else { return content }
    var result = ""
    for scalar in content.unicodeScalars {
      result.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return result
  }

  /// What HTML forbids in text: C1 controls and characters that are none.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// A constant of the program, as it is.
  mutating func write(_ constant: Trusted) { text.append(constant.text) }

  /// A line break in the source, so that the page can be read and compared.
  mutating func endLine() { text.append(UInt8(ascii: "\n")) }

  /// The first line of a page.
  mutating func documentType() { text.append("<!DOCTYPE html>\n") }

  private mutating func escape(_ content: String) {
    // Most text has nothing to escape; looking costs less than copying byte by byte.
    guard content.utf8.contains(where: Self.isObeyed) else { return text.append(content) }
    for byte in content.utf8 {
      switch byte {
      case UInt8(ascii: "&"): text.append("&amp;")
      case UInt8(ascii: "<"): text.append("&lt;")
      case UInt8(ascii: ">"): text.append("&gt;")
      case UInt8(ascii: "\""): text.append("&quot;")
      case UInt8(ascii: "'"): text.append("&#39;")
      // HTML has no place for control characters; their pictures say that they were there.
      case 0x09, 0x0A, 0x0D: text.append(UInt8(ascii: " "))
      case 0x00...0x1F: text.append(Unicode.Scalar(0x2400 + UInt32(byte)) ?? "\u{FFFD}")
      case 0x7F: text.append("\u{2421}")
      default: text.append(byte)
      }
    }
  }

  private static func isObeyed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0x00...0x1F, 0x7F:
      true
    default: false
    }
  }
}
