internal import Storage

/// A fault of a file's form: no parser can say for sure what such text means.
struct FormFault {
  enum Kind {
    /// A quote is opened and never closed.
    case unclosedQuote
    /// A quote that closes a cell has text behind it.
    case textAfterQuote
    /// A quote stands inside a cell that is not quoted: taken as it stands.
    case strayQuote
    /// A carriage return without a line feed.
    case loneReturn
    /// NUL.
    case nul
    /// A cell is longer than the limit.
    case longCell
    /// A record is longer than the limit.
    case longRecord
  }

  let kind: Kind
  /// Where it stands in the file.
  let offset: Int
  /// The line it stands on, counted from where the scanner began, from 0.
  let line: Int
}

/// Cuts a piece of a CSV file into cells, exactly, one record after another.
///
/// Every byte outside quotes that could end a cell is looked at once; bytes between are passed
/// eight at a time.
struct CSVScanner {
  private let ends: CellEnds
  private let separator: UInt8
  private let limits: CSVLimits
  /// Where the next record begins.
  private(set) var position: Int
  /// Lines passed since the scanner began.
  private(set) var line = 0
  /// Faults of form found so far, the first hundred of a kind.
  private(set) var faults: [FormFault] = []
  /// How many faults of each kind were found, kept or not.
  private(set) var faultCounts: [FormFault.Kind: Int] = [:]
  /// Whether the scanner gave up: what follows cannot be cut into records.
  private(set) var isBroken = false
  /// Lines with nothing on them.
  private(set) var blankLines = 0
  /// The first of them, counted from where the scanner began, from 0.
  private(set) var firstBlank: Int?
  /// Records that ended with LF, and with CR LF.
  private(set) var endings = (lineFeed: 0, returned: 0)
  private var doubled: [Int] = []

  /// A scanner.
  ///
  /// - Parameters:
  ///   - separator: The byte between cells.
  ///   - position: Where the first record begins.
  ///   - limits: Sizes beyond which it gives up.
  init(separator: UInt8, position: Int, limits: CSVLimits) {
    ends = CellEnds(separator: separator)
    self.separator = separator
    self.limits = limits
    self.position = position
  }

  private mutating func report(_ kind: FormFault.Kind, _ offset: Int, _ line: Int) {
    faultCounts[kind, default: 0] += 1
    guard faultCounts[kind, default: 0] <= 100 else { return }
    faults.append(FormFault(kind: kind, offset: offset, line: line))
  }

  /// Scans records until the block is full or a record begins at or after a limit.
  ///
  /// - Parameters:
  ///   - block: Emptied, then filled.
  ///   - file: The whole file.
  ///   - limit: Records that begin here or later are left for others.
  mutating func fill(_ block: inout CellBlock, from file: RawSpan, until limit: Int) {
    block.clear(base: position)
    doubled.removeAll(keepingCapacity: true)
    let fileEnd = file.byteCount
    while block.rowCount < block.capacity, position < limit, position < fileEnd, !isBroken {
      scanPlainRecords(into: &block, file, until: limit)
      guard block.rowCount < block.capacity, position < limit, position < fileEnd else { break }
      // Offsets of cells are 32-bit numbers from the block's base.
      if position - block.base > 1 << 30 { break }
      scanRecord(into: &block, file)
    }
    if !doubled.isEmpty { block.takeText(doubled: doubled, of: file) }
  }

  /// Scans records that have nothing odd about them: as many cells as the header, no quote, no lone
  /// carriage return, an end.
  ///
  /// Nearly all files hold no others. The first record that is not so is left to
  /// ``scanRecord(into:_:)``, which says everything there is to say of it.
  private mutating func scanPlainRecords(
    into block: inout CellBlock, _ file: RawSpan, until limit: Int
  ) {
    let (base, width, capacity) = (block.base, block.width, block.capacity)
    let longest = min(limits.cellBytes, limits.recordBytes)
    let separator = separator
    var (row, line, lineFeeds, returns) = (block.rowCount, line, 0, 0)
    var recordStart = position
    // Taken out meanwhile: a span of one array of the block holds the whole block.
    var rowLines: [Int32] = []
    swap(&rowLines, &block.lines)
    var lines = rowLines.mutableSpan
    var cells = block.cells.mutableSpan
    var place = row &* width
    var marks = CellMarks(separator: separator, from: recordStart)
    records: while row < capacity, recordStart < limit, recordStart &- base <= 1 << 30 {
      let rowEnd = place &+ width
      var next = place
      var cellStart = recordStart
      var offset = recordStart
      var byte = separator
      while byte == separator {
        offset = marks.next(in: file)
        guard offset >= 0, next < rowEnd else { break records }
        cells[next] = Cell(
          start: UInt32(truncatingIfNeeded: cellStart &- base),
          end: UInt32(truncatingIfNeeded: offset &- base))
        next &+= 1
        cellStart = offset &+ 1
        byte = file.byte(offset)
      }
      guard next == rowEnd, offset &- recordStart <= longest, offset > recordStart else {
        break records
      }
      if byte == UInt8(ascii: "\n") {
        lineFeeds &+= 1
      } else if byte == UInt8(ascii: "\r") {
        let lineFeed = marks.next(in: file)
        guard lineFeed == offset &+ 1, file.byte(lineFeed) == UInt8(ascii: "\n") else {
          break records
        }
        offset = lineFeed
        returns &+= 1
      } else {
        break records
      }
      lines[row] = Int32(truncatingIfNeeded: line)
      row &+= 1
      line &+= 1
      place = rowEnd
      recordStart = offset &+ 1
    }
    position = recordStart
    swap(&rowLines, &block.lines)
    block.rowCount = row
    self.line = line
    endings.lineFeed &+= lineFeeds
    endings.returned &+= returns
  }

