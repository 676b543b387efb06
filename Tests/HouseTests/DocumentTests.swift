import Foundation
import Membership
import Testing

@Suite("Documents")
struct DocumentTests {
  @Test(
    "the papers of the house are there",
    arguments: [
      "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "SECURITY.md",
      "CITATION.cff",
    ])
  func papers(path: String) throws {
    #expect(try Tree.file(path).text.count > 300)
  }

  @Test("every make command that a document names exists in the Makefile")
  func makefile() throws {
    let makefile = try Tree.file("Makefile").text
    let targets = Set(
      makefile.split(separator: "\n").compactMap { line in
        line.range(of: #"^[a-z][a-z-]*:"#, options: .regularExpression)
          .map { String(line[$0].dropLast()) }
      })
    var named = 0
    for path in ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"] {
      var rest = try Tree.file(path).text[...]
      while let found = rest.range(
        of: #"(`|\n    )make [a-z][a-z-]*"#, options: .regularExpression)
      {
        let target = rest[found].split(separator: " ").last.map(String.init) ?? ""
        #expect(targets.contains(target), "\(path) names make \(target)")
        named += 1
        rest = rest[found.upperBound...]
      }
    }
    #expect(named >= 2)
  }

  @Test("every parameter is in the manual with its handbook value", arguments: Parameter.allCases)
  func manual(parameter: Parameter) throws {
    let row = "| `\(parameter.name)` | \(parameter.handbookText) | \(parameter.unit.rawValue) |"
    #expect(try Tree.file("docs/parameters.md").text.contains(row), "no row \(row)")
  }

  @Test("the program, the citation and the newest entry of the changelog have one version")
  func version() throws {
    func found(_ path: String, _ pattern: String) throws -> String {
      let text = try Tree.file(path).text
      let line = try #require(text.range(of: pattern, options: .regularExpression), "\(path)")
      return String(text[line].filter { $0.isNumber || $0 == "." })
    }
    let number = #"[0-9]+\.[0-9]+\.[0-9]+"#
    let program = try found(
      "Sources/ogpstats/Help/Version.swift", "let number = \"" + number + "\"")
    #expect(try found("CITATION.cff", "\nversion: " + number) == program)
    #expect(try found("CHANGELOG.md", "\n## " + number) == program)
  }

  @Test("no file names a folder of somebody's machine")
  func machines() throws {
    let folders = ["wo" + "rk", "ro" + "ot", "ho" + "me", "Us" + "ers"]
    let pattern = #"(^|[\s"'`(=:])/("# + folders.joined(separator: "|") + #")/[A-Za-z]"#
    let files = try Tree.files(
      under: ".",
      ending: [
        ".swift", ".md", ".py", ".sql", ".sh", ".json", ".cff", ".txt", "Makefile", ".ipynb", ".R",
        ".toml", "run",
      ])
    try #require(files.contains { $0.path == "Makefile" } && files.count > 200)
    let offenders = files.flatMap { $0.places(of: pattern, inComments: true) }
    #expect(offenders.isEmpty, "\(offenders.prefix(20).joined(separator: "\n"))")
  }
}
