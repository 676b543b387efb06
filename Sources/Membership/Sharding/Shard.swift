public import Warehouse

/// One of N parts of the work, by whole members (scaling.md 1).
///
/// A member's part follows from the bytes of its id alone, so it is the same on every machine,
/// in every version, and whatever else the dataset holds.
public struct Shard: Hashable, Sendable {
  /// Which part, 0 to ``count`` − 1.
  public let index: Int
  /// How many parts there are.
  public let count: Int

  /// The whole.
  public static let whole = Shard(index: 0, of: 1)

  /// The most parts that work is split into.
  public static let most = 1_000_000

  private init(index: Int, of count: Int) {
    self.index = index
    self.count = count
  }

  /// A part from `I/N`.
  ///
  /// Parts may be counted from 0 or from 1: part N of N is part 0.
  ///
  /// - Parameter text: Two whole numbers, the first at most the second, with `/` between them.
  /// - Throws: ``ShardError`` for anything else.
  public init(_ text: String) throws(ShardError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part -> Int? in
      guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(part)
    }
    guard parts.count == 2, numbers.count == 2, (1...Self.most).contains(numbers[1]),
      numbers[0] <= numbers[1]
    else { throw ShardError(text: text) }
    self.init(index: numbers[0] % numbers[1], of: numbers[1])
  }

  /// Whether a member belongs to this part.
  ///
  /// - Parameters:
  ///   - member: A row of the members table.
  ///   - dataset: The data.
  /// - Returns: Whether it does; each member belongs to exactly one of the N parts.
  public func contains(_ member: Int, of dataset: Dataset) -> Bool {
    guard count > 1 else { return true }
    let ids = dataset.members.ids
    return Self.hash(ids.bytes[ids.range(of: member)]) % UInt64(count) == UInt64(index)
  }

  /// The members of this part, as rows of the members table, ascending.
  ///
  /// - Parameter dataset: The data.
  /// - Returns: The rows.
  public func members(of dataset: Dataset) -> [Int] {
    (0..<dataset.members.count).filter { contains($0, of: dataset) }
  }

  /// A fixed hash of an id: FNV-1a with 64 bits over its UTF-8, then the last step of MurmurHash3.
  ///
  /// FNV-1a alone leaves the lowest bits to the parity of the letters; the last step spreads every
  /// bit over all, so that any N splits evenly. Never change it: partial results of other machines
  /// depend on it.
  ///
  /// - Parameter bytes: The id's UTF-8.
  /// - Returns: The hash.
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ (hash >> 33)
  }
}

extension Shard: CustomStringConvertible {
  /// The part as `I/N`, counted from 0.
  public var description: String { "\(index)/\(count)" }
}

/// A text that names no part of the work.
public struct ShardError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stood there.
  public let text: String

  /// What stands there and what was expected.
  public var description: String {
    "'\(text)' is not I/N, such as 1/8: a part from 1 to N (or from 0 to N − 1) and the number of"
      + " parts, at most \(Shard.most)"
  }
}
