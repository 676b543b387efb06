import Statistics
import Testing

@Suite("EventRate")
struct EventRateTests {
  @Test("Garwood's interval is statsmodels'")
  func garwood() throws {
    for row in ProportionNumbers.rates {
      let interval = try #require(EventRate(events: row.events, exposure: row.exposure).garwood())
      #expect(abs(interval.low - row.low) <= 2e-13 * row.low, "\(row) \(interval)")
      #expect(abs(interval.high - row.high) <= 2e-13 * row.high, "\(row) \(interval)")
    }
  }

  @Test("Printed in the paper's table: none, 3 and 10 events")
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
  }
}
