import Membership
import Metrics
import Warehouse

/// `report.json`: from what, by what rules and with what options a folder was made, and what is in
/// it.
struct Receipt {
  static let fileName = "report.json"

  let kind: Document.Kind
  let dataset: Dataset
  let asOf: Day
  let window: Window?
  let comparison: Window?
  let schedule: RuleSchedule
  let imprint: Imprint
  let options: PageOptions
  let files: [PageFolder.Written]
  let guardedCells: Int

  /// The receipt as JSON; nothing in it depends on when or where it was written.
  var bytes: [UInt8] {
    let about = imprint.about
    var members: [JSON.Member] = [
      JSON.Member("kind", .string(kind.rawValue)),
      JSON.Member("program", "ogpstats"),
      JSON.Member("version", .string(imprint.version)),
      JSON.Member("synthetic", .bool(about.isSynthetic)),
      JSON.Member("title", .string(about.title)),
      JSON.Member("source", .string(about.source)),
      JSON.Member("licence", .string(about.licence)),
      JSON.Member("as_of", .string(asOf.description)),
      JSON.Member("window", period(window)),
      JSON.Member("compared_with", period(comparison)),
      JSON.Member("languages", .array(imprint.languages.map { .string($0.rawValue) })),
      JSON.Member("min_cell", .count(options.minCell)),
      JSON.Member(
        "options",
        .array(
          options.recorded.map {
            .object([
              JSON.Member("name", .string($0.name)), JSON.Member("value", .string($0.value)),
            ])
          })),
      JSON.Member("rules", schedule.baseline.json),
    ]
    if let reform = schedule.reform {
      members.append(JSON.Member("rules_from", day(schedule.effective)))
      members.append(JSON.Member("later_rules", reform.json))
    }
    if let reform = options.reform?.reform {
      members.append(JSON.Member("reform", reform.json))
      members.append(JSON.Member("reform_from", day(options.reform?.effective)))
    }
    if options.spreadsheet != nil {
      members.append(JSON.Member("spreadsheet_guarded_cells", .count(guardedCells)))
    }
    members += [
      JSON.Member("data_hash", .string(imprint.dataHash)),
      JSON.Member("rules_hash", .string(imprint.rulesHash)),
      JSON.Member("inputs", .array(dataset.origin.files.map(input))),
      JSON.Member("rejected_rows", rejected),
      JSON.Member("files", .array(files.map(output))),
    ]
    return Array(JSON.object(members).pretty.utf8)
  }

  private func period(_ window: Window?) -> JSON {
    guard let window else { return .null }
    return .object([JSON.Member("from", day(window.from)), JSON.Member("to", day(window.to))])
  }

  private func day(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }

  private func input(_ file: Origin.File) -> JSON {
    .object([
      JSON.Member("name", .string(file.name)), JSON.Member("bytes", .count(file.byteCount)),
      JSON.Member("sha256", file.sha256.isEmpty ? .null : .string(file.sha256)),
    ])
  }

  private var rejected: JSON {
    .object(
      TableName.allCases.compactMap { table in
        dataset.origin.rejectedRows[table].map { JSON.Member(table.rawValue, .count($0)) }
      })
  }

  private func output(_ written: PageFolder.Written) -> JSON {
    .object([
      JSON.Member("path", .string(written.file.path)),
      JSON.Member("bytes", .count(written.file.bytes.count)),
      JSON.Member("rows", written.rows.map { .count($0) } ?? .null),
      JSON.Member("sha256", .string(written.sha256)),
    ])
  }
}
