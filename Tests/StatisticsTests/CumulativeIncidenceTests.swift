import Statistics
import Testing

@Suite("CumulativeIncidence")
struct CumulativeIncidenceTests {
  @Test("How inactivity ends in the event history: scikit-survival 0.28.0 and R's survfit")
  func golden() {
    let spells = EventHistory.spells.filter { $0.from == "I" }.map { spell in
      CumulativeIncidence.Spell(
        lasted: spell.duration, cause: ["A", "P"].firstIndex(of: spell.to))
    }
    let curves = CumulativeIncidence(spells, causes: 2)
    let rectified = [0.315789, 0.385965, 0.526316, 0.526316]
    let probation = [0.263158, 0.403509, 0.403509, 0.403509]
    for (index, time) in [1, 2, 3, 6].enumerated() {
      let step = curves.steps.last { $0.time <= time }
      #expect(abs((step?.incidence[0] ?? -1) - rectified[index]) < 5e-7)
      #expect(abs((step?.incidence[1] ?? -1) - probation[index]) < 5e-7)
    }
  }

  @Test("Three causes with ties: scikit-survival")
  func competing() throws {
    let spells = SurvivalNumbers.competing.rows.map { row in
      CumulativeIncidence.Spell(
        lasted: row.int("lasted"), cause: row.int("cause") < 0 ? nil : row.int("cause"))
    }
    let curves = CumulativeIncidence(spells, causes: 3)
    for row in SurvivalNumbers.incidences.rows {
      let step = try #require(curves.steps.last { $0.time <= row.int("time") })
      for (cause, name) in ["first", "second", "third"].enumerated() {
        #expect(abs(step.incidence[cause] - row[name]) < 1e-13, "\(row)")
      }
      #expect(abs(1 - step.survival - row["all"]) < 1e-13, "\(row)")
    }
  }

  @Test("The causes add up to 1 − S, and one cause alone is 1 − Kaplan–Meier")
  func sums() {
    var random = SplitMix(seed: 10)
    for _ in 0..<300 {
      let spells = (0..<random.below(25)).map { _ in
        CumulativeIncidence.Spell(
          lasted: random.below(9), cause: random.below(3) == 0 ? nil : random.below(2))
      }
      let curves = CumulativeIncidence(spells, causes: 2)
      let plain = KaplanMeier(spells.map { Life(lasted: $0.lasted, ended: $0.cause != nil) })
      #expect(curves.steps.map(\.time) == plain.steps.map(\.time))
      for (step, other) in zip(curves.steps, plain.steps) {
        #expect(abs(step.incidence.reduce(0, +) - (1 - step.survival)) < 1e-13)
        #expect(abs(step.survival - other.survival) < 1e-13)
      }
    }
  }
}
