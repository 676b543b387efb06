internal import Storage

extension PieceParser {
  /// Reads one column of a block.
  mutating func read(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    switch column.type {
    case .id: readIds(column, fileColumn, into: &values, block, text, file, context)
    case .reference(let table):
      readReferences(column, table, fileColumn, into: &values, block, text, file, context)
    case .members: readMembers(column, fileColumn, into: &values, block, text, file, context)
    case .text: readText(column, fileColumn, into: &values, block, text, file, context)
    case .date, .month: readDays(column, fileColumn, into: &values, block, text, file, context)
    case .yesNo: readYesNo(column, fileColumn, into: &values, block, text, file, context)
    case .code(let list):
      readCodes(column, list, fileColumn, into: &values, block, text, file, context)
    case .codes(let list):
      readSets(column, list, fileColumn, into: &values, block, text, file, context)
    case .country: readCountries(column, fileColumn, into: &values, block, text, file, context)
    case .number, .count:
      readNumbers(column, fileColumn, into: &values, block, text, file, context)
    }
  }

  /// Whether a cell holds nothing but white space.
  func isBlank(_ text: RawSpan, _ cell: Cell) -> Bool {
    if cell.start == cell.end { return true }
    // Most text begins with a letter.
    let first = text.byte(Int(cell.start))
    if first > 0x20, first < 0x80 { return false }
    return LabelKey.trimmed(Self.cellText(text, cell)).isEmpty
  }

  /// Appends a missing value; an empty cell of a required column is a fault.
  mutating func appendMissing(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ row: Int, _ file: RawSpan, _ context: BlockContext
  ) {
    values.appendMissing(column.type)
    values.missing &+= 1
    if column.isRequired { reportEmpty(column, fileColumn, block, row, file, context) }
  }

  /// Appends a missing value for a cell that is wrong, and says so.
  mutating func appendWrong(
    _ fault: Fault, _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ row: Int, _ text: RawSpan, _ file: RawSpan,
    _ context: BlockContext, _ expected: @autoclosure () -> String,
    missing: (TableName, String)? = nil
  ) {
    values.appendMissing(column.type)
    let cell = block.cell(row, fileColumn)
    guard !context.broken.contains(row), Self.isText(text, cell) else { return }
    report(
      fault, block, row, fileColumn, file,
      "\(column.name) is \(Shown.text(Self.cellText(text, cell))); \(expected())", missing: missing)
  }

