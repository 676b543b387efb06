import Foundation
import TestSupport
import Testing

/// Every case of the shared folder through the program itself.
@Suite("The cases, by the program")
struct CasesTests {
  /// The commands that are held against the cases.
  ///
  /// One that is not there yet must not be named: the test below counts what is left out.
  static let commands: Set<String> = ["metrics", "simulate", "status"]

  static let folder = Shared.folder.appending(path: "cases")

  /// A line of `commands.tsv`.
  struct Line: CustomTestStringConvertible, Sendable {
    let expected: String
    let arguments: [String]
    var testDescription: String { expected }
  }

  static let lines: [Line] = {
    let file = folder.appending(path: "commands.tsv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let parts = line.split(separator: "\t")
      return Line(
        expected: String(parts[0]),
        arguments: parts[1].split(separator: " ").map(String.init))
    }
  }()

  static let names = [
    "01-adversarial", "02-adversarial", "03-adversarial", "04-adversarial", "05-adversarial",
    "06-adversarial", "07-adversarial", "08-adversarial", "09-realistic",
  ]

  @Test("every folder of the shared cases is run, and every command is known")
  func complete() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.contains("-") && !$0.hasSuffix(".md") }.sorted()
    #expect(found == Self.names)
    let commands = Set(Self.lines.map { $0.arguments[0] })
    #expect(commands == Self.commands.union(Self.notYet))
  }

  /// Commands of the cases that the program does not have yet.
  static let notYet: Set<String> = []

  @Test("rows and order come out exactly, numbers within a millionth", arguments: names)
  func agrees(name: String) throws {
    let folder = Self.folder.appending(path: name)
    let data = folder.appending(path: "data").path
    for line in Self.lines where Self.commands.contains(line.arguments[0]) {
      let arguments = line.arguments.map { $0 == "DATA" ? data : $0 } + ["--format", "csv"]
      let run = try Tool.run(arguments)
      let file = folder.appending(path: "expected/\(line.expected)")
      guard let wanted = try? Data(contentsOf: file) else {
        #expect(run.status == 2, "\(line.expected): a case without an answer is refused")
        continue
      }
      #expect(run.status == 0, "\(line.expected): \(run.errors)")
      Self.compare(run.output, String(decoding: wanted, as: UTF8.self), line.expected)
    }
  }

  static func compare(_ output: String, _ wanted: String, _ name: String) {
    let rows = CSVRecords.parse(output)
    let expected = CSVRecords.parse(wanted)
    for (index, (row, other)) in zip(rows, expected).enumerated() where !agree(row, other) {
      Issue.record("\(name):\(index + 1): \(row) is not \(other)")
      return
    }
    #expect(rows.count == expected.count, "\(name)")
  }

  private static func agree(_ row: [String], _ other: [String]) -> Bool {
    row.count == other.count
      && zip(row, other).allSatisfy { left, right in
        if left == right { return true }
        guard let left = Double(left), let right = Double(right) else { return false }
        return abs(left - right) <= 1e-6
      }
  }
}
