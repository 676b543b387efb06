internal import Warehouse

/// An item that waits to be counted, with what it counts as.
struct CountedItem: Sendable {
  let item: Item
  /// Bit n set: it counts in level n.
  var levels: UInt64 = 0
  /// Bit n set: it counts in total n.
  var totals: UInt64 = 0
  /// What it adds to its totals.
  var weight = 1
}

/// Where the items of a block count: pairs of an item and the number of a group, item by item.
///
/// Groups are found for a block of items at a time, one dimension after the other, so that what a
/// dimension is made of is looked at once a block and not once an item.
struct Places: Sendable {
  /// An item, by its place in the block, in one of its groups.
  struct Place: Sendable {
    var item: Int32
    var group: Int
  }

  private var pairs: [Place] = []
  private var spare: [Place] = []
  /// How many pairs there are.
  private(set) var count = 0

  /// A pair.
  @inline(__always)
  subscript(index: Int) -> Place { pairs[index] }

  /// Begins with every item once, in group 0.
  mutating func reset(_ itemCount: Int) {
    if pairs.count < itemCount {
      pairs = [Place](repeating: Place(item: 0, group: 0), count: itemCount)
    }
    for index in 0..<itemCount {
      pairs[index] = Place(item: Int32(truncatingIfNeeded: index), group: 0)
    }
    count = itemCount
  }

  /// Leaves only the pairs of some items.
  mutating func keep(_ isKept: [Bool]) {
    var kept = 0
    for index in 0..<count where isKept[Int(pairs[index].item)] {
      pairs[kept] = pairs[index]
      kept += 1
    }
    count = kept
  }

  /// Numbers the groups anew for dimensions of which each item has one group.
  ///
  /// - Parameters:
  ///   - size: Above every group's number in the dimension.
  ///   - group: An item's group by its place in the block.
  @inline(__always)
  mutating func cross(_ size: Int, _ group: (Int) -> Int) {
    let count = count
    var places = pairs.mutableSpan
    for index in 0..<count {
      let place = places[index]
      places[index].group = place.group &* size &+ group(Int(place.item))
    }
  }

  /// Makes of each pair as many as its item has groups in a dimension.
  ///
  /// - Parameters:
  ///   - size: Above every group's number in the dimension.
  ///   - most: At most how many groups an item has.
  ///   - body: Calls with each group of an item, given by its place in the block.
  @inline(__always)
  mutating func cross(
    _ size: Int, most: (Int) -> Int, _ body: (_ item: Int, _ each: (Int) -> Void) -> Void
  ) {
    var (old, new) = ([Place](), [Place]())
    swap(&old, &pairs)
    swap(&new, &spare)
    var need = 0
    for index in 0..<count { need &+= most(Int(old[index].item)) }
    if new.count < need { new = [Place](repeating: Place(item: 0, group: 0), count: need) }
    var end = 0
    var places = new.mutableSpan
    for index in 0..<count {
      let place = old[index]
      body(Int(place.item)) { group in
        places[end] = Place(item: place.item, group: place.group &* size &+ group)
        end &+= 1
      }
    }
    count = end
    (pairs, spare) = (new, old)
  }
}

extension Axis {
  /// Crosses the places of a block's items with their groups on the axis.
  ///
  /// - Parameters:
  ///   - places: Places of the block's items.
  ///   - block: The items.
  ///   - plans: The members of each plan.
  func cross(_ places: inout Places, _ block: Span<CountedItem>, plans: RowList) {
    switch source {
    case .member(let groups): crossMembers(&places, block, plans: plans, groups: groups.span)
    case .plan(let groups):
      let groups = groups.span
      places.cross(size) { Int(groups[Int(block[$0].item.plan)]) }
    case .commitment(let groups):
      let groups = groups.span
      places.cross(size) { Int(groups[Int(block[$0].item.commitment)]) }
    case .commitmentSet(let sets, let empty):
      let sets = sets.span
      places.cross(size) { item in
        max(sets[Int(block[item].item.commitment)].rawValue.nonzeroBitCount, 1)
      } _: { item, each in
        var bits = sets[Int(block[item].item.commitment)].rawValue
        if bits == 0 { return each(Int(empty)) }
        while bits != 0 {
          each(bits.trailingZeroBitCount)
          bits &= bits &- 1
        }
      }
    case .year: places.cross(size) { Self.year(of: block[$0].item.day) }
    case .quarter: places.cross(size) { Self.quarter(of: block[$0].item.day) }
    case .biennium(let first):
      places.cross(size) { (Self.year(of: block[$0].item.day) + Self.firstYear - first) / 2 }
    case .stratum: places.cross(size) { Int(block[$0].item.stratum) }
    }
  }

  /// The groups of the one member of an item, or of all members of its plan, each group once.
  private func crossMembers(
    _ places: inout Places, _ block: Span<CountedItem>, plans: RowList, groups: Span<Int32>
  ) {
    let (starts, members) = (plans.starts.span, plans.rows.span)
    places.cross(size) { place in
      let item = block[place].item
      if item.member >= 0 { return 1 }
      return Int(starts[Int(item.plan) + 1] - starts[Int(item.plan)])
    } _: { place, each in
      let item = block[place].item
      if item.member >= 0 { return each(Int(groups[Int(item.member)])) }
      let first = Int(starts[Int(item.plan)])
      for place in first..<Int(starts[Int(item.plan) + 1]) {
        let group = groups[Int(members[place])]
        var isNew = true
        for earlier in first..<place where groups[Int(members[earlier])] == group { isNew = false }
        if isNew { each(Int(group)) }
      }
    }
  }
}
