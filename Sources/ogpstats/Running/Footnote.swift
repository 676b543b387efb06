import Warehouse

/// What a reader of a table must know of the data behind it.
enum Footnote: Hashable, Sendable {
  /// The data was made up.
  case synthetic
  /// So many rows were left out, by table.
  case leftOut([TableCount])

  /// How many rows of a table were left out.
  struct TableCount: Hashable, Sendable {
    let table: TableName
    let rows: Int
  }

  /// What is to be said of a dataset.
  ///
  /// - Parameter result: What came of reading.
  /// - Returns: The footnotes, most often none.
  static func all(of result: LoadResult) -> [Footnote] {
    var notes: [Footnote] = []
    if result.dataset?.origin.about.isSynthetic == true { notes.append(.synthetic) }
    let left = result.summaries.filter { $0.rejectedCount > 0 }
    if !left.isEmpty {
      notes.append(.leftOut(left.map { TableCount(table: $0.table, rows: $0.rejectedCount) }))
    }
    return notes
  }

  /// The words: a sentence without a full stop.
  func text(_ language: Language) -> String {
    switch self {
    case .synthetic:
      switch language {
      case .en: "synthetic data: nothing in it is real"
      case .es: "datos sintéticos: nada en ellos es real"
      case .fr: "données synthétiques : rien n’y est réel".replacing(" :", with: "\u{A0}:")
      }
    case .leftOut(let tables):
      Self.leftOut(
        tables.reduce(0) { $0 + $1.rows },
        tables.map { "\($0.table.rawValue) \($0.rows)" }.joined(separator: ", "), language)
    }
  }

  private static func leftOut(_ count: Int, _ tables: String, _ language: Language) -> String {
    switch language {
    case .en: "\(Count.of(count, "row")) left out (\(tables))"
    case .es: "\(count == 1 ? "1 fila omitida" : "\(count) filas omitidas") (\(tables))"
    case .fr: "\(count == 1 ? "1 ligne écartée" : "\(count) lignes écartées") (\(tables))"
    }
  }
}
