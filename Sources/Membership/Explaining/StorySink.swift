import Warehouse

/// Keeps every step of a replay: what explanations and worklists are made of.
struct StorySink: ReplaySink {
  /// One day on which something applied or changed.
  struct Entry: Sendable {
    let day: Int32
    var steps: [ReplayStep] = []
    /// The status that the day ended with, if another than the day before.
    var status: Status?
    var reasons: Reasons = []
  }

  private(set) var entries: [Entry] = []

  /// The entry of a day; days come in order.
  private mutating func entry(_ day: Int32) -> Int {
    if entries.last?.day != day { entries.append(Entry(day: day)) }
    return entries.count - 1
  }

  mutating func changed(to status: Status, on day: Int32, reasons: Reasons) {
    let index = entry(day)
    entries[index].status = status
    entries[index].reasons = reasons
  }

  mutating func noted(_ step: ReplayStep, on day: Int32) {
    entries[entry(day)].steps.append(step)
  }

  mutating func judged(_ deadline: DeadlineVerdict) {}
}
