import Membership
import Metrics
import Warehouse

extension Figures {
  /// Status, its changes, and how long it lasts.
  func membershipChapter() throws(MetricError) -> DocumentChapter {
    DocumentChapter(
      id: "membership", title: .membership, lead: [Sentence(Note.statuses)],
      exhibits: [
        try statusExhibit(), try quarters(), try transitions(), try dwell(), try agreement(),
      ])
  }

  /// The six statuses as cells, in code order.
  static let statusCells = Status.allCases.map {
    ResultTable.Cell.code($0.code, list: Status.list)
  }

  private func statusExhibit() throws(MetricError) -> Exhibit {
    let rows = status.shareRows
    let byRegion = try ask.table(.status, by: [.region])
    var bars = [
      StackedBars.Bar(
        label: .cell(.word("all")), counts: rows.map(\.count), total: rows.first?.total ?? 0)
    ]
    bars += Self.bars(of: byRegion)
    return Exhibit(
      id: "status",
      heading: Sentence(
        Heading.status, .count(rows.first?.count ?? 0), .things(rows.first?.total ?? 0, .member),
        .day(last)),
      caption: Sentence(Caption.status, .day(last), .count(rows.first?.total ?? 0)),
      drawing: .stacked(StackedBars(palette: .status, levels: Self.statusCells, bars: bars)),
      tables: [
        ExhibitTable(
          file: "status", table: status, title: Sentence(Label.verbatim, .cell(.word("status")))),
        ExhibitTable(
          file: "status-by-region", table: byRegion,
          title: Sentence(Label.byGroup, .cell(.word("status")), .cell(.word("region")))),
      ])
  }

  /// One bar a group of a table by one dimension.
  static func bars(of table: ResultTable) -> [StackedBars.Bar] {
    var bars: [StackedBars.Bar] = []
    var rows = table.shareRows[...]
    while let first = rows.first {
      let own = rows.prefix { $0.group == first.group }
      bars.append(
        StackedBars.Bar(
          label: .cell(first.group.first ?? .empty), counts: own.map(\.count), total: first.total))
      rows = rows.dropFirst(own.count)
    }
    return bars
  }

  private func quarters() throws(MetricError) -> Exhibit {
    let table = try ask.table(.statusByQuarter)
    let columns = Self.columns(of: table)
    let ends = [columns.first, columns.last].map { column in
      Argument.count(column?.counts.first ?? 0)
    }
    return Exhibit(
      id: "status-quarters", heading: Sentence(Heading.statusQuarter),
      caption: Sentence(Caption.statusQuarter),
      drawing: .columns(
        StatusColumns(
          levels: Self.statusCells, columns: columns,
          summary: Sentence(Label.quarterSummary, ends[0], ends[1]))),
      tables: [
        ExhibitTable(
          file: "status-by-quarter", table: table, title: Sentence(Heading.statusQuarter))
      ])
  }

  /// One column a quarter of a table `status_by_quarter`.
  static func columns(of table: ResultTable) -> [StatusColumns.Column] {
    var columns: [StatusColumns.Column] = []
    var rows = table.shareRows[...]
    while let first = rows.first {
      let own = rows.prefix { $0.group == first.group }
      if case .day(let day)? = first.group.first {
        columns.append(
          StatusColumns.Column(quarter: Quarter(containing: day), counts: own.map(\.count)))
      }
      rows = rows.dropFirst(own.count)
    }
    return columns
  }

  private func transitions() throws(MetricError) -> Exhibit {
    let table = try ask.table(.transitions)
    let rows = table.shareRows
    var counts: [String: Int] = [:]
    for row in rows { counts[row.code] = row.count }
    // Nobody leaves the last two statuses, so they have no row.
    let from = Status.allCases.filter { $0 < .revoked }
    var matrix = ResultTable(
      name: "transitions_matrix",
      columns: [ResultTable.Column("status", .label)]
        + Status.allCases.map { ResultTable.Column($0.code, .count) }
        + [ResultTable.Column("all", .count)])
    for status in from where !rows.isEmpty {
      let own = Status.allCases.map { counts["\(status.code)>\($0.code)"] }
      matrix.append(
        [Self.statusCells[status.number]] + own.map { $0.map { .count($0) } ?? .empty }
          + [.count(own.compactMap(\.self).reduce(0, +))])
    }
    return Exhibit(
      id: "transitions",
      heading: Sentence(
        Heading.transitions, .things(rows.reduce(0) { $0 + $1.count }, .change)),
      caption: Sentence(Caption.transitions, .period(window)),
      tables: [
        ExhibitTable(
          file: "transitions-matrix", table: matrix,
          title: Sentence(Label.verbatim, .cell(.word("transitions"))), style: .heat),
        ExhibitTable(
          file: "transitions", table: table, title: Sentence(Heading.transitionsRates)),
      ],
      notes: [Sentence(Caption.rates)])
  }

  private func dwell() throws(MetricError) -> Exhibit {
    Exhibit(
      id: "dwell", heading: Sentence(Heading.dwell),
      caption: Sentence(Caption.dwell, .period(window), .day(cohort.asOf)),
      tables: [
        ExhibitTable(
          file: "dwell", table: try ask.table(.dwell),
          title: Sentence(Label.verbatim, .cell(.word("dwell"))))
      ], notes: [Sentence(Note.notReached)])
  }

  private func agreement() throws(MetricError) -> Exhibit {
    let table = try ask.table(.agreement)
    let agrees = table.shareRows.first
    return Exhibit(
      id: "agreement",
      heading: Sentence(
        Heading.agreement, .count(agrees?.count ?? 0), .things(agrees?.total ?? 0, .member)),
      caption: Sentence(Caption.agreement),
      tables: [
        ExhibitTable(
          file: "agreement", table: table,
          title: Sentence(Label.verbatim, .cell(.word("agreement"))))
      ])
  }
}
