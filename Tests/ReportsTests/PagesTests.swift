import Foundation
import Membership
import Metrics
import Storage
import Testing
import Warehouse

@testable import Reports

@Suite("Pages")
struct PagesTests {
  static let kinds = ["report", "dashboard"]

  static let made = Result {
    let dataset = try PageFixture.small.get()
    return [
      "report": try PageFixture.report(dataset), "dashboard": try PageFixture.dashboard(dataset),
    ]
  }

  static func pages(_ kind: String) throws -> [(name: String, html: String, page: ReadPage)] {
    let files = try #require(try made.get()[kind])
    return ["index.html", "index.es.html", "index.fr.html"].compactMap { name in
      files[name].map { (name, $0, ReadPage($0)) }
    }
  }

  @Test("a folder has three pages, tables and a receipt", arguments: kinds)
  func files(kind: String) throws {
    let files = try #require(try Self.made.get()[kind])
    #expect(try Self.pages(kind).count == 3)
    #expect(files.keys.count { $0.hasPrefix("tables/") } >= 12)
    #expect(files["report.json"] != nil)
  }

  @Test("every element is closed where it must be", arguments: kinds)
  func closed(kind: String) throws {
    for (name, _, page) in try Self.pages(kind) {
      #expect(page.faults.isEmpty, "\(name)")
      #expect(page.elements.count > 500)
    }
  }

