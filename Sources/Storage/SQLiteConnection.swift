import CSQLite
import Glibc

/// An open connection; closed once.
@safe struct SQLiteConnection: ~Copyable {
  let handle: OpaquePointer
  /// What is left of the deadline, in ticks of a thousand instructions of SQLite's machine.
  private let budget: UnsafeMutablePointer<Int64>

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - creates: Whether it may be new.
  /// - Throws: ``SQLiteRefusal``.
  init(_ path: String, creates: Bool) throws(SQLiteRefusal) {
    var opened: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE
      | (creates ? SQLITE_OPEN_CREATE : 0)
    let result = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard result == SQLITE_OK, let connection = unsafe opened else {
      let text = unsafe opened.map { unsafe String(cString: sqlite3_errmsg($0)) } ?? "no memory"
      unsafe sqlite3_close_v2(opened)
      throw SQLiteRefusal(result: result, text: text)
    }
    unsafe handle = connection
    unsafe budget = UnsafeMutablePointer<Int64>.allocate(capacity: 1)
    unsafe budget.initialize(to: .max)
  }

  deinit {
    unsafe _ = sqlite3_close_v2(handle)
    unsafe budget.deallocate()
  }

  /// Sets a deadline that does not depend on the machine's speed.
  func limit(ticks: Int64) {
    unsafe budget.pointee = ticks
    unsafe sqlite3_progress_handler(
      handle, 1000,
      { context in
        guard let left = unsafe context?.assumingMemoryBound(to: Int64.self) else { return 1 }
        unsafe left.pointee -= 1
        return unsafe left.pointee < 0 ? 1 : 0
      }, budget)
  }

  /// The last error as a refusal.
  func refusal() -> SQLiteRefusal {
    unsafe SQLiteRefusal(
      result: sqlite3_extended_errcode(handle), text: String(cString: sqlite3_errmsg(handle)),
      systemError: sqlite3_system_errno(handle))
  }

  /// Runs statements that give no rows that matter.
  func run(_ sql: String) throws(SQLiteRefusal) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw refusal() }
  }

  /// Prepares one statement.
  func prepare(_ sql: String) throws(SQLiteRefusal) -> SQLiteStatement {
    var prepared: OpaquePointer?
    guard unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil) == SQLITE_OK,
      let statement = unsafe prepared
    else { throw refusal() }
    return unsafe SQLiteStatement(statement)
  }

  /// A name in double quotes.
  static func quoted(_ name: String) -> String {
    var quoted = "\""
    for scalar in name.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

/// A prepared statement; finalized once, and before its connection closes.
@safe struct SQLiteStatement: ~Copyable {
  private let handle: OpaquePointer

  @unsafe init(_ handle: OpaquePointer) { unsafe self.handle = handle }

  deinit { unsafe _ = sqlite3_finalize(handle) }

  /// Goes to the next row; false: there is none.
  func step(_ connection: borrowing SQLiteConnection) throws(SQLiteRefusal) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw connection.refusal()
    }
  }

  /// Makes it ready to run again.
  func reset() { unsafe _ = sqlite3_reset(handle) }

  /// What a cell holds.
  func kind(_ column: Int) -> SQLiteRow.Kind {
    switch unsafe sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_NULL: .missing
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    default: .blob
    }
  }

  /// A whole number.
  func integer(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(handle, Int32(column)) }

  /// A number with a fraction.
  func real(_ column: Int) -> Double { unsafe sqlite3_column_double(handle, Int32(column)) }

  /// A text's bytes, NUL included: `length()` and C strings would stop there.
  func withText<Result>(_ column: Int, _ body: (borrowing RawSpan) -> Result) -> Result {
    let index = Int32(column)
    guard let start = unsafe sqlite3_column_text(handle, index) else {
      let nothing: [UInt8] = []
      return unsafe body(nothing.span.bytes)
    }
    let count = unsafe Int(sqlite3_column_bytes(handle, index))
    return unsafe body(RawSpan(_unsafeStart: UnsafeRawPointer(start), byteCount: count))
  }

  /// A text as a string, with replacement characters where it is not UTF-8.
  func string(_ column: Int) -> String {
    withText(column) { bytes in
      unsafe bytes.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Binds text.
  func bind(_ position: Int, _ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe _ = sqlite3_bind_text(
        handle, Int32(position), buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(buffer.count), csqlite_transient())
    }
    // An empty array has no address, which SQLite would take for NULL.
    if bytes.isEmpty { unsafe _ = sqlite3_bind_text(handle, Int32(position), "", 0, nil) }
  }

  /// Binds a whole number.
  func bind(_ position: Int, _ number: Int64) {
    unsafe _ = sqlite3_bind_int64(handle, Int32(position), number)
  }

  /// Binds a number with a fraction.
  func bind(_ position: Int, _ number: Double) {
    unsafe _ = sqlite3_bind_double(handle, Int32(position), number)
  }

  /// Binds NULL.
  func bindMissing(_ position: Int) { unsafe _ = sqlite3_bind_null(handle, Int32(position)) }
}
