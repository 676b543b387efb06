internal import Storage

/// Where a cell's text stands in its block's text.
struct Cell {
  var start: UInt32
  var end: UInt32

  static let empty = Cell(start: 0, end: 0)
}

/// Some rows of a table as cells: what a file's scanner and a database hand to the parsers.
///
/// The text of all cells lies in one stretch of bytes: the file itself, or where quotes had to be
/// taken out of a cell, or for a database, bytes of the block's own.
struct CellBlock {
  /// How many cells a row has.
  let width: Int
  /// How many rows the block can hold.
  let capacity: Int
  /// The cells, row by row; those behind the last row are left over.
  var cells: [Cell]
  /// The line each row begins on, counted from the start of the piece of file, from 0.
  var lines: [Int32]
  /// How many rows the block holds.
  var rowCount = 0
  /// Where the cells' text begins in the file.
  var base = 0
  /// The text of all cells, where it is not the file's.
  var ownText: [UInt8] = []
  /// Whether the cells' text is ``ownText``.
  var hasOwnText = false
  /// Where the cells stood before their text was copied.
  var origins: [UInt32] = []
  /// Rows that have too few or too many cells, with how many they have.
  var ragged: [(row: Int, count: Int)] = []
  /// Cells of a database that hold what no file could, by their index; their text is empty.
  var wrong: [Int: WrongCell] = [:]

  init(width: Int, capacity: Int) {
    self.width = width
    self.capacity = capacity
    cells = Array(repeating: .empty, count: width * capacity)
    lines = Array(repeating: 0, count: capacity)
  }

  /// A cell of a row.
  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> Cell { cells[row &* width &+ column] }

  /// Whether a cell holds what no file could.
  func isWrong(_ row: Int, _ column: Int) -> Bool {
    !wrong.isEmpty && wrong[row * width + column] != nil
  }

  /// Where a cell begins in the file, after its opening quote if it has one.
  func origin(_ row: Int, _ column: Int) -> Int {
    let index = row * width + column
    return base + Int(hasOwnText ? origins[index] : cells[index].start)
  }

  /// Makes the block empty again.
  mutating func clear(base: Int) {
    rowCount = 0
    self.base = base
    hasOwnText = false
    ownText.removeAll(keepingCapacity: true)
    ragged.removeAll(keepingCapacity: true)
  }

  /// Copies the text of all cells, halving the quotes that stand doubled in the given cells.
  ///
  /// - Parameters:
  ///   - doubled: The indices of the cells with doubled quotes, ascending.
  ///   - file: The file that the cells lie in.
  mutating func takeText(doubled: [Int], of file: RawSpan) {
    origins.removeAll(keepingCapacity: true)
    var next = 0
    for index in 0..<(rowCount * width) {
      let cell = cells[index]
      origins.append(cell.start)
      let start = ownText.count
      let range = base + Int(cell.start)..<base + Int(cell.end)
      if next < doubled.count, doubled[next] == index {
        next += 1
        var offset = range.lowerBound
        while offset < range.upperBound {
          let byte = file.byte(offset)
          ownText.append(byte)
          offset += byte == UInt8(ascii: "\"") ? 2 : 1
        }
      } else {
        file.append(range, to: &ownText)
      }
      cells[index] = Cell(start: UInt32(start), end: UInt32(ownText.count))
    }
    hasOwnText = true
  }
}
