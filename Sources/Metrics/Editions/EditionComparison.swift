internal import Warehouse

/// Two editions of one dataset, record by record.
///
/// Records with ids are the same where the ids are; reports, assessments, meetings and events where
/// they are about the same thing and dated the same day, the first such row against the first. A
/// later assessment of something that had one restates it.
public struct EditionComparison: Sendable {
  /// The old edition.
  public let old: Cohort
  /// The new edition.
  public let new: Cohort
  /// Everything that changed, by table, in the order of the new edition, what is gone last.
  public let changes: [EditionChange]
  /// For each table how many rows both editions have alike.
  let unchanged: [TableName: Int]

  /// Compares two editions.
  ///
  /// - Parameters:
  ///   - old: The old edition, as known on its as-of day.
  ///   - new: The new one.
  /// - Complexity: O(rows of both).
  public init(from old: Cohort, to new: Cohort) {
    self.old = old
    self.new = new
    var changes: [EditionChange] = []
    var unchanged: [TableName: Int] = [:]
    for table in TableName.allCases where table != .codes {
      let found = Self.compare(
        EditionTable(dataset: old.dataset, table: table),
        EditionTable(dataset: new.dataset, table: table))
      changes += found.changes
      unchanged[table] = found.unchanged
    }
    self.changes = changes
    self.unchanged = unchanged
  }

  private static func compare(
    _ old: EditionTable, _ new: EditionTable
  ) -> (changes: [EditionChange], unchanged: Int) {
    var rows: [String: [(number: Int, row: EditionRow)]] = [:]
    var subjects: Set<EditionSubject> = []
    for number in 0..<old.count {
      let row = old.row(number)
      rows[row.key, default: []].append((number, row))
      subjects.insert(row.subject)
    }
    var changes: [EditionChange] = []
    var unchanged = 0
    var next: [String: Int] = [:]
    for number in 0..<new.count {
      let row = new.row(number)
      let place = new.dataset.origin.place(of: number, in: new.table)
      let occurrence = next[row.key, default: 0]
      next[row.key] = occurrence + 1
      guard let known = rows[row.key], occurrence < known.count else {
        let kind = new.table.newKind(isFirstOfSubject: !subjects.contains(row.subject))
        changes.append(
          EditionChange(
            table: new.table, key: row.key, kind: kind, cells: [], place: place,
            subject: row.subject))
        continue
      }
      let before = known[occurrence].row
      guard before.cells != row.cells else {
        unchanged += 1
        continue
      }
      let cells = zip(new.columns, zip(before.cells, row.cells)).compactMap { column, cells in
        cells.0 == cells.1
          ? nil : EditionChange.Cell(column: column, before: cells.0, after: cells.1)
      }
      changes.append(
        EditionChange(
          table: new.table, key: row.key, kind: .restated, cells: cells, place: place,
          subject: row.subject))
    }
    var seen: [String: Int] = [:]
    for number in 0..<old.count {
      let row = old.row(number)
      let occurrence = seen[row.key, default: 0]
      seen[row.key] = occurrence + 1
      if occurrence < next[row.key, default: 0] { continue }
      changes.append(
        EditionChange(
          table: old.table, key: row.key, kind: .gone, cells: [],
          place: old.dataset.origin.place(of: number, in: old.table), subject: row.subject))
    }
    return (changes, unchanged)
  }
}
