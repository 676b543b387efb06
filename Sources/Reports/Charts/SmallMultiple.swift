import Warehouse

/// One of several small drawings on one scale: a share over time in a group.
struct SmallMultiple: Sendable {
  let title: Argument
  /// How many of them the last share counts.
  let count: Int
  /// How many there are in the group at the end.
  let total: Int
  /// The share at the end of each quarter, nothing where the group had nobody.
  let shares: [Double?]
}

extension PageWriter {
  /// The drawings in a grid, each with its last value as text.
  mutating func write(_ multiples: [SmallMultiple]) {
    markup.open(.div, [.class("multi")])
    for multiple in multiples {
      markup.open(.div)
      markup.element(.h4, text: speaker.say(multiple.title))
      markup.element(.p, text: lastValue(of: multiple))
      draw(multiple)
      markup.close(.div)
    }
    markup.close(.div)
    markup.endLine()
  }

  /// A share where there are enough for one, else the numbers.
  private mutating func lastValue(of multiple: SmallMultiple) -> String {
    guard let share = multiple.shares.last ?? nil else { return speaker.say(Label.nothingToShow) }
    guard multiple.total >= ShareBars.fewest else {
      return speaker.say(Label.countOf, .count(multiple.count), .count(multiple.total))
    }
    return speaker.say(
      Label.barValuePlain, .share(share), .count(multiple.count), .count(multiple.total))
  }

  private mutating func draw(_ multiple: SmallMultiple) {
    let points = multiple.shares.enumerated().compactMap { number, share in
      share.map {
        pixels(Double(number) / Double(max(multiple.shares.count - 1, 1)) * 100) + ","
          + pixels(100 - $0 * 100)
      }
    }
    markup.open(
      .svg,
      [
        Markup.Attribute(.height, "56"),
        Markup.Attribute(.viewBox, "0 0 100 100"),
        Markup.Attribute(.preserveAspectRatio, "none"), Markup.Attribute(.ariaHidden, "true"),
      ])
    for height in ["0", "100"] {
      markup.element(
        .line, Markup.Attribute(.x1, "0"), Markup.Attribute(.x2, "100"),
        Markup.Attribute(.y1, height), Markup.Attribute(.y2, height), .class("grid thin"))
    }
    markup.element(
      .polyline, Markup.Attribute(.points, points.joined(separator: " ")), .class("line"))
    markup.close(.svg)
  }
}
