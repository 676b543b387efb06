import Membership
import Metrics
import Simulation
import Warehouse

/// `ogpstats selftest`: relations that any right computation keeps, tried on the user's data.
enum SelfTestCommand {
  static let declaration = Command(
    name: "selftest", summary: "try on your data what any right computation must keep",
    examples: [
      Command.Example("selftest demo", "ten relations, how often each was tried and did not hold")
    ],
    details: [
      "threads: one thread and several give the same. row_order: rows in another order change"
        + " nothing. doubled: every record twice doubles counts and leaves shares. shifted: four"
        + " years later everything is the same. partition: groups add up to the whole. filters:"
        + " --where gives the row that --by prints. traces: the records behind a count add up to"
        + " it. identity: a reform that changes nothing changes nobody. beginnings: a replay up to"
        + " an earlier day is the beginning of the later one. occupancy: on each day the statuses"
        + " add up to the members.",
      "Columns: relation, checked, broken, example. Exit status 1 where one does not hold: please"
        + " report it, no figure of this data is safe then.",
    ],
    operands: [.data], options: Option.ofData + Option.ofTables + [.receipt], exclusive: [],
    run: run)

  private static func run(_ invocation: Invocation, _ console: inout Console) throws {
    let output = ResultOutput(invocation)
    let input = try Input(invocation, &console)
    let cohort = Cohort(
      of: input.dataset, asOf: input.day, under: RuleSchedule(input.rules),
      threads: input.threads)
    let outcomes = SelfTest(of: cohort).run()
    try output.write(SelfTest.table(outcomes), to: &console)
    let broken = outcomes.filter { $0.broken > 0 }.map(\.relation.name)
    guard broken.isEmpty else {
      throw RunError(
        "what any right computation keeps did not hold: \(broken.joined(separator: ", "))")
    }
  }
}
