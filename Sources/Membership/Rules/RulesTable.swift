public import Warehouse

extension RuleSet {
  /// The parameters with value, unit, section, handbook value and meaning: `ogpstats rules`.
  ///
  /// Values stand as `--set` takes them.
  ///
  /// - Parameter language: The language of the meanings; everything else is codes.
  /// - Returns: One row a parameter, in the order of status.md.
  public func table(_ language: Language) -> ResultTable {
    ResultTable(
      name: "rules",
      columns: [
        ResultTable.Column("parameter", .label), ResultTable.Column("value", .label),
        ResultTable.Column("unit", .label), ResultTable.Column("section", .label),
        ResultTable.Column("handbook", .label), ResultTable.Column("meaning", .label),
      ],
      rows: Parameter.allCases.map { parameter in
        [
          .text(parameter.name), .text(text(of: parameter)), .word(parameter.unit.rawValue),
          parameter.section.isEmpty ? .empty : .text(parameter.section),
          .text(parameter.handbookText), .text(parameter.meaning(language)),
        ]
      })
  }
}
