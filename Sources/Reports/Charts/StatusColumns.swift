import Warehouse

/// Members by status at the ends of quarters: a column a quarter.
struct StatusColumns: Sendable {
  /// A column: how many of each level.
  struct Column: Sendable {
    let quarter: Quarter
    let counts: [Int]
  }

  let levels: [ResultTable.Cell]
  let columns: [Column]
  /// What the drawing shows, in a sentence for those who do not see it.
  let summary: Sentence
}

extension PageWriter {
  /// The columns; years below, the largest total above.
  mutating func write(_ chart: StatusColumns, id: String, title: String) {
    writeLegend(chart.levels.map { .cell($0) }, .status)
    let height = 200.0
    let tallest = chart.columns.map { $0.counts.reduce(0, +) }.max() ?? 0
    let scale = height / Double(max(tallest, 1))
    openDrawing(id: id, height: 232, title: title, summary: chart.summary)
    markup.element(
      .text, Markup.Attribute(.x, "0"), Markup.Attribute(.y, "12"), .class("muted"),
      text: speaker.say(.things(tallest, .member)))
    let width = 1 / Double(max(chart.columns.count, 1))
    for (number, column) in chart.columns.enumerated() {
      var top = 18 + height
      for (level, count) in column.counts.enumerated() where count > 0 {
        let tall = Double(count) * scale
        top -= tall
        markup.element(
          .rect, Markup.Attribute(.x, percent(Double(number) * width)),
          Markup.Attribute(.width, percent(width * 0.86)), Markup.Attribute(.y, pixels(top)),
          Markup.Attribute(.height, pixels(tall)),
          .class(Palette.status.classes(level)?.fill ?? ""))
      }
      if column.quarter.number == 1 || number == 0 {
        let isTight = column.quarter.number > 2
        guard !isTight else { continue }
        markup.element(
          .text, Markup.Attribute(.x, percent(Double(number) * width)),
          Markup.Attribute(.y, "232"), .class("muted"), text: "\(column.quarter.year)")
      }
    }
    markup.close(.svg)
    markup.endLine()
  }

  /// An SVG that screen readers take for one picture, with its message.
  mutating func openDrawing(id: String, height: Int, title: String, summary: Sentence) {
    markup.open(
      .svg,
      [
        .id(id), Markup.Attribute(.role, "img"), Markup.Attribute(.ariaLabelledby, id + "-t"),
        Markup.Attribute(.ariaDescribedby, id + "-s"), Markup.Attribute(.height, String(height)),
      ])
    markup.element(.title, .id(id + "-t"), text: title)
    markup.element(.desc, .id(id + "-s"), text: speaker.say(summary))
  }

  /// A length in a drawing, with two decimals at most.
  func pixels(_ value: Double) -> String {
    guard let number = SixDecimals(value) else { return "0" }
    let hundredths = number.rounded(places: 2)
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    return rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
