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

  /// What the ring stands for.
  enum Ring: Sendable {
    /// The period before.
    case before
    /// The rules in force, where the dot stands for others.
    case baseline

    var legend: (dot: Label, ring: Label, value: Label) {
      switch self {
      case .before: (.dotMeans, .ringMeans, .barBefore)
      case .baseline: (.dotScenario, .ringBaseline, .barBaseline)
      }
    }
  }

  let bars: [Bar]
  var ring = Ring.before

  /// Where the scale ends: at a quarter, a half or the whole, as the largest value needs.
  var scale: Double {
    var largest = 0.0
    for bar in bars where bar.total >= Self.fewest {
      largest = max(largest, bar.share ?? 0, bar.high ?? 0, bar.before ?? 0)
    }
    return largest <= 0.25 ? 0.25 : largest <= 0.5 ? 0.5 : 1
  }

  /// Under how many items no interval is drawn.
  static let fewest = 5
}

extension PageWriter {
  /// The lines with a scale below.
  mutating func write(_ chart: ShareBars) {
    markup.open(.p, [.class("note")])
    markup.write(speaker.say(chart.ring.legend.dot))
    if chart.bars.contains(where: { $0.before != nil }) {
      markup.write(" " + speaker.say(chart.ring.legend.ring))
    }
    markup.close(.p)
    markup.open(.div, [.class("bars")])
    let scale = chart.scale
    for bar in chart.bars { write(bar, chart.ring, scale) }
    writeScale(to: scale)
    markup.close(.div)
  }

  private mutating func write(_ bar: ShareBars.Bar, _ ring: ShareBars.Ring, _ scale: Double) {
    markup.open(.div, [.class("bar")])
    markup.open(.p, [.class("bl")])
    markup.element(.b, text: speaker.say(bar.label))
    markup.element(.span, .class("bv"), text: value(of: bar, ring))
    markup.close(.p)
    if let share = bar.share, bar.total >= ShareBars.fewest {
      draw(bar, share, scale)
    }
    markup.close(.div)
    markup.endLine()
  }

  private mutating func value(of bar: ShareBars.Bar, _ ring: ShareBars.Ring) -> String {
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
      text = speaker.say(ring.legend.value, .plain(text), .share(before))
    }
    return text
  }

  private mutating func draw(_ bar: ShareBars.Bar, _ share: Double, _ scale: Double) {
    markup.open(.svg, [Markup.Attribute(.ariaHidden, "true")])
    markup.element(.rect, .class("track"))
    if let low = bar.low, let high = bar.high {
      markup.element(
        .rect, Markup.Attribute(.x, percent(low / scale)),
        Markup.Attribute(.width, percent((high - low) / scale)), .class("whisk"))
    }
    if let before = bar.before {
      markup.element(
        .circle, Markup.Attribute(.cx, percent(before / scale)), .class("ring"))
    }
    markup.element(
      .circle, Markup.Attribute(.cx, percent(share / scale)), .class("dot"))
    markup.close(.svg)
  }
}
