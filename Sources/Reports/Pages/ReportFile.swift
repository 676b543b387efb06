/// One file of a report's folder.
package struct ReportFile: Sendable {
  /// Its path inside the folder, such as `tables/completion.csv`.
  package let path: String
  /// Its content.
  package let bytes: [UInt8]
}
