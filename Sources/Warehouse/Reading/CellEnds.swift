internal import Storage

/// The bytes that a CSV scanner has to look at, as words to compare with.
///
/// It stands here and not in Storage, where a call would cost as much as the work.
struct CellEnds: Hashable, Sendable {
  private let separator: UInt64

  /// Ends of cells.
  ///
  /// - Parameter separator: The byte between cells.
  init(separator: UInt8) { self.separator = UInt64(eightTimes: separator) }

  /// The high bit of each byte that is the separator, a quote, LF, CR or NUL.
  ///
  /// - Parameter word: Eight bytes of a file.
  /// - Returns: Bits 7, 15, 23 …
  @inline(__always)
  func marks(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let separated = word ^ separator
    let quoted = word ^ 0x2222_2222_2222_2222
    let lineFeed = word ^ 0x0A0A_0A0A_0A0A_0A0A
    let carriage = word ^ 0x0D0D_0D0D_0D0D_0D0D
    // A byte is zero where neither its high bit is set nor its low seven bits carry into it.
    let separatorSet = ((separated & low) &+ low) | separated
    let quoteSet = ((quoted & low) &+ low) | quoted
    let lineFeedSet = ((lineFeed & low) &+ low) | lineFeed
    let carriageSet = ((carriage & low) &+ low) | carriage
    let zeroSet = ((word & low) &+ low) | word
    return ~(separatorSet & quoteSet & lineFeedSet & carriageSet & zeroSet) & ~low
  }
}
