import Glibc
import Membership
import Metrics
import Simulation
import Warehouse

/// The jobs, and what one leaves for the next.
struct Bench {
  private let data: String
  private let threads: Int
  /// Whether the next job is the one that a profiler looks at.
  var isKernel = false
  private var dataset: Dataset?
  private var cohort: Cohort?
  private var replay: Replay?
  private var tables: [String: ResultTable] = [:]
  private var sweep: StatusSimulation?
  private var projection: Projection?

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

  /// A full grid of five parameters: 1,000 rule sets.
  static let sweeps = [
    "plan_gap_months=2..6", "stalled_quarters=1..5", "silent_quarters=1..5",
    "inactive_months=3,6,9,12", "probation_months=2,4",
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
    case "sweep":
      return try measured { bench in
        let grid = try ScenarioGrid(
          reform: .handbook, sweeps: Self.sweeps.map { try SweptParameter($0) })
        bench.sweep = try StatusSimulation(
          of: try bench.histories(), baseline: .handbook, scenarios: grid, threads: bench.threads)
      }
    case "projection":
      let dataset = try dataset ?? load()
      let day = try asOf(dataset)
      return try measured { bench in
        let plan = try Projection.Plan(asOf: day, quarters: 12, replicates: 1000, seed: 1)
        bench.projection = try Projection(plan, of: dataset, threads: bench.threads)
      }
    case "report_bytes":
      // Not a time: what the warehouse keeps of one tracker report.
      return JobTime(wall: (try dataset ?? load()).bytesAReport, processors: 0)
    default: throw BenchError(description: "no such job: \(job)")
    }
  }

  /// The time that some work takes.
  private mutating func measured(_ work: (inout Bench) throws -> Void) throws -> JobTime {
    let start = JobTime.now
    if isKernel { try measuredKernel(work) } else { try work(&self) }
    return JobTime.now - start
  }

  /// Profilers collect what happens below this function, by its name.
  @inline(never)
  private mutating func measuredKernel(_ work: (inout Bench) throws -> Void) throws {
    try work(&self)
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
    if let sweep {
      try Answers.write(sweep.text, to: "\(folder)/sweep.csv")
    }
    if let replay, let dataset {
      try Answers.write(
        replay.historyTable(of: dataset).text, to: "\(folder)/history.csv")
    }
  }
}

extension Dataset {
  /// The bytes that the columns of the tracker take, over its rows.
  fileprivate var bytesAReport: Double {
    let bytes =
      reports.commitments.byteCount + reports.milestones.numbers.byteCount
      + reports.reportedOn.byteCount + reports.statuses.byteCount + reports.progress.byteCount
      + reports.evidence.count * MemoryLayout<UInt16>.stride
    return Double(bytes) / Double(max(reports.count, 1))
  }
}

extension Array {
  fileprivate var byteCount: Int { count * MemoryLayout<Element>.stride }
}
