/// The two open code lists of a dataset: the built-in codes, then those of its `codes` table.
public struct Taxonomy: Hashable, Sendable {
  /// Policy areas; at most 64, so that a commitment's are one 64-bit set.
  public package(set) var policyAreas: CodeList
  /// Sectors; at most 64.
  public package(set) var sectors: CodeList

  /// The built-in codes only.
  public static let builtIn = Taxonomy(policyAreas: .policyArea, sectors: .sector)

  package init(policyAreas: CodeList, sectors: CodeList) {
    self.policyAreas = policyAreas
    self.sectors = sectors
  }
}
