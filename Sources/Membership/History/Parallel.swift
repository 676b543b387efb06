import Dispatch
import Synchronization

/// Runs independent parts of a job on a number of threads and returns their results in order.
///
/// The parts decide what is computed, never the threads, so results are the same on any machine.
///
/// - Parameters:
///   - count: How many parts there are.
///   - threads: On how many threads at most.
///   - part: Computes one part.
/// - Returns: The results by part.
package func mapInParallel<Result: Sendable>(
  _ count: Int, threads: Int, _ part: @Sendable (Int) -> Result
) -> [Result] {
  guard count > 1, threads > 1 else { return (0..<count).map(part) }
  let results = Mutex([Result?](repeating: nil, count: count))
  let next = Atomic<Int>(0)
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      let result = part(index)
      results.withLock { $0[index] = result }
    }
  }
  return results.withLock { $0.compactMap { $0 } }
}
