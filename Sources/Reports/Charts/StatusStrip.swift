import Warehouse

/// A member's statuses over its whole membership, as one strip.
///
/// Heights say what colours say: a thin line for active, half height for inactive, full height for
/// probation and revoked, so that a strip can be read in black and white. The stylesheet has them.
struct StatusStrip: Sendable {
  /// A run of days.
  struct Run: Sendable {
    let status: Status
    /// Where it begins and how long it is, as shares of the strip.
    let start: Double
    let width: Double
  }

  let runs: [Run]
  let summary: Sentence
}

extension PageWriter {
  /// The strip; its years are those of all strips, drawn once.
  ///
  /// One run is all that the words beside it say; more of them have a sentence for those who do not
  /// see the strip.
  mutating func write(_ strip: StatusStrip) {
    let words: [Markup.Attribute] =
      strip.runs.count > 1
      ? [Markup.Attribute(.role, "img"), Markup.Attribute(.ariaLabel, speaker.say(strip.summary))]
      : [Markup.Attribute(.ariaHidden, "true")]
    markup.open(.svg, words)
    for run in strip.runs {
      markup.element(
        .rect, Markup.Attribute(.x, percent(run.start)),
        Markup.Attribute(.width, percent(run.width)),
        .class(Palette.status.classes(run.status.number)?.fill ?? ""))
    }
    markup.element(.use, Markup.Attribute(.href, "#years"))
    markup.close(.svg)
    markup.endLine()
  }

  /// The years of all strips.
  mutating func writeYears(_ years: [(year: Int, place: Double)]) {
    markup.open(.svg, [.class("vh"), Markup.Attribute(.ariaHidden, "true")])
    markup.open(.defs)
    markup.open(.g, [.id("years")])
    for (year, place) in years {
      markup.element(
        .line, Markup.Attribute(.x1, percent(place)), Markup.Attribute(.x2, percent(place)),
        Markup.Attribute(.y1, "25"), Markup.Attribute(.y2, "30"), .class("axis"))
      // The last label must not leave the strip.
      guard place < 0.9 else { continue }
      markup.element(
        .text, Markup.Attribute(.x, percent(place)), Markup.Attribute(.y, "43"), .class("muted"),
        text: "\(year)")
    }
    markup.close(.g)
    markup.close(.defs)
    markup.close(.svg)
    markup.endLine()
  }
}
