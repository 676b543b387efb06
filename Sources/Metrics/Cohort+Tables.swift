public import Warehouse

extension Cohort {
  /// The table of a metric (metrics.md).
  ///
  /// - Parameter request: The metric, its groups and the window.
  /// - Returns: The columns and rows that metrics.md gives; no row where nothing is counted.
  /// - Throws: ``MetricError`` where the metric cannot be asked for like that.
  /// - Complexity: O(rows of the tables it counts).
  public func table(for request: MetricRequest) throws(MetricError) -> ResultTable {
    try request.validate()
    let main = MetricRun(self, request.window, request.denominator)
    switch computation(of: request.metric, main) {
    case .measures(let metric): return metric.table(request, try space(request, main))
    case .counts(let metric):
      let space = try space(request, main, stratum: metric.stratum)
      let tally = metric.tally(space, threads: threads)
      return CountTable(request: request, levels: metric.levels, axes: space.axes)
        .table(tally, previous: try previous(request))
    }
  }

  /// The records behind every count of a metric's table.
  ///
  /// The weights of the rows of one cell add up to the count that stands in it.
  ///
  /// - Parameter request: The metric, its groups and the window.
  /// - Returns: The `--by` columns, then `level,cell,table,id,on,weight,place`: which count of the
  ///   row, the record's table and id, the day that places it, what it adds, and its file and line.
  /// - Throws: ``MetricError`` where the metric cannot be asked for like that.
  /// - Complexity: O(rows counted × levels).
  public func trace(of request: MetricRequest) throws(MetricError) -> ResultTable {
    try request.validate()
    let main = MetricRun(self, request.window, request.denominator)
    switch computation(of: request.metric, main) {
    case .measures(let metric):
      let space = try space(request, main)
      var trace = Trace(dataset, space.axes)
      trace.add(metric.records(space), space)
      return trace.table(request.metric)
    case .counts(let metric):
      let space = try space(request, main, stratum: metric.stratum)
      var trace = Trace(dataset, space.axes)
      trace.add(metric.tally(space, threads: threads, keepsRecords: true), metric.levels, "")
      if let tally = try previous(request, keepsRecords: true) {
        trace.add(tally, metric.levels, "previous_")
      }
      return trace.table(request.metric)
    }
  }

  /// The tally of the window to compare with, if there is one.
  private func previous(
    _ request: MetricRequest, keepsRecords: Bool = false
  ) throws(MetricError) -> Tally? {
    guard let comparison = request.comparison else { return nil }
    let run = MetricRun(self, comparison, request.denominator)
    guard case .counts(let metric) = computation(of: request.metric, run) else { return nil }
    return metric.tally(
      try space(request, run, stratum: metric.stratum), threads: threads,
      keepsRecords: keepsRecords)
  }

  /// The groups of a request over one of its windows; two-year steps are always the main one's.
  private func space(
    _ request: MetricRequest, _ run: MetricRun, stratum: Axis? = nil
  ) throws(MetricError) -> GroupSpace {
    let builder = AxisBuilder(self, last: run.last, steps: request.window)
    var filters: [Axis] = []
    for filter in request.filters {
      filters.append(try builder.axis(filter.dimension).keeping(filter))
    }
    return GroupSpace(
      axes: (stratum.map { [$0] } ?? []) + request.by.map(builder.axis), filters: filters,
      plans: dataset.plans.members)
  }

  /// How a metric's figures come about.
  private enum Computation {
    case counts(any CountedMetric)
    case measures(any MeasuredMetric)
  }

  private func computation(of metric: Metric, _ run: MetricRun) -> Computation {
    switch metric {
    case .completion: .counts(CompletionMetric(run))
    case .completionChange: .counts(CompletionChangeMetric(run))
    case .earlyResults: .counts(EarlyResultsMetric(run))
    case .ambition: .counts(AmbitionMetric(run))
    case .stars: .counts(StarsMetric(run))
    case .policyArea, .sector, .value: .counts(SubjectMetric(run, metric))
    case .resources: .counts(ResourcesMetric(run))
    case .relevance, .verifiability, .potentialImpact: .counts(ReviewMetric(run, metric))
    case .coCreation: .counts(CoCreationMetric(run))
    case .status: .counts(StatusMetric(run))
    case .statusByQuarter: .counts(StatusByQuarterMetric(run))
    case .transitions: .counts(TransitionsMetric(run))
    case .dwell: .measures(DwellMetric(run))
    case .timeliness: .counts(TimelinessMetric(run))
    case .tracking: .counts(TrackingMetric(run))
    case .milestones: .counts(MilestonesMetric(run))
    case .timeToFinish: .measures(TimeToFinishMetric(run))
    case .coverage: .counts(CoverageMetric(run))
    case .plans: .measures(PlansMetric(run))
    case .handbookChecks: .counts(HandbookChecksMetric(run))
    case .agreement: .counts(AgreementMetric(run))
    }
  }
}
