internal import Storage

/// Reads a SQLite file.
enum DatabaseLoading {
  static func load(_ path: String, _ options: LoadOptions) -> LoadResult {
    var session = LoadSession(options)
    let name = Paths.name(of: path)
    do throws(StorageError) {
      let file = try MappedFile(path, limit: options.limits.fileBytes)
      session.files.append(
        Origin.File(
          name: name, byteCount: file.byteCount,
          sha256: options.hashesInputs ? SHA256.hexadecimal(of: file.bytes) : ""))
    } catch {
      // The database cannot be read either, which is reported.
    }
    do throws(Diagnostic) {
      let source = try SQLiteReader(path: path, limit: options.limits.fileBytes)
      session.general += source.warnings
      for table in LoadSession.order {
        let read = DatabaseTableReader.read(
          .of(table), from: source, known: session.known, options: options)
        session.take(read, place: place)
      }
      try readAbout(source, into: &session)
      session.checkTerms(place: place)
      session.reportMissingTables(among: source.tableNames)
      return session.finish { records(of: $1, in: $0, source) }
    } catch {
      session.general.append(error)
      return session.finish()
    }
  }

  private static func place(
    _ table: ReadTable, _ row: Int, _ column: Int
  ) -> (line: Int, column: Int) {
    (row + 1, max(0, table.fileColumns[column]) + 1)
  }

  /// The text of some rows of a table, as lines of CSV.
  private static func records(
    of rows: [Int], in table: ReadTable, _ source: borrowing SQLiteReader
  ) -> [String] {
    var texts: [String] = []
    do throws(Diagnostic) {
      try source.read(table.schema.table.rawValue) { block in
        while texts.count < rows.count, rows[texts.count] < block.firstRow + block.rowCount {
          let first = (rows[texts.count] - block.firstRow) * block.columnCount
          texts.append(CSVRows.line((first..<first + block.columnCount).map(block.text)))
        }
      }
    } catch {
      // It was read before; should it fail now, the rows keep their reasons without their text.
    }
    return texts
  }

  // MARK: - The table dataset

  private static func readAbout(
    _ source: borrowing SQLiteReader, into session: inout LoadSession
  ) throws(Diagnostic) {
    guard let columns = try source.columns(of: "dataset") else { return }
    let place = source.place(of: "dataset")
    let lowered = columns.map { $0.lowercased() }
    guard let name = lowered.firstIndex(of: "name"), let value = lowered.firstIndex(of: "value")
    else {
      session.refuse(.badAbout, place, "expected the columns name and value")
      return
    }
    var about = Origin.About()
    try source.read("dataset") { block in
      for row in 0..<min(block.rowCount, 100) {
        let text = block.text(row * block.columnCount + value)
        switch block.text(row * block.columnCount + name) {
        case "title": about.title = text
        case "source": about.source = text
        case "licence": about.licence = text
        case "synthetic":
          let words = YesNoWords.builtIn
          if let answer = words.value(words.words.number(text)) {
            about.isSynthetic = answer
          } else if !LabelKey.trimmed(text).isEmpty {
            session.refuse(
              .badAbout, place, "synthetic is \(Shown.text(text)); expected yes or no",
              line: block.firstRow + row + 1, column: value + 1)
          }
        default: break
        }
      }
    }
    session.about = about
  }
}
