import Statistics
import Testing

@Suite("AalenJohansen")
struct AalenJohansenTests {
  static let table = MultiStateTable(EventHistory.stays, states: 4)

  @Test("The event history from A: R's survival 3.5-3 and etm 1.1.1")
  func golden() throws {
    let curve = AalenJohansen(Self.table, from: 0)
    let last = try #require(curve.steps.last)
    #expect(last.time == 10)
    let chances = [357381.0 / 1_372_000, 625419.0 / 1_372_000, 0, 139.0 / 490]
    let errors = [0.153883109, 0.171070872, 0, 0.143104586]
    let times = [5.2626403061, 2.4533655248, 0.9319533528, 1.3520408163]
    for state in 0..<4 {
      #expect(abs(last.chances[state] - chances[state]) < 1e-14)
      #expect(abs(last.standardErrors[state] - errors[state]) < 1e-9)
      #expect(abs(curve.meanTimes(until: 10)[state] - times[state]) < 1e-10)
    }
  }

  @Test("The chances add up to 1 at every time, and so do the mean times to the horizon")
  func sums() {
    for start in 0..<4 {
      for begin in 0..<9 {
        let curve = AalenJohansen(Self.table, from: start, at: begin)
        for step in curve.steps {
          #expect(abs(step.chances.reduce(0, +) - 1) < 1e-12)
        }
        let times = curve.meanTimes(until: 10)
        #expect(abs(times.reduce(0, +) - Double(10 - begin)) < 1e-12)
      }
    }
  }

  @Test("With two states it is Kaplan–Meier with Greenwood's error")
  func twoStates() {
    var random = SplitMix(seed: 8)
    for _ in 0..<300 {
      let lives = (0..<random.below(20) + 1).map { _ in
        let last = random.below(8) + 1
        return Life(
          lasted: last, ended: random.below(3) > 0,
          enteredAfter: random.below(3) == 0 ? random.below(last) : nil)
      }
      let stays = lives.map { life in
        MultiStateTable.Stay(
          in: 0, after: life.enteredAfter ?? -1, until: life.lasted, next: life.ended ? 1 : nil)
      }
      let curve = AalenJohansen(MultiStateTable(stays, states: 2), from: 0, at: -1)
      let plain = KaplanMeier(lives)
      #expect(curve.steps.map(\.time) == plain.steps.map(\.time))
      for (step, other) in zip(curve.steps, plain.steps) {
        #expect(abs(step.chances[0] - other.survival) < 1e-13)
        #expect(abs(step.standardErrors[0] - other.standardError) < 1e-12)
      }
    }
  }

  @Test("Without censoring the chances are the shares of the subjects")
  func empirical() {
    var random = SplitMix(seed: 9)
    for _ in 0..<50 {
      let subjects = random.below(12) + 1
      var stays: [MultiStateTable.Stay] = []
      var places = [[Int]](repeating: [], count: 7)
      for _ in 0..<subjects {
        var (state, after) = (0, 0)
        for time in 0...6 {
          places[time].append(state)
          guard time < 6, random.below(2) == 0 else { continue }
          let next = (state + 1 + random.below(2)) % 3
          stays.append(MultiStateTable.Stay(in: state, after: after, until: time + 1, next: next))
          (state, after) = (next, time + 1)
        }
        if after < 6 {
          stays.append(MultiStateTable.Stay(in: state, after: after, until: 6, next: nil))
        }
      }
      // Each place was noted before the move that comes with the next time.
      let curve = AalenJohansen(MultiStateTable(stays, states: 3), from: 0)
      for time in 0...5 {
        for state in 0..<3 {
          let share = Double(places[time].count { $0 == state }) / Double(subjects)
          #expect(abs(curve.chances(at: time)[state] - share) < 1e-12)
        }
      }
    }
  }
}
