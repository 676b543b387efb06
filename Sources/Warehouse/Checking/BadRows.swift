/// Leaves out the rows that are wrong and every row that refers to one, with a reason each.
struct BadRows {
  private var tables: [TableName: ReadTable]

  init(_ tables: [TableName: ReadTable]) { self.tables = tables }

  /// The tables without their bad rows, and the rows left out in the order of tables and rows.
  consuming func cut() -> (tables: [TableName: ReadTable], rejects: [RejectedRow]) {
    var rejects: [TableName: [RejectedRow]] = [:]
    /// Each row's new number, −1 where it is left out, for tables that lose rows.
    var moved: [TableName: [Int32]] = [:]
    for name in LoadSession.order {
      guard var table = tables[name] else { continue }
      var reasons = ownReasons(table)
      addReferences(table, moved, to: &reasons)
      if reasons.isEmpty {
        table.renumber(moved)
      } else {
        var keep = [Bool](repeating: true, count: table.rowCount)
        for row in reasons.keys where row < keep.count { keep[row] = false }
        var next: Int32 = 0
        moved[name] = keep.map { kept in
          defer { next += kept ? 1 : 0 }
          return kept ? next : -1
        }
        table.keep(keep)
        table.renumber(moved)
        rejects[name] = reasons.sorted { $0.key < $1.key }.map(\.value)
      }
      tables[name] = table
    }
    return (tables, TableName.allCases.flatMap { rejects[$0] ?? [] })
  }

  /// The first fault of each bad row.
  private func ownReasons(_ table: ReadTable) -> [Int: RejectedRow] {
    var reasons: [Int: RejectedRow] = [:]
    for finding in table.findings where finding.row >= 0 && table.badRows.contains(finding.row) {
      let row = finding.row
      let diagnostic = finding.diagnostic
      guard diagnostic.severity == .error else { continue }
      if let known = reasons[row], known.place.column <= diagnostic.place.column { continue }
      reasons[row] = RejectedRow(
        table: table.schema.table, place: diagnostic.place, code: diagnostic.code,
        message: diagnostic.message, row: row)
    }
    for row in table.badRows where reasons[row] == nil {
      reasons[row] = rejection(table, row, "the row is wrong")
    }
    return reasons
  }

  private func rejection(_ table: ReadTable, _ row: Int, _ message: String) -> RejectedRow {
    RejectedRow(
      table: table.schema.table,
      place: Diagnostic.Place(
        file: table.fileName, line: table.places.line(of: row), column: 0),
      code: Diagnostic.Code(rawValue: "row-left-out"), message: message, row: row)
  }

  private func addReferences(
    _ table: ReadTable, _ moved: [TableName: [Int32]], to reasons: inout [Int: RejectedRow]
  ) {
    for (number, column) in table.schema.columns.enumerated() {
      switch column.type {
      case .reference(let other):
        guard let new = moved[other] else { continue }
        for (row, target) in table.columns[number].words.enumerated()
        where target >= 0 && new[Int(target)] < 0 && reasons[row] == nil {
          reasons[row] = rejection(
            table, row, "\(column.name) refers to a row of \(other.rawValue) that is left out")
        }
      case .members:
        guard let new = moved[.members] else { continue }
        var start = 0
        for (row, end) in table.columns[number].listEnds.enumerated() {
          for target in table.columns[number].words[start..<Int(end)]
          where new[Int(target)] < 0 && reasons[row] == nil {
            reasons[row] = rejection(
              table, row, "\(column.name) refers to a row of members that is left out")
          }
          start = Int(end)
        }
      default: break
      }
    }
  }
}

extension ReadTable {
  /// Keeps some rows only.
  mutating func keep(_ keep: [Bool]) {
    for number in columns.indices {
      columns[number] = columns[number].keeping(keep, schema.columns[number].type)
    }
    places = places.keeping(keep)
    rowCount = keep.count { $0 }
  }

  /// Makes references follow rows that have moved.
  mutating func renumber(_ moved: [TableName: [Int32]]) {
    for (number, column) in schema.columns.enumerated() {
      switch column.type {
      case .reference(let other):
        guard let new = moved[other] else { continue }
        for row in columns[number].words.indices where columns[number].words[row] >= 0 {
          columns[number].words[row] = new[Int(columns[number].words[row])]
        }
      case .members:
        guard let new = moved[.members] else { continue }
        for row in columns[number].words.indices {
          columns[number].words[row] = new[Int(columns[number].words[row])]
        }
      default: break
      }
    }
  }
}

extension ColumnValues {
  /// The values of some rows.
  func keeping(_ keep: [Bool], _ type: CellType) -> ColumnValues {
    var kept = ColumnValues()
    switch type {
    case .id, .text:
      var start = 0
      for (row, end) in ends.enumerated() {
        if keep[row] {
          kept.bytes.append(contentsOf: bytes[start..<Int(end)])
          if Int(end) == start { kept.missing += 1 }
          kept.ends.append(UInt32(truncatingIfNeeded: kept.bytes.count))
        }
        start = Int(end)
      }
    case .members:
      var start = 0
      for (row, end) in listEnds.enumerated() {
        if keep[row] {
          kept.words.append(contentsOf: words[start..<Int(end)])
          kept.listEnds.append(Int32(truncatingIfNeeded: kept.words.count))
        }
        start = Int(end)
      }
    case .date, .month:
      for (row, day) in days.enumerated() where keep[row] {
        kept.days.append(day)
        if day == OptionalDays.missing { kept.missing += 1 }
      }
    case .reference, .country:
      for (row, word) in words.enumerated() where keep[row] {
        kept.words.append(word)
        if type.isReference, word < 0 { kept.missing += 1 }
      }
    case .yesNo:
      for (row, answer) in answers.enumerated() where keep[row] {
        kept.answers.append(answer)
        if answer == nil { kept.missing += 1 }
      }
    case .code:
      for (row, code) in codes.enumerated() where keep[row] {
        kept.codes.append(code)
        if code == Self.missingCode { kept.missing += 1 }
      }
    case .codes:
      for (row, set) in sets.enumerated() where keep[row] {
        kept.sets.append(set)
        if set == 0 { kept.missing += 1 }
      }
    case .number:
      for (row, number) in numbers.enumerated() where keep[row] {
        kept.numbers.append(number)
        if number < 0 { kept.missing += 1 }
      }
    case .count:
      var large = 0
      for (row, code) in counts.enumerated() {
        let isLarge = code == SmallCounts.large
        if keep[row] {
          if isLarge {
            kept.largeRows.append(Int32(truncatingIfNeeded: kept.counts.count))
            kept.largeValues.append(largeValues[large])
          }
          if code == SmallCounts.missing { kept.missing += 1 }
          kept.counts.append(code)
        }
        if isLarge { large += 1 }
      }
    }
    return kept
  }
}

extension CellType {
  var isReference: Bool {
    if case .reference = self { true } else { false }
  }
}

extension RowPlaces {
  /// The places of some rows.
  func keeping(_ keep: [Bool]) -> RowPlaces {
    var rows: [Int32] = []
    var lines: [Int32] = []
    var kept = 0
    var next = -1
    for row in keep.indices where keep[row] {
      let line = line(of: row)
      if line != next {
        rows.append(Int32(truncatingIfNeeded: kept))
        lines.append(Int32(truncatingIfNeeded: line))
      }
      next = line + 1
      kept += 1
    }
    return RowPlaces(fileName: fileName, rows: rows, lines: lines)
  }
}
