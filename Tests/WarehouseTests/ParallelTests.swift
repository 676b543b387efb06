import Testing
import Warehouse

@Suite("Work on several threads")
struct ParallelTests {
  @Test("results come in the order of the jobs", arguments: [1, 2, 3, 8], [0, 1, 2, 7, 500])
  func order(threads: Int, count: Int) {
    // Jobs of very different length, so that they do not end in their order.
    @Sendable func job(_ index: Int) -> Int {
      (0..<(index * 7919 % 97 * 5)).reduce(index) { sum, _ in sum &* 31 / 31 }
    }
    #expect(Parallel.map(count, threads: threads, job) == Array(0..<count).map(job))
    var whole: [Int] = []
    Parallel.fold(count, threads: threads, into: &whole, job) { $0.append($1) }
    #expect(whole == Array(0..<count).map(job))
  }

  @Test("both jobs are done", arguments: [1, 2])
  func both(threads: Int) {
    let (text, number) = Parallel.both(threads: threads) {
      "a"
    } _: {
      7
    }
    #expect(text == "a")
    #expect(number == 7)
  }
}
