import Warehouse

/// Bars of 100 %, one a group, cut by levels: how a whole is made up.
struct StackedBars: Sendable {
  /// A bar.
  struct Bar: Sendable {
    let label: Argument
    let counts: [Int]
    let total: Int
    /// What the bar is drawn for, as text at its side.
    var remark: Sentence?
  }

  let palette: Palette
  let levels: [ResultTable.Cell]
  let bars: [Bar]
}

/// Which colours levels have, in their order.
enum Palette: Sendable {
  /// No evidence hatched, then four steps of one hue.
  case completion
  /// Worsened, did not change, then three steps of one hue.
  case results
  /// Met, partly, not.
  case compliance
  /// Met, not.
  case met
  /// The six statuses.
  case status
  /// Five of a kind without an order.
  case tracker

  /// The class of a level's fill, and of text on it; nothing for a hatched one.
  func classes(_ level: Int) -> (fill: String, text: String)? {
    let fills: [(String, String)?] =
      switch self {
      case .completion: [nil, ("c1", "d1"), ("c2", "d2"), ("c3", "d3"), ("c4", "d4")]
      case .results: [("m3", "n3"), nil, ("c1", "d1"), ("c3", "d3"), ("c4", "d4")]
      case .compliance: [("m1", "n1"), ("m2", "n2"), ("m3", "n3")]
      case .met: [("m1", "n1"), ("m3", "n3")]
      case .status:
        [("k1", "t1"), ("k4", "t4"), ("k5", "t5"), ("k2", "t2"), ("k6", "t6"), ("k3", "t3")]
      case .tracker: [nil, ("c1", "d1"), ("m3", "n3"), ("c4", "d4"), ("m2", "n2")]
      }
    return fills.indices.contains(level) ? fills[level] : nil
  }
}

extension PageWriter {
  /// The bars, with what each level looks like before them.
  mutating func write(_ chart: StackedBars) {
    writeLegend(chart.levels.map { .cell($0) }, chart.palette)
    markup.open(.div, [.class("bars")])
    for bar in chart.bars { write(bar, of: chart) }
    writeScale(to: 1)
    markup.close(.div)
  }

  private mutating func write(_ bar: StackedBars.Bar, of chart: StackedBars) {
    markup.open(.div, [.class("bar")])
    markup.open(.p, [.class("bl")])
    markup.open(.span)
    markup.element(.b, text: speaker.say(bar.label))
    markup.write(" ")
    markup.element(.span, .class("muted nb"), text: speaker.say(Label.totalN, .count(bar.total)))
    markup.close(.span)
    if let remark = bar.remark {
      markup.element(.span, .class("bv"), text: speaker.say(remark))
    }
    markup.close(.p)
    let total = Double(max(bar.total, 1))
    var readings: [String] = []
    for (level, count) in zip(chart.levels, bar.counts) {
      let share = Label.barValuePlain
      readings.append(
        speaker.say(
          Label.readOut, .cell(level),
          .sentence(
            Sentence(share, .share(Double(count) / total), .count(count), .count(bar.total)))))
    }
    markup.open(
      .svg,
      [
        Markup.Attribute(.ariaHidden, "true"),
        Markup.Attribute(.dataRead, readings.joined(separator: speaker.style.listMark)),
      ])
    var start = 0.0
    for (number, count) in bar.counts.enumerated() where count > 0 {
      let share = Double(count) / total
      writeSegment(from: start, width: share, number, chart.palette)
      start += share
    }
    if bar.total == 0 {
      markup.element(
        .text, Markup.Attribute(.x, "0"), Markup.Attribute(.y, "19"), .class("muted"),
        text: speaker.say(Label.nothingToShow))
    }
    markup.close(.svg)
    markup.close(.div)
    markup.endLine()
  }

