import Membership
import Storage
import Warehouse

/// What one part of the work found, as lines of JSON: what `--emit partial` prints and `merge` reads.
///
/// The first line says what was asked and which part this is, then come lines of whole numbers, and
/// the last line is a trailer with the number of members and the SHA-256 of all lines before it, so
/// that a text cut short is noticed even where an engine ignores exit statuses (scaling.md 4).
struct PartialText: Sendable {
  /// The command whose work it is.
  let command: String
  /// Which part.
  let shard: Shard
  /// Version, data, day, rules and options: the same in all parts of one piece of work.
  let receipt: JSON
  /// What was found, in whole numbers.
  let lines: [JSON]
  /// How many members the part has.
  let memberCount: Int

  /// The form of these texts; one that merge does not know is refused.
  private static let form = 1

  /// The text.
  var bytes: [UInt8] {
    let head = JSON.object([
      .init("ogpstats_partial", .count(Self.form)), .init("command", .string(command)),
      .init("shard", .string(shard.description)), .init("receipt", receipt),
    ])
    var text = ([head] + lines).map { $0.compact + "\n" }.joined()
    let trailer = JSON.object([
      .init("members", .count(memberCount)), .init("lines", .count(lines.count)),
      .init("sha256", .string(SHA256.hexadecimal(of: Array(text.utf8)))),
    ])
    text += JSON.object([.init("trailer", trailer)]).compact + "\n"
    return Array(text.utf8)
  }

  /// Reads one or more partial texts that stand one after the other.
  ///
  /// - Parameters:
  ///   - bytes: The texts.
  ///   - file: Where they stand, for messages.
  /// - Returns: The parts, in their order.
  /// - Throws: ``RunError`` for a text that is cut short, changed, or no partial.
  static func read(_ bytes: [UInt8], from file: String) throws(RunError) -> [PartialText] {
    var parts: [PartialText] = []
    var reading: Reading?
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true) {
      number += 1
      let json: JSON
      do throws(JSONError) { json = try JSON(parsing: Array(line)) } catch {
        throw RunError("\(file):\(number): no line of a partial result: \(error.message)")
      }
      if let trailer = json["trailer"] {
        guard let begun = reading else {
          throw RunError("\(file):\(number): a trailer with nothing before it")
        }
        parts.append(try begun.finished(trailer, "\(file):\(number)"))
        reading = nil
      } else if reading != nil {
        reading?.add(json, line)
      } else {
        reading = try Reading(json, line, "\(file):\(number)")
      }
    }
    if let reading {
      throw RunError(
        "\(file): the partial result of part \(reading.shard) is cut short: its last line is no"
          + " trailer; compute that part again")
    }
    return parts
  }

  /// A text whose trailer is still to come.
  private struct Reading {
    let command: String
    let shard: Shard
    let receipt: JSON
    var lines: [JSON] = []
    var hash = SHA256()

    init(_ head: JSON, _ line: ArraySlice<UInt8>, _ place: String) throws(RunError) {
      guard head["ogpstats_partial"] == .count(PartialText.form),
        let command = head["command"]?.text,
        let text = head["shard"]?.text, let shard = try? Shard(text), let receipt = head["receipt"]
      else {
        throw RunError(
          "\(place): no beginning of a partial result; expected what --emit partial prints")
      }
      self.command = command
      self.shard = shard
      self.receipt = receipt
      hash.update(Array(line) + [UInt8(ascii: "\n")])
    }

    mutating func add(_ json: JSON, _ line: ArraySlice<UInt8>) {
      lines.append(json)
      hash.update(Array(line) + [UInt8(ascii: "\n")])
    }

    func finished(_ trailer: JSON, _ place: String) throws(RunError) -> PartialText {
      guard trailer["lines"] == .count(lines.count),
        trailer["sha256"] == .string(hash.hexadecimal()),
        case .number(let digits) = trailer["members"], let memberCount = Int(digits)
      else {
        throw RunError(
          "\(place): the trailer of part \(shard) does not fit the lines before it: some were lost"
            + " or changed; compute that part again")
      }
      return PartialText(
        command: command, shard: shard, receipt: receipt, lines: lines, memberCount: memberCount)
    }
  }
}

/// All parts of one piece of work.
struct PartialSet: Sendable {
  /// The command.
  let command: String
  /// What was asked.
  let receipt: JSON
  /// The parts in the order of their numbers.
  let parts: [PartialText]

  /// The parts of one piece of work, each once.
  ///
  /// - Parameter parts: The parts in any order.
  /// - Throws: ``RunError`` for parts that do not belong together, stand twice or are missing.
  init(_ parts: [PartialText]) throws(RunError) {
    guard let first = parts.first else {
      throw RunError("there is no partial result; expected what --emit partial prints")
    }
    for part in parts {
      guard part.command == first.command, part.shard.count == first.shard.count,
        part.receipt == first.receipt
      else {
        throw RunError(
          "parts \(first.shard) and \(part.shard) do not belong together:"
            + " \(Self.difference(first, part)); compute all parts with the same program, data and"
            + " options")
      }
    }
    let sorted = parts.sorted { $0.shard.index < $1.shard.index }
    for (before, after) in zip(sorted, sorted.dropFirst()) where before.shard == after.shard {
      throw RunError("part \(before.shard) is there twice; leave one of them out")
    }
    if sorted.count != first.shard.count {
      let found = Set(sorted.map(\.shard.index))
      let missing = (0..<first.shard.count).filter { !found.contains($0) }
      let named = missing.prefix(5).map { "\($0)/\(first.shard.count)" }.joined(separator: ", ")
      throw RunError(
        "\(missing.count) of \(first.shard.count) parts are missing: \(named)"
          + (missing.count > 5 ? " …" : "") + "; compute them with --shard")
    }
    command = first.command
    receipt = first.receipt
    self.parts = sorted
  }

  /// What differs between two parts, in a word.
  private static func difference(_ left: PartialText, _ right: PartialText) -> String {
    if left.command != right.command { return "one is of \(left.command), one of \(right.command)" }
    if left.shard.count != right.shard.count {
      return "one is of \(left.shard.count) parts, one of \(right.shard.count)"
    }
    guard case .object(let members) = left.receipt else { return "their receipts differ" }
    let names = members.map(\.name).filter { left.receipt[$0] != right.receipt[$0] }
    return "they differ in \(names.joined(separator: ", "))"
  }
}
