import Warehouse

extension PageWriter {
  /// A table of an exhibit with its link to the CSV file: open, or closed behind its name.
  mutating func write(_ exhibit: ExhibitTable) {
    let isClosed =
      exhibit.style == .plain && exhibit.table.rows.count > ExhibitTable.openLimit
    let title = speaker.say(exhibit.title)
    if isClosed {
      markup.open(.details)
      markup.open(.summary)
      markup.write(speaker.say(Label.showTable))
      markup.element(.span, .class("vh"), text: speaker.style.colon + title)
      markup.close(.summary)
    }
    let id = "t-" + exhibit.file
    if exhibit.table.rows.isEmpty {
      // A table of nothing but its head says nothing; the file has the head.
      markup.element(.p, .class("note"), text: speaker.say(Label.noRows, .plain(title)))
    } else {
      if exhibit.style == .sortable { writeTools(id: id) }
      markup.open(
        .div,
        [
          .class("scroll"), Markup.Attribute(.role, "region"),
          Markup.Attribute(.ariaLabel, speaker.say(Label.tableOf, .plain(title))),
          Markup.Attribute(.tabindex, "0"),
        ])
      writeCells(exhibit, id: id, title: title)
      markup.close(.div)
    }
    if isClosed { markup.close(.details) }
    if exhibit.table.rows.count > ExhibitTable.rowLimit {
      markup.element(
        .p, .class("note"),
        text: speaker.say(
          Label.moreRows, .count(ExhibitTable.rowLimit), .count(exhibit.table.rows.count)))
    }
    markup.open(.p, [.class("get")])
    markup.open(.a, [Markup.Attribute(.href, "tables/\(exhibit.file).csv")])
    markup.write(speaker.say(Label.downloadCsv))
    markup.element(.span, .class("vh"), text: speaker.style.colon + title)
    markup.close(.a)
    markup.close(.p)
    markup.endLine()
  }

  /// A field to filter rows and the line that tells what was done; shown where scripts run.
  private mutating func writeTools(id: String) {
    markup.open(
      .div,
      [
        .id(id + "-tools"), .class("tools"), Markup.Attribute(.hidden, ""),
        Markup.Attribute(.dataTemplate, speaker.say(Label.rowsShown)),
        Markup.Attribute(.dataUp, speaker.say(Label.sortedUp)),
        Markup.Attribute(.dataDown, speaker.say(Label.sortedDown)),
      ])
    markup.element(.label, Markup.Attribute(.for, id + "-q"), text: speaker.say(Label.filterLabel))
    markup.element(.input, .id(id + "-q"), Markup.Attribute(.type, "search"))
    markup.element(.button, Markup.Attribute(.type, "button"), text: speaker.say(Label.clearFilter))
    markup.element(.p, Markup.Attribute(.role, "status"))
    markup.close(.div)
  }

  private mutating func writeCells(_ exhibit: ExhibitTable, id: String, title: String) {
    let table = exhibit.table
    var readable = ReadableTable(table, language: speaker.language)
    var attributes: [Markup.Attribute] = [
      .id(id), Markup.Attribute(.dataCsv, exhibit.file),
    ]
    var classes = Self.leftColumns(readable)
    switch exhibit.style {
    case .plain: break
    case .heat:
      // Many columns have their headers upright, so that they fit on a sheet of paper.
      classes += table.columns.count > 12 ? ["heat", "tall"] : ["heat"]
    case .sortable: attributes.append(Markup.Attribute(.dataKind, "sortable"))
    }
    attributes.append(.class(classes.joined(separator: " ")))
    markup.open(.table, attributes)
    markup.element(.caption, text: title)
    markup.open(.thead)
    markup.open(.tr)
    for (place, column) in table.columns.enumerated() {
      let kind = readable.isNumeric(place) ? "n" : column.kind == .day ? "d" : ""
      let code = exhibit.columnCodes?.entries.first { $0.code == column.name }
      markup.element(
        .th, Markup.Attribute(.scope, "col"), .class(kind),
        text: code?.label(speaker.language) ?? readable.header(place))
    }
    markup.close(.tr)
    markup.close(.thead)
    markup.open(.tbody)
    markup.endLine()
    let shades = exhibit.style == .heat ? HeatShades(table) : nil
    for (line, row) in table.rows.prefix(ExhibitTable.rowLimit).enumerated() {
      let isTotal = Self.isTotal(row)
      markup.open(.tr, isTotal ? [.class("total")] : [])
      for (place, cell) in row.enumerated() {
        let link = place == 0 && line < exhibit.links.count ? exhibit.links[line] : nil
        write(
          cell, column: place, shade: isTotal ? 0 : shades?.shade(cell, place) ?? 0, link: link,
          from: &readable)
      }
      markup.close(.tr)
      markup.endLine()
    }
    markup.close(.tbody)
    markup.close(.table)
  }

