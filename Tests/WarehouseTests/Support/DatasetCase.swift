import Foundation
import Storage
import TestSupport
import Testing
import Warehouse

/// A folder of `Cases`: a small dataset and what the loader must say of it.
///
/// - The dataset: the folder's CSV files; or `data.sql`, made into a SQLite file; or `data.sqlite`.
/// - `options.txt`: how it is read (`cellBytes 20`, `skip-bad-rows`), and bytes of the SQLite file
///   to be changed (`byte 18 2`) or cut off (`cut 512`).
/// - `expected.txt`: every diagnostic, as it is printed.
/// - `content.txt`: everything that is read, where the dataset may be used.
/// - `rejects.txt`: the rows left out, each with its reason.
struct DatasetCase: CustomTestStringConvertible, Sendable {
  static let folder = Shared.packageRoot.appending(path: "Tests/WarehouseTests/Cases")

  static let all: [DatasetCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map(DatasetCase.init)
  }()

  let name: String

  var testDescription: String { name }

  private var folder: URL { Self.folder.appending(path: name) }

  func text(_ file: String) -> String? {
    (try? Data(contentsOf: folder.appending(path: file)))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func record(_ text: String, _ file: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: file))
  }

  /// The CSV files, by name; nothing for a SQLite case.
  var files: [String: [UInt8]]? {
    guard !isDatabase else { return nil }
    var files: [String: [UInt8]] = [:]
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    where name.hasSuffix(".csv") || name == "dataset.json" {
      guard let data = try? Data(contentsOf: folder.appending(path: name)) else { continue }
      files[name] = Array(data)
    }
    return files
  }

  private var isDatabase: Bool { text("data.sql") != nil || text("data.sqlite") != nil }

  private var settings: [[Substring]] {
    (text("options.txt") ?? "").split(separator: "\n").map { $0.split(separator: " ") }
  }

  /// How the case is read.
  var options: LoadOptions {
    var options = LoadOptions()
    for setting in settings {
      let number = setting.count > 1 ? Int(setting[1]) ?? 0 : 0
      switch setting[0] {
      case "skip-bad-rows": options.skipsBadRows = true
      case "cellBytes": options.limits.cellBytes = number
      case "recordBytes": options.limits.recordBytes = number
      case "columns": options.limits.columns = number
      case "fileBytes": options.limits.fileBytes = number
      default: break
      }
    }
    return options
  }

  /// The dataset's path: the folder, or the SQLite file made of it.
  func path(in place: Workplace) throws -> String {
    guard isDatabase else { return folder.path }
    let path = place["data.sqlite"]
    if let sql = text("data.sql") {
      try SQLiteWriter.write(to: path) { writer throws(StorageError) in try writer.run(sql) }
    } else {
      try FileManager.default.copyItem(
        atPath: folder.appending(path: "data.sqlite").path, toPath: path)
    }
    var bytes = try Array(Data(contentsOf: URL(filePath: path)))
    for setting in settings {
      let numbers = setting.dropFirst().compactMap { Int($0) }
      if setting[0] == "byte" { bytes[numbers[0]] = UInt8(numbers[1]) }
      if setting[0] == "cut" { bytes.removeSubrange(numbers[0]...) }
    }
    try place.put(bytes, "data.sqlite")
    return path
  }
}

extension LoadResult {
  /// Every diagnostic as it is printed, and the counts of what is not shown.
  var told: String {
    (log.shown.map(\.description) + log.remainders).map { $0 + "\n" }.joined()
  }

  /// The rows left out, each with its reason and its text.
  var rejected: String {
    rejects.map { row in
      "\(row.place.file):\(row.place.line):\(row.place.column): \(row.message)"
        + " [\(row.code.rawValue)]\n"
        + row.record.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "  \($0)\n" }.joined()
    }.joined()
  }

  /// Everything that came of reading, for comparing.
  var everything: String {
    let tables = summaries.map { table in
      "\(table.table) \(table.fileName) \(table.rowCount) \(table.rejectedCount)"
        + " \(table.period.map { "\($0)" } ?? "-") "
        + table.columns.map { "\($0.isPresent ? "" : "-")\($0.missing)" }.joined(separator: " ")
    }
    let kinds = log.kinds.map { kind in
      "\(kind.code.rawValue) \(kind.count) "
        + kind.files.map { "\($0.file) \($0.count)" }.joined(separator: " ")
    }
    let places = dataset.map { dataset in
      TableName.allCases.map { table in
        (0..<min(1000, summaries.first { $0.table == table }?.rowCount ?? 0)).map {
          dataset.origin.place(of: $0, in: table)
        }.joined(separator: " ")
      }.joined(separator: "\n")
    }
    return [
      told, rejected, tables.joined(separator: "\n"), kinds.joined(separator: "\n"),
      dataset.map { DatasetText($0).description } ?? "none", places ?? "none",
    ].joined(separator: "\n--\n")
  }
}
