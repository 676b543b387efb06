import Testing
import Warehouse

@Suite("JSON")
struct JSONTests {
  @Test("what is written is read again, member by member in the same order")
  func roundTrip() throws {
    let value = JSON.object([
      .init("b", .array([.count(-12), .number("0.500000"), .null, .bool(true)])),
      .init("a", "quotes \" \\ \n \u{1} <b> é 🏙 \u{2028}"),
      .init("empty", .object([])),
    ])
    #expect(try JSON(parsing: Array(value.pretty.utf8)) == value)
    #expect(try JSON(parsing: Array(value.compact.utf8)) == value)
    #expect(!value.compact.contains("<"))
  }

  @Test("escapes and surrogate pairs are read")
  func escapes() throws {
    let text = #"{"\u0061":"\ud83c\udfd9\/\b\f"}"#
    #expect(try JSON(parsing: Array(text.utf8))["a"] == "🏙/\u{8}\u{C}")
  }

  @Test(
    "a fault is named with its place",
    arguments: [
      ("", "line 1, column 1"), ("{\"a\":1,\n\"a\":2}", "line 2, column 4"),
      ("[1 2]", "line 1, column 4"), ("01", "line 1, column 2"), ("\"\\ud83c\"", "line 1"),
      ("nul", "line 1, column 1"), ("[1] x", "line 1, column 5"), ("1e", "line 1, column 3"),
      ("\"a\nb\"", "line 1, column 3"), (String(repeating: "[", count: 70), "levels deep"),
    ])
  func faults(text: String, place: String) {
    #expect {
      try JSON(parsing: Array(text.utf8))
    } throws: { error in
      String(describing: error).contains(place)
    }
  }
}
