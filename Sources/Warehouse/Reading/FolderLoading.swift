internal import Storage

/// A folder's files by name, on disk or in memory.
struct FolderFiles {
  /// The folder as messages name it.
  let name: String
  /// The names in it, in byte order.
  let names: [String]
  /// Opens one of them.
  let open: (_ name: String) throws(StorageError) -> MappedFile

  /// The files of a folder on disk.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - options: How to read.
  /// - Throws: ``StorageError`` where it cannot be listed.
  init(in folder: String, _ options: LoadOptions) throws(StorageError) {
    name = Paths.name(of: folder)
    names = try Paths.names(in: folder)
    open = { name throws(StorageError) in
      try MappedFile(
        Paths.join(folder, name), limit: options.limits.fileBytes,
        access: options.mapsFiles ? .mapping : .copy)
    }
  }

  /// Files in memory.
  ///
  /// - Parameters:
  ///   - files: The content of each by name.
  ///   - options: How to read.
  init(_ files: [String: [UInt8]], _ options: LoadOptions) {
    name = "memory"
    names = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    open = { name throws(StorageError) in
      try MappedFile(files[name] ?? [], as: name, limit: options.limits.fileBytes)
    }
  }
}

/// Reads a folder of CSV files.
enum FolderLoading {
  /// The most entries of a folder that is looked at.
  private static let mostEntries = 10_000
  /// What a dataset says of itself.
  private static let aboutName = "dataset.json"

  static func load(_ folder: FolderFiles, _ options: LoadOptions) -> LoadResult {
    var session = LoadSession(options)
    guard folder.names.count <= mostEntries else {
      session.refuse(
        .unreadableFile, folder.name,
        "the folder has \(folder.names.count) entries; expected at most \(mostEntries)")
      return session.finish()
    }
    if folder.names.contains(aboutName) { readAbout(folder, into: &session) }
    var readers: [TableName: CSVTableReader] = [:]
    for table in LoadSession.order {
      let fileName = table.rawValue + ".csv"
      guard folder.names.contains(fileName) else {
        session.take(ReadTable(absent: table)) { _, _, _ in (0, 0) }
        continue
      }
      do throws(StorageError) {
        let file = try folder.open(fileName)
        let reader = CSVTableReader(
          file: session.isForSpreadsheets ? try undone(file, fileName, options) : file,
          fileName: fileName, schema: .of(table), known: session.known,
          options: options)
        var read = reader.read()
        if file.hasChanged() {
          read.add(
            .fileChanged, line: 0, column: 0,
            "the file changed while it was read; wait until the program that writes it is done")
        }
        session.files.append(
          Origin.File(
            name: fileName, byteCount: file.byteCount,
            sha256: options.hashesInputs ? SHA256.hexadecimal(of: file.bytes) : ""))
        session.take(read) { reader.place(row: $1, column: $2, in: $0) }
        readers[table] = reader
      } catch {
        var read = ReadTable(.of(table), fileName: fileName)
        read.add(.unreadableFile, line: 0, column: 0, unreadable(error))
        read.isComplete = false
        session.take(read) { _, _, _ in (0, 0) }
      }
    }
    session.files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    if let reader = readers[.members] {
      session.checkTerms { reader.place(row: $1, column: $2, in: $0) }
    }
    session.reportMissingTables(among: folder.names)
    return session.finish { table, rows in
      readers[table.schema.table]?.records(of: rows, in: table) ?? []
    }
  }

  /// A file for spreadsheets as it would be for programs.
  private static func undone(
    _ file: MappedFile, _ name: String, _ options: LoadOptions
  ) throws(StorageError) -> MappedFile {
    let bytes = file.bytes.copy(0..<file.byteCount)
    return try MappedFile(
      FormulaGuard.undone(bytes, .sniff(file.bytes)), as: name, limit: options.limits.fileBytes)
  }

  private static func unreadable(_ error: StorageError) -> String {
    "the file cannot be read: \(error.reason)" + (error.advice.isEmpty ? "" : "; \(error.advice)")
  }

  // MARK: - dataset.json

  private static func readAbout(_ folder: FolderFiles, into session: inout LoadSession) {
    let bytes: [UInt8]
    do throws(StorageError) {
      let file = try folder.open(aboutName)
      guard file.byteCount <= 1 << 20 else {
        session.refuse(
          .badAbout, aboutName, "the file has \(file.byteCount) bytes; expected at most \(1 << 20)")
        return
      }
      bytes = file.bytes.copy(0..<file.byteCount)
    } catch {
      session.refuse(.unreadableFile, aboutName, unreadable(error))
      return
    }
    do throws(JSONError) {
      let json = try JSON(parsing: bytes)
      guard case .object = json else {
        session.refuse(
          .badAbout, aboutName, "expected an object: {\"title\": …, \"synthetic\": true}")
        return
      }
      session.about = about(json, into: &session)
    } catch {
      session.refuse(
        .badAbout, aboutName, error.message, line: error.line, column: error.column)
    }
  }

  private static func about(_ json: JSON, into session: inout LoadSession) -> Origin.About {
    var about = Origin.About()
    for (name, path) in [
      ("title", \Origin.About.title), ("source", \.source), ("licence", \.licence),
    ] {
      guard let value = json[name], value != .null else { continue }
      if let text = value.text {
        about[keyPath: path] = text
      } else {
        session.refuse(.badAbout, aboutName, "\(name) is not text; expected text in quotes")
      }
    }
    about.isSynthetic = answer("synthetic", json, into: &session)
    session.isForSpreadsheets = answer("spreadsheet", json, into: &session)
    return about
  }

  /// Whether something is said to be so; no where nothing is said.
  private static func answer(
    _ name: String, _ json: JSON, into session: inout LoadSession
  ) -> Bool {
    switch json[name] {
    case .bool(let value): return value
    case nil, .null: return false
    default:
      session.refuse(
        .badAbout, aboutName, "\(name) is neither true nor false; expected one of them")
      return false
    }
  }
}
