import Warehouse

/// `datapackage.json`: a Data Package, version 2, that describes every file of an export.
struct DataPackage: Sendable {
  /// A file, and where it is a table what its columns turned out to hold.
  struct Resource: Sendable {
    let table: ExportTable
    let byteCount: Int
    let sha256: String
    let rowCount: Int
    /// A census a column.
    let columns: [FieldCensus]
    /// How many text cells got an apostrophe for spreadsheets.
    let guardedCells: Int
  }

  let source: ExportSource
  /// Name and value of what the data and the export say of themselves.
  let about: [(name: String, value: String)]
  let flavour: SpreadsheetFlavour?
  let resources: [Resource]
  let database: (byteCount: Int, sha256: String)

  private func about(_ name: String) -> String { about.first { $0.name == name }?.value ?? "" }

  /// The file's content.
  var json: JSON {
    let isSynthetic = about("synthetic") == "true"
    let title = about("title").isEmpty ? "OGP Local dataset" : about("title")
    var members: [JSON.Member] = [
      .init("$schema", "https://datapackage.org/profiles/2.0/datapackage.json"),
      .init("name", "ogp-local"),
      .init("title", .string(isSynthetic ? "\(title) (synthetic data)" : title)),
      .init(
        "description",
        .string(
          (isSynthetic ? "Synthetic data: nothing in it is real. " : "")
            + "An OGP Local dataset as known on \(about("as_of")), with what follows from the"
            + " handbook's rules and the cohort metrics. README.md tells what is in the files.")),
      .init("version", .string(about("program"))),
      .init("synthetic", .bool(isSynthetic)), .init("asOf", .string(about("as_of"))),
    ]
    if !about("source").isEmpty {
      members.append(
        .init("sources", .array([.object([.init("title", .string(about("source")))])])))
    }
    if !about("licence").isEmpty {
      members.append(.init("licenses", .array([.object([licence(about("licence"))])])))
    }
    members.append(.init("resources", .array(resources.map(resource) + [databaseResource])))
    return .object(members)
  }

  /// A licence by its identifier where the text is one (`CC0-1.0`), else by its title.
  private func licence(_ text: String) -> JSON.Member {
    let isName = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x2D || byte == 0x2E
    }
    return isName ? .init("name", .string(text)) : .init("title", .string(text))
  }

  private var databaseResource: JSON {
    .object([
      .init("name", "ogpstats-sqlite"), .init("path", "ogpstats.sqlite"),
      .init("description", "The same tables with keys, indexes and views"),
      .init("format", "sqlite"), .init("mediatype", "application/vnd.sqlite3"),
      .init("bytes", .count(database.byteCount)),
      .init("hash", .string("sha256:" + database.sha256)),
    ])
  }

  private func resource(_ resource: Resource) -> JSON {
    let table = resource.table
    var members: [JSON.Member] = [
      .init("name", .string(table.name)), .init("type", "table"),
      .init("path", .string(table.fileName)), .init("description", .string(table.summary)),
      .init("format", "csv"), .init("mediatype", "text/csv"),
      .init("encoding", .string(flavour == nil ? "utf-8" : "utf-8-sig")),
      .init("bytes", .count(resource.byteCount)),
      .init("hash", .string("sha256:" + resource.sha256)),
      .init("rowCount", .count(resource.rowCount)),
    ]
    if let flavour {
      members.append(
        .init(
          "dialect",
          .object([
            .init("delimiter", .string(flavour.delimiter.rawValue)),
            .init("lineTerminator", "\r\n"),
          ])))
      members.append(.init("guardedCells", .count(resource.guardedCells)))
    }
    members.append(.init("schema", schema(resource)))
    return .object(members)
  }

  private func schema(_ resource: Resource) -> JSON {
    let table = resource.table
    var members: [JSON.Member] = [
      .init(
        "fields",
        .array(
          zip(table.fields, resource.columns).map { field($0, $1, isKey: table.key == [$0.name]) })),
      .init("missingValues", .array([""])),
      .init("primaryKey", .array(table.key.map { .string($0) })),
    ]
    if !table.references.isEmpty {
      members.append(
        .init(
          "foreignKeys",
          .array(
            table.references.map { reference in
              .object([
                .init("fields", .array(reference.fields.map { .string($0) })),
                .init(
                  "reference",
                  .object([
                    .init("resource", .string(reference.table)),
                    .init("fields", .array(reference.targets.map { .string($0) })),
                  ])),
              ])
            })))
    }
    return .object(members)
  }

  private func field(_ field: ExportField, _ census: FieldCensus, isKey: Bool) -> JSON {
    let titles = FieldTitles.titles(of: field.name)
    var members: [JSON.Member] = [
      .init("name", .string(field.name)), .init("type", .string(type(field.kind))),
      .init("title", .string(titles[0])), .init("titles", translations(titles)),
    ]
    if !field.note.isEmpty { members.append(.init("description", .string(field.note))) }
    switch field.kind {
    case .day: members.append(.init("format", "%Y-%m-%d"))
    case .flag:
      members.append(.init("trueValues", .array(["true"])))
      members.append(.init("falseValues", .array(["false"])))
    case .number where flavour?.decimalMark == .comma: members.append(.init("decimalChar", ","))
    default: break
    }
    if let missing = field.missing {
      members.append(.init("missingReason", .string(missing.rawValue)))
      members.append(.init("missingCount", .count(census.missing)))
    }
    if census.missingWords > 0 {
      members.append(.init("wordsTakenForMissing", .count(census.missingWords)))
    }
    if census.losesDigits || census.becomesText { members.append(.init("looksLikeNumbers", true)) }
    var constraints: [JSON.Member] = []
    if field.missing == nil { constraints.append(.init("required", true)) }
    if isKey { constraints.append(.init("unique", true)) }
    if case .code(let list) = field.kind {
      let labels = source.labels(of: list)
      constraints.append(.init("enum", .array(labels.map { .string($0.code) })))
      members.append(.init("categories", .array(labels.map(category))))
      members.append(.init("categoriesOrdered", .bool(list.isOrdered)))
    }
    if case .codes(let list) = field.kind { members.append(.init("list", .string(list.rawValue))) }
    if !constraints.isEmpty { members.append(.init("constraints", .object(constraints))) }
    return .object(members)
  }

  private func category(_ label: ExportSource.Label) -> JSON {
    .object([
      .init("value", .string(label.code)), .init("label", .string(label.texts[0])),
      .init("labels", translations(label.texts)),
    ])
  }

  private func translations(_ texts: [String]) -> JSON {
    .object(zip(Language.allCases, texts).map { .init($0.rawValue, .string($1)) })
  }

  private func type(_ kind: ExportField.Kind) -> String {
    switch kind {
    case .id, .text, .code, .codes, .word, .words: "string"
    case .day: "date"
    case .flag: "boolean"
    case .count: "integer"
    case .number: "number"
    }
  }
}
