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
    case .number: readNumbers(column, fileColumn, into: &values, block, text, file, context)
    case .count: readCounts(column, fileColumn, into: &values, block, text, file, context)
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
    noteMissing(column, fileColumn, in: &values, block, row, file, context)
  }

  /// Counts a value that is missing; an empty cell of a required column is a fault.
  mutating func noteMissing(
    _ column: ColumnSchema, _ fileColumn: Int, in values: inout ColumnValues,
    _ block: borrowing CellBlock, _ row: Int, _ file: RawSpan, _ context: BlockContext
  ) {
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
    noteWrong(
      fault, column, fileColumn, block, row, text, file, context, expected(), missing: missing)
  }

  /// Says that a cell is wrong.
  mutating func noteWrong(
    _ fault: Fault, _ column: ColumnSchema, _ fileColumn: Int, _ block: borrowing CellBlock,
    _ row: Int, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext,
    _ expected: @autoclosure () -> String, missing: (TableName, String)? = nil
  ) {
    let cell = block.cell(row, fileColumn)
    guard !context.broken.contains(row), Self.isText(text, cell) else { return }
    report(
      fault, block, row, fileColumn, file,
      "\(column.name) is \(Shown.text(Self.cellText(text, cell))); \(expected())", missing: missing)
  }

  /// Reads the cells of a column that are as nearly all are: straight into their places.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - fileColumn: The file's column.
  ///   - values: One for each row of the block; those not read stay as they are.
  ///   - block: The cells.
  ///   - missing: Counts the empty cells of a column that may have them.
  ///   - read: A cell's value by its row in the block, where it begins and how long it is; nothing
  ///     where it is not plain.
  /// - Returns: The rows that are not plain, to be looked at one by one.
  @inline(__always)
  static func readPlain<Value>(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout MutableSpan<Value>,
    _ block: borrowing CellBlock, missing: inout Int, _ read: (Int, Int, Int) -> Value?
  ) -> [Int] {
    var odd: [Int] = []
    var empty = 0
    let isOptional = !column.isRequired
    let cells = block.cells.span
    let (width, rowCount) = (block.width, block.rowCount)
    let first = values.count &- rowCount
    var place = fileColumn
    for row in 0..<rowCount {
      let cell = cells[place]
      place &+= width
      let count = Int(cell.end &- cell.start)
      if isOptional, count == 0 {
        empty &+= 1
      } else if let value = read(row, Int(cell.start), count) {
        values[first &+ row] = value
      } else {
        odd.append(row)
      }
    }
    missing &+= empty
    return odd
  }

  mutating func readDays(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    var month: Bool?
    if case .month(let ends) = column.type { month = ends }
    let days = known.days
    let first = values.words.count
    values.words.append(contentsOf: repeatElement(OptionalDays.missing, count: block.rowCount))
    var missing = 0
    var words = values.words.mutableSpan
    let odd = Self.readPlain(
      column, fileColumn, into: &words, block, missing: &missing
    ) { _, start, count in count == 10 ? days.number(text, start) : nil }
    values.missing &+= missing
    for row in odd {
      let cell = block.cell(row, fileColumn)
      if isBlank(text, cell) {
        noteMissing(column, fileColumn, in: &values, block, row, file, context)
        continue
      }
      let found = LabelKey.trimmed(Self.cellText(text, cell))
      switch days.read(found, month: month) {
      case .success(let number): values.words[first + row] = number
      case .failure(let fault):
        noteWrong(
          .badDate, column, fileColumn, block, row, text, file, context,
          fault.expectation(month: month != nil, of: found))
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
    let first = values.codes.count
    values.codes.append(contentsOf: repeatElement(ColumnValues.missingCode, count: block.rowCount))
    var missing = 0
    var codes = values.codes.mutableSpan
    let odd = Self.readPlain(
      column, fileColumn, into: &codes, block, missing: &missing
    ) { _, start, count in
      count > 0 ? words.value(words.words.quickNumber(text, start, count)) : nil
    }
    values.missing &+= missing
    for row in odd {
      let cell = block.cell(row, fileColumn)
      if isBlank(text, cell) {
        noteMissing(column, fileColumn, in: &values, block, row, file, context)
      } else if let value = words.value(words.words.number(Self.cellText(text, cell))) {
        values.codes[first + row] = value
      } else {
        noteWrong(
          .badYesNo, column, fileColumn, block, row, text, file, context,
          "expected yes or no (or true, false, 1, 0, sí, oui, non)")
      }
    }
  }

  mutating func readCodes(
    _ column: ColumnSchema, _ list: ClosedList, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let matcher = known.matchers[list.rawValue]
    let first = values.codes.count
    values.codes.append(contentsOf: repeatElement(ColumnValues.missingCode, count: block.rowCount))
    var missing = 0
    var codes = values.codes.mutableSpan
    let odd = Self.readPlain(
      column, fileColumn, into: &codes, block, missing: &missing
    ) { _, start, count in count > 0 ? matcher.quickNumber(text, start, count) : nil }
    values.missing &+= missing
    for row in odd {
      let cell = block.cell(row, fileColumn)
      if isBlank(text, cell) {
        noteMissing(column, fileColumn, in: &values, block, row, file, context)
        continue
      }
      let found = Self.cellText(text, cell)
      if let number = matcher.number(found) {
        values.codes[first + row] = number
      } else {
        noteWrong(
          .badCode, column, fileColumn, block, row, text, file, context,
          Self.expectedCode(found, matcher))
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
    let first = values.numbers.count
    values.numbers.append(contentsOf: repeatElement(-1, count: block.rowCount))
    var missing = 0
    var numbers = values.numbers.mutableSpan
    let odd = Self.readPlain(
      column, fileColumn, into: &numbers, block, missing: &missing
    ) { _, start, count in count <= 9 ? Self.digits(text, start, count) : nil }
    values.missing &+= missing
    for row in odd {
      guard
        let number = number(column, fileColumn, in: &values, block, row, text, file, context)
      else { continue }
      values.numbers[first + row] = number
    }
  }

  mutating func readCounts(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let first = values.counts.count
    values.counts.append(contentsOf: repeatElement(SmallCounts.missing, count: block.rowCount))
    var missing = 0
    var counts = values.counts.mutableSpan
    let odd = Self.readPlain(
      column, fileColumn, into: &counts, block, missing: &missing
    ) { _, start, count in
      count <= 4 ? Self.digits(text, start, count).map { UInt16(truncatingIfNeeded: $0) } : nil
    }
    values.missing &+= missing
    for row in odd {
      guard
        let number = number(column, fileColumn, in: &values, block, row, text, file, context)
      else { continue }
      if number >= Int64(SmallCounts.large) {
        values.largeRows.append(Int32(truncatingIfNeeded: first + row))
        values.largeValues.append(number)
        values.counts[first + row] = SmallCounts.large
      } else {
        values.counts[first + row] = UInt16(truncatingIfNeeded: number)
      }
    }
  }

  /// The whole number of a cell; nothing where it is missing or wrong, which is noted.
  private mutating func number(
    _ column: ColumnSchema, _ fileColumn: Int, in values: inout ColumnValues,
    _ block: borrowing CellBlock, _ row: Int, _ text: RawSpan, _ file: RawSpan,
    _ context: BlockContext
  ) -> Int64? {
    let cell = block.cell(row, fileColumn)
    if isBlank(text, cell) {
      noteMissing(column, fileColumn, in: &values, block, row, file, context)
      return nil
    }
    let found = LabelKey.trimmed(Self.cellText(text, cell))
    let isDigits = found.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isDigits, let number = Int64(found) { return number }
    noteWrong(
      .badNumber, column, fileColumn, block, row, text, file, context,
      isDigits
        ? "expected a whole number up to \(Int64.max)"
        : "expected a whole number, digits only")
    return nil
  }

  /// The number of one to nine digits.
  @inline(__always)
  private static func digits(_ text: RawSpan, _ start: Int, _ count: Int) -> Int64? {
    if count == 0 { return nil }
    var value: Int64 = 0
    for offset in start..<start &+ count {
      let digit = text.byte(offset) &- 0x30
      if digit > 9 { return nil }
      value = value &* 10 &+ Int64(digit)
    }
    return value
  }
}
