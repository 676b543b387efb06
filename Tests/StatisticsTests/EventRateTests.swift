import Statistics
import Testing

@Suite("EventRate")
struct EventRateTests {
  @Test("Garwood's interval is statsmodels', from none to a million events")
  func garwood() throws {
    for row in ProportionNumbers.rates.rows {
      let rate = EventRate(events: row.int("events"), exposure: row["exposure"])
      let interval = try #require(rate.garwood())
      #expect(abs(interval.low - row["low"]) <= 2e-14 * row["low"], "\(row) \(interval)")
      #expect(abs(interval.high - row["high"]) <= 2e-14 * row["high"], "\(row) \(interval)")
    }
  }

  @Test("None, 3 and 10 events over one year")
  func printed() throws {
    let expected: [(Int, Double, Double)] = [
      (0, 0, 3.688879454114), (3, 0.618672122896, 8.767273069742),
      (10, 4.795388696132, 18.390356042018),
    ]
    for (events, low, high) in expected {
      let interval = try #require(EventRate(events: events, exposure: 1).garwood())
      #expect(abs(interval.low - low) < 5e-13 && abs(interval.high - high) < 5e-13)
    }
  }

  @Test("Without exposure there is no rate")
  func nothing() {
    #expect(EventRate(events: 0, exposure: 0).garwood() == nil)
    #expect(EventRate(events: 0, exposure: 0).value == nil)
    #expect(EventRate(events: 0, exposure: 3).logScale() == nil)
    #expect(EventRate(events: 0, exposure: 3).meanSojourn() == nil)
  }

  @Test("The event history's intensities and sojourns: R's msm 1.7 with exact times")
  func intensities() throws {
    let states = ["A", "I", "P", "R"]
    let sums = MultiStateTable.exposure(EventHistory.stays, states: 4)
    #expect(sums.map(\.time) == [67, 31, 12, 0])
    #expect(sums[0].moves == [0, 23, 0, 0])
    #expect(sums[1].moves == [9, 0, 7, 0])
    #expect(sums[2].moves == [4, 0, 0, 3])
    let leaving = EventRate(events: 23, exposure: 67)
    #expect(abs((leaving.value ?? 0) - 0.343283582090) < 1e-12)
    let interval = try #require(leaving.logScale())
    #expect(abs(interval.low - 0.2281) < 5e-5 && abs(interval.high - 0.5166) < 5e-5)
    let stay = try #require(leaving.meanSojourn())
    #expect(abs(stay.mean - 2.913043478) < 1e-9)
    // msm's errors come from a numerical Hessian: seven digits.
    #expect(abs(stay.standardError - 0.6074115034) < 2e-7)
    #expect(abs(stay.interval.low - 1.9357942474) < 2e-7)
    #expect(abs(stay.interval.high - 4.383638605) < 2e-7)
    for (state, mean) in [(1, 1.9375), (2, 1.714285714)] {
      let rate = EventRate(
        events: sums[state].moves.reduce(0, +), exposure: Double(sums[state].time))
      #expect(abs((rate.meanSojourn()?.mean ?? 0) - mean) < 1e-9, "\(states[state])")
    }
  }
}
