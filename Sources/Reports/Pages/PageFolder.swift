import Membership
import Metrics
import Storage
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

  /// A file with what the receipt says of it.
  struct Written: Sendable {
    let file: ReportFile
    /// How many rows it has, where it is a table.
    let rows: Int?
    let sha256: String

    init(_ path: String, _ bytes: [UInt8], rows: Int? = nil) {
      file = ReportFile(path: path, bytes: bytes)
      self.rows = rows
      sha256 = SHA256.hexadecimal(of: bytes)
    }
  }

  /// Pages, tables and receipt.
  func files() -> [ReportFile] {
    let imprint = Imprint(cohort.dataset, cohort.schedule, options)
    let tables = tables
    let csv = Parallel.map(tables.count, threads: cohort.threads) { number in
      let table = tables[number]
      return Written("tables/\(table.file).csv", table.table.csvBytes, rows: table.table.rows.count)
    }
    let (spreadsheets, guardedCells) = spreadsheets(tables)
    let downloads = zip(tables, csv).map { table, written in
      PageWriter.Download(
        path: written.file.path, title: table.title, rows: table.table.rows.count,
        byteCount: written.file.bytes.count)
    }
    let document = document
    let pages = Parallel.map(imprint.languages.count, threads: cohort.threads) { number in
      let language = imprint.languages[number]
      return Written(
        Imprint.fileName(language),
        PageWriter(document, in: language, imprint, downloads: downloads).markup.text.bytes)
    }
    let all = pages + csv + spreadsheets
    let receipt = Receipt(
      kind: document.kind, dataset: cohort.dataset, asOf: cohort.asOf, window: window,
      comparison: comparison, schedule: cohort.schedule, imprint: imprint, options: options,
      files: all, guardedCells: guardedCells)
    return all.map(\.file) + [ReportFile(path: Receipt.fileName, bytes: receipt.bytes)]
  }

  /// The tables once more for spreadsheets, if that was asked for, and how many cells were changed.
  private func spreadsheets(_ tables: [ExhibitTable]) -> (files: [Written], guardedCells: Int) {
    guard let flavour = options.spreadsheet else { return ([], 0) }
    var files: [Written] = []
    var guardedCells = 0
    for table in tables {
      let (bytes, guarded) = table.table.spreadsheetBytes(flavour)
      guardedCells += guarded
      files.append(
        Written("spreadsheet/\(table.file).csv", bytes, rows: table.table.rows.count))
    }
    return (files, guardedCells)
  }
}