  /// Scans one record, or passes a line with nothing on it.
  @inline(__always)
  private mutating func scanRecord(into block: inout CellBlock, _ file: RawSpan) {
    let fileEnd = file.byteCount
    let base = block.base
    let recordStart = position
    let firstLine = line
    let rowStart = block.rowCount &* block.width
    var column = 0
    var cellStart = recordStart
    var offset = recordStart
    // Marks of the word at `wordStart` that have not been looked at.
    var wordStart = recordStart &- 8
    var marks: UInt64 = 0
    record: while true {
      // The next byte that could end the cell.
      while marks == 0, wordStart < fileEnd {
        wordStart &+= 8
        let left = fileEnd &- wordStart
        if left >= 8 {
          marks = ends.marks(file.word(wordStart))
        } else if left > 0 {
          // The file's last bytes, made up to a word with spaces.
          let padding = UInt64(0x2020_2020_2020_2020) << UInt64(left &* 8)
          marks = ends.marks(file.word(wordStart, count: left) | padding)
        }
      }
      offset = marks == 0 ? fileEnd : wordStart &+ marks.trailingZeroBitCount >> 3
      marks &= marks &- 1
      guard offset < fileEnd else { break record }
      let byte = file.byte(offset)
      if byte == separator {
        if column < block.width {
          block.cells[rowStart &+ column] = Cell(
            start: UInt32(truncatingIfNeeded: cellStart &- base),
            end: UInt32(truncatingIfNeeded: offset &- base))
        }
        column &+= 1
        cellStart = offset &+ 1
        continue record
      }
      switch byte {
      case UInt8(ascii: "\n"):
        break record
      case UInt8(ascii: "\""):
        guard offset == cellStart else {
          report(.strayQuote, offset, line)
          continue record
        }
        guard let cell = quotedCell(at: offset, file, recordStart) else { return }
        if column < block.width {
          block.cells[rowStart &+ column] = Cell(
            start: UInt32(truncatingIfNeeded: cell.start &- base),
            end: UInt32(truncatingIfNeeded: cell.end &- base))
          if cell.hasDoubled { doubled.append(rowStart &+ column) }
        }
        // `cell.next` is the separator, the line's end, or the file's.
        offset = cell.next
        if offset < fileEnd, file.byte(offset) == separator {
          column &+= 1
          cellStart = offset &+ 1
          wordStart = cellStart &- 8
          marks = 0
          continue record
        }
        finish(&block, rowStart, column &+ 1, end: offset, firstLine, file)
        return
      case UInt8(ascii: "\r"):
        if offset &+ 1 < fileEnd, file.byte(offset &+ 1) == UInt8(ascii: "\n") { break record }
        report(.loneReturn, offset, line)
      case 0:
        report(.nul, offset, line)
      default:
        break
      }
    }
    if offset == recordStart {
      blankLines += 1
      if firstBlank == nil { firstBlank = line }
      pass(lineEndAt: offset, file)
      return
    }
    if column < block.width {
      block.cells[rowStart &+ column] = Cell(
        start: UInt32(truncatingIfNeeded: cellStart &- base),
        end: UInt32(truncatingIfNeeded: offset &- base))
    }
    finish(&block, rowStart, column &+ 1, end: offset, firstLine, file)
  }

  /// Counts a record that ends at an offset and moves behind its line end.
  @inline(__always)
  private mutating func finish(
    _ block: inout CellBlock, _ rowStart: Int, _ count: Int, end: Int, _ firstLine: Int,
    _ file: RawSpan
  ) {
    if end &- position > min(limits.cellBytes, limits.recordBytes),
      isTooLong(block, rowStart, min(count, block.width), end: end, firstLine, file)
    {
      return
    }
    if count != block.width {
      block.ragged.append((block.rowCount, count))
      var column = count
      while column < block.width {
        let end = UInt32(truncatingIfNeeded: end &- block.base)
        block.cells[rowStart &+ column] = Cell(start: end, end: end)
        column &+= 1
      }
    }
    block.lines[block.rowCount] = Int32(truncatingIfNeeded: firstLine)
    block.rowCount &+= 1
    pass(lineEndAt: end, file)
  }

