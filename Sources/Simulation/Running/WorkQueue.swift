import Synchronization
import Warehouse

/// Items of work, taken a few at a time by several threads.
///
/// Which thread takes which items depends on the clock; so a thread's result must be such that it
/// does not matter: whole numbers to add up, or rows to put in order at the end.
final class WorkQueue: Sendable {
  private let items: [Int]
  private let step: Int
  private let control: RunControl
  private let taken = Atomic<Int>(0)
  private let done = Atomic<Int>(0)
  private let isStopped = Atomic<Bool>(false)

  private init(_ items: [Int], step: Int, control: RunControl) {
    self.items = items
    self.step = step
    self.control = control
  }

  /// The next few items; none when all are taken, or the run was stopped.
  func next() -> ArraySlice<Int>? {
    if control.isCancelled() { isStopped.store(true, ordering: .relaxed) }
    guard !isStopped.load(ordering: .relaxed) else { return nil }
    let start = taken.add(step, ordering: .relaxed).oldValue
    guard start < items.count else { return nil }
    return items[start..<min(start + step, items.count)]
  }

  /// Says that some items are done.
  func finished(_ some: ArraySlice<Int>) {
    control.progress(done.add(some.count, ordering: .relaxed).newValue, items.count)
  }

  /// Works through items on several threads.
  ///
  /// - Parameters:
  ///   - items: What to take.
  ///   - step: How many are taken at once.
  ///   - threads: How many threads take them.
  ///   - control: Followed, and asked whether to stop, every few items.
  ///   - work: What one thread does: takes from the queue until there is nothing left.
  /// - Returns: A result a thread.
  /// - Throws: ``RunCancelled``.
  static func run<Result: Sendable>(
    _ items: [Int], step: Int = 64, threads: Int, control: RunControl,
    _ work: @Sendable (WorkQueue) -> Result
  ) throws(RunCancelled) -> [Result] {
    let queue = WorkQueue(items, step: step, control: control)
    let workers = max(1, min(threads, (items.count + step - 1) / step))
    let results = Parallel.map(workers, threads: workers) { _ in work(queue) }
    guard !queue.isStopped.load(ordering: .relaxed) else { throw RunCancelled() }
    return results
  }
}
