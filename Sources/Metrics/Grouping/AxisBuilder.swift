internal import Warehouse

/// Makes dimensions ready for one dataset and one window.
struct AxisBuilder {
  let dataset: Dataset
  /// The last day whose facts count: min(T, the window's last day).
  let last: Day
  /// The year that two-year steps are counted from.
  let firstYear: Int

  /// - Parameters:
  ///   - cohort: The cohort.
  ///   - last: The last day whose facts count.
  ///   - window: The window that two-year steps begin with (readings.md 39, 61).
  init(_ cohort: Cohort, last: Day, steps window: Window) {
    dataset = cohort.dataset
    self.last = last
    let first = window.from ?? dataset.members.joinedOn.min() ?? last
    let year = first.year
    firstYear = year - (year - Axis.firstYear) / 2 * 2
  }

  /// The axis of a dimension.
  func axis(_ dimension: Dimension) -> Axis {
    switch dimension.subject {
    case .member: memberAxis(dimension)
    case .plan: planAxis(dimension)
    case .commitment: commitmentAxis(dimension)
    case .day: dayAxis(dimension)
    }
  }

  // MARK: - Members

  private func memberAxis(_ dimension: Dimension) -> Axis {
    let members = dataset.members
    switch dimension {
    case .member: return texts(dimension, members.ids) { .member($0) }
    case .cohort: return texts(dimension, members.cohorts) { .member($0) }
    case .country:
      let codes = Array(Set(members.countries)).sorted()
      let numbers = Dictionary(uniqueKeysWithValues: zip(codes, Int32(0)...))
      return Axis(
        name: dimension.name, source: .member(members.countries.map { numbers[$0] ?? 0 }),
        size: codes.count, labels: .cells(codes.map { .text($0.description) }))
    case .region:
      return coded(dimension, Region.list, members.regions.map(\.number)) { .member($0) }
    case .kind: return coded(dimension, Kind.list, members.kinds.map { $0?.number }) { .member($0) }
    default:
      let bands = (0..<members.count).map {
        members.populations[$0].map(PopulationBand.number(of:))
      }
      return words(dimension, PopulationBand.names, bands) { .member($0) }
    }
  }

  // MARK: - Plans

  private func planAxis(_ dimension: Dimension) -> Axis {
    let plans = dataset.plans
    switch dimension {
    case .plan: return texts(dimension, plans.ids) { .plan($0) }
    case .planType:
      let types = (0..<plans.count).map { plans.isJoint($0) ? 1 : 0 }
      return words(dimension, ["single", "joint"], types) { .plan($0) }
    default:
      return coded(dimension, MonitoringBody.list, plans.monitoringBodies.map { $0?.number }) {
        .plan($0)
      }
    }
  }

  // MARK: - Commitments

  private func commitmentAxis(_ dimension: Dimension) -> Axis {
    let commitments = dataset.commitments
    let plans = dataset.plans
    switch dimension {
    case .policyArea:
      return sets(dimension, dataset.taxonomy.policyAreas, commitments.policyAreas)
    case .sector: return sets(dimension, dataset.taxonomy.sectors, commitments.sectors)
    case .value: return sets(dimension, Value.list, commitments.values)
    case .resourcesSecured:
      let extents = commitments.resourcesSecured.map { $0?.number }
      return coded(dimension, Extent.list, extents) { .commitment($0) }
    case .scope:
      let scopes = (0..<commitments.count).map { commitment in
        let isSeparate =
          commitments.members[commitment] != nil
          || !plans.isJoint(Int(commitments.plans[commitment]))
        return isSeparate ? 0 : 1
      }
      return words(dimension, ["separate", "joint"], scopes) { .commitment($0) }
    case .verifiable:
      let reviews = LatestRows(reviewsIn: dataset, upTo: last)
      let answers = (0..<commitments.count).map { commitment in
        reviews[commitment].flatMap { dataset.commitmentReviews.verifiable[$0] }
          .map { $0 ? 0 : 1 }
      }
      return words(dimension, ["yes", "no"], answers) { .commitment($0) }
    case .potentialImpact:
      let reviews = LatestRows(reviewsIn: dataset, upTo: last)
      let impacts = (0..<commitments.count).map { commitment in
        reviews[commitment].flatMap { dataset.commitmentReviews.potentialImpacts[$0]?.number }
      }
      return coded(dimension, PotentialImpact.list, impacts) { .commitment($0) }
    default:
      let assessments = LatestRows(inceptionsIn: dataset, upTo: last)
      let met = (0..<plans.count).map { plan in
        assessments[plan].map { dataset.inceptionAssessments.met[$0].nonzeroBitCount }
      }
      return axis(
        dimension, cells: (0...4).map { .text(String($0)) }, met.map { $0 }
      ) { .plan($0) }
    }
  }

