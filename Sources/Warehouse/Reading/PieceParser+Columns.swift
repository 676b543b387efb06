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
    noteMissing(column, fileColumn, &values.missing, block, row, file, context)
  }

  /// Counts a value that is missing; an empty cell of a required column is a fault.
  mutating func noteMissing(
    _ column: ColumnSchema, _ fileColumn: Int, _ missing: inout Int,
    _ block: borrowing CellBlock, _ row: Int, _ file: RawSpan, _ context: BlockContext
  ) {
    missing &+= 1
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

  /// Reads a column of one value a row: the plain cells straight into their places, then the others
  /// one by one.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - fileColumn: The file's column.
  ///   - values: The values so far; gets one for each row of the block.
  ///   - none: The value of a cell that is empty or wrong.
  ///   - missing: Counts the cells that are empty.
  ///   - block: The cells.
  ///   - text: What they stand in.
  ///   - file: The file.
  ///   - context: What is known of the block.
  ///   - plain: A plain cell's value by its row in the block, where it begins and how long it is;
  ///     nothing where it is not plain.
  ///   - odd: The value of a cell that is neither plain nor empty; where it is wrong, says so.
  @inline(__always)
  mutating func readValues<Value>(
    _ column: ColumnSchema, _ fileColumn: Int, into values: inout [Value], none: Value,
    missing: inout Int, _ block: borrowing CellBlock, _ text: RawSpan, _ file: RawSpan,
    _ context: BlockContext, plain: (Int, Int, Int) -> Value?,
    odd: (inout PieceParser, _ row: Int, _ cell: Cell) -> Value?
  ) {
    let first = values.count
    values.append(contentsOf: repeatElement(none, count: block.rowCount))
    var places = values.mutableSpan
    let rows = Self.readPlain(
      column, fileColumn, into: &places, block, missing: &missing, plain)
    for row in rows {
      let cell = block.cell(row, fileColumn)
      if isBlank(text, cell) {
        noteMissing(column, fileColumn, &missing, block, row, file, context)
      } else if let value = odd(&self, row, cell) {
        places[first &+ row] = value
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
}
