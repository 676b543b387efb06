/// A second reader of CSV, byte by byte, as one would write it down from data.md and trust.md (L4,
/// L5): what the fast one is held against.
struct PlainCSV {
  struct Cell {
    var text: [UInt8] = []
    /// The line and the character, from 1, of its first character or its opening quote.
    let line: Int
    let column: Int
  }

  struct Record {
    var cells: [Cell] = []
    let line: Int
  }

  /// The records, the header first.
  private(set) var records: [Record] = []
  private(set) var faults: [PlainFault] = []
  /// Whether a quote is never closed: nobody knows what follows.
  private(set) var isBroken = false
  private(set) var separator = UInt8(ascii: ",")
  /// Whether a carriage return stands where only a line end could.
  private(set) var hasLoneReturn = false

  private let bytes: [UInt8]
  /// The line and the character of each byte, and of the end.
  private var places: [(line: Int, column: Int)] = []
  private var blankLines: [Int] = []
  private var lineFeeds = 0
  private var returns = 0

  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    var place = (line: 1, column: 1)
    for byte in self.bytes {
      // A byte within a character is at the place behind its first one.
      places.append(place)
      if byte == 0x0A {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    places.append(place)
    findSeparator()
    var offset = 0
    while offset < self.bytes.count, !isBroken { offset = record(from: offset) }
    checkEncoding()
    if let first = blankLines.first { faults.append(PlainFault("blank-lines", first, 1)) }
    if lineFeeds > 0, returns > 0 { faults.append(PlainFault("mixed-line-ends", 1, 1)) }
  }

  private func at(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func place(_ offset: Int) -> (line: Int, column: Int) { places[offset] }

  private mutating func report(_ code: String, _ offset: Int) {
    let (line, column) = place(offset)
    faults.append(PlainFault(code, line, column))
  }

  private mutating func findSeparator() {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var isHeader = false
    for byte in bytes {
      if byte == 0x0A || byte == 0x0D {
        if isHeader && !isQuoted { break }
        continue
      }
      isHeader = true
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    for candidate in [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    where counts[candidate, default: 0] > counts[separator, default: 0] {
      separator = candidate
    }
  }

  /// The length of a line end at an offset; 0: there is none.
  private func lineEnd(_ offset: Int) -> Int {
    if at(offset) == 0x0A { return 1 }
    return at(offset) == 0x0D && at(offset + 1) == 0x0A ? 2 : 0
  }

  private mutating func record(from start: Int) -> Int {
    var record = Record(line: place(start).line)
    var offset = start
    if lineEnd(offset) > 0 {
      blankLines.append(record.line)
    } else {
      while true {
        guard let (cell, next) = cell(from: offset) else { return bytes.count }
        record.cells.append(cell)
        offset = next
        guard at(offset) == separator else { break }
        offset += 1
      }
      records.append(record)
    }
    switch lineEnd(offset) {
    case 1: lineFeeds += 1
    case 2: returns += 1
    default: break
    }
    return offset + lineEnd(offset)
  }

  private mutating func cell(from start: Int) -> (Cell, next: Int)? {
    let (line, column) = place(start)
    var cell = Cell(line: line, column: column)
    var offset = start
    func isEnd(_ offset: Int) -> Bool {
      offset == bytes.count || bytes[offset] == separator || lineEnd(offset) > 0
    }
    guard at(offset) == 0x22 else {
      while !isEnd(offset) {
        switch bytes[offset] {
        case 0x22: report("stray-quote", offset)
        case 0x0D:
          report("lone-carriage-return", offset)
          hasLoneReturn = true
        case 0: report("nul", offset)
        default: break
        }
        cell.text.append(bytes[offset])
        offset += 1
      }
      return (cell, offset)
    }
    offset += 1
    while true {
      guard let byte = at(offset) else {
        report("unclosed-quote", start)
        isBroken = true
        return nil
      }
      if byte == 0x22, at(offset + 1) != 0x22 { break }
      if byte == 0 { report("nul", offset) }
      cell.text.append(byte)
      offset += byte == 0x22 ? 2 : 1
    }
    offset += 1
    if !isEnd(offset) {
      report("text-after-quote", offset - 1)
      if bytes[offset] == 0x0D { hasLoneReturn = true }
      while !isEnd(offset) { offset += 1 }
    }
    return (cell, offset)
  }

  private mutating func checkEncoding() {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return
      case .error(let length):
        report("not-utf8", offset)
        offset += length
      }
    }
  }
}

/// A fault as the plain readers tell of it: its kind and its place.
struct PlainFault: Hashable, Comparable, CustomStringConvertible {
  let code: String
  var file = ""
  let line: Int
  let column: Int

  init(_ code: String, _ line: Int, _ column: Int) {
    self.code = code
    self.line = line
    self.column = column
  }

  var description: String { "\(file):\(line):\(column) \(code)" }

  static func < (left: PlainFault, right: PlainFault) -> Bool {
    (left.file, left.line, left.column, left.code)
      < (right.file, right.line, right.column, right.code)
  }
}
