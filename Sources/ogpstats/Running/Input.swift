import Glibc
import Membership
import Reports
import Storage
import Warehouse

/// The dataset that a command line names, with the day and the rules it is to be seen under.
struct Input: Sendable {
  /// The dataset.
  let dataset: Dataset
  /// The as-of day; nothing where the data has no day (readings.md 6): every table has only its
  /// header then.
  let asOf: Day?
  /// The rules.
  let rules: RuleSet
  /// On how many threads to compute.
  let threads: Int
  /// What is read, and may not be written over.
  let inputs: [String]

  /// The as-of day, or any day for data that has none: nothing is known on it.
  var day: Day { asOf ?? .first }

  /// Reads what a command line names, and tells on standard error what is wrong with it.
  ///
  /// - Parameters:
  ///   - invocation: The command line.
  ///   - console: Where to tell.
  ///   - hashing: Whether the files' SHA-256 are wanted.
  ///   - path: The dataset; nothing: the command line's last operand.
  /// - Throws: ``UsageError`` for rules that cannot be, ``RunError`` where the data cannot be used.
  init(
    _ invocation: Invocation, _ console: inout Console, hashing: Bool = false,
    path: String? = nil
  ) throws {
    let rules = try RuleReading.baseline(invocation)
    let result = try Self.load(invocation, hashing: hashing || invocation.has(.receipt), path: path)
    guard let dataset = result.dataset else {
      console.complain(result.log.shown.map(\.description))
      console.complain(result.log.remainders)
      console.complain(
        "ogpstats: \(Count.of(result.log.errorCount, "error")) in the data: nothing is computed;"
          + " mend the rows, or leave them out with --skip-bad-rows REJECTS.csv")
      throw RunError.told
    }
    try Self.writeRejects(result, invocation, &console)
    let asOf = invocation.day(.asOf) ?? dataset.defaultAsOf
    var log = result.log
    if let asOf {
      log.append(
        LateRows(of: dataset, after: asOf, isDefault: !invocation.has(.asOf)).log)
    }
    console.note(Self.digest(log))
    if dataset.origin.about.isSynthetic { console.note(Footnote.synthetic.text(.en)) }
    self.dataset = dataset
    self.asOf = asOf
    self.rules = rules
    threads = Self.threads(invocation)
    inputs = Self.inputs(invocation)
    console.receipt = RunReceipt(invocation, of: dataset, asOf: asOf, rules: rules)
  }

  /// Reads the dataset, whatever is wrong with it.
  static func load(
    _ invocation: Invocation, hashing: Bool = false, path: String? = nil
  ) throws -> LoadResult {
    var options = LoadOptions()
    options.threads = threads(invocation)
    options.skipsBadRows = invocation.has(.skipBadRows)
    options.hashesInputs = hashing
    return try Dataset.load(path: path ?? invocation.dataPath, options: options)
  }

  /// The files and folders that a command line reads.
  static func inputs(_ invocation: Invocation) -> [String] {
    let operands = zip(invocation.command.operands, invocation.operands).filter { operand, _ in
      switch operand.kind {
      case .dataset, .file: true
      default: false
      }
    }
    return operands.map(\.1)
      + [Option.rules, ReformOptions.reform].compactMap { invocation.value($0) }
  }

  /// How many threads a command line asks for: else one a processor.
  static func threads(_ invocation: Invocation) -> Int {
    invocation.number(.threads) ?? min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 256)
  }

  /// Writes the rows that were left out, where they may be, and says how many there are.
  static func writeRejects(
    _ result: LoadResult, _ invocation: Invocation, _ console: inout Console
  ) throws {
    for note in Footnote.all(of: result) where !console.footnotes.contains(note) {
      console.footnotes.append(note)
    }
    guard let path = invocation.value(.skipBadRows) else { return }
    let table = Rejects.table(result.rejects)
    try OutputFile.write(
      table.bytes(.csv, language: .en), to: path, inputs: inputs(invocation))
    for case .leftOut(let tables) in Footnote.all(of: result) {
      let account = Footnote.leftOut(tables).text(.en)
      console.complain("ogpstats: \(account); the reasons are in \(path)")
    }
  }

  /// One line for each kind of finding: the first one in full, and how many more there are.
  private static func digest(_ log: DiagnosticLog) -> [String] {
    log.kinds.compactMap { kind in
      guard let first = log.shown.first(where: { $0.code == kind.code }) else { return nil }
      let more = kind.count - 1
      return more == 0
        ? first.description
        : first.description + "; \(more) more like it, 'ogpstats check' shows them"
    }
  }
}

/// Numbers of things in words.
enum Count {
  /// `1 row`, `2 rows`.
  static func of(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
