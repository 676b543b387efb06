internal import Storage

/// The hashes of a column of ids, and what stands in the slots that they lead to.
private struct LookAhead {
  var hashes: [UInt64] = []
  var entries: [UInt32] = []

  init() {}

  init(_ ids: IdTable, _ block: borrowing CellBlock, _ fileColumn: Int, _ text: RawSpan) {
    let seed = IdTable.seed
    var hashes = [UInt64](repeating: 0, count: block.rowCount)
    var places = hashes.mutableSpan
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      places[row] = IdTable.hash(text, Int(cell.start), Int(cell.end &- cell.start), seed: seed)
    }
    entries = hashes.map { ids.entry($0) }
    self.hashes = hashes
  }
}

extension PieceParser {
  mutating func readReferences(
    _ column: ColumnSchema, _ table: TableName, _ fileColumn: Int,
    into values: inout ColumnValues, _ block: borrowing CellBlock, _ text: RawSpan,
    _ file: RawSpan, _ context: BlockContext
  ) {
    guard let ids = known.ids(of: table) else {
      // The table could not be read; its own fault is reported.
      for row in 0..<block.rowCount {
        if isBlank(text, block.cell(row, fileColumn)) {
          appendMissing(column, fileColumn, into: &values, block, row, file, context)
        } else {
          values.words.append(-1)
        }
      }
      return
    }
    var recent = RecentRows()
    swap(&recent, &recentRows[fileColumn])
    var lookUps = 0
    // Where the block before had to look up much, the slots are fetched beforehand, so that the
    // waits for them overlap.
    let isAhead = looksUpMuch[fileColumn]
    let ahead = isAhead ? LookAhead(ids, block, fileColumn, text) : LookAhead()
    readValues(
      column, fileColumn, into: &values.words, none: -1, missing: &values.missing, block, text,
      file, context
    ) { row, start, count in
      if count == 0 { return nil }
      var found = ids.row(text, start, count, near: &recent, ahead: isAhead ? 1 : 8)
      if found < 0 {
        lookUps &+= 1
        if isAhead {
          found = ids.row(
            text, start, count, hash: ahead.hashes[row], entry: ahead.entries[row])
        } else {
          found = ids.row(text, start, count)
        }
        if found < 0 { return nil }
        recent.note(found, text, start, count)
      }
      return found
    } odd: { parser, row, cell in
      parser.noteWrong(
        .missingRow, column, fileColumn, block, row, text, file, context,
        "\(table.rawValue) has no such id", missing: (table, Self.cellText(text, cell)))
      return nil
    }
    swap(&recent, &recentRows[fileColumn])
    looksUpMuch[fileColumn] = lookUps * 4 > block.rowCount
  }

  /// Reads lists of one to four members.
  mutating func readMembers(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      if isBlank(text, cell) {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
        continue
      }
      let wrong = memberFault(text, cell, into: &values.words, from: values.listEnds.last ?? 0)
      guard let wrong else {
        values.listEnds.append(Int32(truncatingIfNeeded: values.words.count))
        continue
      }
      let first = Int(values.listEnds.last ?? 0)
      values.words.removeSubrange(first...)
      appendWrong(
        wrong.fault, column, fileColumn, into: &values, block, row, text, file, context,
        wrong.expected, missing: wrong.missing)
    }
  }

  /// Appends the rows of a list of members; says what is wrong with it, if anything.
  private func memberFault(
    _ text: RawSpan, _ cell: Cell, into rows: inout [Int32], from first: Int32
  ) -> (fault: Fault, expected: String, missing: (TableName, String)?)? {
    var start = Int(cell.start)
    let end = Int(cell.end)
    var wrong: (fault: Fault, expected: String, missing: (TableName, String)?)?
    var items: [Range<Int>] = []
    while start <= end {
      let next = text.first(UInt8(ascii: ";"), in: start..<end)
      let item = LabelKey.trimmed(text, start..<next)
      start = next &+ 1
      // Lists far too long are not looked at to their end.
      if items.count > 1000 { break }
      defer { items.append(item) }
      if item.isEmpty {
        wrong = wrong ?? (.emptyItem, "an item of the list is empty", nil)
      } else if items.contains(where: {
        $0.count == item.count
          && text.equals(at: $0.lowerBound, count: item.count, text, at: item.lowerBound)
      }) {
        let id = String(decoding: text.copy(item), as: UTF8.self)
        wrong = wrong ?? (.repeatedMember, "\(Shown.text(id)) stands twice", nil)
      } else if let ids = known.members {
        let row = ids.row(text, item.lowerBound, item.count)
        if row >= 0 {
          rows.append(row)
        } else {
          let id = String(decoding: text.copy(item), as: UTF8.self)
          wrong = wrong ?? (.missingRow, "members has no \(Shown.text(id))", (.members, id))
        }
      }
    }
    if items.count > 4 {
      let count = items.count > 1000 ? "more than 1000" : String(items.count)
      return (.tooManyMembers, "a plan has one to four members, this one \(count)", nil)
    }
    if let wrong { return wrong }
    let countries = known.countries
    guard rows.count > Int(first), !countries.isEmpty else { return nil }
    let home = countries[Int(rows[Int(first)])]
    for row in rows[Int(first)...] where countries[Int(row)] != home {
      // A member whose own country is wrong has its own fault.
      if home == 0 || countries[Int(row)] == 0 { continue }
      return (
        .differentCountries,
        "members of one plan are of one country; these are of"
          + " \(Country(packed: UInt32(home))) and"
          + " \(Country(packed: UInt32(truncatingIfNeeded: countries[Int(row)])))", nil
      )
    }
    return nil
  }

  /// Reads lists of codes.
  mutating func readSets(
    _ column: ColumnSchema, _ list: ClosedList, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let matcher = known.matchers[list.rawValue]
    let isOpen = list == .policyArea || list == .sector
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      let count = Int(cell.end &- cell.start)
      if count == 0 {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
        continue
      }
      if let number = matcher.quickNumber(text, Int(cell.start), count) {
        values.sets.append(1 << UInt64(number))
        continue
      }
      if isBlank(text, cell) {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
        continue
      }
      var set: UInt64 = 0
      var wrong: (fault: Fault, expected: String)?
      var start = Int(cell.start)
      let end = Int(cell.end)
      while start <= end, wrong == nil {
        let next = text.first(UInt8(ascii: ";"), in: start..<end)
        if let number = matcher.quickNumber(text, start, next &- start) {
          set |= 1 << UInt64(number)
        } else {
          let item = String(decoding: text.copy(start..<next), as: UTF8.self)
          if LabelKey.trimmed(item).isEmpty {
            wrong = (.emptyItem, "an item of the list is empty")
          } else if let number = matcher.number(item) {
            set |= 1 << UInt64(number)
          } else if !isOpen || known.knowsAllCodes {
            let isAll = next &- start == count
            wrong = (
              .badCode,
              (isAll ? "" : Shown.text(LabelKey.trimmed(item)) + " is no code: ")
                + Self.expectedCode(item, matcher)
            )
          }
        }
        start = next &+ 1
      }
      if let wrong {
        appendWrong(
          wrong.fault, column, fileColumn, into: &values, block, row, text, file, context,
          wrong.expected)
        continue
      }
      if isOpen, set.nonzeroBitCount > 2, !context.broken.contains(row) {
        report(
          .manyCodes, block, row, fileColumn, file,
          "\(column.name) holds \(set.nonzeroBitCount) codes; the form allows two")
      }
      values.sets.append(set)
    }
  }
}
