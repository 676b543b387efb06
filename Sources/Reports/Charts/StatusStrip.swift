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
  /// First days of years inside the strip, as shares of it.
  let years: [(year: Int, place: Double)]
  let summary: Sentence
}

extension PageWriter {
  mutating func write(_ strip: StatusStrip, id: String, title: String) {
    openDrawing(id: id, height: 44, title: title, summary: strip.summary)
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
    for (year, place) in strip.years {
      markup.element(
        .line, Markup.Attribute(.x1, percent(place)), Markup.Attribute(.x2, percent(place)),
        Markup.Attribute(.y1, "25"), Markup.Attribute(.y2, "30"), .class("axis"))
      // The last label must not leave the strip.
      guard place < 0.9 else { continue }
      markup.element(
        .text, Markup.Attribute(.x, percent(place)), Markup.Attribute(.y, "43"), .class("muted"),
        text: "\(year)")
    }
    markup.close(.svg)
    markup.endLine()
  }
}
