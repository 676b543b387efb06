internal import Storage

/// The ids of a table and the rows they name: found from raw bytes, without a String.
///
/// Open addressing; a slot holds half of an id's hash and its row, and the id's bytes are compared
/// only where that half agrees. The seed is drawn once a process, so that no file can be made to
/// collide; no result depends on it.
struct IdTable: Sendable {
  /// The ids, a row each.
  let ids: TextArena
  /// The hash's high half above the row + 1; 0: free.
  private var slots: [UInt64]
  private let mask: Int
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
    while size < ids.count * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: 0, count: size)
    let text = ids.bytes.rawBytes
    for row in 0..<ids.count {
      let range = ids.range(of: row)
      if range.isEmpty { continue }
      let tag = hashes[row] & 0xFFFF_FFFF_0000_0000
      var slot = Int(truncatingIfNeeded: hashes[row]) & mask
      var isNew = true
      while slots[slot] != 0 {
        if slots[slot] & 0xFFFF_FFFF_0000_0000 == tag {
          let other = Int(slots[slot] & 0xFFFF_FFFF) &- 1
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
      if isNew { slots[slot] = tag | UInt64(row &+ 1) }
    }
    hasRepeated = !repeated.isEmpty
  }

  /// The row that an id names.
  ///
  /// - Parameters:
  ///   - text: The bytes that the id stands in.
  ///   - start: Where it begins.
  ///   - count: Its length.
  /// - Returns: The row, or −1.
  @inline(__always)
  func row(_ text: RawSpan, _ start: Int, _ count: Int) -> Int32 {
    row(text, start, count, hash: Self.hash(text, start, count, seed: Self.seed))
  }

  /// The row that an id with a known hash names.
  @inline(__always)
  func row(_ text: RawSpan, _ start: Int, _ count: Int, hash: UInt64) -> Int32 {
    let tag = hash & 0xFFFF_FFFF_0000_0000
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return -1 }
      if entry & 0xFFFF_FFFF_0000_0000 == tag {
        let row = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
        if holds(row, text, start, count) { return Int32(truncatingIfNeeded: row) }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// The row that an id names, looked for first where the row before leads: rows often refer to the
  /// same row as the one before them, or to the next.
  ///
  /// - Parameters:
  ///   - text: The bytes that the id stands in.
  ///   - start: Where it begins.
  ///   - count: Its length.
  ///   - previous: The row found before; −1: none.
  /// - Returns: The row, or −1.
  @inline(__always)
  func row(_ text: RawSpan, _ start: Int, _ count: Int, after previous: Int32) -> Int32 {
    if count == 0 { return -1 }
    let (ends, bytes) = (ids.ends.span, ids.bytes.rawBytes)
    @inline(__always)
    func holds(_ row: Int) -> Bool {
      let begin = row == 0 ? 0 : Int(ends[row &- 1])
      return Int(ends[row]) &- begin == count
        && text.equals(at: start, count: count, bytes, at: begin)
    }
    if previous >= 0, holds(Int(previous)) { return previous }
    // An id that stands twice names the first of its rows, which only a look-up settles.
    let next = Int(previous) &+ 1
    if !hasRepeated, next < ends.count, holds(next) { return Int32(truncatingIfNeeded: next) }
    let hash = Self.hash(text, start, count, seed: Self.seed)
    let tag = hash & 0xFFFF_FFFF_0000_0000
    let slots = slots.span
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return -1 }
      if entry & 0xFFFF_FFFF_0000_0000 == tag {
        let row = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
        if holds(row) { return Int32(truncatingIfNeeded: row) }
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Whether a row's id is these bytes.
  @inline(__always)
  func holds(_ row: Int, _ text: RawSpan, _ start: Int, _ count: Int) -> Bool {
    let range = ids.range(of: row)
    return range.count == count
      && text.equals(at: start, count: count, ids.bytes.rawBytes, at: range.lowerBound)
  }

  /// The id nearest to a text, where one is near and the table is not too large to look at.
  ///
  /// - Parameter text: An id that is not there.
  /// - Returns: An id, or nothing.
  func nearest(to text: String) -> String? {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, wanted.count <= 128 else { return nil }
    var best: (row: Int, distance: Int)?
    for row in 0..<min(ids.count, 200_000) {
      let range = ids.range(of: row)
      let allowed = best.map { $0.distance - 1 } ?? min(2, Nearest.limit(wanted.count))
      guard abs(range.count - wanted.count) <= allowed, !range.isEmpty else { continue }
      let candidate = Array(ids.bytes[range])
      // A near word begins or ends alike.
      guard candidate.first == wanted.first || candidate.last == wanted.last else { continue }
      guard let distance = Nearest.distance(wanted, candidate, atMost: allowed) else { continue }
      best = (row, distance)
      if distance <= 1 { break }
    }
    return best.map { ids[$0.row] }
  }
}
