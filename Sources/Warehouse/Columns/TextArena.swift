/// A column of text: the UTF-8 of all rows end to end, and where each row ends.
///
/// An empty text is a missing one (data.md has no other use for it). At most 4 GiB a column.
public struct TextArena: Hashable, Sendable {
  /// The UTF-8 of all rows, end to end.
  public let bytes: [UInt8]
  /// Where each row ends in ``bytes``; a row begins where the one before ends.
  public let ends: [UInt32]

  package init(bytes: [UInt8], ends: [UInt32]) {
    self.bytes = bytes
    self.ends = ends
  }

  /// A column from texts.
  ///
  /// - Parameter texts: One text a row.
  public init(_ texts: [String]) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for text in texts {
      bytes.append(contentsOf: text.utf8)
      ends.append(UInt32(bytes.count))
    }
    self.init(bytes: bytes, ends: ends)
  }

  /// How many rows the column has.
  public var count: Int { ends.count }

  /// Where a row's bytes stand in ``bytes``.
  ///
  /// - Parameter row: A row of the column.
  /// - Returns: The range, empty for a missing text.
  public func range(of row: Int) -> Range<Int> {
    (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  /// The text of a row; empty where it is missing.
  public subscript(row: Int) -> String {
    String(decoding: bytes[range(of: row)], as: UTF8.self)
  }

  /// Whether a row has no text.
  ///
  /// - Parameter row: A row of the column.
  /// - Returns: True for a missing text.
  public func isEmpty(_ row: Int) -> Bool { range(of: row).isEmpty }

  /// Whether row `left` comes before row `right` in the order of their bytes.
  ///
  /// - Parameters:
  ///   - left: A row.
  ///   - right: Another row.
  /// - Returns: True where it does; false for equal texts.
  /// - Complexity: O(length); does not allocate.
  public func precedes(_ left: Int, _ right: Int) -> Bool {
    bytes[range(of: left)].lexicographicallyPrecedes(bytes[range(of: right)])
  }
}
