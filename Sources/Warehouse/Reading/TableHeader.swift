internal import Storage

/// The header of a table: which of its columns the file has, and where.
struct TableHeader {
  /// For each column of the schema the file's column, −1 where it has none.
  var fileColumns: [Int]
  /// Findings: the column they concern, −1 for the header as a whole.
  var findings: [(fault: Fault, fileColumn: Int, message: String)] = []

  /// Matches names without regard to case or the space around them.
  ///
  /// - Parameters:
  ///   - names: The names in the file.
  ///   - schema: The table.
  init(_ names: [String], for schema: TableSchema) {
    fileColumns = Array(repeating: -1, count: schema.columns.count)
    let keys = names.map { LabelKey.trimmed($0).lowercased() }
    // A name that belongs to a column which stands beside it is not meant.
    let present = Set(keys)
    let free = schema.columns.map(\.name).filter { !present.contains($0) }
    for (index, key) in keys.enumerated() {
      guard let number = schema.number(of: key) else {
        let nearest = Nearest.index(of: key, among: free).map { free[$0] }
        findings.append(
          (
            .unknownColumn, index,
            key.isEmpty
              ? "a column without a name is not read"
              : "\(schema.table.rawValue) has no column \(Shown.text(names[index])); it is not read"
                + (nearest.map { "; did you mean \($0)?" } ?? "")
          ))
        continue
      }
      if fileColumns[number] >= 0 {
        findings.append(
          (
            .repeatedColumn, index,
            "the column \(Shown.text(key)) stands twice; expected each name once"
          ))
      } else {
        fileColumns[number] = index
      }
    }
    guard fileColumns.contains(where: { $0 >= 0 }) else {
      findings = [
        (
          .missingHeader, -1,
          "no name of a column of \(schema.table.rawValue) stands here; expected a header: "
            + schema.columns.map(\.name).joined(separator: ",")
        )
      ]
      return
    }
    for (number, column) in schema.columns.enumerated()
    where column.isRequired && fileColumns[number] < 0 {
      findings.append(
        (
          .missingColumn, -1,
          "the column \(column.name) is missing; expected "
            + schema.columns.map { $0.name + ($0.isRequired ? "*" : "") }.joined(separator: ", ")
            + " (* required)"
        ))
    }
  }
}