  /// Whether a record that is longer than a cell may be has such a cell or is itself too long; the
  /// scanner gives up then.
  private mutating func isTooLong(
    _ block: borrowing CellBlock, _ rowStart: Int, _ count: Int, end: Int, _ firstLine: Int,
    _ file: RawSpan
  ) -> Bool {
    for index in rowStart..<rowStart &+ count {
      let cell = block.cells[index]
      guard Int(cell.end &- cell.start) > limits.cellBytes else { continue }
      let start = block.base &+ Int(cell.start)
      giveUp(
        .longCell, start, firstLine &+ file.count(UInt8(ascii: "\n"), in: position..<start), file)
      return true
    }
    guard end &- position > limits.recordBytes else { return false }
    giveUp(.longRecord, position, firstLine, file)
    return true
  }

  /// Moves behind the line end at an offset, if there is one.
  @inline(__always)
  private mutating func pass(lineEndAt offset: Int, _ file: RawSpan) {
    guard offset < file.byteCount else {
      position = file.byteCount
      return
    }
    if file.byte(offset) == UInt8(ascii: "\r") {
      endings.returned &+= 1
      position = offset &+ 2
    } else {
      endings.lineFeed &+= 1
      position = offset &+ 1
    }
    line &+= 1
  }

  private mutating func giveUp(
    _ kind: FormFault.Kind, _ offset: Int, _ line: Int, _ file: RawSpan
  ) {
    report(kind, offset, line)
    isBroken = true
    position = file.byteCount
  }

  /// Reads a quoted cell.
  ///
  /// - Returns: Its text, whether quotes stand doubled in it, and the offset of the separator or
  ///   line end behind it; nothing where the scanner gave up.
  private mutating func quotedCell(
    at opening: Int, _ file: RawSpan, _ recordStart: Int
  ) -> (start: Int, end: Int, hasDoubled: Bool, next: Int)? {
    let fileEnd = file.byteCount
    let openingLine = line
    let stop = min(fileEnd, opening &+ 2 &+ limits.cellBytes)
    var hasDoubled = false
    var offset = opening &+ 1
    while true {
      // A quote, a line feed or NUL.
      while stop &- offset >= 8 {
        let word = file.word(offset)
        let marks =
          (word ^ 0x2222_2222_2222_2222).zeroBytes | (word ^ 0x0A0A_0A0A_0A0A_0A0A).zeroBytes
          | word.zeroBytes
        if marks != 0 {
          offset &+= marks.trailingZeroBitCount >> 3
          break
        }
        offset &+= 8
      }
      guard offset < stop else {
        giveUp(stop == fileEnd ? .unclosedQuote : .longCell, opening, openingLine, file)
        return nil
      }
      switch file.byte(offset) {
      case UInt8(ascii: "\n"):
        line &+= 1
        if offset &- recordStart > limits.recordBytes {
          let before = file.count(UInt8(ascii: "\n"), in: recordStart..<opening)
          giveUp(.longRecord, recordStart, openingLine &- before, file)
          return nil
        }
      case 0: report(.nul, offset, line)
      case UInt8(ascii: "\""):
        let next = offset &+ 1
        if next == fileEnd { return (opening &+ 1, offset, hasDoubled, next) }
        let byte = file.byte(next)
        if byte == UInt8(ascii: "\"") {
          hasDoubled = true
          offset = next
        } else if byte == separator || byte == UInt8(ascii: "\n") {
          return (opening &+ 1, offset, hasDoubled, next)
        } else if byte == UInt8(ascii: "\r"), next &+ 1 < fileEnd,
          file.byte(next &+ 1) == UInt8(ascii: "\n")
        {
          return (opening &+ 1, offset, hasDoubled, next)
        } else {
          report(.textAfterQuote, offset, line)
          // The rest of the cell as it stands; nothing is made of it, the file is refused.
          var rest = next
          while rest < fileEnd, file.byte(rest) != separator,
            file.byte(rest) != UInt8(ascii: "\n")
          {
            rest &+= 1
          }
          if rest < fileEnd, rest > next, file.byte(rest) == UInt8(ascii: "\n"),
            file.byte(rest &- 1) == UInt8(ascii: "\r")
          {
            rest &-= 1
          }
          return (opening &+ 1, offset, hasDoubled, rest)
        }
      default: break
      }
      offset &+= 1
    }
  }
}
