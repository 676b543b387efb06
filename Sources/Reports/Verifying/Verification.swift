package import Warehouse
import Storage

/// A report made again, held against what was published: which figures agree.
package struct Verification: Sendable {
  /// One file, recorded and made again.
  package struct Line: Sendable {
    /// What is compared: a file that was read, or one that was written.
    package let file: String
    /// How many figures it holds; nothing for a file of other than figures.
    package var figures: Int?
    /// How many of them agree.
    package var agree: Int?
    /// Whether it is as recorded, to the byte.
    package let isSame: Bool
    /// What is different, in words.
    package var note = ""
  }

  /// Inputs first, then the files of the folder in their order.
  package private(set) var lines: [Line] = []

  /// Holds files made again against a record.
  ///
  /// - Parameters:
  ///   - recorded: What `report.json` says.
  ///   - dataset: The data, read with the hashes of its files.
  ///   - files: The files made again of the data with the recorded options.
  ///   - published: The bytes of a file of the published folder, where it still stands there.
  package init(
    of recorded: RecordedReport, from dataset: Dataset, made files: [ReportFile],
    published: (String) -> [UInt8]?
  ) {
    let read = Dictionary(
      dataset.origin.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for input in recorded.inputs {
      let isSame = read[input.path] == input.sha256
      lines.append(
        Line(
          file: "input \(input.path)", isSame: isSame,
          note: isSame ? "" : read[input.path] == nil ? "not in the data" : "other bytes"))
    }
    let known = Set(recorded.inputs.map(\.path))
    for file in dataset.origin.files where !known.contains(file.name) {
      lines.append(Line(file: "input \(file.name)", isSame: false, note: "not in the record"))
    }
    let made = Dictionary(
      files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    for file in recorded.files {
      lines.append(Self.compare(file, made[file.path], published(file.path)))
    }
  }

  /// Whether everything is as recorded.
  package var holds: Bool { lines.allSatisfy(\.isSame) }

  private static func compare(
    _ file: RecordedReport.File, _ made: [UInt8]?, _ published: [UInt8]?
  ) -> Line {
    guard let made else {
      return Line(file: file.path, isSame: false, note: "not made from this data")
    }
    let isSame = SHA256.hexadecimal(of: made) == file.sha256
    var line = Line(file: file.path, isSame: isSame)
    if let published, SHA256.hexadecimal(of: published) != file.sha256 {
      line = Line(
        file: file.path, isSame: false,
        note: "the published file is not the one that its report.json records")
    }
    guard file.path.hasSuffix(".csv"), let new = records(made) else {
      if !isSame, line.note.isEmpty { line.note = "other bytes" }
      return line
    }
    let figures = new.dropFirst().reduce(0) { $0 + $1.count(where: isFigure) }
    line.figures = figures
    if isSame { line.agree = figures }
    guard !line.isSame else { return line }
    guard let published, let old = records(published) else {
      if line.note.isEmpty {
        line.note = "other figures; the published file is not there to compare"
      }
      return line
    }
    let (agree, difference) = agreement(old, new)
    line.agree = agree
    if let difference { line.note += (line.note.isEmpty ? "" : "; ") + difference }
    return line
  }

  private static func records(_ bytes: [UInt8]) -> [[String]]? {
    let table = try? SourceTable(bytes, fileName: "table")
    return table?.records.map { $0.map(\.text) }
  }

  private static func isFigure(_ cell: String) -> Bool { Double(cell) != nil }

  /// How many figures of the new table stand in the published one at the same place, and the first
  /// difference.
  private static func agreement(
    _ old: [[String]], _ new: [[String]]
  ) -> (agree: Int, difference: String?) {
    var agree = 0
    var difference: String?
    let header = new.first ?? []
    for (number, row) in new.enumerated() {
      for (column, cell) in row.enumerated() {
        let isThere = number < old.count && column < old[number].count
        let before = isThere ? old[number][column] : nil
        if before == cell {
          if number > 0, isFigure(cell) { agree += 1 }
        } else if difference == nil {
          let name = column < header.count ? header[column] : "column \(column + 1)"
          difference =
            "row \(number + 1), \(name): published \(before.map { "'\($0)'" } ?? "nothing"), now"
            + " '\(cell)'"
        }
      }
    }
    if difference == nil, old.count > new.count {
      difference = "row \(new.count + 1): published, and not made now"
    }
    return (agree, difference)
  }

  /// The comparison as a table.
  ///
  /// - Returns: `file,figures,agree,verdict,note`; `verdict` is same or differs.
  package var table: ResultTable {
    ResultTable(
      name: "verify",
      columns: [
        ResultTable.Column("file", .label), ResultTable.Column("figures", .count),
        ResultTable.Column("agree", .count), ResultTable.Column("verdict", .label),
        ResultTable.Column("note", .label),
      ],
      rows: lines.map { line in
        [
          .text(line.file), line.figures.map { .count($0) } ?? .empty,
          line.agree.map { .count($0) } ?? .empty, .word(line.isSame ? "same" : "differs"),
          line.note.isEmpty ? .empty : .text(line.note),
        ]
      })
  }
}
