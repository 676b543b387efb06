import Membership
import Warehouse

/// `ogpstats status`: where every member stands, since when, why, and what comes next.
enum StatusCommand {
  static let history = Option("history", "every spell of every member instead")
  static let explain = Option(
    "explain", "MEMBER", .text,
    "one member's story in words: each change with its facts, rule and section, and what comes next"
  )
  static let worklist = Option(
    "worklist", "the members that something will happen to, soonest first, and what would stop it")
  static let within = Option(
    "within", "N", .number(0...36_525), "with --worklist: within so many days; default: 120")
  static let readings = Option(
    "readings", "the members whose status depends on how the handbook is read")

  static let declaration = Command(
    name: "status", summary: "where every member stands, since when, why, and what comes next",
    examples: [
      Command.Example("status demo", "one row a member as at the latest day in the data"),
      Command.Example("status --as-of 2024-12-31 demo", "as it was known on that day"),
      Command.Example("status --history --format json demo", "every spell, as JSON"),
      Command.Example(
        "status --explain OGPL-00003 demo", "one member's story, with the rows behind every change"),
      Command.Example(
        "status --worklist --within 60 demo", "whom to write to in the next two months"),
      Command.Example(
        "status --set silent_quarters=3 --set inactive_months=never demo", "under other rules"),
    ],
    details: [
      "Columns: member_id, status, since, reasons (joined by ;), next_status, next_on: what comes"
        + " next if nothing more is submitted, reported or met.",
      "--history: member_id, status, from, to, reasons; 'to' is empty for the spell that holds."
        + " --worklist: member_id, on, becomes, reasons, stopped_by; what stands between ; is needed"
        + " all together, between | one is enough. --readings: reading, member_id, status, since,"
        + " other_status, other_since.",
      "Rows stand in the order of the members in the data. Members who join after the as-of day"
        + " have none.",
    ],
    operands: [.data],
    options: [history, explain, worklist, within, readings] + Option.ofData + Option.ofTables + [
      .receipt
    ],
    exclusive: [[history, explain, worklist, readings]], run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    if invocation.has(within), !invocation.has(worklist) {
      throw UsageError("\(within.flag) goes with \(worklist.flag); give both")
    }
    let output = ResultOutput(invocation)
    let input = try Input(invocation, &console)
    let replay = Replay(
      of: MemberHistories(of: input.dataset, asOf: input.day, threads: input.threads),
      under: RuleSchedule(input.rules), threads: input.threads)
    if let id = invocation.value(explain) {
      return try tell(id, input, replay, output, &console)
    }
    let table: ResultTable =
      if invocation.has(history) {
        replay.historyTable(of: input.dataset)
      } else if invocation.has(worklist) {
        replay.worklistTable(
          of: input.dataset, within: invocation.number(within) ?? 120, threads: input.threads)
      } else if invocation.has(readings) {
        HandbookReading.table(of: input.dataset, against: replay, threads: input.threads)
      } else {
        replay.statusTable(of: input.dataset, threads: input.threads)
      }
    try output.write(table, to: &console)
  }

  /// Tells one member's story: as text, or where a format is asked for as a table.
  private static func tell(
    _ id: String, _ input: Input, _ replay: Replay, _ output: ResultOutput,
    _ console: inout Console
  ) throws {
    let member: Int
    do throws(UnknownMember) { member = try input.dataset.member(id) } catch {
      throw UsageError(explain, error.description)
    }
    let story = replay.explain(member, of: input.dataset, in: output.language)
    guard output.asked != nil else {
      let notes = console.footnotes.map { "\n" + $0.text(output.language) }.joined()
      return try output.write(
        text: notes.isEmpty ? story.text : story.text + notes + "\n", to: &console)
    }
    try output.write(story.table, to: &console)
  }
}

extension Explanation {
  /// The story as a table: a row for each thing said.
  ///
  /// `on,before,after,about,text`; `about` is reason, fact or stopped_by. What comes next has days
  /// after the as-of day.
  var table: ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for chapter in chapters + [next].compactMap(\.self) {
      let said: [(about: String, texts: [String])] = [
        ("reason", chapter.reasons), ("fact", chapter.facts), ("stopped_by", chapter.stoppedBy),
      ]
      for (about, texts) in said {
        for text in texts {
          rows.append([
            .day(chapter.day),
            chapter.before.map { .code($0.code, list: Status.list) } ?? .empty,
            .code(chapter.after.code, list: Status.list), .word(about), .text(text),
          ])
        }
      }
    }
    return ResultTable(
      name: "explain",
      columns: [
        ResultTable.Column("on", .day), ResultTable.Column("before", .label),
        ResultTable.Column("after", .label), ResultTable.Column("about", .label),
        ResultTable.Column("text", .label),
      ], rows: rows)
  }
}
