internal import Storage

extension LoadSession {
  /// Reports the required tables that are missing.
  ///
  /// - Parameter names: What there is: the names of files, or of a database's tables.
  mutating func reportMissingTables(among names: [String]) {
    for name in TableName.allCases where name.isRequired {
      guard let table = tables[name], !table.isPresent else { continue }
      let wanted = Paths.name(of: table.fileName)
      let others = names.filter { other in
        !TableName.allCases.contains { other == $0.rawValue || other == $0.rawValue + ".csv" }
      }
      let nearest = Nearest.index(of: wanted, among: others.map { $0.lowercased() })
      refuse(
        .missingTable, table.fileName,
        "the table \(name.rawValue) is missing; a dataset has members, plans and commitments"
          + (nearest.map { "; is \(Shown.text(others[$0])) meant?" } ?? ""))
    }
  }

  /// Whether anything forbids to compute from the tables as they stand.
  private var hasErrors: Bool {
    general.contains { $0.severity == .error } || tables.values.contains { $0.hasErrors }
  }

  /// Whether leaving out rows mends everything that is wrong.
  private var isMendable: Bool {
    !general.contains { $0.severity == .error } && !tables.values.contains { $0.hasFaultOfForm }
  }

  /// All that was found, and the dataset where nothing forbids to use it; where the user asks for
  /// it, without the rows that are wrong.
  ///
  /// - Parameter records: The text of some rows of a table as they stand in the data; called only
  ///   for tables that lose rows, with row numbers in ascending order.
  /// - Returns: What came of reading.
  consuming func finish(
    records: (ReadTable, _ rows: [Int]) -> [String] = { _, _ in [] }
  ) -> LoadResult {
    let log = self.log()
    var isUsable = !hasErrors
    var rejects: [RejectedRow] = []
    if !isUsable, options.skipsBadRows, isMendable {
      let whole = tables
      (tables, rejects) = BadRows(tables).cut()
      addRecords(to: &rejects, from: whole, records)
      isUsable = true
    }
    let rejectedRows = rejects.reduce(into: [:]) { $0[$1.table, default: 0] += 1 }
    let summaries = TableName.allCases.compactMap { name -> TableSummary? in
      guard let table = tables[name], table.isPresent else { return nil }
      return table.summary(rejected: rejectedRows[name] ?? 0)
    }
    let origin = Origin(
      files: files, places: tables.compactMapValues { $0.isPresent ? $0.places : nil },
      about: about, rejectedRows: rejectedRows)
    let dataset =
      isUsable
      ? Dataset(tables, taxonomy: known.taxonomy, origin: origin, threads: options.threads) : nil
    return LoadResult(dataset: dataset, log: log, rejects: rejects, summaries: summaries)
  }

  private func addRecords(
    to rejects: inout [RejectedRow], from tables: [TableName: ReadTable],
    _ records: (ReadTable, _ rows: [Int]) -> [String]
  ) {
    for (name, table) in tables {
      let indices = rejects.indices.filter { rejects[$0].table == name }
      if indices.isEmpty { continue }
      let texts = records(table, indices.map { rejects[$0].row })
      for (index, text) in zip(indices, texts) { rejects[index].record = text }
    }
  }

  /// All findings in the order of the tables, lines and columns.
  private func log() -> DiagnosticLog {
    var log = DiagnosticLog()
    for diagnostic in general { log.append(diagnostic) }
    for name in TableName.allCases {
      guard var table = tables[name], !table.counts.isEmpty || !table.findings.isEmpty else {
        continue
      }
      table.sortFindings()
      var kept: [Diagnostic.Code: Int] = [:]
      for finding in table.findings {
        kept[finding.diagnostic.code, default: 0] += 1
        log.append(finding.diagnostic)
      }
      for fault in Fault.allCases where table.counts[fault] != nil {
        let left = table.counts[fault, default: 0] - kept[fault.code, default: 0]
        if left > 0 { log.count(fault.code, fault.severity, in: table.fileName, adding: left) }
      }
    }
    return log
  }
}
