internal import Storage

/// Columns of days, answers, codes and numbers.
extension PieceParser {
  mutating func readDays(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    var month: Bool?
    if case .month(let ends) = column.type { month = ends }
    let days = known.days
    readValues(
      column, fileColumn, into: &values.days, none: OptionalDays.missing,
      missing: &values.missing, block, text, file, context
    ) { _, start, count in
      count == 10 ? days.number(text, start).map { Day(number: $0) } : nil
    } odd: { parser, row, cell in
      let found = LabelKey.trimmed(Self.cellText(text, cell))
      switch days.read(found, month: month) {
      case .success(let number): return Day(number: number)
      case .failure(let fault):
        parser.noteWrong(
          .badDate, column, fileColumn, block, row, text, file, context,
          fault.expectation(month: month != nil, of: found))
        return nil
      }
    }
  }

  mutating func readYesNo(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let words = known.yesNo
    readValues(
      column, fileColumn, into: &values.answers, none: nil, missing: &values.missing, block, text,
      file, context
    ) { _, start, count in
      // Nothing here is a word that is neither, not an answer that is missing.
      words.value(words.words.quickNumber(text, start, count)).map { .some($0) }
    } odd: { parser, row, cell in
      if let value = words.value(words.words.number(Self.cellText(text, cell))) { return value }
      parser.noteWrong(
        .badYesNo, column, fileColumn, block, row, text, file, context,
        "expected yes or no (or true, false, 1, 0, sí, oui, non)")
      return nil
    }
  }

  mutating func readCodes(
    _ column: ColumnSchema, _ list: ClosedList, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let matcher = known.matchers[list.rawValue]
    readValues(
      column, fileColumn, into: &values.codes, none: ColumnValues.missingCode,
      missing: &values.missing, block, text, file, context
    ) { _, start, count in
      count > 0 ? matcher.quickNumber(text, start, count) : nil
    } odd: { parser, row, cell in
      let found = Self.cellText(text, cell)
      if let number = matcher.number(found) { return number }
      parser.noteWrong(
        .badCode, column, fileColumn, block, row, text, file, context,
        Self.expectedCode(found, matcher))
      return nil
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
    readValues(
      column, fileColumn, into: &values.words, none: 0, missing: &values.missing, block, text,
      file, context
    ) { _, _, _ in
      nil
    } odd: { parser, row, cell in
      let found = LabelKey.trimmed(Self.cellText(text, cell))
      if let country = Country(found), country.isAssigned {
        return Int32(truncatingIfNeeded: country.packed)
      }
      let capital = found.uppercased()
      let nearest = Nearest.index(of: capital, among: Country.codes).map { Country.codes[$0] }
      parser.noteWrong(
        .badCountry, column, fileColumn, block, row, text, file, context,
        "expected three letters of ISO 3166-1, as MEX"
          + (nearest.map { "; did you mean \($0)?" } ?? ""))
      return nil
    }
  }

  mutating func readNumbers(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    readValues(
      column, fileColumn, into: &values.numbers, none: -1, missing: &values.missing, block, text,
      file, context
    ) { _, start, count in
      count <= 9 ? Self.digits(text, start, count) : nil
    } odd: { parser, row, cell in
      parser.number(column, fileColumn, block, row, cell, text, file, context)
    }
  }

  mutating func readCounts(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout ColumnValues,
    _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) {
    let first = values.counts.count
    var large: [(row: Int, value: Int64)] = []
    readValues(
      column, fileColumn, into: &values.counts, none: SmallCounts.missing,
      missing: &values.missing, block, text, file, context
    ) { _, start, count in
      count <= 4 ? Self.digits(text, start, count).map { UInt16(truncatingIfNeeded: $0) } : nil
    } odd: { parser, row, cell in
      let number = parser.number(column, fileColumn, block, row, cell, text, file, context)
      guard let number, number >= Int64(SmallCounts.large) else {
        return number.map { UInt16(truncatingIfNeeded: $0) }
      }
      large.append((row, number))
      return SmallCounts.large
    }
    for (row, value) in large {
      values.largeRows.append(Int32(truncatingIfNeeded: first + row))
      values.largeValues.append(value)
    }
  }

  /// The whole number of a cell that is not empty; nothing where it is wrong, which is noted.
  private mutating func number(
    _ column: ColumnSchema, _ fileColumn: Int, _ block: borrowing CellBlock, _ row: Int,
    _ cell: Cell, _ text: RawSpan, _ file: RawSpan, _ context: BlockContext
  ) -> Int64? {
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
