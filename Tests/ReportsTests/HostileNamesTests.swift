import Metrics
import Testing
import Warehouse

@testable import Reports

@Suite("Hostile names")
struct HostileNamesTests {
  static let names = [
    "<b>Bold</b> City", "=1+1 Town", "Ñuñoa", "O'Brien \"Q\" & Sons", "\u{202E}ytiC",
    "عمّان الكبرى", "</script><script>alert(1)</script>", "javascript:alert(1)", "]]>--><!--",
    "\u{7F}\u{85}\u{FFFE}\u{1F600}", String(repeating: "Long", count: 2500), "&lt;i&gt;", "-5",
    "\tTab",
  ]

  static let made = Result { () -> [String: [String: String]] in
    var members = "member_id,name,country,region,joined_on,cohort\n"
    var plans = "plan_id,member_ids,submitted_on,starts_on,ends_on\n"
    var commitments = "commitment_id,plan_id,title,starts_on,ends_on,policy_areas,sectors\n"
    var tracker = "commitment_id,reported_on,status\n"
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
    for (number, name) in names.enumerated() {
      let id = quoted("<i>\(number)'&")
      members += "\(id),\(quoted(name)),MEX,americas,2020-01-05,\(quoted("=" + name.prefix(40)))\n"
      plans += "\(quoted("<p\(number)>")),\(id),2020-06-01,2020-06-01,2022-12-31\n"
      commitments +=
        "\(quoted("\"c\(number)\"")),\(quoted("<p\(number)>")),\(quoted(name)),2020-06-01,2022-12-31,tax,aid\n"
      tracker += "\(quoted("\"c\(number)\"")),2021-0\(number % 9 + 1)-10,in_progress\n"
    }
    let dataset = try PageFixture.written([
      "members": members, "plans": plans, "commitments": commitments, "tracker": tracker,
      "completion_assessments":
        "commitment_id,submitted_on,completion\n\"\"\"c0\"\"\",2021-10-01,substantial\n",
    ])
    return [
      "report": try PageFixture.report(dataset, biennium: 2020),
      "dashboard": try PageFixture.dashboard(dataset),
    ]
  }

  @Test("names come out inert in HTML, whole in CSV", arguments: ["report", "dashboard"])
  func inert(kind: String) throws {
    let files = try #require(try Self.made.get()[kind])
    for (path, text) in files where path.hasSuffix(".html") {
      let page = ReadPage(text)
      #expect(page.faults.isEmpty, "\(path): \(page.faults)")
      // No element of a name became one of the page.
      #expect(
        !page.elements.contains { $0.name == "i" || $0.name == "b" && !$0.attributes.isEmpty })
      #expect(page.elements.count { $0.name == "script" } == 1)
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
      #expect(!text.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
      for table in page.tables where !table.file.isEmpty {
        let rows = PlainCSV.rows(try #require(files["tables/\(table.file).csv"]))
        #expect(
          table.rows.map { $0.map(\.raw) }.map(Self.visible) == rows.dropFirst().map(Self.visible))
      }
    }
  }

  /// HTML cannot hold control characters; the page shows their pictures.
  private static func visible(_ cells: [String]) -> [String] {
    cells.map { cell in
      String(
        String.UnicodeScalarView(
          cell.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x09: " "
            case 0x7F: "\u{2421}"
            case 0x80...0x9F, 0xFFFE: "\u{FFFD}"
            default: scalar
            }
          }))
    }
  }

  @Test("the dashboard shows every name, the longest one cut")
  func shown() throws {
    let page = ReadPage(try #require(try Self.made.get()["dashboard"]?["index.html"]))
    let table = try #require(page.tables.first { $0.file == "members" })
    #expect(table.rows.count == Self.names.count)
    #expect(table.rows[0][0].shown == "<b>Bold</b> City")
    #expect(table.rows[10][0].shown.count == Markup.longest + 1)
    #expect(table.rows[10][0].raw == Self.names[10])
    #expect(page.elements.count { $0.name == "bdi" } >= 4)
  }

  @Test("a spreadsheet gets no formula")
  func spreadsheet() throws {
    let table = ResultTable(
      name: "names", columns: [ResultTable.Column("name", .label)],
      rows: Self.names.map { [.text($0)] })
    let (bytes, guarded) = table.spreadsheetBytes(SpreadsheetFlavour())
    #expect(guarded == 3)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\r\n'=1+1 Town\r\n"))
  }
}
