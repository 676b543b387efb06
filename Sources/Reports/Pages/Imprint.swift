import Membership
import Storage
import Warehouse

/// What every page of one run says of itself.
struct Imprint: Sendable {
  let about: Origin.About
  let languages: [Language]
  let version: String
  /// SHA-256 over the input files' names and hashes; a short form of it.
  let dataHash: String
  /// SHA-256 over the rule file that `ogpstats rules --format json` writes, as `--version` has it; a
  /// short form of it.
  let rulesHash: String

  init(_ dataset: Dataset, _ schedule: RuleSchedule, _ options: PageOptions) {
    about = dataset.origin.about
    languages = options.languages
    version = options.version
    var data = SHA256()
    for file in dataset.origin.files {
      data.update(Array("\(file.name) \(file.byteCount) \(file.sha256)\n".utf8))
    }
    dataHash = String(data.hexadecimal().prefix(16))
    var rules = SHA256()
    rules.update(Array(schedule.baseline.json.pretty.utf8))
    if let reform = schedule.reform {
      rules.update(Array("\(reform.json.compact)\(schedule.effective?.description ?? "")".utf8))
    }
    rulesHash = String(rules.hexadecimal().prefix(16))
  }

  /// The page of a language: English is the one that opens by itself.
  static func fileName(_ language: Language) -> String {
    language == .en ? "index.html" : "index.\(language.rawValue).html"
  }
}
