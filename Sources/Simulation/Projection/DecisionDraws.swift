import Statistics
import Storage
import Warehouse

/// Random words for decisions, each a function of who, what, when and which replicate.
///
/// Key: the seed, and the first 64 bits of the SHA-256 of `ogpstats/project/1/` and the decision's
/// name. Counter: the first 64 bits of the SHA-256 of the member's id, the quarter's index since
/// 1900-Q1, the replicate, 0. The layout is frozen: a change of any of it makes the 1 a 2.
struct DecisionDraws: Sendable {
  private let keys: [Philox4x64.Key]
  /// The stream of the simple forecast by the cohort's past rates.
  private let cohortRates: Philox4x64.Key

  /// The words of a seed.
  init(seed: UInt64) {
    func key(_ name: String) -> Philox4x64.Key {
      Philox4x64.Key(seed, Self.hash("ogpstats/project/1/" + name))
    }
    keys = ProjectionDecision.allCases.map { key($0.name) }
    cohortRates = key("cohort_rates")
  }

  /// The first 64 bits of a text's SHA-256.
  static func hash(_ text: String) -> UInt64 {
    var hash = SHA256()
    hash.update(Array(text.utf8))
    return hash.digest().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Four words for a decision.
  @inline(__always)
  func words(
    for decision: ProjectionDecision, member: UInt64, quarter: Int, replicate: Int
  ) -> Philox4x64.Block {
    Philox4x64.words(
      at: Philox4x64.Block(member, UInt64(bitPattern: Int64(quarter)), UInt64(replicate), 0),
      key: keys[decision.rawValue])
  }

  /// Four words for the forecast by the cohort's past rates.
  func cohortWords(member: UInt64, quarter: Int, replicate: Int) -> Philox4x64.Block {
    Philox4x64.words(
      at: Philox4x64.Block(member, UInt64(bitPattern: Int64(quarter)), UInt64(replicate), 0),
      key: cohortRates)
  }
}

extension UInt64 {
  /// An index below a count, from a random word.
  @inline(__always)
  func index(below count: Int) -> Int { Int(multipliedFullWidth(by: UInt64(count)).high) }
}
