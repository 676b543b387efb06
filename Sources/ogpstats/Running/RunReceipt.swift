import Membership
import Storage
import Warehouse

/// From what, by what rules and with what options an output was made: `--receipt FILE`.
struct RunReceipt: Sendable {
  let path: String
  let command: String
  let options: [(name: String, value: String)]
  let dataset: Dataset
  let asOf: Day?
  let rules: RuleSet

  /// Options that no output depends on.
  private static let silent: Set<String> = ["out", "receipt", "threads", "quiet", "trace"]

  /// What a command line says of it; nothing where no receipt is asked for.
  init?(_ invocation: Invocation, of dataset: Dataset, asOf: Day?, rules: RuleSet) {
    guard let path = invocation.value(.receipt) else { return nil }
    self.path = path
    self.dataset = dataset
    self.asOf = asOf
    self.rules = rules
    command = invocation.command.name
    options = Self.options(of: invocation)
  }

  /// The options that decide on an output, as written, in the order of help.
  static func options(of invocation: Invocation) -> [(name: String, value: String)] {
    invocation.command.options.filter { !silent.contains($0.name) }.flatMap { option in
      option.value == nil
        ? invocation.has(option) ? [(name: option.name, value: "yes")] : []
        : invocation.values(option).map { (name: option.name, value: $0) }
    }
  }

  /// Writes the receipt of an output.
  ///
  /// - Parameters:
  ///   - output: The output's bytes, whose hash it holds.
  ///   - inputs: What may not be written over.
  /// - Throws: `StorageError` where it cannot be written.
  func write(for output: [UInt8], inputs: [String]) throws(StorageError) {
    try OutputFile.write(Array(json(output).pretty.utf8), to: path, inputs: inputs)
  }

  private func json(_ output: [UInt8]) -> JSON {
    .object([
      JSON.Member("program", "ogpstats"),
      JSON.Member("version", .string("\(Version.number) \(builtCommit)")),
      JSON.Member("command", .string(command)),
      JSON.Member("synthetic", .bool(dataset.origin.about.isSynthetic)),
      JSON.Member("as_of", asOf.map { .string($0.description) } ?? .null),
      JSON.Member(
        "options",
        .array(
          options.map {
            .object([
              JSON.Member("name", .string($0.name)), JSON.Member("value", .string($0.value)),
            ])
          })),
      JSON.Member("rules", rules.json),
      JSON.Member(
        "inputs",
        .array(
          dataset.origin.files.map { file in
            .object([
              JSON.Member("name", .string(file.name)),
              JSON.Member("bytes", .count(file.byteCount)),
              JSON.Member("sha256", .string(file.sha256)),
            ])
          })),
      JSON.Member(
        "output",
        .object([
          JSON.Member("bytes", .count(output.count)),
          JSON.Member("sha256", .string(SHA256.hexadecimal(of: output))),
        ])),
    ])
  }
}
