internal import Storage

extension TextArena {
  /// For each row the first row that has the same text.
  ///
  /// - Returns: A row a row; its own where no row before has the text.
  /// - Complexity: O(bytes); texts are told apart by their bytes, found by hashes that no file can
  ///   foresee.
  package func firstRows() -> [Int32] {
    var size = 16
    while size < count * 2 { size *= 2 }
    // The row + 1 by the hash of its text; 0: free.
    var slots = [Int32](repeating: 0, count: size)
    var first = [Int32](repeating: 0, count: count)
    let text = bytes.rawBytes
    for row in 0..<count {
      let range = range(of: row)
      let hash = IdTable.hash(text, range.lowerBound, range.count, seed: IdTable.seed)
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
      while slots[slot] != 0, !isSame(Int(slots[slot]) - 1, row) { slot = (slot + 1) & (size - 1) }
      if slots[slot] == 0 { slots[slot] = Int32(truncatingIfNeeded: row + 1) }
      first[row] = slots[slot] - 1
    }
    return first
  }

  private func isSame(_ left: Int, _ right: Int) -> Bool {
    bytes[range(of: left)].elementsEqual(bytes[range(of: right)])
  }
}
