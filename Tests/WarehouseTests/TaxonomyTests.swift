import Foundation
import TestSupport
import Testing
import Warehouse

@Suite("The built-in codes")
struct TaxonomyTests {
  /// taxonomy.csv, a record a line.
  private static let records: [[String]] = {
    let url = Shared.folder.appending(path: "spec/taxonomy.csv")
    let csv = PlainCSV(Array((try? Data(contentsOf: url)) ?? Data()))
    return csv.records.map { $0.cells.map { String(decoding: $0.text, as: UTF8.self) } }
  }()

  @Test("codes, labels, aliases and their order are those of taxonomy.csv")
  func lists() throws {
    #expect(
      Self.records.first == ["list", "code", "en", "es", "fr", "source", "aliases"])
    var names: [String] = []
    for record in Self.records.dropFirst() where !names.contains(record[0]) {
      names.append(record[0])
    }
    #expect(Set(names) == Set(CodeList.builtIn.map(\.name)))
    #expect(CodeList.builtIn.count == names.count)
    for list in CodeList.builtIn {
      let expected = Self.records.dropFirst().filter { $0[0] == list.name }
      let entries = list.entries.map { entry in
        [entry.code, entry.en, entry.es, entry.fr, entry.aliases.joined(separator: "|")]
      }
      #expect(entries == expected.map { Array($0[1...4]) + [$0[6]] }, "\(list.name)")
    }
  }

  /// A list, a table that uses it and the column, and whether that takes several.
  private static let uses: [(list: String, table: String, column: String, header: String)] = [
    ("policy_area", "commitments", "policy_areas", ""), ("sector", "commitments", "sectors", ""),
    ("value", "commitments", "values", ""),
    ("resources_secured", "commitments", "resources_secured", ""),
    ("region", "members", "region", ""), ("kind", "members", "kind", ""),
    ("monitoring_body", "plans", "monitoring_body", ""),
    ("tracker_status", "tracker", "status", "commitment_id,reported_on"),
    ("phase", "meetings", "phase", "member_id,held_on"),
    ("specificity", "commitment_reviews", "specificity", "commitment_id,submitted_on"),
    ("potential_impact", "commitment_reviews", "potential_impact", "commitment_id,submitted_on"),
    ("completion", "completion_assessments", "completion", "commitment_id,submitted_on"),
    ("early_results", "completion_assessments", "opened_information", "commitment_id,submitted_on"),
    ("event", "events", "kind", "member_id,on"),
    ("requirement", "events", "requirement", "member_id,on"),
    ("status", "recorded_statuses", "status", "member_id,from_on"),
  ]

  /// The ways in which a name may be written (data.md, readings.md 5).
  private static func spellings(_ name: String) -> [String] {
    let plain = name.folding(options: .diacriticInsensitive, locale: nil)
    return [
      name, name.uppercased(), name.lowercased(), plain, " \(name)\u{A0}",
      name.decomposedStringWithCanonicalMapping, name.precomposedStringWithCanonicalMapping,
      name.replacingOccurrences(of: "’", with: "'"), name.replacingOccurrences(of: "œ", with: "OE"),
    ]
  }

  @Test("every name in every spelling is read as its code", arguments: uses.indices)
  func names(index: Int) throws {
    let use = Self.uses[index]
    let list = try #require(CodeList.builtIn.first { $0.name == use.list })
    var cells: [(text: String, code: String)] = []
    for entry in list.entries {
      for name in [entry.code, entry.en, entry.es, entry.fr] + entry.aliases {
        cells += Self.spellings(name).map { ($0, entry.code) }
      }
    }
    func quoted(_ text: String) -> String { "\"\(text)\"" }
    var files = [
      "members": "member_id,name,country,region,joined_on\nm1,A,MEX,europe,2020-01-01\n",
      "plans": "plan_id,member_ids,submitted_on,starts_on,ends_on\n"
        + "p1,m1,2021-01-01,2021-01-01,2022-12-31\n",
      "commitments": "commitment_id,plan_id,starts_on,ends_on,policy_areas,sectors\n"
        + "c1,p1,2021-01,2022-12,tax,aid\n", "terms": "member_id,starts_on,ends_on\n",
    ]
    var text: String
    switch use.table {
    case "members":
      text = "member_id,name,country,joined_on,region,kind\n"
      for (number, cell) in cells.enumerated() {
        let rest = use.column == "region" ? quoted(cell.text) + "," : "europe," + quoted(cell.text)
        text += "m\(number + 1),A,MEX,2020-01-01,\(rest)\n"
      }
    case "plans":
      text = "plan_id,member_ids,submitted_on,starts_on,ends_on,monitoring_body\n"
      for (number, cell) in cells.enumerated() {
        text += "p\(number + 1),m1,2021-01-01,2021-01-01,2022-12-31,\(quoted(cell.text))\n"
      }
    case "commitments":
      let columns = ["policy_areas", "sectors", "values", "resources_secured"]
      text = "commitment_id,plan_id,starts_on,ends_on,\(columns.joined(separator: ","))\n"
      for (number, cell) in cells.enumerated() {
        let defaults = ["tax", "aid", "", ""]
        let rest = zip(columns, defaults).map { $0 == use.column ? quoted(cell.text) : $1 }
        text += "c\(number + 1),p1,2021-01,2022-12,\(rest.joined(separator: ","))\n"
      }
    default:
      let subject = use.header.hasPrefix("member") ? "m1" : "c1"
      let more =
        ["events": ",kind", "completion_assessments": ",completion"][use.table] ?? ""
      let isMore = more == "," + use.column
      text = use.header + more + (isMore ? "" : "," + use.column) + "\n"
      for cell in cells {
        let other = more.isEmpty ? "" : more == ",kind" ? ",resumed" : ",limited"
        text +=
          "\(subject),2021-06-30" + (isMore ? "," : other + ",") + quoted(cell.text) + "\n"
      }
    }
    files[use.table] = text
    let result = Dataset.load(
      files: Dictionary(
        uniqueKeysWithValues: files.map { ($0.key + ".csv", Array($0.value.utf8)) }))
    let dataset = try #require(result.dataset, "\(result.told.prefix(500))")
    let name = try #require(TableName(rawValue: use.table))
    let table = try #require(DatasetText(dataset).tables[name])
    let column = try #require(table.columns.firstIndex(of: use.column))
    #expect(table.rows.map { $0[column] } == cells.map(\.code))
  }

  @Test("yes and no in three languages, in any case, with and without accents")
  func answers() throws {
    let words = [
      "yes": [
        "yes", "YES", "Yes ", "true", "TRUE", "1", "sí", "SÍ", "si", "Si", "s\u{69}\u{301}", "oui",
      ],
      "no": ["no", "NO", " No", "false", "False", "0", "non", "NON"],
    ]
    var text = "commitment_id,reported_on,status,progress\n"
    var expected: [String] = []
    for (answer, spellings) in words.sorted(by: { $0.key < $1.key }) {
      for word in spellings {
        text += "c1,2021-06-30,stuck,\(word)\n"
        expected.append(answer)
      }
    }
    let result = Dataset.load(files: [
      "members.csv": Array(
        "member_id,name,country,region,joined_on\nm1,A,MEX,europe,2020-01-01\n".utf8),
      "plans.csv": Array(
        "plan_id,member_ids,submitted_on,starts_on,ends_on\np1,m1,2021-01-01,2021-01-01,2022-12-31"
          .utf8),
      "commitments.csv": Array(
        ("commitment_id,plan_id,starts_on,ends_on,policy_areas,sectors\n"
          + "c1,p1,2021-01,2022-12,tax,aid").utf8), "tracker.csv": Array(text.utf8),
    ])
    let dataset = try #require(result.dataset, "\(result.told)")
    #expect(DatasetText(dataset).tables[.tracker]?.rows.map { $0[4] } == expected)
  }
}
