import Membership
import Reports
import Simulation
import Storage
import Warehouse

/// `ogpstats merge`: partial results of many processes become one result.
enum MergeCommand {
  static let declaration = Command(
    name: "merge", summary: "put partial results of many machines together",
    examples: [
      Command.Example(
        "merge parts", "what 'ogpstats project --shard 1/7 --emit partial' and the others printed")
    ],
    details: [
      "PARTS is a file of partial results, one after another, or a folder of such files, as engines"
        + " write them; files that begin with . or _ are passed over. The order does not matter.",
      "All parts must be there, each once, whole, and of the same program, data and options; the"
        + " result is then the same, byte for byte, as that of one process.",
    ],
    operands: [Operand("PARTS", .file, "a file or a folder of partial results")],
    options: [ProjectCommand.table] + Option.ofTables + [.quiet], exclusive: [], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let output = ResultOutput(invocation)
    let path = invocation.operands[0]
    var parts: [PartialText] = []
    for file in try files(path) {
      guard let bytes = try Paths.contents(of: file, limit: 1 << 32) else {
        throw RunError("cannot read \(file): there is no such file")
      }
      parts += try PartialText.read(bytes, from: file)
    }
    let set = try PartialSet(parts)
    let isEmpty = set.receipt["as_of"] == .null
    let tables: [ResultTable]
    switch set.command {
    case "simulate":
      if invocation.has(ProjectCommand.table) {
        throw UsageError("\(ProjectCommand.table.flag) is for parts of project; leave it out")
      }
      tables = [try SimulationParts(merging: set).table]
    case "project": tables = try ProjectCommand.tables(of: ProjectionParts.merged(set), invocation)
    default:
      throw RunError("parts of '\(set.command)' cannot be merged; expected simulate or project")
    }
    try output.write(isEmpty ? tables.map(\.withoutRows) : tables, to: &console)
    console.note(
      "\(Count.of(set.parts.count, "part")),"
        + " \(Count.of(set.parts.reduce(0) { $0 + $1.memberCount }, "member"))")
  }

  /// The files under a path.
  private static func files(_ path: String) throws -> [String] {
    switch try Paths.kind(of: path) {
    case .missing: throw RunError("cannot read \(path): there is no such file or folder")
    case .folder:
      var files: [String] = []
      for name in try Paths.names(in: path) where !name.hasPrefix(".") && !name.hasPrefix("_") {
        let file = Paths.join(path, name)
        if try Paths.kind(of: file) == .file { files.append(file) }
      }
      return files
    case .file, .other: return [path]
    }
  }
}