  /// A cell with its raw value beside the shown one, where they differ: `data-v` for numbers,
  /// `data-k` for the rest.
  private mutating func write(
    _ cell: ResultTable.Cell, column: Int, shade: Int, link: String?,
    from readable: inout ReadableTable
  ) {
    let tag = column == 0 ? Markup.Tag.th : .td
    var attributes: [Markup.Attribute] = column == 0 ? [Markup.Attribute(.scope, "row")] : []
    var shown = readable.text(cell, column: column)
    var isData = false
    switch cell {
    case .empty: attributes.append(Markup.Attribute(.dataKey, ""))
    case .count(let number):
      let raw = String(number)
      if raw != shown { attributes.append(Markup.Attribute(.dataValue, raw)) }
    case .number(let value), .share(let value):
      var raw = ByteText()
      raw.append(sixDecimals: value)
      attributes.append(Markup.Attribute(.dataValue, raw.text))
    case .day(let day):
      attributes.append(Markup.Attribute(.dataKey, day.description))
      shown = shown.replacingSpaces
    case .code(let code, _), .word(let code):
      if code != shown { attributes.append(Markup.Attribute(.dataKey, code)) }
    case .words(let words):
      attributes.append(Markup.Attribute(.dataKey, words.joined(separator: ";")))
    case .text(let text):
      isData = true
      if Markup.shortened(text) != text || shown != text {
        attributes.append(Markup.Attribute(.dataKey, Markup.valid(text)))
      }
    }
    if shade > 0 { attributes.append(.class("h\(shade)")) }
    markup.open(tag, attributes)
    if let link { markup.open(.a, [Markup.Attribute(.href, "#" + link)]) }
    if isData { markup.write(data: shown) } else { markup.write(shown.isEmpty ? "–" : shown) }
    if link != nil { markup.close(.a) }
    markup.close(tag)
  }

  /// Which columns are set flush left, said once for all their cells; the others are numbers.
  ///
  /// `l3` is text in the third column, `i3` ids in it, which are read as one word.
  private static func leftColumns(_ readable: ReadableTable) -> [String] {
    readable.table.columns.enumerated().dropFirst().compactMap { place, column in
      readable.isNumeric(place)
        ? nil : (column.name.hasSuffix("_id") ? "i" : "l") + String(place + 1)
    }
  }

  /// Whether a row sums others up.
  private static func isTotal(_ row: [ResultTable.Cell]) -> Bool {
    row.contains { cell in
      guard case .word(let word) = cell else { return false }
      switch word {
      case "substantial_or_complete", "major_or_outstanding", "all_requirements", "all_practices",
        "all":
        return true
      default: return false
      }
    }
  }
}

/// Which of five shades the counts of a table have; zero has none.
struct HeatShades {
  private let largest: Double

  /// Totals, in the row and the column called `all`, are not shaded and do not count.
  init(_ table: ResultTable) {
    totalColumns = Set(table.columns.indices.filter { table.columns[$0].name == "all" })
    var largest = 0.0
    for row in table.rows where row.first != .word("all") {
      for (place, cell) in row.enumerated() where !totalColumns.contains(place) {
        largest = max(largest, Self.value(cell) ?? 0)
      }
    }
    self.largest = largest
  }

  private let totalColumns: Set<Int>

  /// 1 to 5, or 0 for none.
  func shade(_ cell: ResultTable.Cell, _ column: Int) -> Int {
    guard let value = Self.value(cell), value > 0, largest > 0, !totalColumns.contains(column)
    else {
      return 0
    }
    return min(5, Int(value / largest * 5 + 0.999_999))
  }

  private static func value(_ cell: ResultTable.Cell) -> Double? {
    switch cell {
    case .count(let number): Double(number)
    case .share(let value), .number(let value): value
    default: nil
    }
  }
}

extension String {
  /// With spaces that do not break.
  fileprivate var replacingSpaces: String {
    var text = ByteText()
    for byte in utf8 {
      if byte == UInt8(ascii: " ") { text.append("\u{A0}") } else { text.append(byte) }
    }
    return text.text
  }
}
