import Membership
import Warehouse

/// What-if counts on their way to be merged: members by status, for the baseline and each scenario.
struct SimulationParts: Sendable {
  /// Members by status under the baseline, in code order.
  private(set) var baseline: [Int32]
  /// The scenarios' names.
  let names: [String]
  /// Members by status for each scenario, in code order.
  private(set) var counts: [[Int32]]

  /// What one part counted.
  init(baseline: [Int32], names: [String], counts: [[Int32]]) {
    self.baseline = baseline
    self.names = names
    self.counts = counts
  }

  /// The part as lines: the baseline, then one a scenario.
  var lines: [JSON] {
    [.object([.init("baseline", .numbers(baseline))])]
      + zip(names, counts).map { name, counts in
        .object([.init("scenario", .string(name)), .init("members", .numbers(counts))])
      }
  }

  /// How many members the part has.
  var memberCount: Int { baseline.reduce(0) { $0 + Int($1) } }

  /// Reads a part.
  init(_ text: PartialText) throws(RunError) {
    var names: [String] = []
    var counts: [[Int32]] = []
    let statuses = Status.allCases.count
    guard let baseline = text.lines.first?["baseline"]?.numbers, baseline.count == statuses else {
      throw RunError("part \(text.shard) does not begin with the baseline's counts")
    }
    for line in text.lines.dropFirst() {
      guard let name = line["scenario"]?.text, let members = line["members"]?.numbers,
        members.count == statuses
      else { throw RunError("part \(text.shard): a line that is no scenario") }
      names.append(name)
      counts.append(members)
    }
    self.init(baseline: baseline, names: names, counts: counts)
    guard memberCount == text.memberCount else {
      throw RunError("part \(text.shard) has not as many members as its trailer says")
    }
  }

  /// All parts together.
  init(merging set: PartialSet) throws(RunError) {
    guard let first = set.parts.first else { throw RunError("there is no partial result") }
    self = try SimulationParts(first)
    for text in set.parts.dropFirst() {
      let part = try SimulationParts(text)
      guard part.names == names else {
        throw RunError("part \(text.shard) has other scenarios than part \(first.shard)")
      }
      for status in baseline.indices { baseline[status] += part.baseline[status] }
      for scenario in counts.indices {
        for status in baseline.indices {
          counts[scenario][status] += part.counts[scenario][status]
        }
      }
    }
  }

  /// The table of `ogpstats simulate`.
  var table: ResultTable {
    ResultTable(
      name: "simulate",
      columns: [
        ResultTable.Column("scenario", .label), ResultTable.Column("status", .label),
        ResultTable.Column("members", .count), ResultTable.Column("baseline_members", .count),
        ResultTable.Column("difference", .count),
      ],
      rows: zip(names, counts).flatMap { name, counts in
        Status.allCases.map { status in
          let (members, before) = (Int(counts[status.number]), Int(baseline[status.number]))
          return [
            .word(name), .code(status.code, list: Status.list), .count(members), .count(before),
            .count(members - before),
          ]
        }
      })
  }
}