  mutating func readDays(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    var month: Bool?
    if case .month(let ends) = column.type { month = ends }
    let days = known.days
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      let count = Int(cell.end &- cell.start)
      if count == 10, let number = days.number(text, Int(cell.start)) {
        values.words.append(number)
      } else if isBlank(text, cell) {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
      } else {
        let found = LabelKey.trimmed(Self.cellText(text, cell))
        switch days.read(found, month: month) {
        case .success(let number): values.words.append(number)
        case .failure(let fault):
          appendWrong(
            .badDate, column, fileColumn, into: &values, block, row, text, file, context,
            fault.expectation(month: month != nil, of: found))
        }
      }
    }
  }

  mutating func readIds(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let seed = IdTable.seed
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      let start = Int(cell.start)
      let count = Int(cell.end &- cell.start)
      if isBlank(text, cell) {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
      } else if let fault = IdRules.fault(text, start, count) {
        appendWrong(
          .badId, column, fileColumn, into: &values, block, row, text, file, context, fault)
      } else {
        text.append(start..<start &+ count, to: &values.bytes)
        values.ends.append(UInt32(truncatingIfNeeded: values.bytes.count))
        values.hashes.append(IdTable.hash(text, start, count, seed: seed))
      }
    }
  }

  mutating func readText(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      if isBlank(text, cell) {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
      } else {
        text.append(Int(cell.start)..<Int(cell.end), to: &values.bytes)
        values.ends.append(UInt32(truncatingIfNeeded: values.bytes.count))
      }
    }
  }

  mutating func readYesNo(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let words = known.yesNo
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      let count = Int(cell.end &- cell.start)
      if count == 0 {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
      } else if let value = words.value(words.words.quickNumber(text, Int(cell.start), count)) {
        values.codes.append(value)
      } else if isBlank(text, cell) {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
      } else if let value = words.value(words.words.number(Self.cellText(text, cell))) {
        values.codes.append(value)
      } else {
        appendWrong(
          .badYesNo, column, fileColumn, into: &values, block, row, text, file, context,
          "expected yes or no (or true, false, 1, 0, sí, oui, non)")
      }
    }
  }

  mutating func readCodes(
    _ column: ColumnSchema, _ list: ClosedList, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let matcher = known.matchers[list.rawValue]
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      let count = Int(cell.end &- cell.start)
      if count == 0 {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
      } else if let number = matcher.quickNumber(text, Int(cell.start), count) {
        values.codes.append(number)
      } else if isBlank(text, cell) {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
      } else {
        let found = Self.cellText(text, cell)
        if let number = matcher.number(found) {
          values.codes.append(number)
        } else {
          appendWrong(
            .badCode, column, fileColumn, into: &values, block, row, text, file, context,
            Self.expectedCode(found, matcher))
        }
      }
    }
  }

  /// What a cell of codes should have held.
  static func expectedCode(_ found: String, _ matcher: CodeMatcher) -> String {
    let choices = "expected one of " + Shown.choices(matcher.list.codes)
    guard let nearest = matcher.nearest(to: found) else { return choices }
    return choices + "; did you mean \(nearest)?"
  }

  mutating func readCountries(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      if isBlank(text, cell) {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
        continue
      }
      let found = LabelKey.trimmed(Self.cellText(text, cell))
      if let country = Country(found), country.isAssigned {
        values.words.append(Int32(truncatingIfNeeded: country.packed))
      } else {
        let capital = found.uppercased()
        let nearest = Nearest.index(of: capital, among: Country.codes).map { Country.codes[$0] }
        appendWrong(
          .badCountry, column, fileColumn, into: &values, block, row, text, file, context,
          "expected three letters of ISO 3166-1, as MEX"
            + (nearest.map { "; did you mean \($0)?" } ?? ""))
      }
    }
  }

  mutating func readNumbers(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let isCount = column.type == .count
    for row in 0..<block.rowCount {
      let cell = block.cell(row, fileColumn)
      let count = Int(cell.end &- cell.start)
      var value: Int64 = 0
      if count > 0, count <= 4, Self.digits(text, Int(cell.start), count, &value) {
        // Nearly all of them.
      } else if isBlank(text, cell) {
        appendMissing(column, fileColumn, into: &values, block, row, file, context)
        continue
      } else {
        let found = LabelKey.trimmed(Self.cellText(text, cell))
        let isDigits = found.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isDigits, let number = Int64(found) else {
          appendWrong(
            .badNumber, column, fileColumn, into: &values, block, row, text, file, context,
            isDigits
              ? "expected a whole number up to \(Int64.max)"
              : "expected a whole number, digits only")
          continue
        }
        value = number
      }
      guard isCount else {
        values.numbers.append(value)
        continue
      }
      if value >= Int64(SmallCounts.large) {
        values.largeRows.append(Int32(truncatingIfNeeded: values.counts.count))
        values.largeValues.append(value)
        values.counts.append(SmallCounts.large)
      } else {
        values.counts.append(UInt16(truncatingIfNeeded: value))
      }
    }
  }

  @inline(__always)
  private static func digits(
    _ text: RawSpan, _ start: Int, _ count: Int, _ value: inout Int64
  ) -> Bool {
    for offset in start..<start &+ count {
      let digit = text.byte(offset) &- 0x30
      if digit > 9 { return false }
      value = value &* 10 &+ Int64(digit)
    }
    return true
  }
}
