/// The values of one column while a table is read; which array is used follows from its type.
struct ColumnValues: Sendable {
  /// What stands for a missing code or yes/no.
  static let missingCode = UInt8.max

  /// Days and rows of other tables.
  var words: [Int32] = []
  /// Codes; yes as 1 and no as 0.
  var codes: [UInt8] = []
  /// Sets of codes.
  var sets: [UInt64] = []
  /// Whole numbers, −1 for none.
  var numbers: [Int64] = []
  /// Small whole numbers as ``SmallCounts`` keeps them, and the rows and values of the large ones.
  var counts: [UInt16] = []
  var largeRows: [Int32] = []
  var largeValues: [Int64] = []
  /// Text end to end, and where each row's ends.
  var bytes: [UInt8] = []
  var ends: [UInt32] = []
  /// The hashes of ids.
  var hashes: [UInt64] = []
  /// Where each row's list ends in ``words``.
  var listEnds: [Int32] = []
  /// Rows without a value.
  var missing = 0

  /// Makes room for a number of rows.
  mutating func reserve(_ rows: Int, _ type: CellType) {
    switch type {
    case .id:
      ends.reserveCapacity(rows)
      hashes.reserveCapacity(rows)
    case .text: ends.reserveCapacity(rows)
    case .date, .month, .reference: words.reserveCapacity(rows)
    case .yesNo, .code: codes.reserveCapacity(rows)
    case .codes: sets.reserveCapacity(rows)
    case .number: numbers.reserveCapacity(rows)
    case .count: counts.reserveCapacity(rows)
    case .country, .members: break
    }
  }

  /// Appends a row without a value.
  mutating func appendMissing(_ type: CellType) {
    switch type {
    case .id, .text:
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      if type == .id { hashes.append(0) }
    case .date, .month: words.append(OptionalDays.missing)
    case .reference: words.append(-1)
    case .country: words.append(0)
    case .members: listEnds.append(Int32(truncatingIfNeeded: words.count))
    case .yesNo, .code: codes.append(Self.missingCode)
    case .codes: sets.append(0)
    case .number: numbers.append(-1)
    case .count: counts.append(SmallCounts.missing)
    }
  }

  /// Appends the rows of a later piece.
  ///
  /// - Parameters:
  ///   - other: The piece, left empty.
  ///   - rows: How many rows stand here already.
  mutating func append(_ other: inout ColumnValues, after rows: Int) {
    let bytesBefore = UInt32(truncatingIfNeeded: bytes.count)
    let wordsBefore = Int32(truncatingIfNeeded: words.count)
    words.append(contentsOf: other.words)
    codes.append(contentsOf: other.codes)
    sets.append(contentsOf: other.sets)
    numbers.append(contentsOf: other.numbers)
    counts.append(contentsOf: other.counts)
    for row in other.largeRows { largeRows.append(row + Int32(truncatingIfNeeded: rows)) }
    largeValues.append(contentsOf: other.largeValues)
    bytes.append(contentsOf: other.bytes)
    ends.append(contentsOf: other.ends.lazy.map { $0 &+ bytesBefore })
    hashes.append(contentsOf: other.hashes)
    listEnds.append(contentsOf: other.listEnds.lazy.map { $0 &+ wordsBefore })
    missing += other.missing
    other = ColumnValues()
  }
}
