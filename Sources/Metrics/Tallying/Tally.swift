/// Counts and totals of every group seen so far.
///
/// Whole numbers only, so that tallies of parts merge to the tally of the whole whatever the parts.
struct Tally: Sendable {
  let space: GroupSpace
  private let levelCount: Int
  private let totalCount: Int
  /// Slot by group number, −1 where there is none yet; empty where there are too many numbers.
  private var direct: [Int32]
  private var indirect: [Int: Int32] = [:]
  /// Group number by slot.
  private(set) var groups: [Int] = []
  private var counts: [Int] = []
  private var totals: [Int] = []
  /// Items that were added and are not counted yet.
  private var waiting: [CountedItem] = []
  private var places = Places()
  /// Whether every item counted is kept too.
  private let keepsRecords: Bool
  /// What was counted, in the order in which it was.
  private(set) var records: [Record] = []

  /// An item as it was counted in one group.
  struct Record: Sendable {
    let group: Int
    let item: Item
    /// Bit n set: it counts in level n.
    let levels: UInt64
    /// Bit n set: it counts in total n.
    let totals: UInt64
    /// What it adds to its totals.
    let weight: Int
  }

  /// Above so many group numbers slots are looked up by hashing.
  private static let directLimit = 1 << 16
  /// So many items are counted together: few enough to stay in the nearest cache.
  private static let blockSize = 256

  init(_ space: GroupSpace, _ levels: Levels, keepsRecords: Bool = false) {
    self.space = space
    self.keepsRecords = keepsRecords
    levelCount = levels.levels.count
    totalCount = levels.totalCount
    direct =
      space.size <= Self.directLimit ? [Int32](repeating: -1, count: space.size) : []
    waiting.reserveCapacity(Self.blockSize)
  }

  private mutating func slot(of group: Int) -> Int {
    let known = direct.isEmpty ? indirect[group] ?? -1 : direct[group]
    return known >= 0 ? Int(known) : newSlot(group)
  }

  private mutating func newSlot(_ group: Int) -> Int {
    let slot = groups.count
    groups.append(group)
    counts.append(contentsOf: repeatElement(0, count: levelCount))
    totals.append(contentsOf: repeatElement(0, count: totalCount))
    if direct.isEmpty { indirect[group] = Int32(slot) } else { direct[group] = Int32(slot) }
    return slot
  }

  /// Counts an item in each of its groups.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - levels: Bit n set: it counts in level n.
  ///   - mask: Bit n set: it counts in total n.
  @inline(__always)
  mutating func add(_ item: Item, levels: UInt64, totals mask: UInt64 = 1) {
    add(CountedItem(item: item, levels: levels, totals: mask))
  }

  /// Adds to a total of each of an item's groups.
  @inline(__always)
  mutating func add(_ amount: Int, toTotal total: Int, of item: Item) {
    add(CountedItem(item: item, totals: 1 << UInt64(total), weight: amount))
  }

  @inline(__always)
  private mutating func add(_ item: CountedItem) {
    waiting.append(item)
    if waiting.count == Self.blockSize { settle() }
  }

  /// Counts what waits to be counted; before it, nothing that was added last shows.
  mutating func settle() {
    // Taken out meanwhile, so that nothing is copied.
    var block: [CountedItem] = []
    var places = Places()
    swap(&block, &waiting)
    swap(&places, &self.places)
    space.place(block.span, into: &places)
    for index in 0..<places.count {
      let place = places[index]
      let counted = block[Int(place.item)]
      let slot = slot(of: place.group)
      Self.add(1, to: &counts, at: slot &* levelCount, counted.levels)
      Self.add(counted.weight, to: &totals, at: slot &* totalCount, counted.totals)
      if keepsRecords, counted.weight > 0 {
        records.append(
          Record(
            group: place.group, item: counted.item, levels: counted.levels,
            totals: counted.totals, weight: counted.weight))
      }
    }
    block.removeAll(keepingCapacity: true)
    swap(&block, &waiting)
    swap(&places, &self.places)
  }

  /// Adds an amount to a number for each bit that is set.
  @inline(__always)
  private static func add(_ amount: Int, to numbers: inout [Int], at start: Int, _ bits: UInt64) {
    var numbers = numbers.mutableSpan
    var bits = bits
    while bits != 0 {
      numbers[start &+ bits.trailingZeroBitCount] += amount
      bits &= bits &- 1
    }
  }

  /// Adds what another part counted.
  mutating func merge(_ other: Tally) {
    records += other.records
    for (from, group) in other.groups.enumerated() {
      let slot = slot(of: group)
      for level in 0..<levelCount {
        counts[slot * levelCount + level] += other.counts[from * levelCount + level]
      }
      for total in 0..<totalCount {
        totals[slot * totalCount + total] += other.totals[from * totalCount + total]
      }
    }
  }

  /// How many items of a group are in a level; 0 for a group never seen.
  func count(_ level: Int, in group: Int) -> Int {
    known(group).map { counts[$0 * levelCount + level] } ?? 0
  }

  /// A total of a group; 0 for a group never seen.
  func total(_ total: Int, in group: Int) -> Int {
    known(group).map { totals[$0 * totalCount + total] } ?? 0
  }

  private func known(_ group: Int) -> Int? {
    let slot = direct.isEmpty ? indirect[group] ?? -1 : direct[group]
    return slot < 0 ? nil : Int(slot)
  }
}
