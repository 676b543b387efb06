import Testing
import Warehouse

@Suite("The apostrophe before formulas")
struct FormulaGuardTests {
  /// Texts of what spreadsheets and readers of CSV stumble over, apostrophes above all.
  private static func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "'", "'", "=", "+", "-", "@", "\t", "\r", "\n", "\"", ",", ";", "a", "é", "＝", "＠", "￼", " ",
    ]
    return (0..<count).map { _ in
      (0...random.upTo(4)).map { _ in pieces[random.upTo(pieces.count - 1)] }.joined()
    }
  }

  /// A dataset whose commitments have these titles, written with or without apostrophes.
  private static func files(
    _ titles: [String], separator: String, isGuarded: Bool, quotesAll: Bool
  ) -> [String: [UInt8]] {
    func cell(_ text: String) -> String {
      let written = isGuarded && FormulaGuard.guards(text) ? "'" + text : text
      let isPlain = written.unicodeScalars.allSatisfy {
        !"\"\r\n\t".unicodeScalars.contains($0) && String($0) != separator
      }
      return isPlain && !quotesAll
        ? written : "\"" + written.replacing("\"", with: "\"\"") + "\""
    }
    func table(_ rows: [[String]]) -> [UInt8] {
      Array(
        ((isGuarded ? "\u{FEFF}" : "")
          + rows.map { $0.map(cell).joined(separator: separator) + "\r\n" }.joined()).utf8)
    }
    return [
      "dataset.json": Array("{\"synthetic\": true, \"spreadsheet\": \(isGuarded)}".utf8),
      "members.csv": table([
        ["member_id", "name", "country", "region", "joined_on"],
        ["=m", "+m", "BEL", "europe", "2020-01-01"],
      ]),
      "plans.csv": table([
        ["plan_id", "member_ids", "submitted_on", "starts_on", "ends_on"],
        ["@p", "=m", "2020-02-01", "2020-03-01", "2022-02-28"],
      ]),
      "commitments.csv": table(
        [["commitment_id", "plan_id", "title", "starts_on", "ends_on", "policy_areas", "sectors"]]
          + titles.enumerated().map { number, title in
            [
              "-c\(number)", "@p", title, "2020-03-01", "2022-02-28", "civic_space",
              "health_nutrition",
            ]
          }),
    ]
  }

  @Test("goes again when it is read, whatever the text", arguments: [",", ";", "\t"])
  func undone(separator: String) throws {
    let titles = Self.texts(600, seed: 8)
    #expect(titles.count { FormulaGuard.guards($0) } > 200)
    #expect(titles.count { $0.hasPrefix("'") && !FormulaGuard.guards($0) } > 20)
    for quotesAll in [false, true] {
      let plain = try #require(
        Dataset.load(
          files: Self.files(
            titles, separator: separator, isGuarded: false, quotesAll: quotesAll)
        ).dataset)
      let guarded = try #require(
        Dataset.load(
          files: Self.files(titles, separator: separator, isGuarded: true, quotesAll: quotesAll)
        ).dataset)
      #expect(plain.commitments.count == 600)
      for row in 0..<plain.commitments.count {
        #expect(guarded.commitments.titles[row] == plain.commitments.titles[row])
        #expect(guarded.commitments.ids[row] == plain.commitments.ids[row])
      }
      #expect(guarded.members.ids[0] == "=m" && guarded.members.names[0] == "+m")
    }
  }

  @Test("stays where the folder does not say that it is for spreadsheets")
  func stays() throws {
    var files = Self.files(["'=1+1"], separator: ",", isGuarded: false, quotesAll: false)
    #expect(try #require(Dataset.load(files: files).dataset).commitments.titles[0] == "'=1+1")
    files["dataset.json"] = Array("{\"spreadsheet\": true}".utf8)
    #expect(try #require(Dataset.load(files: files).dataset).commitments.titles[0] == "=1+1")
    files["dataset.json"] = Array("{\"spreadsheet\": \"yes\"}".utf8)
    #expect(
      Dataset.load(files: files).log.kinds.contains { $0.code.rawValue == "bad-dataset-json" })
  }
}
