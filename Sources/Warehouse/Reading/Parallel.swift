import Dispatch
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
    let workers = min(max(threads, 1), count)
    if workers <= 1 { return (0..<max(count, 0)).map(job) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = job(index)
        results.withLock { $0[index] = result }
      }
    }
    return results.withLock { slots in
      let done = slots.compactMap(\.self)
      slots = []
      return done
    }
  }
}
