import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  /// A command line that is refused, and words that the refusal must hold.
  struct Refusal: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let words: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String, _ words: String...) {
      self.arguments = arguments.split(separator: " ").map { String($0) }
      self.words = words
    }
  }

  static let refusals = [
    Refusal("", "a command is missing"),
    Refusal("stauts x", "'stauts'", "did you mean 'status'"),
    Refusal("frobnicate x", "unknown command", "ogpstats help"),
    Refusal("--versoin", "did you mean '--version'"),
    Refusal("--as-of 2020-01-01 status x", "name a command before '--as-of'"),
    Refusal("status", "DATA is missing"),
    Refusal("status x y", "'y' is one argument too many"),
    Refusal("status -", "'-' is not a dataset"),
    Refusal("status --hstory x", "'--hstory'", "did you mean '--history'"),
    Refusal("status -q x", "unknown option '-q'"),
    Refusal("status --countries x y", "belongs to import"),
    Refusal("status --history=yes x", "--history takes no value"),
    Refusal("status --history --history x", "--history stands twice"),
    Refusal("status --as-of 2020-01-01 --as-of 2020-01-01 x", "--as-of stands twice"),
    Refusal("status --history --worklist x", "--history and --worklist exclude each other"),
    Refusal("status --as-of", "--as-of needs a value"),
    Refusal("status --as-of --history x", "--as-of needs a value"),
    Refusal("status --as-of= x", "--as-of: is empty"),
    Refusal("status --as-of 2023-02-29 x", "'2023-02-29' is not a day", "YYYY-MM-DD"),
    Refusal("status --as-of 1899-12-31 x", "is not a day"),
    Refusal("status --as-of 2200-01-01 x", "is not a day"),
    Refusal("status --as-of 1.1.2020 x", "is not a day"),
    Refusal("status --threads 0 x", "whole number from 1 to 256"),
    Refusal("status --threads 257 x", "whole number from 1 to 256"),
    Refusal("status --threads +2 x", "whole number"),
    Refusal("status --format xml x", "'xml' is not known", "table, csv, json, markdown"),
    Refusal("status --format markdwon x", "did you mean 'markdown'"),
    Refusal("status --lang de x", "expected one of en, es, fr"),
    Refusal("status --within 10 x", "--within goes with --worklist"),
    Refusal("status --worklist --within -1 x", "whole number from 0"),
    Refusal("status --set plan_gap_mnths=3 x", "did you mean 'plan_gap_months'"),
    Refusal("status --set star_min_impact=moderat x", "did you mean 'moderate'"),
    Refusal("status --set required=forum,endorsment x", "did you mean 'endorsement'"),
    Refusal("status --set plan_gap_months x", "NAME=VALUE"),
    Refusal("status --set plan_gap_months=x x", "plan_gap_months", "0 to 1200 or never"),
    Refusal("status --set min_met=never x", "min_met"),
    Refusal("status --set required=forum x", "min_met is 4, but required lists 1"),
    Refusal("generate --members 5", "--out DIR is missing"),
    Refusal("generate --out x", "--members N is missing"),
    Refusal("generate --members 0 --out x", "whole number from 1"),
    Refusal("generate --members 5 --seed 18446744073709551616 --out x", "whole number"),
    Refusal("import", "SOURCE is missing"),
    Refusal("import imr x --countries y --out z", "did you mean 'irm'"),
    Refusal("import irm x --out z", "--countries FILE is missing"),
    Refusal("help stat", "did you mean 'status'"),
    Refusal("help --man --names", "exclude each other"),
    Refusal("completions tcsh", "bash, zsh, fish"),
  ]

  @Test("what is wrong is named, with what is right; the exit status is 2", arguments: refusals)
  func refuses(refusal: Refusal) throws {
    let run = try Tool.run(refusal.arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    for word in refusal.words {
      #expect(run.errors.contains(word), "\(run.errors)")
    }
    #expect(run.errors.contains("Try 'ogpstats help"))
  }

  @Test("options stand before and after the data, with a space or a sign, and end at --")
  func forms() throws {
    let expected = try Tool.run(["status", "--as-of", "2022-06-30", Demo.path])
    #expect(expected.status == 0)
    for arguments in [
      ["status", Demo.path, "--as-of", "2022-06-30"], ["status", "--as-of=2022-06-30", Demo.path],
      ["status", "--as-of=2022-06-30", "--", Demo.path],
    ] {
      let run = try Tool.run(arguments)
      #expect(run.output == expected.output)
      #expect(run.status == 0)
    }
    let refused = try Tool.run(["status", "--", Demo.path, "--as-of=2022-06-30"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("'--as-of=2022-06-30' is one argument too many"))
  }

  @Test("control characters of arguments and paths do not reach the terminal")
  func escapes() throws {
    let run = try Tool.run(["status", "a\u{1B}[31m\nb"])
    #expect(run.status == 1)
    #expect(run.errors.contains("a\\u{1b}[31m\\u{a}b"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test("the version names version, commit and rules")
  func version() throws {
    let run = try Tool.run(["--version"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("ogpstats "))
    #expect(lines[1].hasPrefix("commit: "))
    #expect(lines[2].hasPrefix("rules: OGP Local Handbook, 20 parameters, "))
  }
}