  // MARK: - Days

  private func dayAxis(_ dimension: Dimension) -> Axis {
    switch dimension {
    case .year:
      Axis(name: dimension.name, source: .year, size: Axis.yearCount, labels: .years)
    case .quarter:
      Axis(name: dimension.name, source: .quarter, size: Axis.yearCount * 4, labels: .quarters)
    default:
      Axis(
        name: dimension.name, source: .biennium(firstYear: firstYear), size: Axis.yearCount,
        labels: .biennia(firstYear: firstYear))
    }
  }

  // MARK: - Kinds of groups

  /// Different texts in the order of their bytes.
  private func texts(
    _ dimension: Dimension, _ arena: TextArena, _ source: ([Int32]) -> Axis.Source
  ) -> Axis {
    let first = arena.firstRows()
    let rows = first.indices.filter { first[$0] == $0 }
      .sorted { arena.precedes($0, $1) }.map { Int32($0) }
    var places = [Int32](repeating: 0, count: arena.count)
    for (place, row) in rows.enumerated() { places[Int(row)] = Int32(place) }
    let groups = first.map { places[Int($0)] }
    return Axis(
      name: dimension.name, source: source(groups), size: rows.count,
      labels: .texts(arena, rows: rows))
  }

  private func coded(
    _ dimension: Dimension, _ list: CodeList, _ numbers: [Int?], _ source: ([Int32]) -> Axis.Source
  ) -> Axis {
    axis(dimension, cells: list.entries.map { .code($0.code, list: list) }, numbers, source)
  }

  private func words(
    _ dimension: Dimension, _ words: [String], _ numbers: [Int?], _ source: ([Int32]) -> Axis.Source
  ) -> Axis {
    axis(dimension, cells: words.map { .word($0) }, numbers, source)
  }

  private func axis(
    _ dimension: Dimension, cells: [ResultTable.Cell], _ numbers: [Int?],
    _ source: ([Int32]) -> Axis.Source
  ) -> Axis {
    let unknown = Int32(cells.count)
    return Axis(
      name: dimension.name,
      source: source(numbers.map { $0.map { Int32($0) } ?? unknown }), size: cells.count + 1,
      labels: .cells(cells + [.word("unknown")]))
  }

  private func sets(_ dimension: Dimension, _ list: CodeList, _ sets: [CodeSet]) -> Axis {
    Axis(
      name: dimension.name,
      source: .commitmentSet(sets, empty: Int32(list.entries.count)),
      size: list.entries.count + 1,
      labels: .cells(list.entries.map { .code($0.code, list: list) } + [.word("unknown")]))
  }
}

/// Sizes of population; a lower bound belongs to its band (metrics.md).
package enum PopulationBand {
  /// The bands from small to large.
  package static let names = ["under_50k", "50k_250k", "250k_1m", "1m_5m", "over_5m"]

  /// The number of a population's band.
  package static func number(of population: Int64) -> Int {
    switch population {
    case ..<50_000: 0
    case ..<250_000: 1
    case ..<1_000_000: 2
    case ..<5_000_000: 3
    default: 4
    }
  }
}
