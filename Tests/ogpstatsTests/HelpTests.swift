import Foundation
import TestSupport
import Testing

@testable import ogpstats

@Suite("Help, man pages and completions")
struct HelpTests {
  static let names = CommandTable.all.map(\.name)

  @Test("help shows examples first, then every command")
  func overview() throws {
    let run = try Tool.run(["help"])
    #expect(run.status == 0)
    let examples = try #require(run.output.range(of: "Examples:"))
    let usage = try #require(run.output.range(of: "Usage:"))
    #expect(examples.lowerBound < usage.lowerBound)
    for name in Self.names { #expect(run.output.contains("\n  \(name) ")) }
    for arguments in [["--help"], ["-h"]] {
      #expect(try Tool.run(arguments).output == run.output)
    }
    #expect(
      try Tool.run(["help", "--names"]).output == Self.names.map { $0 + "\n" }.joined())
  }

  @Test("a command's help, page and completions name all its options", arguments: names)
  func pages(name: String) throws {
    let command = try CommandTable.command(name)
    let help = try Tool.run(["help", name]).output
    #expect(try Tool.run([name, "--help"]).output == help)
    #expect(try Tool.run([name, "x", "-h"]).output == help)
    let man = try Tool.run(["help", "--man", name]).output
    #expect(man.hasPrefix(".TH ogpstats\\-\(name) 1"))
    for option in command.allOptions {
      #expect(help.contains(option.usage))
      #expect(man.contains(option.flag.replacing("-", with: "\\-")))
    }
    #expect(!command.examples.isEmpty)
    for line in help.split(separator: "\n") where line.count > 80 {
      #expect(line.contains("ogpstats "), "only a line to type may be longer than 80: \(line)")
    }
  }

  @Test("no option's name means two things within a command, and each has a meaning")
  func declarations() {
    for command in CommandTable.all {
      let flags = command.allOptions.map(\.name)
      #expect(Set(flags).count == flags.count, "\(command.name)")
      for option in command.allOptions {
        let isPhrase = !option.help.hasSuffix(".") || option.help.hasSuffix(": .")
        #expect(!option.help.isEmpty && isPhrase, "\(option.flag)")
      }
      let optional = command.operands.drop { !$0.isOptional }
      #expect(optional.allSatisfy { $0.isOptional }, "\(command.name)")
    }
  }

  @Test("every example runs, in the order of help")
  func examples() throws {
    let scratch = try Scratch()
    let edition = Shared.folder.appending(path: "data/irm-2016")
    for name in ["commitments.csv", "countries.csv"] {
      try FileManager.default.createSymbolicLink(
        at: URL(filePath: scratch[name]), withDestinationURL: edition.appending(path: name))
    }
    // A few members do: what is tried is the command lines, not the engine.
    let small = try Tool.run(
      ["generate", "--members", "12", "--seed", "1", "--out", "demo"], in: scratch.path)
    #expect(small.status == 0)
    try FileManager.default.copyItem(atPath: scratch["demo"], toPath: scratch["demo-2024"])
    let part = try Tool.run(
      ["simulate", "--emit", "partial", "--out", "parts", "demo"], in: scratch.path)
    #expect(part.status == 0)
    for command in CommandTable.all where command.name != "generate" {
      for example in command.examples {
        let run = try Tool.shell("ogpstats " + example.arguments, in: scratch.path)
        #expect(run.status == 0, "\(example.arguments): \(run.errors)")
      }
    }
    for example in try CommandTable.command("generate").examples {
      #expect(try Tool.shell("ogpstats " + example.arguments, in: scratch.path).status == 0)
    }
  }

  @Test("completions name every command, option and word", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let script = try Tool.run(["completions", shell]).output
    for command in CommandTable.all {
      #expect(script.contains(command.name))
      for option in command.allOptions {
        #expect(script.contains(shell == "fish" ? "-l \(option.name)" : option.flag))
        for word in option.value?.kind.suggestions ?? [] { #expect(script.contains(word)) }
      }
    }
  }

  /// What is typed, and what bash must offer for it.
  static let typed: [(line: [String], offers: [String])] = [
    (["sta"], ["status"]), (["status", "--hi"], ["--history"]),
    (["status", "--format", "m"], ["markdown"]), (["status", "--format", "=", "j"], ["json"]),
    (["status", "--set", "plan_g"], ["plan_gap_months="]), (["help", "com"], ["completions"]),
    (["import", "i"], ["irm"]), (["rules", "--lang", ""], ["en", "es", "fr"]),
  ]

  @Test("bash offers what is meant", arguments: typed)
  func bash(line: [String], offers: [String]) throws {
    let words = (["ogpstats"] + line).map { "'\($0)'" }.joined(separator: " ")
    let run = try Tool.shell(
      """
      bash -c 'source <(ogpstats completions bash)
      COMP_WORDS=(\(words.replacing("'", with: "\""))); COMP_CWORD=\(line.count)
      _ogpstats; printf "%s\\n" "${COMPREPLY[@]}"'
      """)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n").map(String.init) == offers)
  }

  static func isInstalled(_ program: String) -> Bool {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + program)
    }
  }

  @Test(
    "fish offers what is meant", .enabled(if: isInstalled("fish")),
    arguments: [
      ("ogpstats sta", "status"), ("ogpstats status --hi", "--history"),
      ("ogpstats metrics completion --by region,ki", "region,kind"),
      ("ogpstats completions z", "zsh"), ("ogpstats status --set plan_g", "plan_gap_months="),
    ])
  func fish(line: String, offer: String) throws {
    let run = try Tool.shell(
      "fish -c \"ogpstats completions fish | source; complete -C '\(line)'\"")
    #expect(run.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == [offer[...]])
  }

  @Test("zsh can read its completions", .enabled(if: isInstalled("zsh")))
  func zsh() throws {
    let run = try Tool.shell("ogpstats completions zsh | zsh -n /dev/stdin")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("groff has nothing to say of the man pages", .enabled(if: isInstalled("groff")))
  func groff() throws {
    for name in Self.names {
      let run = try Tool.shell("ogpstats help --man \(name) | groff -man -ww -z -Tutf8")
      #expect(run.errors.isEmpty, "\(name): \(run.errors)")
    }
  }
}
