import Glibc
import Membership
import Metrics
import Warehouse

/// The jobs, and what one leaves for the next.
struct Bench {
  private let data: String
  private let threads: Int
  private var dataset: Dataset?
  private var cohort: Cohort?
  private var replay: Replay?
  private var tables: [String: ResultTable] = [:]

  init(data: String, threads: Int) {
    self.data = data
    self.threads = threads
  }

  /// The seven metrics, by the names of their answers.
  static let metrics: [(name: String, request: MetricRequest)] = [
    ("completion_region", MetricRequest(.completion, by: [.region])),
    ("completion_policy_area", MetricRequest(.completion, by: [.policyArea])),
    ("policy_area_sector", MetricRequest(.policyArea, by: [.sector])),
    ("co_creation_cohort", MetricRequest(.coCreation, by: [.cohort])),
    ("tracking_year", MetricRequest(.tracking, by: [.year])),
    ("early_results_region_cohort", MetricRequest(.earlyResults, by: [.region, .cohort])),
    ("timeliness", MetricRequest(.timeliness)),
  ]

  /// Does a job and says how long it took.
  mutating func time(_ job: String) throws -> JobTime {
    switch job {
    case "read":
      dataset = nil
      cohort = nil
      replay = nil
      return try measured { bench in bench.dataset = try bench.load() }
    case "metrics":
      cohort = nil
      return try measured { bench in
        let cohort = try bench.newCohort()
        bench.cohort = cohort
        try bench.count(cohort)
      }
    case "metrics_ready":
      // Histories and replay are at hand, as in a session that asks more than once.
      let cohort = try cohort ?? newCohort()
      self.cohort = cohort
      _ = cohort.replay
      return try measured { bench in try bench.count(cohort) }
    case "histories":
      return try measured { bench in _ = try bench.histories() }
    case "status":
      return try measured { bench in
        bench.replay = Replay(
          of: try bench.histories(), under: .handbook, threads: bench.threads)
      }
    case "replay":
      let histories = try replay?.histories ?? histories()
      return try measured { bench in
        bench.replay = Replay(of: histories, under: .handbook, threads: bench.threads)
      }
    default: throw BenchError(description: "no such job: \(job)")
    }
  }

  /// The time that some work takes. Profilers collect what happens below this function.
  @inline(never)
  private mutating func measured(_ work: (inout Bench) throws -> Void) throws -> JobTime {
    let start = JobTime.now
    try work(&self)
    return JobTime.now - start
  }

  private func load() throws -> Dataset {
    var options = LoadOptions()
    options.threads = threads
    let result = try Dataset.load(path: data, options: options)
    guard let dataset = result.dataset else {
      throw BenchError(description: result.log.shown.first?.description ?? "no dataset")
    }
    return dataset
  }

  private func newCohort() throws -> Cohort {
    let dataset = try dataset ?? load()
    return Cohort(of: dataset, asOf: try asOf(dataset), threads: threads)
  }

  private func histories() throws -> MemberHistories {
    let dataset = try dataset ?? load()
    return MemberHistories(of: dataset, asOf: try asOf(dataset), threads: threads)
  }

  private func asOf(_ dataset: Dataset) throws -> Day {
    guard let day = dataset.defaultAsOf else { throw BenchError(description: "no day in the data") }
    return day
  }

  private mutating func count(_ cohort: Cohort) throws {
    for (name, request) in Self.metrics { tables[name] = try cohort.table(for: request) }
  }

  /// Reads, counts and prints: what a program around the library does.
  mutating func printWhole() throws {
    let dataset = try load()
    self.dataset = dataset
    try count(try newCohort())
    for (name, _) in Self.metrics {
      print(name)
      print(tables[name]?.text ?? "", terminator: "")
    }
  }

  /// Writes a file for each thing computed so far.
  func writeAnswers(to folder: String) throws {
    for (name, table) in tables { try Answers.write(table.text, to: "\(folder)/\(name).csv") }
    if let replay, let dataset {
      try Answers.write(
        replay.historyTable(of: dataset).text, to: "\(folder)/history.csv")
    }
  }
}
