import Dispatch
internal import Storage
import Synchronization

/// Work on several threads whose results come back in the order of the jobs.
package enum Parallel {
  /// The results of jobs 0, 1, 2 …, whoever did them when.
  ///
  /// - Parameters:
  ///   - count: How many jobs.
  ///   - threads: How many threads take them.
  ///   - job: One job.
  /// - Returns: A result a job, in their order.
  package static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ job: @Sendable (Int) -> Result
  ) -> [Result] {
    var results: [Result] = []
    fold(count, threads: threads, into: &results, job) { $0.append($1) }
    return results
  }

  /// The results of two jobs.
  ///
  /// - Parameters:
  ///   - threads: Where it is 1, one job is done after the other.
  ///   - first: A job.
  ///   - second: Another.
  /// - Returns: Both results.
  package static func both<First: Sendable, Second: Sendable>(
    threads: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    if threads <= 1 { return (first(), second()) }
    let firsts = Mutex<First?>(nil)
    let seconds = Mutex<Second?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let result = first()
        firsts.withLock { $0 = result }
      } else {
        let result = second()
        seconds.withLock { $0 = result }
      }
    }
    // Both are there: the loop ends when both jobs have.
    return (firsts.withLock(\.self) ?? first(), seconds.withLock(\.self) ?? second())
  }

  /// Puts the results of jobs 0, 1, 2 … together in their order, each soon after it is there.
  ///
  /// Whichever thread ends the job that is due takes it, and those behind it that are done; the
  /// others go on with their jobs. So few results lie about at a time.
  ///
  /// - Parameters:
  ///   - count: How many jobs.
  ///   - threads: How many threads take them.
  ///   - whole: What the results are put into.
  ///   - job: One job.
  ///   - take: Puts the next result in its place; called by one thread at a time.
  package static func fold<Result: Sendable, Whole: Sendable>(
    _ count: Int, threads: Int, into whole: inout Whole, _ job: @Sendable (Int) -> Result,
    _ take: @Sendable (inout Whole, Result) -> Void
  ) {
    let workers = min(max(threads, 1), count)
    if workers <= 1 {
      for index in 0..<max(count, 0) { take(&whole, job(index)) }
      return
    }
    let waiting = Gated(Waiting<Result>())
    let taken = Gated<Whole>(whole)
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = job(index)
        var due = waiting.withLock { $0.put(result, of: index) }
        while let result = due {
          taken.withLock { take(&$0, result) }
          due = waiting.withLock { $0.due() }
        }
      }
    }
    whole = taken.withLock { $0 }
  }

  /// Results that are there and not yet taken.
  private struct Waiting<Result: Sendable>: Sendable {
    private var results: [Int: Result] = [:]
    private var next = 0
    /// Whether a thread is taking results; it takes what comes meanwhile.
    private var isTaking = false

    /// Puts a job's result here.
    ///
    /// - Returns: The result that the thread is to take, where it is due and no other thread takes.
    mutating func put(_ result: Result, of job: Int) -> Result? {
      results[job] = result
      return isTaking ? nil : due()
    }

    /// The result that is due, if it is there; else nobody takes from now on.
    mutating func due() -> Result? {
      let result = results.removeValue(forKey: next)
      isTaking = result != nil
      if isTaking { next += 1 }
      return result
    }
  }
}
