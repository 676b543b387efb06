import CSQLite
import Glibc

/// A SQLite file that someone gave us, read through a private copy and as if it were hostile.
///
/// A database that "opens fine" can be wrong or endless: nothing is read before `quick_check` says
/// ok. No trigger, view, extension or function of the file ever runs; statements are ours, of a
/// few kinds, and end with a deadline. (trust.md, L7)
package struct SQLiteDatabase: ~Copyable {
  /// Fields in this order: the connection is closed before its copy is removed.
  private let connection: SQLiteConnection
  private let copy: SQLiteCopy
  /// Things a person should know that are no faults.
  package let notes: [String]
  /// All tables, views and virtual tables but SQLite's own, in the order of their making.
  package let tables: [Table]

  /// A table of the file.
  package struct Table: Hashable, Sendable {
    /// What stands under the name.
    package enum Kind: Sendable { case table, view, virtual }
    /// Its name as it is written.
    package let name: String
    /// What it is.
    package let kind: Kind
    /// Its columns in order.
    package let columns: [String]
    /// The columns of its primary key where it has no rowid.
    let keyWithoutRowid: [String]
  }

  /// Copies, opens and checks a database.
  ///
  /// - Parameters:
  ///   - path: The file; it and its folder stay untouched.
  ///   - limit: More bytes than this are refused.
  /// - Throws: ``SQLiteRefusal``, each reason with its code.
  package init(_ path: String, limit: Int = 1 << 31) throws(SQLiteRefusal) {
    let copy = try SQLiteCopy(of: path, limit: limit)
    _ = sqlite3_hard_heap_limit64(1 << 29)
    let connection = try SQLiteConnection(copy.path, creates: false)
    try Self.harden(connection, byteCount: copy.byteCount)
    try Self.check(connection)
    tables = try Self.tables(of: connection)
    notes =
      copy.lacksLog
      ? [
        "the database uses a write-ahead log and there is none beside it; if the program that"
          + " writes it was running, copy its -wal file too"
      ] : []
    self.copy = copy
    self.connection = connection
  }

  private static func harden(
    _ connection: borrowing SQLiteConnection, byteCount: Int
  ) throws(SQLiteRefusal) {
    let handle = unsafe connection.handle
    for (option, value) in [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
      (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0), (SQLITE_DBCONFIG_ENABLE_VIEW, 0),
      (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
    ] as [(Int32, Int32)] {
      unsafe _ = csqlite_config_flag(handle, option, value)
    }
    // EXPR_DEPTH below 100 makes honest CHECK constraints read as malformed.
    for (limit, value) in [
      (SQLITE_LIMIT_LENGTH, 16 << 20), (SQLITE_LIMIT_SQL_LENGTH, 100_000),
      (SQLITE_LIMIT_COLUMN, 100), (SQLITE_LIMIT_EXPR_DEPTH, 100),
      (SQLITE_LIMIT_COMPOUND_SELECT, 3), (SQLITE_LIMIT_VDBE_OP, 25_000),
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_VARIABLE_NUMBER, 10),
      (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    ] as [(Int32, Int32)] {
      unsafe _ = sqlite3_limit(handle, limit, value)
    }
    try connection.run("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA query_only=ON")
    unsafe _ = sqlite3_set_authorizer(
      handle,
      { _, action, first, _, _, _ in unsafe SQLiteDatabase.permit(action, first) }, nil)
    // A sound file is checked at 100 MB a second and more; one tick is a thousand instructions.
    let ticks = Int64(20_000 + byteCount / 100)
    connection.limit(ticks: ticks)
  }

  /// Selecting, reading, and the few pragmas below; nothing else.
  private static func permit(_ action: Int32, _ argument: UnsafePointer<CChar>?) -> Int32 {
    switch action {
    case SQLITE_SELECT, SQLITE_READ: return SQLITE_OK
    case SQLITE_PRAGMA:
      guard let argument = unsafe argument else { return SQLITE_DENY }
      let allowed = ["quick_check", "table_xinfo", "table_list"]
      return unsafe allowed.contains(String(cString: argument)) ? SQLITE_OK : SQLITE_DENY
    default: return SQLITE_DENY
    }
  }

  private static func check(_ connection: borrowing SQLiteConnection) throws(SQLiteRefusal) {
    let statement = try connection.prepare("PRAGMA quick_check(1)")
    guard try statement.step(connection) else {
      throw SQLiteRefusal(.corrupt, "quick_check says nothing")
    }
    let verdict = statement.string(0).split(separator: "\n").joined(separator: " ")
    guard verdict == "ok" else {
      throw SQLiteRefusal(
        .corrupt, "the database is damaged (\(verdict)); try: sqlite3 FILE .recover | sqlite3 NEW")
    }
  }

  private static func tables(
    of connection: borrowing SQLiteConnection
  ) throws(SQLiteRefusal) -> [Table] {
    var found: [(name: String, kind: Table.Kind)] = []
    do {
      let statement = try connection.prepare(
        "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table','view')")
      while try statement.step(connection) {
        let name = statement.string(0)
        if name.hasPrefix("sqlite_") { continue }
        let isVirtual = statement.string(2).uppercased().hasPrefix("CREATE VIRTUAL")
        found.append(
          (name, statement.string(1) == "view" ? .view : isVirtual ? .virtual : .table))
        guard found.count <= 10_000 else {
          throw SQLiteRefusal(.unsupported, "more than 10,000 tables")
        }
      }
    }
    var withoutRowid: Set<String> = []
    do {
      let list = try connection.prepare("PRAGMA table_list")
      while try list.step(connection) {
        if list.integer(4) != 0 { withoutRowid.insert(list.string(1)) }
      }
    }
    var tables: [Table] = []
    for (name, kind) in found {
      var columns: [String] = []
      var key: [(position: Int64, name: String)] = []
      if kind == .table {
        let info = try connection.prepare(
          "PRAGMA table_xinfo(\(SQLiteConnection.quoted(name)))")
        while try info.step(connection) {
          columns.append(info.string(1))
          if info.integer(5) > 0 { key.append((info.integer(5), info.string(1))) }
        }
      }
      tables.append(
        Table(
          name: name, kind: kind, columns: columns,
          keyWithoutRowid: withoutRowid.contains(name)
            ? key.sorted { $0.position < $1.position }.map(\.name) : []))
    }
    return tables
  }

  /// The table of exactly this name.
  ///
  /// - Parameter name: Its name; compared byte for byte.
  /// - Returns: The table; nothing: there is none.
  /// - Throws: ``SQLiteRefusal`` for a view or a virtual table: they are programs, not data.
  package func table(_ name: String) throws(SQLiteRefusal) -> Table? {
    guard let table = tables.first(where: { $0.name == name }) else { return nil }
    switch table.kind {
    case .table: return table
    case .view:
      throw SQLiteRefusal(.view, "'\(name)' is a view; expected a table")
    case .virtual:
      throw SQLiteRefusal(.virtualTable, "'\(name)' is a virtual table; expected a table")
    }
  }

  /// Reads all rows of a table in the order of their rowid, or of the key where there is none.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - columns: The columns wanted, by position in the table.
  ///   - body: Called with each row; its columns are numbered as in `columns`.
  /// - Throws: ``SQLiteRefusal`` where the file turns out damaged; rows that came before it were
  ///   handed over, so that a caller must drop them.
  package func forEachRow(
    of table: Table, columns: [Int], _ body: (borrowing SQLiteRow) -> Void
  ) throws(SQLiteRefusal) {
    guard !columns.isEmpty else { return }
    let names = columns.map { SQLiteConnection.quoted(table.columns[$0]) }
    var sql =
      "SELECT \(names.joined(separator: ",")) FROM \(SQLiteConnection.quoted(table.name))"
      + " NOT INDEXED"
    let taken = Set(table.columns.map { $0.lowercased() })
    if !table.keyWithoutRowid.isEmpty {
      let key = table.keyWithoutRowid.map(SQLiteConnection.quoted)
      sql += " ORDER BY " + key.joined(separator: ",")
    } else if let rowid = ["rowid", "_rowid_", "oid"].first(where: { !taken.contains($0) }) {
      sql += " ORDER BY " + rowid
    }
    let row = SQLiteRow(try connection.prepare(sql))
    var count = 0
    while try row.statement.step(connection) {
      count += 1
      // A real row takes at least a byte: more rows are a cycle of pages.
      guard count <= copy.byteCount else {
        throw SQLiteRefusal(.corrupt, "table \(table.name) has more rows than the file bytes")
      }
      body(row)
    }
  }
}

/// A row of a table that is being read.
package struct SQLiteRow: ~Copyable {
  /// What a cell holds.
  package enum Kind: Sendable { case missing, integer, real, text, blob }

  let statement: SQLiteStatement

  init(_ statement: consuming SQLiteStatement) { self.statement = statement }

  /// What a cell holds.
  ///
  /// - Parameter column: Its position among the columns asked for.
  /// - Returns: Its kind.
  package func kind(_ column: Int) -> Kind { statement.kind(column) }

  /// A whole number.
  ///
  /// - Parameter column: A cell of kind ``Kind/integer``.
  /// - Returns: Its value.
  package func integer(_ column: Int) -> Int64 { statement.integer(column) }

  /// A number with a fraction.
  ///
  /// - Parameter column: A cell of kind ``Kind/real``.
  /// - Returns: Its value.
  package func real(_ column: Int) -> Double { statement.real(column) }

  /// The bytes of a text, with any NUL in it.
  ///
  /// - Parameters:
  ///   - column: A cell of kind ``Kind/text``.
  ///   - body: Reads the bytes; they are gone when it returns.
  /// - Returns: What `body` returns.
  package func withText<Result>(
    _ column: Int, _ body: (borrowing RawSpan) -> Result
  ) -> Result {
    statement.withText(column, body)
  }

  /// Adds the bytes of a text to an array.
  ///
  /// - Parameters:
  ///   - column: A cell of kind ``Kind/text``.
  ///   - bytes: Where they go.
  package func appendText(_ column: Int, to bytes: inout [UInt8]) {
    statement.withText(column) { span in
      unsafe span.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }
  }
}
