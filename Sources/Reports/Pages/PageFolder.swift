import Membership
import Metrics
import Warehouse

/// Puts a document and its tables together into the files of a folder.
struct PageFolder {
  let document: Document
  let cohort: Cohort
  let window: Window?
  let comparison: Window?
  let options: PageOptions

  /// The tables of a document, each once, in the order of the page.
  private var tables: [ExhibitTable] {
    var seen: Set<String> = []
    return document.chapters.flatMap(\.exhibits).flatMap(\.tables).filter {
      seen.insert($0.file).inserted
    }
  }

  /// Pages, tables and receipt.
  func files() -> [ReportFile] {
    let imprint = Imprint(cohort.dataset, cohort.schedule, options)
    var pages: [(file: ReportFile, rows: Int?)] = []
    var csv: [(file: ReportFile, rows: Int?)] = []
    var spreadsheets: [(file: ReportFile, rows: Int?)] = []
    var downloads: [PageWriter.Download] = []
    var guardedCells = 0
    let tables = tables
    // Each table is independent of the others; their order in the folder is that of the page.
    let written = Parallel.map(tables.count, threads: cohort.threads) { tables[$0].table.csvBytes }
    for (table, bytes) in zip(tables, written) {
      let file = ReportFile(path: "tables/\(table.file).csv", bytes: bytes)
      csv.append((file, table.table.rows.count))
      downloads.append(
        PageWriter.Download(
          path: file.path, title: table.title, rows: table.table.rows.count,
          byteCount: bytes.count))
      guard let flavour = options.spreadsheet else { continue }
      let (marked, guarded) = table.table.spreadsheetBytes(flavour)
      guardedCells += guarded
      spreadsheets.append(
        (ReportFile(path: "spreadsheet/\(table.file).csv", bytes: marked), table.table.rows.count))
    }
    let document = document
    let shown = downloads
    let texts = Parallel.map(imprint.languages.count, threads: cohort.threads) { number in
      PageWriter(document, in: imprint.languages[number], imprint, downloads: shown).markup.text
        .bytes
    }
    for (language, bytes) in zip(imprint.languages, texts) {
      pages.append((ReportFile(path: Imprint.fileName(language), bytes: bytes), nil))
    }
    let all = pages + csv + spreadsheets
    let receipt = Receipt(
      kind: document.kind, dataset: cohort.dataset, asOf: cohort.asOf, window: window,
      comparison: comparison, schedule: cohort.schedule, imprint: imprint, options: options,
      files: all, guardedCells: guardedCells)
    return all.map(\.file) + [ReportFile(path: Receipt.fileName, bytes: receipt.bytes)]
  }
}
