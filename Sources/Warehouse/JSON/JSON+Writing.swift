extension JSON {
  /// The value as UTF-8 text, indented by two spaces a level, with a line break at its end.
  ///
  /// `<` is written as `\u003c`, so that the text may stand inside a page's script element.
  public var pretty: String {
    var text = ""
    write(into: &text, depth: 0, indented: true)
    return text + "\n"
  }

  /// The value on one line, without a line break.
  public var compact: String {
    var text = ""
    write(into: &text, depth: 0, indented: false)
    return text
  }

  private func write(into text: inout String, depth: Int, indented: Bool) {
    func list<Item>(
      _ items: [Item], _ open: String, _ close: String, each: (Item, inout String) -> Void
    ) {
      guard !items.isEmpty else { return text += open + close }
      text += open
      for (index, item) in items.enumerated() {
        if index > 0 { text += "," }
        if indented { text += "\n" + String(repeating: "  ", count: depth + 1) }
        each(item, &text)
      }
      if indented { text += "\n" + String(repeating: "  ", count: depth) }
      text += close
    }
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let value): JSON.quote(value, into: &text)
    case .array(let values):
      list(values, "[", "]") { value, text in
        value.write(into: &text, depth: depth + 1, indented: indented)
      }
    case .object(let members):
      list(members, "{", "}") { member, text in
        JSON.quote(member.name, into: &text)
        text += indented ? ": " : ":"
        member.value.write(into: &text, depth: depth + 1, indented: indented)
      }
    }
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "<", "\u{2028}", "\u{2029}", "\u{0}"..<"\u{20}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
