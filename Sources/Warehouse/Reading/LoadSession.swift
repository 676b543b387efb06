internal import Storage

/// The tables of one dataset as they are read, in the order in which they refer to each other.
struct LoadSession {
  let options: LoadOptions
  var known = KnownRows()
  var tables: [TableName: ReadTable] = [:]
  /// Findings that belong to no table.
  var general: [Diagnostic] = []
  var about = Origin.About()
  var files: [Origin.File] = []

  /// Members first, then what refers to them, and so on; codes before the commitments that use them.
  static let order: [TableName] = [
    .codes, .members, .plans, .commitments, .milestones, .tracker, .terms, .meetings,
    .inceptionAssessments, .commitmentReviews, .completionAssessments, .learningExercises, .events,
    .recordedStatuses,
  ]

  init(_ options: LoadOptions) { self.options = options }

  /// Takes a table that was read, and makes it known to those that refer to it.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - place: Where a cell of it stands.
  mutating func take(
    _ table: consuming ReadTable,
    place: (ReadTable, _ row: Int, _ column: Int) -> (line: Int, column: Int)
  ) {
    var table = table
    let name = table.schema.table
    if !table.isPresent, name.isRequired { table.isComplete = false }
    if name == .codes {
      takeCodes(&table, place: place)
    } else if let column = table.schema.columns.firstIndex(where: { $0.type == .id }) {
      takeIds(&table, column, place: place)
    }
    switch name {
    case .members: known.countries = table["country"].words
    case .plans:
      let lists = table["member_ids"]
      known.planMembers = RowList(starts: [0] + lists.listEnds, rows: lists.words)
    case .commitments: known.withdrawnOn = table["withdrawn_on"].words
    case .milestones: known.milestoneCommitments = table["commitment_id"].words
    case .terms: break
    default: break
    }
    tables[name] = table
  }

  private mutating func takeIds(
    _ table: inout ReadTable, _ column: Int,
    place: (ReadTable, _ row: Int, _ column: Int) -> (line: Int, column: Int)
  ) {
    let values = table.columns[column]
    let ids = TextArena(bytes: values.bytes, ends: values.ends)
    var repeated: [(row: Int, first: Int)] = []
    let index = IdTable(ids, hashes: values.hashes, repeated: &repeated)
    table.columns[column].hashes = []
    for (row, first) in repeated {
      let isShown =
        table.counts[.repeatedId, default: 0] < DiagnosticLog.shownOfKind || options.skipsBadRows
      guard isShown else {
        table.counts[.repeatedId, default: 0] += 1
        table.badRows.insert(row)
        continue
      }
      let spot: (line: Int, column: Int) =
        table.counts[.repeatedId, default: 0] < DiagnosticLog.shownOfKind
        ? place(table, row, column) : (table.places.line(of: row), 1)
      table.add(
        .repeatedId, row: row, line: spot.line, column: spot.column,
        "\(table.schema.columns[column].name) is \(Shown.text(ids[row])), which stands on line"
          + " \(table.places.line(of: first)) already; expected each id once")
    }
    guard table.isComplete else { return }
    switch table.schema.table {
    case .members: known.members = index
    case .plans: known.plans = index
    case .commitments: known.commitments = index
    case .milestones: known.milestones = index
    default: break
    }
  }

  /// Adds the dataset's own codes behind the built-in ones (readings.md 57).
  private mutating func takeCodes(
    _ table: inout ReadTable,
    place: (ReadTable, _ row: Int, _ column: Int) -> (line: Int, column: Int)
  ) {
    let lists = table["list"].codes
    func texts(_ name: String) -> TextArena {
      let values = table[name]
      return TextArena(bytes: values.bytes, ends: values.ends)
    }
    let codes = texts("code")
    let labels = ["en", "es", "fr"].map(texts)
    for row in 0..<table.rowCount where !table.badRows.contains(row) {
      guard lists[row] != ColumnValues.missingCode, !codes.isEmpty(row) else { continue }
      let list: ClosedList = lists[row] == 0 ? .policyArea : .sector
      let entry = CodeEntry(
        code: codes[row], en: labels[0][row], es: labels[1][row], fr: labels[2][row], aliases: [])
      if known.matchers[list.rawValue].list.entries.count >= 64 {
        let (line, column) = place(table, row, 1)
        table.add(
          .tooManyCodes, row: row, line: line, column: column,
          "\(list.codes.name) has 64 codes already; expected at most 64 in all")
      } else if let taken = known.matchers[list.rawValue].append(entry) {
        let (line, column) = place(table, row, 1)
        table.add(
          .repeatedCode, row: row, line: line, column: column,
          "\(Shown.text(taken)) already names a code of \(list.codes.name)")
      }
    }
  }

  /// Checks that take several tables, then the result.
  consuming func finish() -> LoadResult {
    for name in TableName.allCases where name.isRequired && tables[name]?.isPresent == false {
      general.append(
        Diagnostic(
          code: Fault.missingTable.code, severity: .error,
          place: Diagnostic.Place(
            file: tables[name]?.fileName ?? name.rawValue, line: 0, column: 0),
          message: "the table \(name.rawValue) is missing; a dataset has members, plans and"
            + " commitments"))
    }
    var rejects: [RejectedRow] = []
    let isMendable =
      options.skipsBadRows && !general.contains { $0.severity == .error }
      && !tables.values.contains { $0.hasFaultOfForm }
    var hasErrors =
      general.contains { $0.severity == .error }
      || tables.values.contains { table in
        table.counts.contains { $0.value > 0 && $0.key.severity == .error }
      }
    let log = self.log()
    var rejectedRows: [TableName: Int] = [:]
    if hasErrors, isMendable {
      let cut = BadRows(tables).cut()
      rejects = cut.rejects
      rejectedRows = cut.rejects.reduce(into: [:]) { $0[$1.table, default: 0] += 1 }
      tables = cut.tables
      hasErrors = false
    }
    let summaries = TableName.allCases.compactMap { name -> TableSummary? in
      guard let table = tables[name], table.isPresent else { return nil }
      return table.summary(rejected: rejectedRows[name] ?? 0)
    }
    let origin = Origin(
      files: files, places: tables.compactMapValues { $0.isPresent ? $0.places : nil },
      about: about, rejectedRows: rejectedRows)
    let dataset = hasErrors ? nil : Dataset(tables, taxonomy: known.taxonomy, origin: origin)
    return LoadResult(dataset: dataset, log: log, rejects: rejects, summaries: summaries)
  }

  /// All findings in the order of the tables, lines and columns.
  private func log() -> DiagnosticLog {
    var log = DiagnosticLog()
    for diagnostic in general { log.append(diagnostic) }
    for name in TableName.allCases {
      guard let table = tables[name] else { continue }
      let sorted = table.findings.map(\.diagnostic).enumerated().sorted { left, right in
        let first = left.element.place
        let second = right.element.place
        return (first.line, first.column, left.offset) < (second.line, second.column, right.offset)
      }
      var kept: [Diagnostic.Code: Int] = [:]
      for (_, diagnostic) in sorted {
        kept[diagnostic.code, default: 0] += 1
        log.append(diagnostic)
      }
      for fault in Fault.allCases {
        let left = table.counts[fault, default: 0] - kept[fault.code, default: 0]
        if left > 0 { log.count(fault.code, fault.severity, in: table.fileName, adding: left) }
      }
    }
    return log
  }
}
