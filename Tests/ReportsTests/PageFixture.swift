import Foundation
import Membership
import Metrics
import Storage
import Testing
import Warehouse

@testable import Reports

/// Reports and dashboards made from small datasets, for tests to look at.
enum PageFixture {
  /// A generated dataset as a folder of CSV files, loaded.
  static func generated(members: Int, seed: UInt64) throws -> Dataset {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ogpstats-pages-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try DatasetGenerator(memberCount: members, seed: seed).write(to: folder.path, threads: 1)
    return try #require(try Dataset.load(path: folder.path).dataset)
  }

  /// A dataset from the text of its tables.
  static func written(_ tables: [String: String]) throws -> Dataset {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "ogpstats-pages-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in tables {
      try Data(text.utf8).write(to: folder.appending(path: "\(name).csv"))
    }
    let result = try Dataset.load(path: folder.path)
    return try #require(result.dataset, "\(result.log.shown.map(\.description))")
  }

  static let small = Result { try generated(members: 14, seed: 5) }

  static var options: PageOptions {
    var options = PageOptions(version: "0.0.0")
    options.recorded = [("biennium", "2022")]
    return options
  }

  static func report(_ dataset: Dataset, biennium: Int = 2022, threads: Int = 1) throws -> [String:
    String]
  {
    let cohort = Cohort(of: dataset, asOf: try #require(dataset.defaultAsOf), threads: threads)
    var options = options
    options.reform = RuleSchedule(
      baseline: .handbook, reform: try RuleSet.handbook.setting(["silent_quarters=1"]))
    let window = try #require(Window(biennium: biennium))
    return texts(try BiennialReport(of: cohort, over: window, options: options).files())
  }

  static func dashboard(_ dataset: Dataset, threads: Int = 1) throws -> [String: String] {
    let cohort = Cohort(of: dataset, asOf: try #require(dataset.defaultAsOf), threads: threads)
    return texts(try CohortDashboard(of: cohort, options: options).files())
  }

  private static func texts(_ files: [ReportFile]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }
}

/// A page taken apart by a reader that knows nothing of how it was written.
struct ReadPage {
  /// An element's start, with its attributes unescaped.
  struct Element {
    let name: String
    let attributes: [(name: String, value: String)]
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// A table's cells: what is shown and the raw value.
  struct Table {
    var file: String
    var caption = ""
    var header: [String] = []
    var rows: [[(shown: String, raw: String)]] = []
  }

  var elements: [Element] = []
  var tables: [Table] = []
  var faults: [String] = []
  /// All text outside style and script.
  var text = ""

  static let voids: Set = ["meta", "link", "input", "col"]

  /// Elements without an end tag, with the start tags that end them.
  static let endedBy: [String: Set<String>] = [
    "td": ["td", "th"], "th": ["td", "th"], "dt": ["dt", "dd"], "dd": ["dt", "dd"], "li": ["li"],
  ]

  init(_ html: String) {
    var rest = Substring(html)
    var stack: [String] = []
    var cell: (shown: String, raw: String?)?
    var isHead = false
    while let open = rest.firstIndex(of: "<") {
      let content = Self.unescaped(rest[..<open])
      if stack.last != "style", stack.last != "script" { text += content + "\n" }
      cell?.shown += content
      if stack.last == "caption" { tables[tables.count - 1].caption += content }
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      if tag.hasPrefix("!") { continue }
      let name = String(tag.prefix { $0 != " " && $0 != "\n" }.drop { $0 == "/" })
      // A cell, a term or a line of a list ends with the next one, or with what it stands in.
      if let last = stack.last, let ends = Self.endedBy[last],
        tag.hasPrefix("/") ? name != last : ends.contains(name)
      {
        stack.removeLast()
        if last == "td" || last == "th", let done = cell {
          if isHead {
            tables[tables.count - 1].header.append(done.shown)
          } else {
            let shown = done.shown == "–" && done.raw == "" ? "" : done.shown
            tables[tables.count - 1].rows[tables[tables.count - 1].rows.count - 1]
              .append((shown, done.raw ?? shown))
          }
          cell = nil
        }
      }
      if tag.hasPrefix("/") {
        if stack.last == name {
          stack.removeLast()
        } else {
          faults.append("</\(name)> closes \(stack.last ?? "nothing")")
        }
        continue
      }
      let element = Self.element(tag)
      elements.append(element)
      switch element.name {
      case "table": tables.append(Table(file: element["data-csv"] ?? ""))
      case "thead": isHead = true
      case "tbody": isHead = false
      case "tr" where !isHead: tables[tables.count - 1].rows.append([])
      case "td", "th":
        cell = ("", element["data-v"] ?? element["data-k"])
        if element.name == "th", element["scope"] == nil { faults.append("th without scope") }
      default: break
      }
      if !Self.voids.contains(element.name), !tag.hasSuffix("/") { stack.append(element.name) }
      if element.name == "script" || element.name == "style" {
        guard let end = rest.range(of: "</\(element.name)>") else { break }
        rest = rest[end.lowerBound...]
      }
    }
    if !stack.isEmpty { faults.append("open at the end: \(stack)") }
  }

  private static func element(_ tag: Substring) -> Element {
    var tag = tag
    if tag.hasSuffix("/") { tag.removeLast() }
    let name = tag.prefix { $0 != " " && $0 != "\n" }
    var rest = tag.dropFirst(name.count)
    var attributes: [(String, String)] = []
    while true {
      rest = rest.drop { $0 == " " || $0 == "\n" }
      guard !rest.isEmpty else { break }
      let key = rest.prefix { $0 != "=" && $0 != " " }
      rest = rest.dropFirst(key.count)
      var value = Substring()
      if rest.hasPrefix("=\"") {
        rest = rest.dropFirst(2)
        value = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 1)
      } else if rest.hasPrefix("=") {
        rest = rest.dropFirst()
        value = rest.prefix { $0 != " " && $0 != "\n" }
        rest = rest.dropFirst(value.count)
      }
      attributes.append((String(key), unescaped(value)))
    }
    return Element(name: String(name), attributes: attributes)
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