  @Test("ids are unique and every link on the page leads somewhere", arguments: kinds)
  func links(kind: String) throws {
    let files = try #require(try Self.made.get()[kind])
    for (name, _, page) in try Self.pages(kind) {
      let ids = page.elements.compactMap { $0["id"] }
      #expect(Set(ids).count == ids.count, "\(name)")
      for element in page.elements {
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
          for id in (element[attribute] ?? "").split(separator: " ") {
            #expect(ids.contains(String(id)), "\(name): \(attribute)=\(id)")
          }
        }
        guard let href = element["href"], href != "data:," else { continue }
        if href.hasPrefix("#") {
          #expect(ids.contains(String(href.dropFirst())), "\(name): \(href)")
        } else {
          #expect(files[href] != nil, "\(name): \(href)")
        }
      }
    }
  }

  @Test("nothing on a page runs or is loaded but its own style and script", arguments: kinds)
  func inert(kind: String) throws {
    for (name, html, page) in try Self.pages(kind) {
      for element in page.elements {
        for (attribute, value) in element.attributes {
          #expect(!attribute.hasPrefix("on") && attribute != "style", "\(name): \(attribute)")
          #expect(!value.contains("javascript:") && !value.contains("://"), "\(name): \(value)")
          #expect(attribute != "src")
        }
      }
      let policy = try #require(
        page.elements.first { $0["http-equiv"] == "Content-Security-Policy" }?["content"])
      for tag in ["style", "script"] {
        let content = try #require(
          html.firstMatch(of: try Regex("(?s)<\(tag)>(.*?)</\(tag)>"))?.output[1].substring)
        let hash = SHA256.hexadecimal(of: Array(content.utf8))
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { place in
          UInt8(hash.dropFirst(place).prefix(2), radix: 16)
        }
        #expect(policy.contains("'sha256-\(Data(bytes).base64EncodedString())'"), "\(name) \(tag)")
      }
    }
  }

  @Test("every table says what its CSV file says, cell by cell", arguments: kinds)
  func cells(kind: String) throws {
    let files = try #require(try Self.made.get()[kind])
    for (name, _, page) in try Self.pages(kind) {
      var seen: Set<String> = []
      for table in page.tables where !table.file.isEmpty {
        seen.insert("tables/\(table.file).csv")
        let rows = PlainCSV.rows(try #require(files["tables/\(table.file).csv"]))
        #expect(table.header.count == rows[0].count, "\(name) \(table.file)")
        #expect(!table.caption.isEmpty)
        #expect(
          table.rows.map { $0.map(\.raw) } == Array(rows.dropFirst()), "\(name) \(table.file)")
      }
      // Of a table without rows the page says that there are none.
      let filled = files.filter {
        $0.key.hasPrefix("tables/") && PlainCSV.rows($0.value).count > 1
      }
      #expect(seen == Set(filled.keys), "\(name)")
    }
  }

  @Test("shown numbers are the raw ones in the language's style", arguments: kinds)
  func numbers(kind: String) throws {
    for (name, _, page) in try Self.pages(kind) {
      let comma = name != "index.html"
      var count = 0
      for table in page.tables where !table.file.isEmpty {
        for cell in table.rows.joined() where cell.raw.contains(".") && cell.shown != cell.raw {
          guard let raw = Double(cell.raw) else { continue }
          var shown = cell.shown.replacing("\u{2212}", with: "-").replacing("+", with: "")
            .replacing("\u{202F}", with: "").replacing("\u{A0}", with: "")
          let isShare = shown.hasSuffix("%")
          shown = shown.replacing("%", with: "")
          #expect(comma == shown.contains(",") || !comma, "\(name): \(cell)")
          if comma { shown = shown.replacing(",", with: ".") }
          let value = try #require(Double(shown), "\(name): \(cell)")
          // Differences are in percentage points without a sign of their own.
          let isNear = [1.0, 100.0].contains { (value - raw * $0).magnitude <= 0.050_01 }
          #expect(isShare ? (value - raw * 100).magnitude <= 0.050_01 : isNear, "\(name): \(cell)")
          count += 1
        }
      }
      #expect(count > 40)
    }
  }

  @Test("pages of the three languages have the same parts and the same raw cells", arguments: kinds)
  func languages(kind: String) throws {
    let pages = try Self.pages(kind).map(\.page)
    for page in pages.dropFirst() {
      #expect(page.elements.compactMap { $0["id"] } == pages[0].elements.compactMap { $0["id"] })
      for (own, other) in zip(page.tables, pages[0].tables) where !own.file.isEmpty {
        #expect(own.rows.map { $0.map(\.raw) } == other.rows.map { $0.map(\.raw) })
      }
    }
  }

  @Test("two runs give the same bytes, whatever the number of threads", arguments: kinds)
  func sameBytes(kind: String) throws {
    let dataset = try PageFixture.small.get()
    let again =
      kind == "report"
      ? try PageFixture.report(dataset, threads: 3) : try PageFixture.dashboard(dataset, threads: 3)
    #expect(try Self.made.get()[kind] == again)
  }

  @Test("synthetic data is marked on every page and in the receipt", arguments: kinds)
  func synthetic(kind: String) throws {
    let files = try #require(try Self.made.get()[kind])
    #expect(files["index.html"]?.contains("<title>[synthetic data]") == true)
    #expect(files["index.es.html"]?.contains("<title>[datos sintéticos]") == true)
    #expect(files["index.fr.html"]?.contains("<title>[données synthétiques]") == true)
    #expect(files["report.json"]?.contains("\"synthetic\": true") == true)
  }

  @Test("the receipt has the hash of every other file", arguments: kinds)
  func receipt(kind: String) throws {
    let files = try #require(try Self.made.get()[kind])
    let text = try #require(files["report.json"])
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let receipt = try #require(json as? [String: Any])
    let listed = try #require(receipt["files"] as? [[String: Any]])
    #expect(Set(listed.compactMap { $0["path"] as? String } + ["report.json"]) == Set(files.keys))
    for file in listed {
      let path = try #require(file["path"] as? String)
      let text = try #require(files[path])
      #expect(file["sha256"] as? String == SHA256.hexadecimal(of: Array(text.utf8)))
      #expect(file["bytes"] as? Int == text.utf8.count)
    }
  }

  @Test("a report can be made over any window", arguments: [2012, 2014, 2016, 2018, 2030, nil])
  func windows(biennium: Int?) throws {
    let cohort = Cohort(
      of: try PageFixture.small.get(), asOf: try #require(Day(year: 2021, month: 5, day: 9)))
    let window = try biennium.map { try #require(Window(biennium: $0)) } ?? .all
    var options = PageFixture.options
    options.languages = [.en]
    let files = try BiennialReport(of: cohort, over: window, options: options).files()
    let page = ReadPage(
      String(decoding: try #require(files.first { $0.path == "index.html" }).bytes, as: UTF8.self))
    #expect(page.faults.isEmpty)
    #expect(!page.text.contains("{0}"))
  }
}