  private mutating func writeSegment(
    from start: Double, width: Double, _ level: Int, _ palette: Palette
  ) {
    let classes = palette.classes(level)
    let place: [Markup.Attribute] = [
      Markup.Attribute(.x, percent(start)), Markup.Attribute(.width, percent(width)),
    ]
    if let classes {
      markup.element(.rect, attributes: place + [.class(classes.fill)])
    } else {
      markup.element(.rect, attributes: place + [.class("hatched")])
    }
    // Under twelve per cent of a small screen no number fits; the table has it.
    guard width >= 0.12 else { return }
    markup.element(
      .text,
      attributes: [
        Markup.Attribute(.x, percent(start + width / 2)), Markup.Attribute(.y, "19"),
        .class(classes?.text ?? "halo"),
      ], text: speaker.style.wholeShare(width))
  }

  /// What the levels look like.
  mutating func writeLegend(_ levels: [Argument], _ palette: Palette) {
    markup.open(.ul, [.class("legend")])
    for (number, level) in levels.enumerated() {
      markup.open(.li)
      markup.open(
        .svg,
        [
          Markup.Attribute(.width, "14"), Markup.Attribute(.height, "14"),
          Markup.Attribute(.ariaHidden, "true"),
        ])
      let place: [Markup.Attribute] = [
        Markup.Attribute(.width, "14"), Markup.Attribute(.height, "14"),
      ]
      if let classes = palette.classes(number) {
        markup.element(.rect, attributes: place + [.class(classes.fill)])
      } else {
        markup.element(.rect, attributes: place + [.class("hatched")])
      }
      markup.close(.svg)
      markup.write(speaker.say(level))
      markup.close(.li)
    }
    markup.close(.ul)
    markup.endLine()
  }

  /// The hatch of levels without a colour, once a page; the stylesheet fills them with it.
  mutating func writeHatch() {
    markup.open(.svg, [.class("vh"), Markup.Attribute(.ariaHidden, "true")])
    markup.open(.defs)
    markup.open(
      .pattern,
      [
        .id("hatch"), Markup.Attribute(.width, "6"), Markup.Attribute(.height, "6"),
        Markup.Attribute(.patternUnits, "userSpaceOnUse"),
        Markup.Attribute(.patternTransform, "rotate(45)"),
      ])
    markup.element(.path, Markup.Attribute(.d, "M0 0V6"), .class("hatch"))
    markup.close(.pattern)
    markup.close(.defs)
    markup.close(.svg)
  }

  /// Ticks from nothing to the scale's end under bars.
  mutating func writeScale(to end: Double) {
    markup.open(
      .svg,
      [
        Markup.Attribute(.height, "24"),
        Markup.Attribute(.ariaHidden, "true"),
      ])
    let id = "scale-\(Int(end * 100))"
    // Drawings with the same scale show that of the first one.
    guard scales.insert(id).inserted else {
      markup.element(.use, Markup.Attribute(.href, "#" + id))
      return markup.close(.svg)
    }
    markup.open(.g, [.id(id)])
    for (place, anchor) in [(0.0, "start"), (0.25, ""), (0.5, "middle"), (0.75, ""), (1.0, "end")] {
      markup.element(
        .line, Markup.Attribute(.x1, percent(place)), Markup.Attribute(.x2, percent(place)),
        Markup.Attribute(.y1, "0"), Markup.Attribute(.y2, "6"), .class("axis"))
      guard !anchor.isEmpty else { continue }
      markup.element(
        .text, Markup.Attribute(.x, percent(place)), Markup.Attribute(.y, "20"),
        Markup.Attribute(.textAnchor, anchor), .class("muted"),
        text: speaker.style.scaleShare(place * end))
    }
    markup.close(.g)
    markup.close(.svg)
  }

  /// A share of a drawing's width.
  func percent(_ share: Double) -> String {
    guard let number = SixDecimals(share) else { return "0%" }
    let hundredths = number.rounded(places: 4)
    let (whole, rest) = (hundredths / 100, hundredths % 100)
    return rest == 0 ? "\(whole)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
