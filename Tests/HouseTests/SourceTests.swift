import Foundation
import Testing

@Suite("Sources")
struct SourceTests {
  let sources: [Tree.File]
  let tests: [Tree.File]

  init() throws {
    sources = try Tree.files(under: "Sources", ending: [".swift"])
    tests = try Tree.files(under: "Tests", ending: [".swift"])
    try #require(sources.count > 100 && tests.count > 20)
  }

  @Test("nothing traps on what somebody else wrote")
  func traps() {
    let pattern = #"try!|\bas!|\bfatalError\(|\bpreconditionFailure\("#
    let offenders = sources.flatMap { $0.places(of: pattern) }
    #expect(offenders.isEmpty, "\(offenders.joined(separator: "\n"))")
  }

  @Test("nothing is left to do")
  func finished() {
    let words = ["TO" + "DO", "FIX" + "ME", "X" + "XX", "not (yet )?implem" + "ented", "st" + "ub"]
    let pattern = #"\b("# + words.joined(separator: "|") + #")\b|^// place"# + #"holder$"#
    let offenders = (sources + tests).flatMap { $0.places(of: pattern, inComments: true) }
      .filter { !$0.contains("TO" + "DOS") }
    #expect(offenders.isEmpty, "\(offenders.joined(separator: "\n"))")
  }

  @Test("unsafe code has one address: Sources/Storage")
  func unsafe() {
    let pattern = #"\bUnsafe(Raw|Mutable|Buffer|Pointer)|\bunsafe (let|var|[A-Za-z_.]+\()"#
    let elsewhere = sources.filter { !$0.path.hasPrefix("Sources/Storage/") }
      .flatMap { $0.places(of: pattern) }
    #expect(elsewhere.isEmpty, "\(elsewhere.joined(separator: "\n"))")
  }

  @Test("a file is one idea: at most 500 lines")
  func length() {
    let long = (sources + tests).filter { $0.lines.count > 501 }.map(\.path)
    #expect(long.isEmpty, "\(long)")
  }

  @Test("every public declaration has its contract above it")
  func documentation() {
    let declaration =
      #"^ *(@[A-Za-z]+(\([^)]*\))? +)*public +"#
      + #"((static|final|indirect|mutating|nonisolated|consuming) +)*"#
      + #"(func|struct|enum|class|protocol|var|let|init|actor|typealias)\b"#
    var offenders: [String] = []
    for file in sources where file.text.contains("public ") {
      var above: Substring = ""
      for line in file.lines {
        if line.text.range(of: declaration, options: .regularExpression) != nil {
          let words = above.drop { $0 == " " }
          if !words.hasPrefix("///"), !words.hasPrefix("@") {
            offenders.append("\(file.path):\(line.number): \(line.text)")
          }
        }
        if !line.text.allSatisfy({ $0 == " " }) { above = line.text }
      }
    }
    #expect(offenders.isEmpty, "\(offenders.joined(separator: "\n"))")
  }

  /// Where chance or the environment is wanted, and why no output can show it.
  static let excused = [
    "Sources/Storage/Temporaries.swift": "names of temporary files",
    "Sources/Storage/SQLiteCopy.swift": "the folder of temporary files",
    "Sources/Warehouse/Reading/IdTable.swift": "the seed of a hash table that is only looked up",
  ]

  @Test("no clock, no locale and no hash order is asked")
  func determinism() {
    let pattern =
      #"\bDate\(|\bDate\.now|\bLocale\b|\bHasher\b|\.hashValue\b|\bclock_gettime\b|(Continuous|"#
      + #"Suspending)Clock|SystemRandomNumberGenerator|\.random\(|\.shuffled?\(|\bgettimeofday\b|"#
      + #"\bgetenv\(|\bTimeZone\b|\bCalendar\.current"#
    let offenders = sources.filter { Self.excused[$0.path] == nil }
      .flatMap { $0.places(of: pattern) }
    #expect(offenders.isEmpty, "\(offenders.joined(separator: "\n"))")
    for path in Self.excused.keys.sorted() {
      #expect(
        sources.contains { $0.path == path && !$0.places(of: pattern).isEmpty },
        "\(path) needs no excuse any more")
    }
  }
}
