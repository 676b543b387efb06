/// Philox4x64-10: random words that are a function of a counter and a key, and of nothing else.
///
/// There is no state: the words of any counter can be had at any time, on any thread or machine,
/// in any order. Source: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy
/// as 1, 2, 3"; the constants and known answers of Random123.
public enum Philox4x64 {
  /// Four words.
  public struct Block: Hashable, Sendable {
    /// The first word.
    public var w0: UInt64
    /// The second word.
    public var w1: UInt64
    /// The third word.
    public var w2: UInt64
    /// The fourth word.
    public var w3: UInt64

    /// Four words.
    ///
    /// - Parameters:
    ///   - w0: The first word.
    ///   - w1: The second word.
    ///   - w2: The third word.
    ///   - w3: The fourth word.
    @inlinable
    public init(_ w0: UInt64, _ w1: UInt64, _ w2: UInt64, _ w3: UInt64) {
      self.w0 = w0
      self.w1 = w1
      self.w2 = w2
      self.w3 = w3
    }
  }

  /// Two words of key.
  public struct Key: Hashable, Sendable {
    /// The first word.
    public var k0: UInt64
    /// The second word.
    public var k1: UInt64

    /// Two words of key.
    ///
    /// - Parameters:
    ///   - k0: The first word.
    ///   - k1: The second word.
    @inlinable
    public init(_ k0: UInt64, _ k1: UInt64) {
      self.k0 = k0
      self.k1 = k1
    }
  }

  /// The four words of a counter under a key.
  ///
  /// - Parameters:
  ///   - counter: Any four words.
  ///   - key: Any two words.
  /// - Returns: Four words, each as good as random.
  /// - Complexity: Ten rounds of two wide multiplications.
  @inlinable
  public static func words(at counter: Block, key: Key) -> Block {
    var (block, key) = (counter, key)
    for _ in 0..<10 {
      let first = block.w0.multipliedFullWidth(by: 0xD2E7_470E_E14C_6C93)
      let second = block.w2.multipliedFullWidth(by: 0xCA5A_8263_9512_1157)
      block = Block(
        second.high ^ block.w1 ^ key.k0, second.low, first.high ^ block.w3 ^ key.k1, first.low)
      key.k0 &+= 0x9E37_79B9_7F4A_7C15
      key.k1 &+= 0xBB67_AE85_84CA_A73B
    }
    return block
  }

  /// A number within 0..<1 from a word: its upper 53 bits, as numpy makes them.
  ///
  /// - Parameter word: Any word.
  /// - Returns: A multiple of 2⁻⁵³.
  @inlinable
  public static func uniform(_ word: UInt64) -> Double { Double(word &>> 11) * 0x1p-53 }
}
