public import Warehouse

/// A member that the dataset does not have.
public struct UnknownMember: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was asked for.
  public let id: String
  /// The nearest id that there is, if one is near.
  public let nearest: String?

  /// What was asked for, and the nearest right id.
  public var description: String {
    "no member has the id '\(id)'"
      + (nearest.map { "; did you mean '\($0)'?" } ?? "; `status` lists them all")
  }
}

extension Dataset {
  /// The row of the member with an id.
  ///
  /// - Parameter id: An id, byte for byte.
  /// - Returns: A row of the members table.
  /// - Throws: `UnknownMember` if there is none.
  public func member(_ id: String) throws(UnknownMember) -> Int {
    let wanted = Array(id.utf8)
    let ids = members.ids
    for row in 0..<members.count where ids.bytes[ids.range(of: row)].elementsEqual(wanted) {
      return row
    }
    let names = (0..<members.count).lazy.map { ids[$0] }.filter {
      // An id much shorter or longer is not what was meant.
      abs($0.utf8.count - wanted.count) <= 3
    }
    throw UnknownMember(
      id: id, nearest: SimilarNames.nearest(to: id, among: Array(names.prefix(20_000))))
  }
}
