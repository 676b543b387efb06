import Testing
import Warehouse

@Suite("The nearest right id")
struct NearestTests {
  /// What is suggested for an id among the members M10000, M10007 and so on, seven apart.
  private func suggestion(for id: String, among count: Int) -> String? {
    var members = "member_id,name,country,region,joined_on\n"
    for number in 0..<count { members += "M\(10_000 + number * 7),A,MEX,europe,2020-01-01\n" }
    let events = "member_id,on,kind\n\(id),2021-01-01,resumed\n"
    let result = Dataset.load(files: [
      "members.csv": Array(members.utf8), "events.csv": Array(events.utf8),
    ])
    let told = result.log.shown.first { $0.code.rawValue == "missing-row" }?.message ?? ""
    return told.split(separator: "did you mean ").dropFirst().first
      .map { String($0.dropLast().dropFirst().dropLast()) }
  }

  @Test(
    "one and two letters away, in small tables and in large ones", arguments: [1000, 6000])
  func near(count: Int) {
    for (id, expected) in [
      ("M1000", "M10000"), ("M100000", "M10000"), ("X10007", "M10007"), ("M01007", "M10007"),
      ("m10014", "M10014"), ("10021", "M10021"), ("M100XY", "M10000"), ("M1O0O7", "M10007"),
      ("MM10028", "M10028"), ("M10028 ", "M10028"),
    ] {
      #expect(suggestion(for: id, among: count) == expected, "\(id)")
    }
    for id in ["Q", "N2OO28", "M1000000028", "completely-other"] {
      #expect(suggestion(for: id, among: count) == nil, "\(id)")
    }
  }
}
