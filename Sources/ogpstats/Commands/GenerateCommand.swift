import Storage
import Warehouse

/// `ogpstats generate`: a synthetic dataset, marked as such.
enum GenerateCommand {
  static let members = Option(
    "members", "N", .number(1...DatasetGenerator.largest), required: true, "how many members")
  static let seed = Option(
    "seed", "S", .seed, "what the random numbers start from; default: 1")

  static let declaration = Command(
    name: "generate", summary: "a synthetic dataset, marked as such",
    examples: [
      Command.Example(
        "generate --members 60 --seed 1 --out demo", "a small dataset to try everything on")
    ],
    details: [
      "The same members and seed give the same bytes on any machine. Nothing in the dataset is"
        + " real; the rates of lateness and success estimate nothing."
    ],
    operands: [], options: [members, seed, .outFolder, .threads, .quiet], exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let count = invocation.number(members) ?? 1
    let seed = invocation.value(seed).flatMap { UInt64($0) } ?? 1
    let path = invocation.value(.outFolder) ?? ""
    let summary = try DatasetGenerator(memberCount: count, seed: seed)
      .write(to: path, threads: Input.threads(invocation))
    let rows = TableName.allCases.compactMap { table in
      summary.rows[table].map { "\(table.rawValue) \($0)" }
    }
    console.note("\(path): \(rows.joined(separator: ", ")); \(summary.byteCount) bytes")
  }
}
