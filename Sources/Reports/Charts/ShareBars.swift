import Warehouse

/// Shares with their 95 % intervals, one a line: a dot, and a ring for the period before.
struct ShareBars: Sendable {
  /// A line.
  struct Bar: Sendable {
    let label: Argument
    let count: Int
    let total: Int
    var share: Double?
    var low: Double?
    var high: Double?
    var before: Double?
  }

  let bars: [Bar]

  /// Under how many items no interval is drawn.
  static let fewest = 5
}

extension PageWriter {
  /// The lines with a scale below.
  mutating func write(_ chart: ShareBars, id: String) {
    markup.open(.p, [.class("note")])
    markup.write(speaker.say(Label.dotMeans))
    if chart.bars.contains(where: { $0.before != nil }) {
      markup.write(" " + speaker.say(Label.ringMeans))
    }
    markup.close(.p)
    markup.open(.div, [.class("bars")])
    for bar in chart.bars { write(bar) }
    writeScale(id: id)
    markup.close(.div)
  }

  private mutating func write(_ bar: ShareBars.Bar) {
    markup.open(.div, [.class("bar")])
    markup.open(.p, [.class("bl")])
    markup.element(.b, text: speaker.say(bar.label))
    markup.element(.span, .class("bv"), text: value(of: bar))
    markup.close(.p)
    if let share = bar.share, bar.total >= ShareBars.fewest { draw(bar, share) }
    markup.close(.div)
    markup.endLine()
  }

  private mutating func value(of bar: ShareBars.Bar) -> String {
    guard bar.total > 0 else { return speaker.say(Label.nothingToShow) }
    guard let share = bar.share, bar.total >= ShareBars.fewest else {
      return speaker.say(Label.smallNumber, .count(bar.count), .count(bar.total))
    }
    var text: String
    if let low = bar.low, let high = bar.high {
      text = speaker.say(
        Label.barValue, .share(share), .interval(low, high), .count(bar.count), .count(bar.total))
    } else {
      text = speaker.say(Label.barValuePlain, .share(share), .count(bar.count), .count(bar.total))
    }
    if let before = bar.before {
      text += "; " + speaker.say(Label.barBefore, .share(before))
    }
    return text
  }

  private mutating func draw(_ bar: ShareBars.Bar, _ share: Double) {
    markup.open(
      .svg,
      [
        Markup.Attribute(.width, "100%"), Markup.Attribute(.height, "16"),
        Markup.Attribute(.ariaHidden, "true"), Markup.Attribute(.focusable, "false"),
      ])
    markup.element(
      .rect, Markup.Attribute(.y, "6.5"), Markup.Attribute(.width, "100%"),
      Markup.Attribute(.height, "3"), .class("track"))
    if let low = bar.low, let high = bar.high {
      markup.element(
        .line, Markup.Attribute(.x1, percent(low)), Markup.Attribute(.x2, percent(high)),
        Markup.Attribute(.y1, "8"), Markup.Attribute(.y2, "8"), .class("whisk"))
    }
    if let before = bar.before {
      markup.element(
        .circle, Markup.Attribute(.cx, percent(before)), Markup.Attribute(.cy, "8"),
        Markup.Attribute(.r, "5"), .class("ring"))
    }
    markup.element(
      .circle, Markup.Attribute(.cx, percent(share)), Markup.Attribute(.cy, "8"),
      Markup.Attribute(.r, "5"), .class("dot"))
    markup.close(.svg)
  }
}
