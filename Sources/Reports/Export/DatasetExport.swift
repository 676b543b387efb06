package import Metrics
import Storage
package import Warehouse

/// `ogpstats export`: a folder for notebooks, spreadsheets and warehouses.
///
/// Tidy CSV files, a data package that describes them, a SQLite file of the same tables, and
/// `dataset.json`, so that the folder can itself be read as a dataset. Written whole or not at all.
package struct DatasetExport: Sendable {
  /// What was written.
  package struct Summary: Hashable, Sendable {
    /// How many tables.
    package let tables: Int
    /// How many rows in all of them.
    package let rows: Int
    /// How many text cells got an apostrophe for spreadsheets.
    package let guardedCells: Int
    /// What readers without a schema could take for something else, a line each.
    package let cautions: [String]
  }

  private let source: ExportSource
  private let flavour: SpreadsheetFlavour?
  private let about: [(name: String, value: String)]

  /// An export.
  ///
  /// - Parameters:
  ///   - cohort: The data, the as-of day and the rules.
  ///   - asOf: The as-of day; nothing where the data has none.
  ///   - flavour: For CSV that spreadsheets open; nothing: for programs.
  ///   - program: Name, version and commit of the program.
  package init(
    of cohort: Cohort, asOf: Day?, flavour: SpreadsheetFlavour? = nil, program: String
  ) {
    source = ExportSource(cohort)
    self.flavour = flavour
    let origin = cohort.dataset.origin
    about = [
      ("title", origin.about.title), ("source", origin.about.source),
      ("licence", origin.about.licence),
      ("synthetic", origin.about.isSynthetic ? "true" : "false"),
      ("as_of", asOf?.description ?? ""),
      ("rows_left_out", String(origin.rejectedRows.values.reduce(0, +))), ("program", program),
    ]
  }

  /// Writes the folder.
  ///
  /// - Parameters:
  ///   - path: The folder; one that this program wrote is replaced.
  ///   - inputs: Files and folders that are read: the target may not be one of them.
  /// - Returns: What was written.
  /// - Throws: ``StorageError``, or ``MetricError`` where a metric cannot be asked for.
  package func write(to path: String, inputs: [String]) throws -> Summary {
    var folder = try OutputFolder(path, inputs: inputs)
    let metrics = try source.metricRows()
    let tables =
      [source.datasetRows(about), source.ruleRows, source.labelRows(metrics)] + source.dataRows
      + source.linkRows + source.replayRows + metrics
    var resources: [DataPackage.Resource] = []
    for rows in tables { resources.append(try write(rows, into: &folder)) }
    let database = "ogpstats.sqlite"
    try ExportDatabase.write(
      to: try folder.path(of: database), shown: Paths.join(path, database), tables)
    let written = try folder.adopt(database)
    let package = DataPackage(
      source: source, about: about, flavour: flavour, resources: resources,
      database: (written.byteCount, written.sha256))
    let cautions = cautions(resources.filter { $0.table.name != ExportSchema.labels.name })
    try folder.write("datapackage.json", Array(package.json.pretty.utf8))
    try folder.write("dataset.json", Array(datasetFile.pretty.utf8))
    try folder.write(
      "README.md",
      Array(ExportGuide(about: about, resources: resources, cautions: cautions).text.utf8))
    try folder.commit()
    return Summary(
      tables: tables.count, rows: tables.reduce(0) { $0 + $1.count },
      guardedCells: resources.reduce(0) { $0 + $1.guardedCells }, cautions: cautions)
  }

  /// What our own loader reads of the data as a whole.
  private var datasetFile: JSON {
    func text(_ name: String) -> JSON { .string(about.first { $0.name == name }?.value ?? "") }
    var members: [JSON.Member] = [
      .init("title", text("title")), .init("source", text("source")),
      .init("licence", text("licence")),
      .init("synthetic", .bool(source.dataset.origin.about.isSynthetic)),
    ]
    // The loader then takes the apostrophes away again.
    if flavour != nil { members.append(.init("spreadsheet", .bool(true))) }
    return .object(members)
  }

  /// Writes one table as CSV, a megabyte at a time.
  private func write(
    _ rows: ExportRows, into folder: inout OutputFolder
  ) throws(StorageError) -> DataPackage.Resource {
    var file = try folder.file(rows.table.fileName)
    var csv = CSVWriter(flavour)
    csv.write(header: rows.table.fields.map(\.name))
    var columns = [FieldCensus](repeating: FieldCensus(), count: rows.table.fields.count)
    var cells: [ResultTable.Cell] = []
    for row in 0..<rows.count {
      cells.removeAll(keepingCapacity: true)
      rows.fill(row, &cells)
      for (column, cell) in cells.enumerated() { columns[column].add(cell) }
      csv.write(cells)
      if csv.text.count > 1 << 20 {
        try file.write(csv.text.bytes)
        csv.text = ByteText()
      }
    }
    try file.write(csv.text.bytes)
    let finished = try file.finish()
    folder.add(finished)
    return DataPackage.Resource(
      table: rows.table, byteCount: finished.byteCount, sha256: finished.sha256,
      rowCount: rows.count, columns: columns, guardedCells: csv.guardedCount)
  }

  private func cautions(_ resources: [DataPackage.Resource]) -> [String] {
    resources.flatMap { resource in
      zip(resource.table.fields, resource.columns).flatMap { field, census in
        let place = "\(resource.table.fileName), \(field.name)"
        var lines: [String] = []
        if census.missingWords > 0 {
          let cells = census.missingWords == 1 ? "1 cell is" : "\(census.missingWords) cells are"
          lines.append(
            "\(place): \(cells) a word that pandas and R take for missing, such as NA; read it"
              + " with keep_default_na=False, or from ogpstats.sqlite")
        }
        if census.losesDigits {
          lines.append(
            "\(place): every cell looks like a number, and some would change as one (leading"
              + " zeros); read it as text, or from ogpstats.sqlite")
        }
        if census.becomesText {
          lines.append(
            "\(place): the first rows look like numbers and later ones do not; polars needs"
              + " infer_schema_length=None")
        }
        return lines
      }
    }
  }
}

extension CSVWriter {
  /// A writer of CSV for programs, or of a flavour for spreadsheets.
  init(_ flavour: SpreadsheetFlavour?) {
    guard let flavour else {
      self.init(separator: UInt8(ascii: ","), lineEnd: "\n")
      return
    }
    self.init(flavour)
  }

  /// A writer of a flavour for spreadsheets.
  init(_ flavour: SpreadsheetFlavour) {
    self.init(
      separator: flavour.delimiter.rawValue.utf8.first ?? UInt8(ascii: ","), lineEnd: "\r\n")
    decimalMark = flavour.decimalMark.rawValue.utf8.first ?? UInt8(ascii: ".")
    guardsFormulas = true
    text.append("\u{FEFF}")
  }
}
