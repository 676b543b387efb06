import Membership
import Storage
import Warehouse

/// What all parts of one piece of work have in common.
enum PartialReceipt {
  /// Options that say how, not what.
  private static let silent: Set<String> = [
    "emit", "format", "lang", "out", "quiet", "receipt", "shard", "table", "threads",
  ]

  /// The receipt of a command line.
  ///
  /// Files of rules are named by what they say, so that copies on several machines are the same.
  ///
  /// - Parameters:
  ///   - invocation: The command line.
  ///   - input: What it reads; with the files' hashes.
  ///   - more: What else decides on the result.
  /// - Returns: Version, data, day, rules and options.
  static func json(_ invocation: Invocation, _ input: Input, more: [JSON.Member]) -> JSON {
    let files = input.dataset.origin.files.map { "\($0.name) \($0.sha256)\n" }.joined()
    let options = RunReceipt.options(of: invocation)
      .filter { !silent.contains($0.name) && $0.name != "rules" && $0.name != "reform" }
      .map { JSON.string("\($0.name)=\($0.value)") }
    return .object(
      [
        .init("version", .string("\(Version.number) \(builtCommit)")),
        .init("data", .string(SHA256.hexadecimal(of: Array(files.utf8)))),
        .init("as_of", input.asOf.map { .string($0.description) } ?? .null),
        .init("options", .array(options)), .init("rules", input.rules.json),
      ] + more)
  }
}

extension Option {
  static let shard = Option(
    "shard", "I/N", .text, "one of N parts of the members only; with --emit partial")
  static let emit = Option(
    "emit", "WHAT", .word { ["partial"] },
    "whole numbers that 'ogpstats merge' puts together, instead of a table")

  /// The options of the commands whose work can be split.
  static let ofParts: [Option] = [shard, emit]
}

extension Invocation {
  /// Which part of the members is asked for; nothing where a table is.
  ///
  /// - Throws: ``UsageError`` where one of the two options is missing, or names no part.
  func askedPart() throws(UsageError) -> Shard? {
    guard has(.emit) else {
      guard !has(.shard) else {
        throw UsageError("\(Option.shard.flag) goes with \(Option.emit.flag) partial; give both")
      }
      return nil
    }
    guard let text = value(.shard) else { return .whole }
    do throws(ShardError) { return try Shard(text) } catch {
      throw UsageError(.shard, error.description)
    }
  }
}

extension JSON {
  /// Whole numbers.
  static func numbers(_ numbers: some Sequence<Int32>) -> JSON {
    .array(numbers.map { .number(String($0)) })
  }

  /// The numbers of an array; nothing where it holds anything else.
  var numbers: [Int32]? {
    guard case .array(let values) = self else { return nil }
    var numbers: [Int32] = []
    numbers.reserveCapacity(values.count)
    for value in values {
      guard case .number(let digits) = value, let number = Int32(digits) else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
