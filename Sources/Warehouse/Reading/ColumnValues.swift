/// The values of one column while a table is read; which array is used follows from its type.
struct ColumnValues: Sendable {
  /// What stands for a missing code.
  static let missingCode = UInt8.max

  /// Days, ``OptionalDays/missing`` for none.
  var days: [Day] = []
  /// Rows of other tables, −1 for none; countries, 0 for none.
  var words: [Int32] = []
  /// Yes, no or nothing.
  var answers: [Bool?] = []
  /// Codes.
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

  /// Appends a row without a value.
  mutating func appendMissing(_ type: CellType) {
    switch type {
    case .id, .text:
      ends.append(UInt32(truncatingIfNeeded: bytes.count))
      if type == .id { hashes.append(0) }
    case .date, .month: days.append(OptionalDays.missing)
    case .reference: words.append(-1)
    case .country: words.append(0)
    case .members: listEnds.append(Int32(truncatingIfNeeded: words.count))
    case .yesNo: answers.append(nil)
    case .code: codes.append(Self.missingCode)
    case .codes: sets.append(0)
    case .number: numbers.append(-1)
    case .count: counts.append(SmallCounts.missing)
    }
  }

  /// Appends the rows of the next piece.
  ///
  /// - Parameters:
  ///   - piece: The piece's column.
  ///   - rows: How many rows stand here already.
  ///   - growth: How many times as much as with the piece there will be in the end, as far as one
  ///     can tell.
  mutating func append(_ piece: ColumnValues, after rows: Int, growth: Double) {
    let bytesBefore = UInt32(truncatingIfNeeded: bytes.count)
    let wordsBefore = Int32(truncatingIfNeeded: words.count)
    days.append(piece.days, growth: growth)
    words.append(piece.words, growth: growth)
    answers.append(piece.answers, growth: growth)
    codes.append(piece.codes, growth: growth)
    sets.append(piece.sets, growth: growth)
    numbers.append(piece.numbers, growth: growth)
    counts.append(piece.counts, growth: growth)
    for row in piece.largeRows { largeRows.append(row + Int32(truncatingIfNeeded: rows)) }
    largeValues.append(contentsOf: piece.largeValues)
    bytes.append(piece.bytes, growth: growth)
    ends.makeRoom(for: piece.ends.count, growth: growth)
    for end in piece.ends { ends.append(end &+ bytesBefore) }
    hashes.append(piece.hashes, growth: growth)
    listEnds.makeRoom(for: piece.listEnds.count, growth: growth)
    for end in piece.listEnds { listEnds.append(end &+ wordsBefore) }
    missing += piece.missing
  }

  /// Forgets all rows and keeps the memory.
  mutating func clear() {
    days.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    sets.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    largeRows.removeAll(keepingCapacity: true)
    largeValues.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    listEnds.removeAll(keepingCapacity: true)
    missing = 0
  }
}

extension Array {
  /// Room for more elements than will come at once, in bytes: what is never written to costs nothing,
  /// but a file that changes its face must not make us ask for more than there is.
  private static var mostAhead: Int { 1 << 26 }

  /// Makes room for the next elements and for those that are expected behind them.
  ///
  /// - Parameters:
  ///   - more: How many come next.
  ///   - growth: How many times as many as with them there will be in the end.
  fileprivate mutating func makeRoom(for more: Int, growth: Double) {
    let needed = count + more
    guard needed > capacity else { return }
    let most = needed + Swift.max(needed, Self.mostAhead / MemoryLayout<Element>.stride)
    let expected = Swift.min(Double(needed) * growth, Double(most))
    reserveCapacity(Int(expected))
  }

  fileprivate mutating func append(_ more: [Element], growth: Double) {
    makeRoom(for: more.count, growth: growth)
    append(contentsOf: more)
  }
}
