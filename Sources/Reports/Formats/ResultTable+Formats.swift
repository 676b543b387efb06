package import Warehouse

extension ResultTable {
  /// The table in a format, with a line break at its end.
  ///
  /// - Parameters:
  ///   - format: How it is to look.
  ///   - language: The words of tables for people; CSV and JSON are the same in every language.
  /// - Returns: UTF-8 text.
  /// - Complexity: O(cells).
  package func formatted(_ format: OutputFormat, language: Language) -> String {
    String(decoding: bytes(format, language: language), as: UTF8.self)
  }

  /// The table in a format as bytes, for writing without another copy.
  ///
  /// - Parameters:
  ///   - format: How it is to look.
  ///   - language: The words of tables for people.
  /// - Returns: UTF-8 bytes, with a line break at their end.
  package func bytes(_ format: OutputFormat, language: Language) -> [UInt8] {
    switch format {
    case .csv: csvBytes
    case .json: jsonBytes
    case .markdown: MarkdownTable(self, language: language).bytes
    case .table: TerminalTable(self, language: language).bytes
    }
  }
}
