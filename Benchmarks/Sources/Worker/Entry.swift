import Glibc
import Warehouse

/// Does the jobs of the benchmark, one for each line it reads, and says how long each took.
///
/// `Worker DATA THREADS` reads lines `JOB` and `answers FOLDER` from standard input and answers
/// each with a line of seconds. `Worker DATA THREADS JOB…` does the jobs named; profilers look at
/// the last one.
/// `Worker DATA THREADS whole` is a program of its own: it reads, counts and prints.
@main
enum Entry {
  static func main() {
    let words = CommandLine.arguments.dropFirst()
    guard let data = words.first, let threads = words.dropFirst().first.flatMap({ Int($0) }) else {
      print("Worker DATA THREADS [JOB…]")
      exit(2)
    }
    var bench = Bench(data: data, threads: threads)
    do {
      let jobs = words.dropFirst(2)
      if jobs.first == "whole" { return try bench.printWhole() }
      for (place, job) in jobs.enumerated() {
        bench.isKernel = place == jobs.count - 1
        print(job, try bench.time(job))
      }
      guard jobs.isEmpty else { return }
      while let line = readLine() {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        if words.count == 2, words[0] == "answers" {
          try bench.writeAnswers(to: words[1])
          print("written")
        } else {
          print(try bench.time(line))
        }
        // The reader at the other end of the pipe waits for the line.
        fflush(nil)
      }
    } catch {
      print("failed: \(error)")
      exit(1)
    }
  }
}

/// A job that cannot be done.
struct BenchError: Error, CustomStringConvertible {
  let description: String
}
