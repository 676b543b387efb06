import Foundation
import Storage
import TestSupport
import Testing

@Suite("SQLiteDatabase")
struct SQLiteDatabaseTests {
  // MARK: - Public images of malformed databases

  private static let corpus = Shared.folder.appending(path: "corpora/sqlite-malformed")

  /// Runs a program and gives its standard output.
  @discardableResult
  private static func run(_ words: [String], input: String? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    let output = Pipe()
    process.standardOutput = output
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      try process.run()
      pipe.fileHandleForWriting.write(Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    } else {
      try process.run()
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(words) ended with an error")
    return String(decoding: data, as: UTF8.self)
  }

  @Test("every malformed image is refused by name, every readable one has no table of ours")
  func images() throws {
    let scratch = try Scratch()
    try Self.run([
      "tar", "-xJf", Self.corpus.appending(path: "decoded-hexdb.tar.xz").path, "-C", scratch.path,
    ])
    for name in try FileManager.default.contentsOfDirectory(
      atPath: Self.corpus.appending(path: "files").path)
    {
      let target = scratch[name]
      if FileManager.default.fileExists(atPath: target) { continue }
      try FileManager.default.copyItem(
        atPath: Self.corpus.appending(path: "files/\(name)").path, toPath: target)
    }
    try Self.run(
      ["python3", "-", Self.corpus.path, scratch.path],
      input: """
        import lzma, os, sqlite3, sys
        corpus, folder = sys.argv[1:]
        for name in ['fuzzdata3', 'fuzzdata7']:
            path = folder + '/packed.db'
            open(path, 'wb').write(lzma.open(corpus + '/' + name + '.db.xz').read())
            packed = sqlite3.connect(path)
            for number, image in packed.execute('SELECT dbid, dbcontent FROM db'):
                open(f'{folder}/{name}-{number:05}.db', 'wb').write(image)
            packed.close()
            os.remove(path)
        """)
    let expected = try String(
      contentsOf: Self.corpus.appending(path: "expected.tsv"), encoding: .utf8)
    var seen: [String: Int] = [:]
    var wrong: [String] = []
    var codes: [SQLiteRefusal.Code: Int] = [:]
    for line in expected.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let name = String(fields[0])
      let verdict = String(fields[fields.count - 1])
      guard FileManager.default.fileExists(atPath: scratch[name]) else { continue }
      seen[verdict, default: 0] += 1
      do {
        let database = try SQLiteDatabase(scratch[name])
        let isMissing = try database.table("members") == nil
        if verdict != "readable" || !isMissing { wrong.append(name) }
      } catch {
        codes[error.code, default: 0] += 1
        // Three images are too short for a page, which SQLite takes for empty databases.
        if verdict == "readable", error.code != .truncated { wrong.append("\(name): \(error)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
    #expect(seen.values.reduce(0, +) == 10_595, "\(seen)")
    let known: Set<SQLiteRefusal.Code> = [
      .corrupt, .notADatabase, .unsupported, .missingModule, .truncated, .empty,
    ]
    #expect(Set(codes.keys).isSubset(of: known), "\(codes)")
  }

  // MARK: - Journals

  /// Makes databases that a program was writing when they were copied.
  private static let writing = """
    import sqlite3, shutil, sys, os
    folder = sys.argv[1]
    def copy(name, parts):
        for part in parts:
            shutil.copyfile(folder + '/live.db' + part, folder + '/' + name + part)
    live = sqlite3.connect(folder + '/live.db', isolation_level=None)
    live.execute('PRAGMA journal_mode=WAL')
    live.execute('PRAGMA wal_autocheckpoint=0')
    live.execute('CREATE TABLE t(a TEXT)')
    live.executemany('INSERT INTO t VALUES (?)', [('row %d' % n,) for n in range(100)])
    copy('wal.db', ['', '-wal'])
    live.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    copy('nolog.db', [''])
    live.close()
    os.remove(folder + '/live.db')
    live = sqlite3.connect(folder + '/live.db', isolation_level=None)
    live.execute('PRAGMA cache_size=5')
    live.execute('CREATE TABLE t(a TEXT)')
    live.execute('BEGIN')
    live.executemany('INSERT INTO t VALUES (?)', [('committed %d' % n,) for n in range(2000)])
    live.execute('COMMIT')
    live.execute('BEGIN')
    live.execute("UPDATE t SET a = 'not committed' || a")
    copy('hot.db', ['', '-journal'])
    live.execute('ROLLBACK')
    live.close()
    """

  private func texts(_ database: borrowing SQLiteDatabase, _ table: String) throws -> [String] {
    let table = try #require(try database.table(table))
    var texts: [String] = []
    try database.forEachRow(of: table, columns: [0]) { row in
      var bytes: [UInt8] = []
      row.appendText(0, to: &bytes)
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    return texts
  }

  @Test("a write-ahead log and a hot journal are taken with the file, which stays as it was")
  func journals() throws {
    let scratch = try Scratch()
    try Self.run(["python3", "-", scratch.path], input: Self.writing)
    let before = scratch.listing
    let sums = try before.map { try SHA256.hexadecimal(ofFile: scratch[$0]) }

    let log = try SQLiteDatabase(scratch["wal.db"])
    #expect(try texts(log, "t").count == 100)
    #expect(log.notes.isEmpty)
    let hot = try SQLiteDatabase(scratch["hot.db"])
    let rows = try texts(hot, "t")
    #expect(rows.count == 2000)
    #expect(rows.allSatisfy { $0.hasPrefix("committed") })
    let lone = try SQLiteDatabase(scratch["nolog.db"])
    #expect(try texts(lone, "t").count == 100)
    #expect(lone.notes.count == 1)

    #expect(scratch.listing == before)
    #expect(try before.map { try SHA256.hexadecimal(ofFile: scratch[$0]) } == sums)
  }

  // MARK: - What is not a database of ours

  private static let odd = """
    import sqlite3, sys, os
    folder = sys.argv[1]
    def make(name, *statements):
        connection = sqlite3.connect(folder + '/' + name)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
    make('good.db', 'CREATE TABLE members(a)', 'INSERT INTO members VALUES (1)')
    make('view.db', 'CREATE TABLE t(a)', 'CREATE VIEW members AS SELECT a FROM t')
    make('fts.db', 'CREATE VIRTUAL TABLE members USING fts5(a)')
    make('module.db', 'CREATE TABLE t(a)', 'PRAGMA writable_schema=ON',
         "INSERT INTO sqlite_schema VALUES('table','members','members',0,"
         "'CREATE VIRTUAL TABLE members USING nosuch(a)')")
    make('keyed.db', 'CREATE TABLE t(b, a PRIMARY KEY) WITHOUT ROWID',
         "INSERT INTO t VALUES (1,'z'),(2,'a'),(3,'m')",
         'CREATE TABLE u(rowid, oid)', 'CREATE INDEX i ON u(oid, rowid)',
         "INSERT INTO u VALUES (3,3),(1,2),(2,1)")
    data = open(folder + '/good.db', 'rb').read()
    open(folder + '/empty.db', 'wb')
    open(folder + '/short.db', 'wb').write(data[:300])
    open(folder + '/half.db', 'wb').write(data[:len(data) // 2])
    open(folder + '/text.db', 'w').write('member_id,name\\n' * 100)
    os.mkfifo(folder + '/pipe.db')
    os.mkdir(folder + '/folder.db')
    os.mkdir(folder + '/elsewhere')
    os.link(folder + '/good.db', folder + '/elsewhere/good.db')
    os.symlink(folder + '/elsewhere/good.db', folder + '/link.db')
    os.symlink('good.db', folder + '/near.db')
    """

  private func code(_ path: String) -> SQLiteRefusal.Code? {
    do {
      let database = try SQLiteDatabase(path)
      _ = try database.table("members")
      return nil
    } catch {
      return error.code
    }
  }

  @Test("each kind of wrong file has its own code")
  func codes() throws {
    let scratch = try Scratch()
    try Self.run(["python3", "-", scratch.path], input: Self.odd)
    #expect(code(scratch["good.db"]) == nil)
    #expect(code(scratch["near.db"]) == nil)
    #expect(code(scratch["view.db"]) == .view)
    #expect(code(scratch["fts.db"]) == .virtualTable)
    let module = code(scratch["module.db"])
    #expect(module == .missingModule || module == .virtualTable)
    #expect(code(scratch["empty.db"]) == .empty)
    #expect(code(scratch["short.db"]) == .truncated)
    #expect(code(scratch["half.db"]) == .corrupt)
    #expect(code(scratch["text.db"]) == .notADatabase)
    #expect(code(scratch["pipe.db"]) == .notAFile)
    #expect(code(scratch["folder.db"]) == .notAFile)
    #expect(code(scratch["link.db"]) == .linkElsewhere)
    #expect(code(scratch["none.db"]) == .unreadable)
    let refusal = #expect(throws: SQLiteRefusal.self) {
      _ = try SQLiteDatabase(scratch["good.db"], limit: 1000)
    }
    #expect(refusal?.code == .tooLarge)
  }

  @Test("rows come by rowid, or by the key of a table without one")
  func order() throws {
    let scratch = try Scratch()
    try Self.run(["python3", "-", scratch.path], input: Self.odd)
    let database = try SQLiteDatabase(scratch["keyed.db"])
    let keyed = try #require(try database.table("t"))
    #expect(keyed.columns == ["b", "a"])
    var numbers: [Int64] = []
    try database.forEachRow(of: keyed, columns: [0]) { numbers.append($0.integer(0)) }
    #expect(numbers == [2, 3, 1])
    let shadowed = try #require(try database.table("u"))
    numbers = []
    try database.forEachRow(of: shadowed, columns: [0]) { numbers.append($0.integer(0)) }
    #expect(numbers == [3, 1, 2])
  }

  // MARK: - Writing

  @Test("what is written is read again, byte for byte, and twice the same file")
  func roundTrip() throws {
    let scratch = try Scratch()
    let values = ["plain", "", "with \"quotes\"", "naïve\u{0}null", "日本"]
    for name in ["one.db", "two.db"] {
      try SQLiteWriter.write(to: scratch[name]) { writer throws(StorageError) in
        try writer.run("CREATE TABLE t(a TEXT, b INTEGER, c REAL)")
        var next = 0
        try writer.insert(into: "t", columnCount: 3) { row in
          guard next < values.count else { return false }
          row.append(.text(values[next]))
          row.append(next == 2 ? .missing : .integer(next))
          row.append(.real(Double(next) / 2))
          next += 1
          return true
        }
      }
    }
    #expect(scratch.listing == ["one.db", "two.db"])
    #expect(
      try SHA256.hexadecimal(ofFile: scratch["one.db"])
        == SHA256.hexadecimal(ofFile: scratch["two.db"]))
    let database = try SQLiteDatabase(scratch["one.db"])
    #expect(try texts(database, "t") == values)
    let table = try #require(try database.table("t"))
    var kinds: [SQLiteRow.Kind] = []
    try database.forEachRow(of: table, columns: [1, 2]) { kinds += [$0.kind(0), $0.kind(1)] }
    #expect(
      kinds == [
        .integer, .real, .integer, .real, .missing, .real, .integer, .real, .integer, .real,
      ])
  }
}
