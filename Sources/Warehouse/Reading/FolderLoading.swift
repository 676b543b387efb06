internal import Storage

/// Reads a folder of CSV files.
enum FolderLoading {
  /// The most entries of a folder that is looked at.
  private static let mostEntries = 10_000

  static func load(_ folder: String, names: [String], _ options: LoadOptions) -> LoadResult {
    var session = LoadSession(options)
    guard names.count <= mostEntries else {
      session.general.append(
        Diagnostic(
          code: Fault.unreadableFile.code, severity: .error,
          place: Diagnostic.Place(file: Paths.name(of: folder), line: 0, column: 0),
          message: "the folder has \(names.count) entries; expected at most \(mostEntries)"))
      return session.finish()
    }
    if names.contains("dataset.json") { readAbout(folder, into: &session) }
    var membersReader: CSVTableReader?
    for table in LoadSession.order {
      let fileName = table.rawValue + ".csv"
      guard names.contains(fileName) else {
        session.take(ReadTable(absent: table)) { _, _, _ in (0, 0) }
        continue
      }
      let schema = TableSchema.of(table)
      do throws(StorageError) {
        let file = try MappedFile(
          Paths.join(folder, fileName), limit: options.limits.fileBytes,
          access: options.mapsFiles ? .mapping : .copy)
        let reader = CSVTableReader(
          file: file, fileName: fileName, schema: schema, known: session.known, options: options)
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
        if table == .members { membersReader = reader }
      } catch {
        var read = ReadTable(schema, fileName: fileName)
        read.add(.unreadableFile, line: 0, column: 0, error.description)
        read.isComplete = false
        session.take(read) { _, _, _ in (0, 0) }
      }
    }
    session.files.sort { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    if let reader = membersReader {
      session.checkTerms { reader.place(row: $1, column: $2, in: $0) }
    }
    return session.finish()
  }

  private static func readAbout(_ folder: String, into session: inout LoadSession) {
    do {
      let bytes = try Paths.contents(of: Paths.join(folder, "dataset.json"), limit: 1 << 20) ?? []
      let json = try JSON(parsing: bytes)
      session.about.title = json["title"]?.text ?? ""
      session.about.source = json["source"]?.text ?? ""
      session.about.licence = json["licence"]?.text ?? ""
      session.about.isSynthetic = json["synthetic"] == .bool(true)
    } catch {
      session.general.append(
        Diagnostic(
          code: Fault.badAbout.code, severity: .error,
          place: Diagnostic.Place(file: "dataset.json", line: 0, column: 0),
          message: "the file is not read: \(error)"))
    }
  }
}

/// Reads a SQLite file.
enum DatabaseLoading {
  static func load(_ path: String, _ options: LoadOptions) -> LoadResult {
    var session = LoadSession(options)
    let name = Paths.name(of: path)
    do throws(Diagnostic) {
      let source = try SQLiteReader(path: path, limit: options.limits.fileBytes)
      session.general += source.warnings
      for table in LoadSession.order {
        let read = DatabaseTableReader.read(
          .of(table), from: source, known: session.known, options: options)
        session.take(read) { read, row, column in (row + 1, max(0, read.fileColumns[column]) + 1) }
      }
      try readAbout(source, into: &session)
      session.checkTerms { read, row, column in (row + 1, max(0, read.fileColumns[column]) + 1) }
    } catch {
      session.general.append(error)
      for table in TableName.allCases where session.tables[table] == nil {
        var read = ReadTable(.of(table), fileName: name + "/" + table.rawValue)
        read.isComplete = false
        session.tables[table] = read
      }
    }
    do throws(StorageError) {
      let file = try MappedFile(path, limit: options.limits.fileBytes)
      session.files.append(
        Origin.File(
          name: name, byteCount: file.byteCount,
          sha256: options.hashesInputs ? SHA256.hexadecimal(of: file.bytes) : ""))
    } catch {
      // The database could not be read either, which is reported.
    }
    return session.finish()
  }

  private static func readAbout(
    _ source: borrowing SQLiteReader, into session: inout LoadSession
  ) throws(Diagnostic) {
    guard let columns = try source.columns(of: "dataset") else { return }
    let lowered = columns.map { $0.lowercased() }
    guard let name = lowered.firstIndex(of: "name"), let value = lowered.firstIndex(of: "value")
    else { return }
    var pairs: [String: String] = [:]
    try source.read("dataset") { block in
      func text(_ index: Int) -> String {
        let start = index == 0 ? 0 : block.ends[index - 1]
        return String(decoding: block.bytes[start..<block.ends[index]], as: UTF8.self)
      }
      for row in 0..<min(block.rowCount, 100) {
        pairs[text(row * columns.count + name)] = text(row * columns.count + value)
      }
    }
    session.about.title = pairs["title"] ?? ""
    session.about.source = pairs["source"] ?? ""
    session.about.licence = pairs["licence"] ?? ""
    session.about.isSynthetic = ["true", "yes", "1"].contains(pairs["synthetic"] ?? "")
  }
}
