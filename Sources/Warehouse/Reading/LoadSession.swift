internal import Storage

/// The tables of one dataset as they are read, in the order in which they refer to each other.
struct LoadSession {
  let options: LoadOptions
  var known = KnownRows()
  var tables: [TableName: ReadTable] = [:]
  /// Findings that belong to no table.
  var general: [Diagnostic] = []
  var about = Origin.About()
  /// Whether text that starts like a formula has an apostrophe in front, which is to be taken away.
  var isForSpreadsheets = false
  var files: [Origin.File] = []

  /// Members first, then what refers to them, and so on; codes before the commitments that use them.
  static let order: [TableName] = [
    .codes, .members, .plans, .commitments, .milestones, .tracker, .terms, .meetings,
    .inceptionAssessments, .commitmentReviews, .completionAssessments, .learningExercises, .events,
    .recordedStatuses,
  ]

  init(_ options: LoadOptions) { self.options = options }

  /// Reports a fault that belongs to no table.
  mutating func refuse(
    _ fault: Fault, _ file: String, _ message: String, line: Int = 0, column: Int = 0
  ) {
    general.append(
      Diagnostic(
        code: fault.code, severity: fault.severity,
        place: Diagnostic.Place(file: file, line: line, column: column), message: message))
  }

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
      known.knowsAllCodes = table.isComplete
      takeCodes(&table, place: place)
    } else if let column = table.schema.columns.firstIndex(where: { $0.type == .id }) {
      takeIds(&table, column, place: place)
    }
    switch name {
    case .members: known.countries = table["country"].words
    case .plans:
      let lists = table["member_ids"]
      known.planMembers = RowList(starts: [0] + lists.listEnds, rows: lists.words)
    case .commitments: known.withdrawnOn = table["withdrawn_on"].days
    case .milestones: known.milestoneCommitments = table["commitment_id"].words
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
    let name = table.schema.columns[column].name
    for (row, first) in repeated {
      add(.repeatedId, row, column, to: &table, place: place) { table in
        "\(name) is \(Shown.text(ids[row])), which stands \(table.spot(of: first)) already;"
          + " expected each id once"
      }
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
    let code = table.schema.number(of: "code") ?? 0
    for row in 0..<table.rowCount where !table.badRows.contains(row) {
      guard lists[row] != ColumnValues.missingCode, !codes.isEmpty(row) else { continue }
      let list: ClosedList = lists[row] == 0 ? .policyArea : .sector
      let entry = CodeEntry(
        code: codes[row], en: labels[0][row], es: labels[1][row], fr: labels[2][row], aliases: [])
      if known.matchers[list.rawValue].list.entries.count >= 64 {
        add(.tooManyCodes, row, code, to: &table, place: place) { _ in
          "\(list.codes.name) has 64 codes already; expected at most 64 in all"
        }
      } else if let taken = known.matchers[list.rawValue].append(entry) {
        let text = [entry.code, entry.en, entry.es, entry.fr][taken]
        add(.repeatedCode, row, code + taken, to: &table, place: place) { table in
          "\(table.schema.columns[code + taken].name) is \(Shown.text(text)), which already names a"
            + " code of \(list.codes.name)"
        }
      }
    }
  }

  /// Adds a fault of a row that is only known once the whole table is: what is not shown costs no
  /// search for its place.
  private func add(
    _ fault: Fault, _ row: Int, _ column: Int, to table: inout ReadTable,
    place: (ReadTable, _ row: Int, _ column: Int) -> (line: Int, column: Int),
    _ message: (ReadTable) -> String
  ) {
    if table.counts[fault, default: 0] < DiagnosticLog.shownOfKind {
      let (line, character) = place(table, row, column)
      table.add(fault, row: row, line: line, column: character, message(table))
    } else if options.skipsBadRows {
      table.add(fault, row: row, line: table.places.line(of: row), column: 0, message(table))
    } else {
      table.count(fault, row: row)
    }
  }
}
