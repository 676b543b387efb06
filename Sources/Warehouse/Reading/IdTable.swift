internal import Storage

/// The ids of a table and the rows they name: found from raw bytes, without a String.
///
/// Open addressing; a slot holds a row and as many bits of its id's hash as four bytes leave room
/// for, and the id's bytes are compared only where those agree: what is looked up mostly lies in no
/// near cache, so slots are small. The seed is drawn once a process, so that no file can be made to
/// collide; no result depends on it.
struct IdTable: Sendable {
  /// The ids, a row each.
  let ids: TextArena
  /// Bits of the hash's high half above the row + 1; 0: free.
  private var slots: [UInt32]
  private let mask: Int
  /// The bits of a slot that hold the row + 1.
  private let rowMask: UInt32
  /// Whether an id stands in more than one row.
  let hasRepeated: Bool

  /// What hashes start from.
  static let seed = UInt64.random(in: 1...UInt64.max)

  /// The hash of an id's bytes.
  @inline(__always)
  static func hash(_ text: RawSpan, _ start: Int, _ count: Int, seed: UInt64) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: count) &* 0xA076_1D64_78BD_642F
    var offset = start
    var left = count
    while left > 8 {
      state = mixed(state ^ text.word(offset), 0xE703_7ED1_A0B4_28DB)
      offset &+= 8
      left &-= 8
    }
    return mixed(state ^ text.word(offset, count: left), 0x8EBC_6AF0_9C88_C6E3)
  }

  @inline(__always)
  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// A table of ids.
  ///
  /// - Parameters:
  ///   - ids: The ids, a row each; an empty one is no id.
  ///   - hashes: Their hashes under ``seed``.
  ///   - repeated: Gets each row whose id an earlier row has, with that row.
  init(
    _ ids: TextArena, hashes: [UInt64], repeated: inout [(row: Int, first: Int)]
  ) {
    self.ids = ids
    var size = 16
    while size * 2 < ids.count * 3 { size *= 2 }
    mask = size - 1
    let rowMask = UInt32.max >> UInt32(UInt32(ids.count).leadingZeroBitCount)
    self.rowMask = rowMask
    let mask = mask
    var found: [UInt32] = Array(repeating: 0, count: size)
    let text = ids.bytes.rawBytes
    var slots = found.mutableSpan
    for row in 0..<ids.count {
      let range = ids.range(of: row)
      if range.isEmpty { continue }
      let tag = Self.tag(hashes[row], rowMask)
      var slot = Int(truncatingIfNeeded: hashes[row]) & mask
      var isNew = true
      while slots[slot] != 0 {
        if slots[slot] & ~rowMask == tag {
          let other = Int(slots[slot] & rowMask) &- 1
          let otherRange = ids.range(of: other)
          if otherRange.count == range.count,
            text.equals(
              at: range.lowerBound, count: range.count, text, at: otherRange.lowerBound)
          {
            repeated.append((row, other))
            isNew = false
            break
          }
        }
        slot = (slot &+ 1) & mask
      }
      if isNew { slots[slot] = tag | UInt32(truncatingIfNeeded: row &+ 1) }
    }
    hasRepeated = !repeated.isEmpty
    self.slots = found
  }

  @inline(__always)
  private static func tag(_ hash: UInt64, _ rowMask: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~rowMask
  }

  /// The row that an id names.
  ///
  /// - Parameters:
  ///   - text: The bytes that the id stands in.
  ///   - start: Where it begins.
  ///   - count: Its length.
  /// - Returns: The row, or −1.
  func row(_ text: RawSpan, _ start: Int, _ count: Int) -> Int32 {
    let hash = Self.hash(text, start, count, seed: Self.seed)
    return row(text, start, count, hash: hash, entry: entry(hash))
  }

  /// What stands in the slot that a hash leads to first.
  @inline(__always)
  func entry(_ hash: UInt64) -> UInt32 { slots[Int(truncatingIfNeeded: hash) & mask] }

  /// The row that an id names whose hash, and the first slot it leads to, are known.
  @inline(__always)
  func row(
    _ text: RawSpan, _ start: Int, _ count: Int, hash: UInt64, entry first: UInt32
  ) -> Int32 {
    let tag = Self.tag(hash, rowMask)
    var slot = Int(truncatingIfNeeded: hash) & mask
    var entry = first
    while entry != 0 {
      if entry & ~rowMask == tag {
        let row = Int(entry & rowMask) &- 1
        if holds(row, text, start, count) { return Int32(truncatingIfNeeded: row) }
      }
      slot = (slot &+ 1) & mask
      entry = slots[slot]
    }
    return -1
  }

  /// The row that an id names where those found lately let one guess it.
  ///
  /// Ids count up, and rows mostly refer to what rows near them refer to: the rows guessed lie in a
  /// near cache, the slots of a large table do not.
  ///
  /// - Parameters:
  ///   - text: The bytes that the id stands in.
  ///   - start: Where it begins.
  ///   - count: Its length, at least 1.
  ///   - recent: The rows found lately.
  ///   - ahead: How many rows behind the one found last are tried.
  /// - Returns: The row, or −1.
  @inline(__always)
  func row(
    _ text: RawSpan, _ start: Int, _ count: Int, near recent: inout RecentRows, ahead: Int
  ) -> Int32 {
    // An id that stands twice names the first of its rows, which only a look-up settles.
    if hasRepeated { return -1 }
    let guess = recent.guess(text, start, count)
    if guess >= 0, guess < ids.count, holds(guess, text, start, count) {
      recent.last = Int32(truncatingIfNeeded: guess)
      return recent.last
    }
    var next = Int(recent.last) &+ 1
    let end = min(next &+ ahead, ids.count)
    while next < end {
      if holds(next, text, start, count) {
        recent.note(Int32(truncatingIfNeeded: next), text, start, count)
        return recent.last
      }
      next &+= 1
    }
    return -1
  }

  /// Whether a row's id is these bytes.
  @inline(__always)
  func holds(_ row: Int, _ text: RawSpan, _ start: Int, _ count: Int) -> Bool {
    let range = ids.range(of: row)
    return range.count == count
      && text.equals(at: start, count: count, ids.bytes.rawBytes, at: range.lowerBound)
  }

  /// Tables of more ids are looked through by a quicker, coarser measure.
  private static let smallTable = 5000
  /// Ids behind so many are not looked at.
  private static let mostLookedAt = 200_000

  /// The id nearest to a text, where one is near: at most two letters away.
  ///
  /// - Parameter text: An id that is not there.
  /// - Returns: An id, or nothing.
  /// - Complexity: O(ids), for at most 200,000 of them.
  func nearest(to text: String) -> String? {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, wanted.count <= IdRules.longest else { return nil }
    let bytes = ids.bytes.rawBytes
    var best: (row: Int, distance: Int)?
    for row in 0..<min(ids.count, Self.mostLookedAt) {
      let range = ids.range(of: row)
      let allowed = best.map { $0.distance - 1 } ?? min(2, Nearest.limit(wanted.count))
      guard abs(range.count - wanted.count) <= allowed, !range.isEmpty else { continue }
      // A near word begins or ends alike.
      guard
        bytes.byte(range.lowerBound) == wanted[0]
          || bytes.byte(range.upperBound - 1) == wanted[wanted.count - 1]
      else { continue }
      let distance =
        ids.count <= Self.smallTable
        ? Nearest.distance(wanted, Array(ids.bytes[range]), atMost: allowed)
        : Self.quickDistance(bytes, range, wanted)
      guard let distance, distance <= allowed else { continue }
      best = (row, distance)
      if distance <= 1 { break }
    }
    return best.map { ids[$0.row] }
  }

  /// How far an id lies from a text that it may be, in one pass and without memory: one or two where
  /// the letters that differ lie together, or where two letters are replaced.
  private static func quickDistance(
    _ bytes: RawSpan, _ range: Range<Int>, _ wanted: [UInt8]
  ) -> Int? {
    let shorter = min(range.count, wanted.count)
    var start = 0
    while start < shorter, bytes.byte(range.lowerBound + start) == wanted[start] { start += 1 }
    var end = 0
    while end < shorter - start,
      bytes.byte(range.upperBound - 1 - end) == wanted[wanted.count - 1 - end]
    {
      end += 1
    }
    let left = range.count - start - end
    let right = wanted.count - start - end
    if max(left, right) <= 1 { return max(left, right) }
    if left == 2, right == 2, bytes.byte(range.lowerBound + start) == wanted[start + 1],
      bytes.byte(range.lowerBound + start + 1) == wanted[start]
    {
      return 1
    }
    if max(left, right) == 2 { return 2 }
    guard left == right else { return nil }
    var replaced = 0
    for index in start..<start + left where bytes.byte(range.lowerBound + index) != wanted[index] {
      replaced += 1
      if replaced > 2 { return nil }
    }
    return replaced
  }
}

/// The rows that ids of a column were found to name lately, by a few bits of what their ids begin
/// with.
struct RecentRows: Sendable {
  /// For ids that are alike but for their last byte, the row found last less that byte.
  private var rows = [Int32](repeating: Int32.min, count: 256)
  /// The row found last; −1: none.
  var last: Int32 = -1

  /// The place that ids fall on that are alike but for their last byte.
  @inline(__always)
  private func place(_ text: RawSpan, _ start: Int, _ count: Int) -> Int {
    let length = min(count &- 1, 8)
    let word = text.word(start &+ count &- 1 &- length, count: length)
    return Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// The row that an id names if rows count up as the last bytes of ids do; below 0: none.
  @inline(__always)
  func guess(_ text: RawSpan, _ start: Int, _ count: Int) -> Int {
    Int(rows[place(text, start, count)]) &+ Int(text.byte(start &+ count &- 1))
  }

  /// Notes the row that an id names.
  @inline(__always)
  mutating func note(_ row: Int32, _ text: RawSpan, _ start: Int, _ count: Int) {
    rows[place(text, start, count)] = row &- Int32(text.byte(start &+ count &- 1))
    last = row
  }
}
