import Warehouse

/// A member's statuses over its whole membership, as one strip.
///
/// Heights say what colours say: a thin line for active, half height for inactive, full height for
/// probation and revoked, so that a strip can be read in black and white.
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
  mutating func write(_ strip: StatusStrip) {
    markup.open(
      .svg,
      [
        Markup.Attribute(.role, "img"),
        Markup.Attribute(.ariaLabel, speaker.say(strip.summary)), Markup.Attribute(.height, "44"),
      ])
    for run in strip.runs {
      let height =
        switch run.status {
        case .active: 8.0
        case .inactive, .inactiveVoluntary: 14.0
        case .probation, .revoked: 22.0
        case .withdrawn: 4.0
        }
      markup.element(
        .rect, Markup.Attribute(.x, percent(run.start)),
        Markup.Attribute(.y, pixels(12 - height / 2)), Markup.Attribute(.width, percent(run.width)),
        Markup.Attribute(.height, pixels(height)),
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
