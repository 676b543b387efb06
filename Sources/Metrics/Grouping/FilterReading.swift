internal import Membership
internal import Warehouse

extension Axis {
  /// The axis with the groups marked that a filter names.
  ///
  /// Codes and labels in three languages name a group (readings.md 57); a text that no item has
  /// keeps nothing (59).
  ///
  /// - Parameter filter: The filter.
  /// - Returns: The same axis with ``isKept`` filled.
  /// - Throws: ``MetricError/unknownCode(_:value:nearest:)``.
  func keeping(_ filter: MetricRequest.Filter) throws(MetricError) -> Axis {
    var axis = self
    axis.isKept = [Bool](repeating: false, count: size)
    for value in filter.values {
      if let group = try group(named: value, filter.dimension) { axis.isKept[group] = true }
    }
    return axis
  }

  private func group(named value: String, _ dimension: Dimension) throws(MetricError) -> Int? {
    switch labels {
    case .texts(let arena, let rows):
      return rows.firstIndex { arena[Int($0)].utf8.elementsEqual(value.utf8) }
    case .cells(let cells):
      let key = LabelKey(value)
      if let group = cells.firstIndex(where: { $0.isNamed(key) }) { return group }
      if dimension == .country {
        guard !isUnknown(value), Country(key.text) == nil else { return nil }
        throw .unknownCode(dimension, value: value, nearest: nil)
      }
      let names = cells.compactMap(\.code)
      throw .unknownCode(
        dimension, value: value, nearest: SimilarNames.nearest(to: key.text, among: names))
    case .years, .biennia:
      if isUnknown(value) { return nil }
      guard let year = Int(value), (1...9999).contains(year) else {
        throw .unknownCode(dimension, value: value, nearest: nil)
      }
      guard (Self.firstYear..<Self.firstYear + Self.yearCount).contains(year) else { return nil }
      guard case .biennia(let first) = labels else { return year - Self.firstYear }
      return (year - first) % 2 == 0 && year >= first ? (year - first) / 2 : nil
    case .quarters, .quarterEnds:
      if isUnknown(value) { return nil }
      let parts = value.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let year = Int(parts[0]), (1...9999).contains(year),
        parts[1].count == 2, parts[1].first == "Q" || parts[1].first == "q",
        let number = parts[1].last?.wholeNumberValue, (1...4).contains(number)
      else { throw .unknownCode(dimension, value: value, nearest: nil) }
      guard (Self.firstYear..<Self.firstYear + Self.yearCount).contains(year) else { return nil }
      return (year - Self.firstYear) * 4 + number - 1
    }
  }

  /// Every dimension can be asked for its unknown, also one that never has any (readings.md 42).
  private func isUnknown(_ value: String) -> Bool { LabelKey(value) == LabelKey("unknown") }
}

extension ResultTable.Cell {
  /// The code or word of a cell that names a group.
  fileprivate var code: String? {
    switch self {
    case .code(let code, _): code
    case .word(let word): word
    case .text(let text): text
    default: nil
    }
  }

  /// Whether a folded text is the cell's code or one of its labels.
  fileprivate func isNamed(_ key: LabelKey) -> Bool {
    switch self {
    case .code(let code, let list):
      guard let entry = list.entries.first(where: { $0.code == code }) else { return false }
      return ([entry.code, entry.en, entry.es, entry.fr] + entry.aliases).contains {
        !$0.isEmpty && LabelKey($0) == key
      }
    case .word(let text), .text(let text): return LabelKey(text) == key
    default: return false
    }
  }
}
