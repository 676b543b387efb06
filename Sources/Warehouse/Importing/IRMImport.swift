internal import Storage

/// Turns one edition of the IRM commitments database into a dataset folder (irm-import.md).
public enum IRMImport {
  /// Imports a file.
  ///
  /// The folder appears whole or not at all. Nothing is written where the source has a fault: an
  /// unknown label, an unknown country, a plan without a year.
  ///
  /// - Parameters:
  ///   - file: The published CSV file.
  ///   - countries: A CSV file with `country`, `iso3` and `region` for the names used there.
  ///   - out: The dataset folder to write.
  /// - Returns: The account of what was read, written and dropped.
  /// - Throws: ``ImportError`` with every fault of the source, or an error that names the
  ///   operation, the path and the reason.
  public static func run(
    file: String, countries: String, out: String
  ) throws -> ImportAccount {
    let table = try SourceTable(contents(of: file), fileName: Paths.name(of: file))
    let list = try SourceTable(contents(of: countries), fileName: Paths.name(of: countries))
    let (files, account) = try convert(table, countries: CountryList(list))
    var folder = try OutputFolder(out, inputs: [file, countries])
    for (name, bytes) in files { try folder.write(name, bytes) }
    try folder.commit()
    return account
  }

  private static func contents(of path: String) throws -> [UInt8] {
    guard let bytes = try Paths.contents(of: path, limit: 1 << 28) else {
      throw ImportError(path, line: 0, column: 0, "missing-file", "there is no such file")
    }
    return bytes
  }

  /// The dataset's files and the account, without touching the disk.
  static func convert(
    _ table: SourceTable, countries: CountryList
  ) throws(ImportError) -> (files: [(name: String, bytes: [UInt8])], account: ImportAccount) {
    var conversion = try IRMConversion(IRMSource(table), countries)
    conversion.readPlans()
    conversion.readCommitments()
    return try conversion.finish()
  }
}

/// ISO codes and OGP's regions for country names.
struct CountryList {
  private var entries: [String: (name: String, iso: String, region: String)] = [:]

  /// Reads the list.
  ///
  /// - Parameter table: A file with the columns `country`, `iso3` and `region`.
  /// - Throws: ``ImportError`` with every row that is not a country with code and region.
  init(_ table: SourceTable) throws(ImportError) {
    let header = (table.records.first ?? []).map { IRMVocabulary.columnName($0.text) }
    guard let name = header.firstIndex(of: "country"), let iso = header.firstIndex(of: "iso3"),
      let region = header.firstIndex(of: "region")
    else {
      throw ImportError(
        table.fileName, line: 1, column: 1, "missing-column",
        "expected the columns country, iso3 and region")
    }
    var faults: [Diagnostic] = []
    func fault(_ cell: SourceTable.Cell, _ message: String) {
      faults.append(
        Diagnostic(
          code: Diagnostic.Code(rawValue: "bad-country"), severity: .error,
          place: Diagnostic.Place(file: table.fileName, line: cell.line, column: cell.column),
          message: message))
    }
    for record in table.records.dropFirst() {
      guard record.count == header.count else {
        fault(record[0], "\(record.count) fields; expected \(header.count) as in the header")
        continue
      }
      let code = IRMVocabulary.trimmed(record[iso].text)
      let place = IRMVocabulary.trimmed(record[region].text)
      if Country(code) == nil {
        fault(record[iso], "'\(code)' is not an ISO 3166-1 alpha-3 code")
      } else if CodeList.region.number(of: place) == nil {
        fault(
          record[region],
          "'\(place)' is not a region; expected one of "
            + CodeList.region.codes.joined(separator: ", "))
      } else {
        let text = IRMVocabulary.trimmed(record[name].text)
        entries[IRMVocabulary.label(text)] = (text, Country(code)?.description ?? code, place)
      }
    }
    guard faults.isEmpty else { throw ImportError(faults) }
  }

  /// A country by its name in any case.
  subscript(name: String) -> (name: String, iso: String, region: String)? {
    entries[IRMVocabulary.label(name)]
  }

  /// All names in byte order.
  var names: [String] { entries.values.map(\.name).sorted() }
}
