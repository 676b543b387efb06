import Foundation
import Storage
import TestSupport
import Testing
import Warehouse

@Suite("SQLiteReader")
struct SQLiteReaderTests {
  /// A CSV file as rows of cells, the header first.
  private func rows(_ url: URL) throws -> [[String]] {
    let table = try SourceTable(Array(Data(contentsOf: url)), fileName: url.lastPathComponent)
    return table.records.map { $0.map(\.text) }
  }

  private func cells(_ block: SQLiteReader.Block) -> [[String]] {
    var rows: [[String]] = []
    var start = 0
    for (index, end) in block.ends.enumerated() {
      if index % block.columnCount == 0 { rows.append([]) }
      rows[rows.count - 1].append(String(decoding: block.bytes[start..<end], as: UTF8.self))
      start = end
    }
    return rows
  }

  @Test(
    "the nine cases come out of SQLite cell for cell as they stand in their files",
    arguments: try FileManager.default.contentsOfDirectory(
      atPath: Shared.folder.appending(path: "cases").path
    ).filter { !$0.contains(".") }.sorted())
  func cases(name: String) throws {
    let folder = Shared.folder.appending(path: "cases/\(name)/data")
    let place = try Workplace()
    let path = place.path + "/data.sqlite"
    var tables: [(name: String, rows: [[String]])] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".csv") {
      tables.append((String(file.dropLast(4)), try rows(folder.appending(path: file))))
    }
    try SQLiteWriter.write(to: path) { writer throws(StorageError) in
      for (table, rows) in tables {
        // Columns without a type keep whole numbers as numbers and text as text.
        let columns = rows[0].map { "\"\($0)\"" }.joined(separator: ",")
        try writer.run("CREATE TABLE \(table)(\(columns))")
        var next = 1
        try writer.insert(into: table, columnCount: rows[0].count) { values in
          guard next < rows.count else { return false }
          for cell in rows[next] {
            if cell.isEmpty {
              values.append(.missing)
            } else if let number = Int(cell), String(number) == cell {
              values.append(.integer(number))
            } else {
              values.append(.text(cell))
            }
          }
          next += 1
          return true
        }
      }
    }
    let reader = try SQLiteReader(path: path)
    #expect(reader.place(of: "plans") == "data.sqlite/plans")
    for (table, rows) in tables {
      #expect(try reader.columns(of: table) == rows[0])
      var read: [[String]] = []
      try reader.read(table, rowsPerBlock: 7) { block in
        #expect(block.firstRow == read.count)
        read += cells(block)
        #expect(block.wrong.isEmpty)
      }
      #expect(read == Array(rows.dropFirst()), "\(table)")
    }
    #expect(try reader.columns(of: "codes") == nil)
  }

  @Test("what no CSV cell could hold is known by its place, its text is empty")
  func mistyped() throws {
    let place = try Workplace()
    let path = place.path + "/odd.sqlite"
    try SQLiteWriter.write(to: path) { writer throws(StorageError) in
      try writer.run("CREATE TABLE plans(plan_id, endorsements REAL)")
      try writer.run("INSERT INTO plans VALUES ('a', 5), ('b', 2.5), (x'00ff', 3)")
      try writer.run("INSERT INTO plans VALUES (CAST(x'61ff' AS TEXT), 1e300), ('', NULL)")
      var isDone = false
      try writer.insert(into: "plans", columnCount: 2) { values in
        if isDone { return false }
        isDone = true
        values = [.text("n\u{0}l"), .integer(9)]
        return true
      }
    }
    let reader = try SQLiteReader(path: path)
    try reader.read("plans") { block in
      #expect(
        cells(block) == [["a", "5"], ["b", ""], ["", "3"], ["", ""], ["", ""], ["", "9"]])
      #expect(
        block.wrong == [
          3: .real(2.5), 4: .blob, 6: .notUTF8, 7: .real(1e300), 10: .nul,
        ])
    }
  }

  @Test("a refusal is a diagnostic of the file with the refusal's code")
  func refused() throws {
    let place = try Workplace()
    let path = place.path + "/none.sqlite"
    let missing = try #require(throws: Diagnostic.self) { _ = try SQLiteReader(path: path) }
    #expect(
      missing.description
        == "none.sqlite:0:0: error: there is no such file [sqlite-unreadable]")
    try SQLiteWriter.write(to: path) { writer throws(StorageError) in
      try writer.run("CREATE TABLE t(a)")
      try writer.run("CREATE VIEW plans AS SELECT a FROM t")
    }
    let reader = try SQLiteReader(path: path)
    let view = try #require(throws: Diagnostic.self) { _ = try reader.columns(of: "plans") }
    #expect(view.code.rawValue == "sqlite-view")
    #expect(view.place.file == "none.sqlite/plans")
  }

  @Test("names in the file break no line of a diagnostic")
  func names() throws {
    let place = try Workplace()
    let path = place.path + "/two\nlines.sqlite"
    try SQLiteWriter.write(to: path) { writer throws(StorageError) in
      try writer.run("CREATE TABLE \"a\nb\u{2028}c\"(d)")
    }
    // A schema that SQLite cannot read, and names in what it says.
    var bytes = Array(try Data(contentsOf: URL(filePath: path)))
    let statement = try #require(bytes.firstRange(of: Array("CREATE TABLE".utf8)))
    bytes[statement.upperBound - 1] = UInt8(ascii: "?")
    try Data(bytes).write(to: URL(filePath: path))
    let refusal = try #require(throws: Diagnostic.self) { _ = try SQLiteReader(path: path) }
    #expect(refusal.code.rawValue == "sqlite-corrupt")
    #expect(refusal.description.hasPrefix("two\\nlines.sqlite:0:0: error: "))
    #expect(refusal.message.contains("a\\nb\\u{2028}c"))
    #expect(refusal.description.split(whereSeparator: \.isNewline).count == 1)
  }
}
